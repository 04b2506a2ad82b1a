package org.tyde.app.bench;

import org.tyde.codec.FrameFormat;
import org.tyde.codec.Photometric;
import org.tyde.codec.Samples;
import org.tyde.imaging.Frame;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.ImageToScreen;
import org.tyde.imaging.lut.ModalityLut;
import org.tyde.imaging.lut.PresentationLut;
import org.tyde.imaging.lut.ValueRange;
import org.tyde.imaging.lut.Voi;
import org.tyde.imaging.picture.Renderer;

import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/// Pictures of noise at usual sizes on one core: noise is the worst case for every cache.
public final class RenderBench {
    private static final int RUNS = 60;
    private final Renderer renderer = new Renderer();
    private final PrintStream out;

    /// @param out takes a line a case
    public RenderBench(PrintStream out) {
        this.out = out;
    }

    /// @throws Exception never
    public void run() throws Exception {
        var ct = grey(512, 512);
        picture("512x512 to 1024x1024, another window each time", ct, 1024, 1024, 0);
        picture("512x512 to 1024x1024, turned by 90 degrees", ct, 1024, 1024, 90);
        picture("512x512 to 1024x1024, turned by 17 degrees", ct, 1024, 1024, 17);
        var mg = grey(4096, 3328);
        picture("3328x4096 to 1000x1230", mg, 1000, 1230, 0);
        picture("3328x4096 to 2048x2520", mg, 2048, 2520, 0);
        picture("1024x768 colour to 1400x1050", colour(768, 1024), 1400, 1050, 0);
    }

    private void picture(String what, Frame frame, int width, int height, double degrees)
            throws Exception {
        double zoom = ImageToScreen.fit(frame.columns(), frame.rows(), 1, degrees, width, height);
        var view =
                ImageToScreen.centred(
                        frame.columns(),
                        frame.rows(),
                        width,
                        height,
                        zoom,
                        zoom,
                        false,
                        degrees,
                        0,
                        0);
        var pixels =
                ByteBuffer.allocateDirect(4 * width * height)
                        .order(ByteOrder.nativeOrder())
                        .asIntBuffer();
        var center = new int[] {1000};
        var timing =
                Timing.of(
                        RUNS,
                        () -> {
                            var voi = Voi.window(center[0]++, 1500);
                            renderer.render(frame, pipeline(voi), view, width, height, pixels);
                            return pixels.get(0);
                        });
        out.println(timing.line(what));
    }

    private static GrayscalePipeline pipeline(Voi voi) {
        return new GrayscalePipeline(
                ModalityLut.IDENTITY,
                voi,
                false,
                PresentationLut.of(Photometric.MONOCHROME2),
                new ValueRange(0, 4095));
    }

    private static Frame grey(int rows, int columns) {
        var random = new Random(1);
        var values = new short[rows * columns];
        for (int i = 0; i < values.length; i++) values[i] = (short) random.nextInt(4096);
        return Frame.of(new Samples.Shorts(FrameFormat.grey(rows, columns, 16, 12), values));
    }

    private static Frame colour(int rows, int columns) {
        var values = new byte[3 * rows * columns];
        new Random(2).nextBytes(values);
        return Frame.of(new Samples.Bytes(FrameFormat.rgb(rows, columns), values));
    }
}
