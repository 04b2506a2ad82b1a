package org.tyde.app.bench;

import org.tyde.app.OffscreenDesk;
import org.tyde.app.house.Decoders;
import org.tyde.app.house.FileFrames;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.hanging.ScreenLayout;
import org.tyde.imaging.DecodedFrames;
import org.tyde.reading.OpenCase;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// A long CT from files, scrolled from one end to the other and back at 60 requests a second in one real
/// viewport without a display, as a hand on the scroll bar would: which pictures came late or not at all,
/// and how much memory the process took. A picture is late when the next one is asked for before it is
/// shown.
public final class LongScrollBench {
    private static final long PERIOD = 1_000_000_000L / 60;
    private static final int SIDE = 1024;

    private final PrintStream out;

    /// @param out takes a line a case
    public LongScrollBench(PrintStream out) {
        this.out = out;
    }

    /// @param slices of the study
    /// @throws IOException when it cannot be written or drawn
    public void run(int slices) throws IOException {
        var folder = Files.createTempDirectory("tyde-scroll");
        try (var runner = new JobRunner()) {
            var files = new FileFrames();
            var headers = make(folder, slices, files);
            long budget = DecodedFrames.budgetOfThisMachine();
            var source = new DecodedFrames(files, Decoders.all(), runner, budget);
            var desk = new OffscreenDesk(source, runner, Locale.ROOT, SIDE, SIDE);
            var open = desk.open(headers, new ScreenLayout(1, 1));
            desk.settle();
            say("opened", budget);
            for (int pass = 0; pass < 4; pass++) {
                pass(desk, open, slices, pass % 2 == 0);
                say(pass % 2 == 0 ? "down" : "up", source.bytes());
            }
        } finally {
            remove(folder);
        }
    }

    private void pass(OffscreenDesk desk, OpenCase open, int slices, boolean down)
            throws IOException {
        var pane = desk.viewports().getFirst();
        var stack = open.viewport(0).stack().orElseThrow();
        var asked = new long[slices];
        var shown = new long[slices];
        var listening =
                OffscreenDesk.onFx(
                        () ->
                                pane.model()
                                        .shownProperty()
                                        .subscribe(
                                                now ->
                                                        now.ifPresent(
                                                                s -> {
                                                                    int at =
                                                                            stack.indexOf(s.key())
                                                                                    .orElse(0);
                                                                    if (shown[at] == 0)
                                                                        shown[at] =
                                                                                System.nanoTime();
                                                                })));
        long next = System.nanoTime();
        for (int i = 0; i < slices; i++) {
            int at = down ? i : slices - 1 - i;
            sleepUntil(next);
            asked[at] = next;
            OffscreenDesk.onFx(
                    () -> {
                        open.goTo(0, at);
                        return true;
                    });
            next += PERIOD;
        }
        desk.settle();
        OffscreenDesk.onFx(
                () -> {
                    listening.unsubscribe();
                    return true;
                });
        tell(down ? "down" : "up", asked, shown);
    }

    private static void sleepUntil(long until) throws IOException {
        long left = until - System.nanoTime();
        if (left <= 0) return;
        try {
            Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private void tell(String way, long[] asked, long[] shown) {
        var millis = new ArrayList<Double>();
        int never = 0;
        int late = 0;
        for (int i = 0; i < asked.length; i++) {
            if (shown[i] == 0) never++;
            else millis.add(Math.max(0, (shown[i] - asked[i]) / 1e6));
            if (shown[i] - asked[i] > PERIOD) late++;
        }
        var sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        out.printf(
                Locale.ROOT,
                "%-5s %d requests at 60/s: %d late, %d never shown; median %.1f ms, 99 %% %.1f ms,"
                        + " worst %.1f ms%n",
                way,
                asked.length,
                late,
                never,
                sorted[sorted.length / 2],
                sorted[sorted.length * 99 / 100],
                Arrays.stream(sorted).max().orElse(0));
    }

    private void say(String when, long bytes) throws IOException {
        out.printf(
                Locale.ROOT,
                "%-6s frames %d MB; process now %d MB, at most %d MB%n",
                when,
                bytes >> 20,
                memory("VmRSS"),
                memory("VmHWM"));
    }

    /// Megabytes of this process as Linux counts them; 0 elsewhere.
    private static long memory(String what) throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.exists(status)) return 0;
        for (var line : Files.readAllLines(status))
            if (line.startsWith(what + ":"))
                return Long.parseLong(line.replaceAll("\\D+", "")) >> 10;
        return 0;
    }

    private static List<DataSet> make(Path folder, int slices, FileFrames files)
            throws IOException {
        var noise = new byte[BenchSlices.BYTES + 2 * slices];
        new Random(7).nextBytes(noise);
        for (int i = 1; i < noise.length; i += 2) noise[i] &= 7;
        var headers = new ArrayList<DataSet>();
        for (int i = 0; i < slices; i++) {
            var pixels = Arrays.copyOfRange(noise, 2 * i, 2 * i + BenchSlices.BYTES);
            var file = folder.resolve(i + ".dcm");
            DicomWriter.write(file, BenchSlices.of(i, pixels), TransferSyntax.EXPLICIT_LITTLE);
            headers.add(files.header(files.add(file)).dataSet());
        }
        return headers;
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) Files.delete(file);
        }
        Files.delete(folder);
    }
}
