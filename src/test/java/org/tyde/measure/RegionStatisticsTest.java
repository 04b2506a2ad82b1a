package org.tyde.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tyde.codec.CodecReason;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Photometric;
import org.tyde.codec.Samples;
import org.tyde.geometry.ImagePoint;
import org.tyde.imaging.Frame;
import org.tyde.imaging.lut.ModalityLut;
import org.tyde.imaging.lut.PixelPadding;
import org.tyde.imaging.lut.PixelUnit;
import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

class RegionStatisticsTest {
    private static Frame frame(int columns, int... values) {
        var cells = new short[values.length];
        for (int i = 0; i < cells.length; i++) cells[i] = (short) values[i];
        var format =
                new FrameFormat(
                        values.length / columns,
                        columns,
                        1,
                        16,
                        16,
                        15,
                        true,
                        false,
                        Photometric.MONOCHROME2,
                        false);
        return Frame.of(
                new Samples.Shorts(format, cells),
                Optional.of(PixelPadding.of(-2000, -2000)),
                Optional.empty());
    }

    private static Ellipse box(double left, double top, double right, double bottom) {
        return new Ellipse(new ImagePoint(left, top), new ImagePoint(right, bottom));
    }

    @Test
    void rowsThatCouldNotBeDecodedDoNotCount() throws Exception {
        var values = new short[] {0, 10, 0, 20, 30, 40, 0, 50, 0};
        var format = FrameFormat.grey(3, 3, 16, 16);
        var why = new Refusal(CodecReason.BROKEN_RLE, "test");
        var samples = new Samples.Shorts(format, values);
        var part = Frame.of(samples.upTo(2, false, why));
        var s = RegionStatistics.of(box(0, 0, 2, 2), part, ModalityLut.IDENTITY).orElseThrow();
        assertEquals(4, s.count());
        assertEquals(25, s.mean(), 1e-12);
        assertEquals(40, s.greatest());
        assertTrue(RegionStatistics.of(box(0, 2, 2, 2), part, ModalityLut.IDENTITY).isEmpty());
    }

    @Test
    void valuesThatLackDetailAreNotMeasured() throws Exception {
        var samples = new Samples.Shorts(FrameFormat.grey(3, 3, 16, 16), new short[9]);
        var coarse = Frame.of(samples.upTo(3, true, new Refusal(CodecReason.BROKEN_RLE, "test")));
        assertTrue(RegionStatistics.of(box(0, 0, 2, 2), coarse, ModalityLut.IDENTITY).isEmpty());
    }

    @Test
    void aHandfulOfPixelsGivesWhatPaperGives() {
        var frame = frame(3, 0, 10, 0, 20, 30, 40, 0, 50, 0);
        var s = RegionStatistics.of(box(0, 0, 2, 2), frame, ModalityLut.IDENTITY).orElseThrow();
        assertEquals(5, s.count());
        assertEquals(30, s.mean(), 1e-12);
        assertEquals(Math.sqrt(1000 / 4.0), s.deviation(), 1e-12);
        assertEquals(10, s.least());
        assertEquals(50, s.greatest());
    }

    @Test
    void valuesAreThoseAfterTheModalityLut() {
        var frame = frame(3, 0, 10, 0, 20, 30, 40, 0, 50, 0);
        var hu = ModalityLut.rescale(2, -1024, PixelUnit.HU);
        var s = RegionStatistics.of(box(0, 0, 2, 2), frame, hu).orElseThrow();
        assertEquals(60 - 1024, s.mean(), 1e-12);
        assertEquals(2 * Math.sqrt(250), s.deviation(), 1e-12);
    }

    @Test
    void paddingDoesNotCount() {
        var frame = frame(3, 0, -2000, 0, 20, 30, 40, 0, 50, 0);
        var s = RegionStatistics.of(box(0, 0, 2, 2), frame, ModalityLut.IDENTITY).orElseThrow();
        assertEquals(4, s.count());
        assertEquals(20, s.least());
    }

    @Test
    void onePixelHasNoDeviationAndNoneNoStatistics() {
        var frame = frame(3, 0, 10, 0, 20, 30, 40, 0, 50, 0);
        var one =
                RegionStatistics.of(box(0.6, 0.6, 1.4, 1.4), frame, ModalityLut.IDENTITY)
                        .orElseThrow();
        assertEquals(1, one.count());
        assertEquals(0, one.deviation());
        assertTrue(
                RegionStatistics.of(box(0.2, 0.2, 0.4, 0.4), frame, ModalityLut.IDENTITY)
                        .isEmpty());
        assertTrue(RegionStatistics.of(box(-9, -9, -5, -5), frame, ModalityLut.IDENTITY).isEmpty());
    }

    @Test
    void aRegionOverTheEdgeCountsWhatIsThere() {
        var frame = frame(3, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        var s =
                RegionStatistics.of(box(-50, -50, 50, 50), frame, ModalityLut.IDENTITY)
                        .orElseThrow();
        assertEquals(9, s.count());
        assertEquals(5, s.mean(), 1e-12);
    }

    @Test
    void randomRegionsAgreeWithTwoPasses() {
        var random = new Random(5);
        var values = new int[64 * 48];
        for (int i = 0; i < values.length; i++) values[i] = random.nextInt(-1000, 3000);
        var frame = frame(64, values);
        for (int n = 0; n < 200; n++) {
            var region =
                    box(
                            random.nextDouble(64),
                            random.nextDouble(48),
                            random.nextDouble(64),
                            random.nextDouble(48));
            List<Integer> inside = new ArrayList<>();
            for (int r = 0; r < 48; r++)
                for (int c = 0; c < 64; c++)
                    if (region.contains(c, r)) inside.add(values[r * 64 + c]);
            var found = RegionStatistics.of(region, frame, ModalityLut.IDENTITY);
            assertEquals(inside.isEmpty(), found.isEmpty());
            if (inside.isEmpty()) continue;
            double mean = inside.stream().mapToInt(i -> i).average().orElseThrow();
            double squares = inside.stream().mapToDouble(i -> (i - mean) * (i - mean)).sum();
            assertEquals(inside.size(), found.get().count());
            assertEquals(mean, found.get().mean(), 1e-9);
            if (inside.size() > 1)
                assertEquals(
                        Math.sqrt(squares / (inside.size() - 1)), found.get().deviation(), 1e-9);
        }
    }

    @Test
    void anEllipseSpeaksInTheUnitOfTheImage() {
        var frame = frame(3, 0, 10, 0, 20, 30, 40, 0, 50, 0);
        var hu = ModalityLut.rescale(1, -1000, PixelUnit.HU);
        var pixels = new Measuring.Pixels(frame, hu, Unit.of(PixelUnit.HU));
        var lines =
                Measuring.of(box(0, 0, 2, 2), Scale.PIXELS, Optional.of(pixels))
                        .lines(Locale.of("nb", "NO"));
        assertEquals("Middel −970,0 HU", lines.get(1).replace('\u00a0', ' '));
        assertEquals("SD 15,8 HU", lines.get(2).replace('\u00a0', ' '));
        assertEquals("Min. −990,0 HU", lines.get(3).replace('\u00a0', ' '));
        assertEquals("Maks. −950,0 HU", lines.get(4).replace('\u00a0', ' '));
    }

    @Test
    void aReducedFrameIsRefused() {
        var half = frame(4, new int[16]).atLevel(1);
        assertThrows(
                IllegalArgumentException.class,
                () -> RegionStatistics.of(box(0, 0, 1, 1), half, ModalityLut.IDENTITY));
    }
}
