package org.tyde.imaging.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Samples;
import org.tyde.imaging.Frame;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.ImageToScreen;
import org.tyde.imaging.lut.DisplayFunction;
import org.tyde.imaging.lut.ModalityLut;
import org.tyde.imaging.lut.PixelPadding;
import org.tyde.imaging.lut.PixelUnit;
import org.tyde.imaging.lut.PresentationLut;
import org.tyde.imaging.lut.ValueRange;
import org.tyde.imaging.lut.Voi;

import java.nio.IntBuffer;
import java.util.Optional;
import java.util.Random;

/// Windows dragged over one picture: what is drawn from kept values is what is drawn afresh.
class KeptValuesTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 260;

    private static Frame noise(int bits, boolean padded) {
        var random = new Random(bits);
        var values = new short[120 * 100];
        for (int i = 0; i < values.length; i++) values[i] = (short) random.nextInt(1 << bits);
        var padding =
                padded ? Optional.of(new PixelPadding(0, 300)) : Optional.<PixelPadding>empty();
        return Frame.of(
                new Samples.Shorts(FrameFormat.grey(100, 120, 16, bits), values),
                padding,
                Optional.empty());
    }

    private static GrayscalePipeline window(double center, double width, DisplayFunction monitor) {
        return new GrayscalePipeline(
                        ModalityLut.rescale(1, -1024, PixelUnit.HU),
                        Voi.window(center, width),
                        false,
                        new PresentationLut.Identity(),
                        new ValueRange(-1024, 64_511))
                .on(monitor);
    }

    private static int[] drawn(Renderer renderer, Drawing drawing) {
        var bgra = IntBuffer.allocate(WIDTH * HEIGHT);
        renderer.render(drawing, bgra);
        return bgra.array();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # zoom, bits, padded, way,     most greys of difference
                    2.1,    12,   false,  LINEAR,  1
                    2.1,    16,   true,   LINEAR,  1
                    1.7,    12,   false,  CUBIC,   1
                    2.5,    16,   false,  NEAREST, 0
                    1,      16,   true,   LINEAR,  0
                    0.6,    12,   true,   LINEAR,  1
                    """)
    void aDraggedWindowShowsWhatAFreshPictureShows(
            double zoom, int bits, boolean padded, Interpolation way, int most) {
        var frame = noise(bits, padded);
        var view = ImageToScreen.centred(120, 100, WIDTH, HEIGHT, zoom, zoom, false, 0, 0, 0);
        var renderer = new Renderer();
        var srgb = DisplayFunction.srgb(0.3, 300, 0.2);
        long unlike = 0;
        for (int step = 0; step < 24; step++) {
            // now and then a window far from the others
            double center = step % 7 == 6 ? 20_000 : 300 + 40 * step;
            var monitor = step % 5 == 4 ? srgb : DisplayFunction.STRAIGHT;
            var pipeline = window(center, 60 + 90 * step, monitor);
            var drawing = new Drawing(frame, pipeline, view, way, WIDTH, HEIGHT);
            var kept = drawn(renderer, drawing);
            var fresh = drawn(new Renderer(), drawing);
            for (int i = 0; i < fresh.length; i++) {
                if (kept[i] == fresh[i]) continue;
                unlike++;
                assertEquals(fresh[i] & 0xFF, kept[i] & 0xFF, monitor.straight() ? most : 4);
            }
        }
        assertTrue(unlike <= (most == 0 ? 0 : 24), unlike + " pixels");
    }
}
