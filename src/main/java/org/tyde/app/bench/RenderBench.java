package org.tyde.app.bench;

import org.tyde.imaging.Frame;
import org.tyde.imaging.ImageToScreen;
import org.tyde.imaging.lut.Voi;
import org.tyde.imaging.lut.VoiLutFunction;
import org.tyde.imaging.picture.Drawing;
import org.tyde.imaging.picture.Interpolation;
import org.tyde.imaging.picture.Renderer;
import org.tyde.work.JobRunner;
import org.tyde.work.Priority;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;

/// Pictures from decoded frames to the pixel buffer that the scene graph uploads, another window or another
/// slice each time: milliseconds on the clock, and of processor time in all threads together, which is what
/// to trust on a busy machine.
public final class RenderBench {
    private static final int WARM = 150;
    private static final int RUNS = 300;
    private static final int SLICES = 40;
    private static final int SIDE = 1024;

    private final PrintStream out;

    /// @param out takes a line a case
    public RenderBench(PrintStream out) {
        this.out = out;
    }

    private interface Step {
        void draw(Renderer renderer, int number);
    }

    /// @throws Exception never
    public void run() throws Exception {
        out.printf(
                Locale.ROOT,
                "load %.1f, %d processors, java %s%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version());
        try (var runner = new JobRunner(2)) {
            var alone = new Renderer();
            var both = new Renderer(runner.pieces(Priority.VISIBLE));
            for (var renderer : new Renderer[] {both, alone}) {
                out.println(renderer == both ? "two threads" : "one thread");
                ct(renderer);
                mammogram(renderer);
                others(renderer);
            }
        }
    }

    private void ct(Renderer renderer) {
        var stack = new Frame[SLICES];
        for (int i = 0; i < SLICES; i++) stack[i] = BenchFrames.grey(512, 512, i);
        var one = stack[0];
        IntFunction<Voi> drag = i -> BenchFrames.window(VoiLutFunction.LINEAR, i);
        var still = BenchFrames.window(VoiLutFunction.LINEAR, 0);
        for (var way : Interpolation.values()) {
            var name = way.name().toLowerCase(Locale.ROOT);
            say(renderer, "CT window drag, " + name, still(one, drag, way));
        }
        var bgra = IntBuffer.allocate(SIDE * SIDE);
        say(
                renderer,
                "CT scroll, linear",
                (r, i) -> draw(r, stack[i % SLICES], still, 0, Interpolation.LINEAR, bgra));
        var four = new IntBuffer[4];
        for (int i = 0; i < 4; i++) four[i] = IntBuffer.allocate(SIDE * SIDE);
        say(
                renderer,
                "CT window drag, linear, 4 x 1024x1024",
                (r, i) -> {
                    for (int k = 0; k < 4; k++)
                        draw(r, stack[k], drag.apply(i), 0, Interpolation.LINEAR, four[k]);
                });
        say(
                renderer,
                "CT window drag, SIGMOID",
                still(one, i -> BenchFrames.window(VoiLutFunction.SIGMOID, i)));
        say(
                renderer,
                "CT window drag, LINEAR_EXACT",
                still(one, i -> BenchFrames.window(VoiLutFunction.LINEAR_EXACT, i)));
        var table = BenchFrames.table();
        say(
                renderer,
                "CT scroll, VOI LUT",
                (r, i) -> draw(r, stack[i % SLICES], table, 0, Interpolation.LINEAR, bgra));
    }

    private void mammogram(Renderer renderer) {
        var bgra = IntBuffer.allocate(SIDE * SIDE);
        var fresh = new Frame[6];
        for (int i = 0; i < fresh.length; i++) fresh[i] = BenchFrames.grey(4096, 3328, 100 + i);
        var still = BenchFrames.window(VoiLutFunction.LINEAR, 0);
        double fit = SIDE / 4096.0;
        var first = new double[fresh.length];
        var levels = new double[fresh.length];
        for (int i = 0; i < fresh.length; i++) {
            var drawing = drawing(fresh[i], still, fit, 0, Interpolation.LINEAR);
            long start = System.nanoTime();
            renderer.renderAtOnce(drawing, bgra);
            first[i] = (System.nanoTime() - start) / 1e6;
            renderer.render(drawing, bgra);
            levels[i] = (System.nanoTime() - start) / 1e6;
        }
        out.printf(
                Locale.ROOT,
                "  %-44s %6.2f ms, fine (pyramid built) after %.2f ms%n",
                "mammogram fit, first paint, coarse",
                first[fresh.length - 1],
                levels[fresh.length - 1]);
        IntFunction<Voi> drag = i -> BenchFrames.window(VoiLutFunction.LINEAR, i);
        for (double zoom : new double[] {fit, 0.3, 1})
            say(
                    renderer,
                    String.format(Locale.ROOT, "mammogram window drag, zoom %.2f", zoom),
                    (r, i) ->
                            r.render(
                                    drawing(fresh[0], drag.apply(i), zoom, 0, Interpolation.LINEAR),
                                    bgra));
    }

    private void others(Renderer renderer) {
        IntFunction<Voi> drag = i -> BenchFrames.window(VoiLutFunction.LINEAR, i);
        say(renderer, "CT with padding, window drag", still(BenchFrames.padded(512, 512), drag));
        var one = BenchFrames.grey(512, 512, 1);
        var bgra = IntBuffer.allocate(SIDE * SIDE);
        for (int degrees : new int[] {90, 17})
            say(
                    renderer,
                    "CT window drag, turned by " + degrees + " degrees",
                    (r, i) -> draw(r, one, drag.apply(i), degrees, Interpolation.LINEAR, bgra));
        say(renderer, "colour 768x1024", still(BenchFrames.colour(768, 1024), drag));
    }

    private static Step still(Frame frame, IntFunction<Voi> voi) {
        return still(frame, voi, Interpolation.LINEAR);
    }

    private static Step still(Frame frame, IntFunction<Voi> voi, Interpolation way) {
        var bgra = IntBuffer.allocate(SIDE * SIDE);
        return (r, i) -> draw(r, frame, voi.apply(i), 0, way, bgra);
    }

    private static void draw(
            Renderer r, Frame frame, Voi voi, double degrees, Interpolation way, IntBuffer bgra) {
        double zoom = ImageToScreen.fit(frame.columns(), frame.rows(), 1, degrees % 90, SIDE, SIDE);
        r.render(drawing(frame, voi, zoom, degrees, way), bgra);
    }

    private static Drawing drawing(
            Frame frame, Voi voi, double zoom, double degrees, Interpolation way) {
        var view =
                ImageToScreen.centred(
                        frame.columns(),
                        frame.rows(),
                        SIDE,
                        SIDE,
                        zoom,
                        zoom,
                        false,
                        degrees,
                        0,
                        0);
        return new Drawing(frame, BenchFrames.pipeline(voi), view, way, SIDE, SIDE);
    }

    private void say(Renderer renderer, String what, Step step) {
        for (int i = 0; i < WARM; i++) step.draw(renderer, i);
        var millis = new double[RUNS];
        long busy = processor();
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            step.draw(renderer, i);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        double each = (processor() - busy) / 1e6 / RUNS;
        Arrays.sort(millis);
        out.printf(
                Locale.ROOT,
                "  %-44s best %6.3f  median %6.3f  99 %% %7.3f  processor %6.2f ms%n",
                what,
                millis[0],
                millis[RUNS / 2],
                millis[RUNS * 99 / 100],
                each);
    }

    /// Nanoseconds of all threads of this process.
    private static long processor() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }
}
