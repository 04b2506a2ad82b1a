package org.tyde.app.bench;

import static org.tyde.ui.FxThread.FX;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.TilePane;
import javafx.stage.Stage;

import org.tyde.imaging.Frame;
import org.tyde.imaging.ImageToScreen;
import org.tyde.imaging.lut.VoiLutFunction;
import org.tyde.imaging.picture.Drawing;
import org.tyde.imaging.picture.Interpolation;
import org.tyde.imaging.picture.Renderer;
import org.tyde.work.JobRunner;
import org.tyde.work.Priority;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/// Pictures on a real screen: another window or another slice for every frame that JavaFX paints. Nothing
/// but the pixels lies in the window, as with a bare engine; what words and figures cost on top is
/// [ScrollBench]'s. JavaFX paints as fast as it can only when told to: `-Djavafx.animation.fullspeed=true
/// -Dprism.vsync=false`.
public final class ScreenBench {
    private static final int SLICES = 40;
    private static final double WARM_SECONDS = 2;
    private static final double SECONDS = 4;

    private final PrintStream out;

    /// @param out takes a line a case
    public ScreenBench(PrintStream out) {
        this.out = out;
    }

    /// @throws Exception when JavaFX cannot show a window
    public void run() throws Exception {
        var started = new CompletableFuture<Boolean>();
        Platform.startup(() -> started.complete(true));
        started.join();
        Platform.setImplicitExit(false);
        var ct = new Frame[SLICES];
        for (int i = 0; i < SLICES; i++) ct[i] = BenchFrames.grey(512, 512, i);
        var mammogram = new Frame[] {BenchFrames.grey(4096, 3328, 1)};
        try (var runner = new JobRunner(2)) {
            var renderer = new Renderer(runner.pieces(Priority.VISIBLE));
            for (int views : new int[] {1, 4}) {
                say(renderer, "CT window drag", views, new Frame[] {ct[0]}, 2);
                say(renderer, "CT scroll", views, ct, 2);
            }
            say(renderer, "mammogram fit, window drag", 1, mammogram, 0.25);
            say(renderer, "mammogram 1:1, window drag", 1, mammogram, 1);
        }
        Platform.exit();
    }

    private void say(Renderer renderer, String what, int views, Frame[] stack, double zoom) {
        var done = new CompletableFuture<Double>();
        FX.execute(() -> show(renderer, views, stack, zoom, done));
        double rate = done.join();
        out.printf(
                Locale.ROOT,
                "on screen, %d x 1024x1024, %-28s %6.0f frames/s   load %.1f%n",
                views,
                what,
                rate,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static void show(
            Renderer renderer,
            int count,
            Frame[] stack,
            double zoom,
            CompletableFuture<Double> done) {
        var views = new ArrayList<View>();
        var pane = new TilePane();
        pane.setPrefColumns(count == 1 ? 1 : 2);
        for (int i = 0; i < count; i++) {
            views.add(new View());
            pane.getChildren().add(views.getLast().node);
        }
        var stage = new Stage();
        stage.setScene(new Scene(pane));
        stage.show();
        new AnimationTimer() {
            private final long begun = System.nanoTime();
            private long counting;
            private int frames;

            @Override
            public void handle(long now) {
                double seconds = (System.nanoTime() - begun) / 1e9;
                if (seconds < WARM_SECONDS) counting = System.nanoTime();
                else frames++;
                draw(renderer, views, stack, zoom, frames);
                if (seconds < WARM_SECONDS + SECONDS) return;
                stop();
                stage.close();
                done.complete(frames / ((System.nanoTime() - counting) / 1e9));
            }
        }.start();
    }

    private static void draw(
            Renderer renderer, List<View> views, Frame[] stack, double zoom, int number) {
        for (int i = 0; i < views.size(); i++) {
            var frame = stack[(number + 10 * i) % stack.length];
            var voi = BenchFrames.window(VoiLutFunction.LINEAR, stack.length > 1 ? 0 : number);
            var matrix =
                    ImageToScreen.centred(
                            frame.columns(),
                            frame.rows(),
                            View.SIDE,
                            View.SIDE,
                            zoom,
                            zoom,
                            false,
                            0,
                            0,
                            0);
            var drawing =
                    new Drawing(
                            frame,
                            BenchFrames.pipeline(voi),
                            matrix,
                            Interpolation.LINEAR,
                            View.SIDE,
                            View.SIDE);
            views.get(i).show(renderer, drawing);
        }
    }

    /// A picture, drawn into a buffer that the painter does not read at that moment.
    private static final class View {
        static final int SIDE = 1024;
        private static final int BUFFERS = 3;

        final ImageView node = new ImageView();
        private final List<IntBuffer> pixels = new ArrayList<>();
        private final List<PixelBuffer<IntBuffer>> buffers = new ArrayList<>();
        private final List<WritableImage> images = new ArrayList<>();
        private int next;

        View() {
            for (int i = 0; i < BUFFERS; i++) {
                pixels.add(IntBuffer.allocate(SIDE * SIDE));
                buffers.add(
                        new PixelBuffer<>(
                                SIDE, SIDE, pixels.get(i), PixelFormat.getIntArgbPreInstance()));
                images.add(new WritableImage(buffers.get(i)));
            }
            node.setFitWidth(SIDE);
            node.setFitHeight(SIDE);
            node.setSmooth(false);
        }

        void show(Renderer renderer, Drawing drawing) {
            int i = next++ % BUFFERS;
            renderer.render(drawing, pixels.get(i));
            buffers.get(i).updateBuffer(_ -> new Rectangle2D(0, 0, SIDE, SIDE));
            node.setImage(images.get(i));
        }
    }
}
