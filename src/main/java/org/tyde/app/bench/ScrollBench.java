package org.tyde.app.bench;

import org.tyde.app.OffscreenDesk;
import org.tyde.app.house.Decoders;
import org.tyde.codec.EncodedFrame;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.TransferSyntax;
import org.tyde.hanging.ScreenLayout;
import org.tyde.imaging.DecodedFrames;
import org.tyde.imaging.EncodedFrames;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.InstanceFrames;
import org.tyde.imaging.lut.Window;
import org.tyde.reading.OpenCase;
import org.tyde.reading.VoiChoice;
import org.tyde.refusal.Refusal;
import org.tyde.ui.viewport.ViewportPane;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Scrolling and windowing in real viewports without a display: from the turn of the wheel to the pixels
/// set on screen, words and all, one step after the other, so that steps a second are pictures a second.
public final class ScrollBench {
    private static final int IMAGES = 60;
    private static final int STEPS = 300;

    private final PrintStream out;
    private final Map<String, InstanceFrames> images = new HashMap<>();
    private final List<DataSet> headers = new ArrayList<>();

    /// @param out takes a line a case
    public ScrollBench(PrintStream out) {
        this.out = out;
    }

    /// @throws IOException when nothing can be drawn
    public void run() throws IOException {
        var random = new Random(7);
        for (int i = 0; i < IMAGES; i++) make(i, random);
        run(new ScreenLayout(1, 1));
        run(new ScreenLayout(2, 2));
    }

    private void run(ScreenLayout layout) throws IOException {
        try (var runner = new JobRunner()) {
            var source = new DecodedFrames(new Images(), Decoders.all(), runner, 1L << 30);
            var desk = new OffscreenDesk(source, runner, Locale.ROOT, 1000, 1000);
            var open = desk.open(headers, layout);
            desk.settle();
            var panes = desk.viewports();
            for (int warm = 0; warm < 2; warm++) steps(desk, open, panes, this::scroll);
            say("scroll", layout, steps(desk, open, panes, this::scroll));
            steps(desk, open, panes, this::window);
            say("window", layout, steps(desk, open, panes, this::window));
        }
    }

    private interface Step {
        void take(OpenCase open, int viewport, int number);
    }

    private void scroll(OpenCase open, int viewport, int number) {
        int there = number % (2 * IMAGES - 2);
        open.goTo(viewport, there < IMAGES ? there : 2 * IMAGES - 2 - there);
    }

    private void window(OpenCase open, int viewport, int number) {
        open.view(
                viewport,
                v -> v.with(new VoiChoice.Chosen(new Window(40 + number % 50, 400 + number % 90))));
    }

    /// @return milliseconds of each step, in all viewports together, in order of size
    private double[] steps(OffscreenDesk desk, OpenCase open, List<ViewportPane> panes, Step step)
            throws IOException {
        var millis = new double[STEPS];
        for (int n = 0; n < STEPS; n++) {
            int number = n + 1;
            long start = System.nanoTime();
            OffscreenDesk.onFx(
                    () -> {
                        for (int i = 0; i < panes.size(); i++) step.take(open, i, number);
                        return true;
                    });
            while (!OffscreenDesk.onFx(() -> shown(open, panes))) Thread.onSpinWait();
            millis[n] = (System.nanoTime() - start) / 1e6;
        }
        desk.settle();
        Arrays.sort(millis);
        return millis;
    }

    /// Whether each viewport shows just what the case says, frame and window.
    private static boolean shown(OpenCase open, List<ViewportPane> panes) {
        for (int i = 0; i < panes.size(); i++) {
            var wanted = open.viewport(i);
            var there = panes.get(i).model().shown();
            if (there.isEmpty() || wanted.frame().isEmpty()) return false;
            if (!there.get().key().equals(wanted.frame().get().key())) return false;
            if (wanted.view().voi() instanceof VoiChoice.Chosen(Window window)
                    && !panes.get(i).model().window().equals(Optional.of(window))) return false;
        }
        return true;
    }

    private void say(String what, ScreenLayout layout, double[] millis) {
        double mean = Arrays.stream(millis).average().orElseThrow();
        out.printf(
                Locale.ROOT,
                "%s %s of 1000x1000, 512x512 images: %.0f pictures/s a viewport, median %.1f ms,"
                        + " 99 %% %.1f ms%n",
                what,
                layout,
                1000 / mean,
                millis[STEPS / 2],
                millis[STEPS * 99 / 100]);
    }

    private void make(int number, Random random) throws Refusal {
        var pixels = new byte[BenchSlices.BYTES];
        random.nextBytes(pixels);
        for (int i = 1; i < pixels.length; i += 2) pixels[i] &= 7;
        var data = BenchSlices.of(number, pixels);
        headers.add(data);
        images.put(
                BenchSlices.uid(number), InstanceFrames.of(data, TransferSyntax.EXPLICIT_LITTLE));
    }

    private final class Images implements EncodedFrames {
        @Override
        public ImageHeader header(String uid) throws Refusal {
            return image(uid).header();
        }

        @Override
        public EncodedFrame encoded(FrameKey key) throws Refusal {
            return image(key.sopInstanceUid()).encoded(key.frame());
        }

        private InstanceFrames image(String uid) {
            var image = images.get(uid);
            if (image == null) throw new IllegalArgumentException(uid);
            return image;
        }
    }
}
