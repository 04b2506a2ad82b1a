package org.tyde.imaging.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Samples;
import org.tyde.imaging.Frame;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.ImageToScreen;
import org.tyde.imaging.NoiseFrame;
import org.tyde.imaging.lut.ModalityLut;
import org.tyde.imaging.lut.PresentationLut;
import org.tyde.imaging.lut.ValueRange;
import org.tyde.imaging.lut.Voi;
import org.tyde.work.JobRunner;
import org.tyde.work.Priority;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Random;

/// A picture is the same, bit for bit, whoever makes which of its rows and wherever they are written; and
/// it says how it was made.
class SharedDrawingTest {
    private static final int WIDTH = 420;
    private static final int HEIGHT = 333;

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void severalThreadsMakeTheSamePictureAsOne(Interpolation way) {
        try (var runner = new JobRunner(3)) {
            var shared = new Renderer(runner.pieces(Priority.VISIBLE));
            var random = new Random(3);
            for (var frame : new Frame[] {NoiseFrame.of(300, 200, 12, 4), colour()})
                for (double degrees : new double[] {0, 90, 180, 270, 31})
                    for (double zoom : new double[] {0.3, 0.77, 1, 1.9}) {
                        var view =
                                ImageToScreen.centred(
                                        200,
                                        300,
                                        WIDTH,
                                        HEIGHT,
                                        zoom,
                                        zoom * 1.2,
                                        random.nextBoolean(),
                                        degrees,
                                        random.nextInt(40),
                                        random.nextInt(40));
                        var drawing = new Drawing(frame, window(2000), view, way, WIDTH, HEIGHT);
                        var alone = IntBuffer.allocate(WIDTH * HEIGHT);
                        var together = IntBuffer.allocate(WIDTH * HEIGHT);
                        var first = new Renderer().render(drawing, alone);
                        assertEquals(first, shared.render(drawing, together));
                        assertArrayEquals(alone.array(), together.array());
                    }
        }
    }

    @Test
    void rowsMadeInAnyOrderAreTheSame() {
        var frame = NoiseFrame.of(100, 80, 12, 9);
        for (double zoom : new double[] {0.6, 2.3}) {
            var view = ImageToScreen.centred(80, 100, 200, 200, zoom, zoom, false, 0, 3, 4);
            for (var way : Interpolation.values()) {
                var drawing = new Drawing(frame, window(2000), view, way, 200, 200);
                var whole = IntBuffer.allocate(200 * 200);
                new Renderer().render(drawing, whole);
                var greys = new GreyTables().of(drawing.pipeline(), frame);
                var one = IntBuffer.allocate(200 * 200);
                for (int y = 199; y >= 0; y--)
                    new AlignedPicture(drawing, false).grey(greys, one).make(y);
                assertArrayEquals(whole.array(), one.array());
            }
        }
    }

    @Test
    void aDirectBufferGetsTheSamePixels() {
        var view = ImageToScreen.centred(80, 100, WIDTH, HEIGHT, 3, 3, true, 0, 3, 4);
        var drawing =
                new Drawing(
                        NoiseFrame.of(100, 80, 12, 9),
                        window(2000),
                        view,
                        Interpolation.CUBIC,
                        WIDTH,
                        HEIGHT);
        var heap = IntBuffer.allocate(WIDTH * HEIGHT);
        var direct =
                ByteBuffer.allocateDirect(4 * WIDTH * HEIGHT)
                        .order(ByteOrder.nativeOrder())
                        .asIntBuffer();
        new Renderer().render(drawing, heap);
        new Renderer().render(drawing, direct);
        assertEquals(heap, direct);
    }

    @Test
    void withoutAPyramidTheFirstPictureIsCoarseAndSaysSo() {
        var frame = NoiseFrame.of(512, 512, 12, 9);
        var view = ImageToScreen.centred(512, 512, 100, 100, 0.2, 0.2, false, 0, 0, 0);
        var drawing = new Drawing(frame, window(2000), view, Interpolation.LINEAR, 100, 100);
        var renderer = new Renderer();
        var bgra = IntBuffer.allocate(100 * 100);
        assertTrue(drawing.lacksLevel());
        assertEquals(
                new Sampling(Sampling.Kind.SKIPPED, 0, true), renderer.renderAtOnce(drawing, bgra));
        assertTrue(drawing.lacksLevel(), "painting at once builds nothing");
        var fine = renderer.render(drawing, bgra);
        assertEquals(new Sampling(Sampling.Kind.AVERAGED, 2, false), fine);
        assertTrue(fine.reduced());
        assertFalse(drawing.lacksLevel());
        assertEquals(fine, renderer.renderAtOnce(drawing, bgra));
        var thumbnail = drawing.of(frame.atLevel(3));
        var magnified = ImageToScreen.centred(512, 512, 100, 100, 1, 1, false, 0, 0, 0);
        var coarse =
                new Drawing(
                        thumbnail.frame(), window(9), magnified, Interpolation.LINEAR, 100, 100);
        assertTrue(renderer.render(coarse, bgra).coarse(), "a finer frame would show more");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 90, 180, 270})
    void onePixelForEachStoredValueIsOneToOne(double degrees) {
        var frame = NoiseFrame.of(64, 64, 12, 9);
        var view = ImageToScreen.centred(64, 64, 100, 100, 1, 1, true, degrees, 7, -3);
        var off = ImageToScreen.centred(64, 64, 100, 100, 1, 1, true, degrees, 7.5, -3);
        var bgra = IntBuffer.allocate(100 * 100);
        for (var way : Interpolation.values()) {
            var there = new Drawing(frame, window(2000), view, way, 100, 100);
            assertEquals(Sampling.Kind.ONE_TO_ONE, new Renderer().render(there, bgra).kind());
        }
        var shifted = new Drawing(frame, window(2000), off, Interpolation.LINEAR, 100, 100);
        var sampling = new Renderer().render(shifted, bgra);
        assertEquals(Sampling.Kind.LINEAR, sampling.kind());
        assertTrue(sampling.interpolated());
    }

    private static GrayscalePipeline window(double width) {
        return new GrayscalePipeline(
                ModalityLut.IDENTITY,
                Voi.window(2000, width),
                false,
                new PresentationLut.Identity(),
                new ValueRange(0, 4095));
    }

    private static Frame colour() {
        var values = new byte[3 * 300 * 200];
        new Random(2).nextBytes(values);
        return Frame.of(new Samples.Bytes(FrameFormat.rgb(300, 200), values));
    }
}
