package org.tyde.imaging.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Photometric;
import org.tyde.codec.Samples;
import org.tyde.imaging.Frame;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.ImageToScreen;
import org.tyde.imaging.NoiseFrame;
import org.tyde.imaging.lut.Lut;
import org.tyde.imaging.lut.ModalityLut;
import org.tyde.imaging.lut.Palette;
import org.tyde.imaging.lut.PixelPadding;
import org.tyde.imaging.lut.PresentationLut;
import org.tyde.imaging.lut.ValueRange;
import org.tyde.imaging.lut.Voi;

import java.nio.IntBuffer;
import java.util.Optional;
import java.util.Random;

/// Pictures of frames, against the definition computed pixel by pixel.
class RendererTest {
    private final Renderer renderer = new Renderer();

    @Test
    void oneToOneEveryPixelHasTheGreyOfItsStoredValue() {
        var frame = NoiseFrame.of(40, 30, 12, 1);
        var pipeline = window(2000, 1500);
        var picture = draw(frame, pipeline, ImageToScreen.NATIVE, 30, 40);
        for (int r = 0; r < 40; r++)
            for (int c = 0; c < 30; c++)
                assertEquals(pipeline.grey(frame.value(c, r, 0)), picture.get(r * 30 + c) & 0xFF);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 90, 180, 270, 17, 123.4})
    void magnifiedPixelsAreInterpolatedStoredValues(double degrees) {
        var frame = NoiseFrame.of(40, 30, 12, 2);
        var pipeline = window(2000, 3000);
        for (boolean flipped : new boolean[] {false, true}) {
            var view = ImageToScreen.centred(30, 40, 120, 140, 3.3, 2.7, flipped, degrees, 4, -7);
            var picture = draw(frame, pipeline, view, 120, 140);
            for (int y = 0; y < 140; y++)
                for (int x = 0; x < 120; x++)
                    assertGrey(expected(frame, pipeline, view, x, y), picture, x, y, 120, 1);
        }
    }

    private static int expected(
            Frame frame, GrayscalePipeline pipeline, ImageToScreen view, int x, int y) {
        var place = view.toImage(x + 0.5, y + 0.5);
        double c = place.x();
        double r = place.y();
        if (c < -0.5 || r < -0.5 || c >= frame.columns() - 0.5 || r >= frame.rows() - 0.5) {
            return Math.min(
                                    Math.min(
                                            Math.abs(c + 0.5), Math.abs(c - frame.columns() + 0.5)),
                                    Math.min(Math.abs(r + 0.5), Math.abs(r - frame.rows() + 0.5)))
                            < 1e-6
                    ? -1
                    : 0;
        }
        c = Math.clamp(c, 0, frame.columns() - 1);
        r = Math.clamp(r, 0, frame.rows() - 1);
        int c0 = (int) c;
        int r0 = (int) r;
        int c1 = Math.min(c0 + 1, frame.columns() - 1);
        int r1 = Math.min(r0 + 1, frame.rows() - 1);
        double a = frame.value(c0, r0, 0) * (1 - c + c0) + frame.value(c1, r0, 0) * (c - c0);
        double b = frame.value(c0, r1, 0) * (1 - c + c0) + frame.value(c1, r1, 0) * (c - c0);
        return pipeline.grey(a * (1 - r + r0) + b * (r - r0));
    }

    private static void assertGrey(
            int grey, IntBuffer picture, int x, int y, int width, int tolerance) {
        int p = picture.get(y * width + x);
        assertEquals(0xFF, p >>> 24, "opaque");
        if (grey >= 0)
            assertTrue(
                    Math.abs(grey - (p & 0xFF)) <= tolerance,
                    () -> "at " + x + "," + y + " " + (p & 0xFF) + " instead of " + grey);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8})
    void reducedPixelsAreTheMeanOfTheAreaTheyCover(int factor) {
        var frame = NoiseFrame.of(80 * factor, 60 * factor, 12, 3);
        var pipeline = window(2048, 4096);
        double zoom = 1.0 / factor;
        var view = new ImageToScreen(zoom, 0, 0, zoom, zoom / 2, zoom / 2);
        var picture = draw(frame, pipeline, view, 60, 80);
        for (int y = 0; y < 80; y++)
            for (int x = 0; x < 60; x++) {
                double sum = 0;
                for (int r = 0; r < factor; r++)
                    for (int c = 0; c < factor; c++)
                        sum += frame.value(x * factor + c, y * factor + r, 0);
                assertGrey(pipeline.grey(sum / factor / factor), picture, x, y, 60, 1);
            }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.3, 3, 5, 6.7})
    void reducedByAnyFactorTheMeanIsThatOfTheAreaWithinOnePixelOfThePyramid(double factor) {
        var frame = ramp(250, 250);
        var pipeline = window(2048, 4096);
        double zoom = 1 / factor;
        int size = (int) (250 * zoom);
        var view = new ImageToScreen(zoom, 0, 0, zoom, zoom / 2, zoom / 2);
        var picture = draw(frame, pipeline, view, size, size);
        for (int y = 1; y < size - 1; y++)
            for (int x = 1; x < size - 1; x++) {
                var centre = view.toImage(x + 0.5, y + 0.5);
                int grey = pipeline.grey(8 * (centre.x() + centre.y()));
                assertGrey(grey, picture, x, y, size, 1);
            }
    }

    @Test
    void aSingleBrightPixelIsNeverLostWhenReduced() {
        var random = new Random(9);
        for (int round = 0; round < 50; round++) {
            int at = random.nextInt(400 * 400);
            var values = new short[400 * 400];
            values[at] = 4000;
            var frame = Frame.of(new Samples.Shorts(FrameFormat.grey(400, 400, 16, 12), values));
            double zoom = random.nextDouble(0.15, 0.9);
            int size = (int) (400 * zoom);
            var view = ImageToScreen.centred(400, 400, size, size, zoom, zoom, false, 0, 0, 0);
            var picture = draw(frame, window(50, 100), view, size, size);
            int brightest = 0;
            for (int i = 0; i < size * size; i++)
                brightest = Math.max(brightest, picture.get(i) & 0xFF);
            assertTrue(brightest > 20, "zoom " + zoom + " brightest " + brightest);
        }
    }

    @Test
    void paddingIsBlackWhateverThePolarityAndLeavesNoFringe() {
        var values = new short[] {-2000, -2000, 100, 100, -2000, -2000, 100, 100};
        var format =
                new FrameFormat(2, 4, 1, 16, 16, 15, true, false, Photometric.MONOCHROME1, false);
        var frame =
                Frame.of(
                        new Samples.Shorts(format, values),
                        Optional.of(PixelPadding.of(-2000, -2000)),
                        Optional.empty());
        assertEquals(new ValueRange(100, 100), frame.range());
        var pipeline =
                new GrayscalePipeline(
                        ModalityLut.IDENTITY,
                        Voi.window(100, 400),
                        false,
                        PresentationLut.of(Photometric.MONOCHROME1),
                        new ValueRange(0, 1));
        var view = ImageToScreen.centred(4, 2, 40, 20, 10, 10, false, 0, 0, 0);
        var picture = draw(frame, pipeline, view, 40, 20);
        int grey = pipeline.grey(100);
        for (int x = 0; x < 40; x++)
            assertEquals(x < 20 ? 0 : grey, picture.get(10 * 40 + x) & 0xFF, "column " + x);
        var level = frame.atLevel(1);
        assertEquals(-2000, level.value(0, 0, 0));
        assertEquals(100, level.value(1, 0, 0));
    }

    @Test
    void colourIsNeverWindowed() {
        var values = new byte[] {10, 20, 30, (byte) 200, (byte) 210, (byte) 220};
        var frame = Frame.of(new Samples.Bytes(FrameFormat.rgb(1, 2), values));
        var picture = draw(frame, window(5, 2), ImageToScreen.NATIVE, 2, 1);
        assertEquals(0xFF0A141E, picture.get(0));
        assertEquals(0xFFC8D2DC, picture.get(1));
        var turned = ImageToScreen.centred(2, 1, 1, 2, 1, 1, false, 90, 0, 0);
        var tall = draw(frame, window(5, 2), turned, 1, 2);
        assertEquals(0xFF0A141E, tall.get(0));
        assertEquals(0xFFC8D2DC, tall.get(1));
    }

    @Test
    void aPaletteIsLookedUpBeforeAveraging() {
        var lut = new Lut(0, 8, new int[] {0, 255, 100});
        var zero = new Lut(0, 8, new int[] {0, 0, 0});
        var format =
                new FrameFormat(2, 2, 1, 8, 8, 7, false, false, Photometric.PALETTE_COLOR, false);
        var frame =
                Frame.of(
                        new Samples.Bytes(format, new byte[] {0, 1, 2, 2}),
                        Optional.empty(),
                        Optional.of(new Palette(lut, zero, zero)));
        var picture = draw(frame, window(5, 2), ImageToScreen.NATIVE, 2, 2);
        assertEquals(0xFFFF0000, picture.get(1));
        assertEquals((255 + 200 + 2) / 4, frame.atLevel(1).value(0, 0, 0));
    }

    @Test
    void aCoarseLevelIsDrawnInTheSamePlaceAsTheFullFrame() {
        var frame = ramp(256, 256);
        var pipeline = window(2048, 4096);
        var view = ImageToScreen.centred(256, 256, 500, 500, 1.9, 1.9, false, 0, 3, -5);
        var fine = draw(frame, pipeline, view, 500, 500);
        var coarse = draw(frame.atLevel(2), pipeline, view, 500, 500);
        for (int y = 100; y < 400; y += 7)
            for (int x = 100; x < 400; x += 7)
                assertEquals(fine.get(y * 500 + x) & 0xFF, coarse.get(y * 500 + x) & 0xFF, 1.01);
    }

    @Test
    void narrowRangesKeepTheStepsBetweenStoredValues() {
        var frame = Frame.of(new Samples.Bytes(FrameFormat.grey(1, 2, 1, 1), new byte[] {0, 1}));
        var pipeline =
                new GrayscalePipeline(
                        ModalityLut.IDENTITY,
                        new Voi.None(),
                        false,
                        PresentationLut.of(Photometric.MONOCHROME2),
                        new ValueRange(0, 1));
        var view = ImageToScreen.centred(2, 1, 100, 1, 50, 1, false, 0, 0, 0);
        var picture = draw(frame, pipeline, view, 100, 1);
        assertEquals(127, picture.get(50) & 0xFF, 3);
    }

    @Test
    void outsideTheImageIsBlack() {
        var frame = NoiseFrame.of(10, 10, 8, 4);
        var pipeline = window(0, 1);
        var away = new ImageToScreen(1, 0, 0, 1, 500, 500);
        for (var view : new ImageToScreen[] {away, new ImageToScreen(1, 1, -1, 1, 500, 500)}) {
            var picture = draw(frame, pipeline, view, 20, 20);
            for (int i = 0; i < 400; i++) assertEquals(0xFF000000, picture.get(i));
        }
    }

    private IntBuffer draw(
            Frame frame, GrayscalePipeline pipeline, ImageToScreen view, int width, int height) {
        var picture = IntBuffer.allocate(width * height);
        for (int i = 0; i < width * height; i++) picture.put(i, 0x12345678);
        renderer.render(frame, pipeline, view, width, height, picture);
        return picture;
    }

    static GrayscalePipeline window(double center, double width) {
        return new GrayscalePipeline(
                ModalityLut.IDENTITY,
                Voi.window(center, width),
                false,
                PresentationLut.of(Photometric.MONOCHROME2),
                new ValueRange(0, 4095));
    }

    private static Frame ramp(int rows, int columns) {
        var values = new short[rows * columns];
        for (int i = 0; i < values.length; i++)
            values[i] = (short) (i % columns * 8 + i / columns * 8);
        return Frame.of(new Samples.Shorts(FrameFormat.grey(rows, columns, 16, 12), values));
    }
}
