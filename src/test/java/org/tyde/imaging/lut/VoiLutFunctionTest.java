package org.tyde.imaging.lut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.codec.Photometric;
import org.tyde.imaging.GrayscalePipeline;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/// The windows of PS3.3 C.11.2.1.2 and C.11.2.1.3.
class VoiLutFunctionTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # function,   center, width,    x,  of 255
                    LINEAR,           40,   400, -160,       0
                    LINEAR,           40,   400, -159,  0.6391
                    LINEAR,           40,   400,    0, 102.2556
                    LINEAR,           40,   400,   40, 127.8195
                    LINEAR,           40,   400,  100, 166.1654
                    LINEAR,           40,   400,  239,     255
                    LINEAR,           40,   400,  240,     255
                    LINEAR_EXACT,     40,   400, -160,       0
                    LINEAR_EXACT,     40,   400, -159,  0.6375
                    LINEAR_EXACT,     40,   400,    0,   102.0
                    LINEAR_EXACT,     40,   400,   40,   127.5
                    LINEAR_EXACT,     40,   400,  100,  165.75
                    LINEAR_EXACT,     40,   400,  239, 254.3625
                    LINEAR_EXACT,     40,   400,  240,     255
                    SIGMOID,          40,   400, -160, 30.3967
                    SIGMOID,          40,   400, -159, 30.6655
                    SIGMOID,          40,   400,    0, 102.3346
                    SIGMOID,          40,   400,   40,   127.5
                    SIGMOID,          40,   400,  100, 164.6424
                    SIGMOID,          40,   400,  239, 224.3345
                    SIGMOID,          40,   400,  240, 224.6033
                    LINEAR,          0.5,     1,    0,       0
                    LINEAR,          0.5,     1,    1,     255
                    LINEAR,            0,   100,  -50,       0
                    LINEAR,            0,   100,  -49,  2.5758
                    LINEAR,            0,   100,    0, 128.7879
                    LINEAR,            0,   100,   49,     255
                    LINEAR,         2048,  4096,    0,       0
                    LINEAR,         2048,  4096, 2048, 127.5311
                    LINEAR,         2048,  4096, 4095,     255
                    """)
    void greyFollowsTheStandardsFormula(
            VoiLutFunction function, double center, double width, double x, double grey) {
        assertEquals(grey, 255 * function.apply(x, new Window(center, width)), 5e-5);
    }

    @Test
    void everyGreyIsWithinHalfALevelOfTheFormula() {
        var random = new Random(41);
        var functions = List.of(VoiLutFunction.values());
        for (int i = 0; i < 20_000; i++) {
            double slope = Math.pow(10, random.nextDouble(-3, 1)) * (random.nextBoolean() ? 1 : -1);
            double intercept = random.nextDouble(-2000, 2000);
            double center = random.nextDouble(-1000, 3000);
            double width = Math.pow(10, random.nextDouble(0, 4));
            var function = functions.get(random.nextInt(3));
            int stored = random.nextInt(-4096, 4096);
            double x = slope * stored + intercept;
            var pipeline =
                    new GrayscalePipeline(
                            ModalityLut.rescale(slope, intercept, PixelUnit.NONE),
                            new Voi.Windowed(new Window(center, width), function, Optional.empty()),
                            false,
                            PresentationLut.of(Photometric.MONOCHROME2),
                            new ValueRange(0, 1));
            double exact = 255 * formula(function, x, center, width);
            assertEquals(exact, pipeline.grey(stored), 0.5 + 1e-9);
        }
    }

    /// Written out again from the standard's pseudo-code, with 0 and 1 for the ends.
    private static double formula(VoiLutFunction function, double x, double c, double w) {
        return switch (function) {
            case LINEAR -> {
                if (x <= c - 0.5 - (w - 1) / 2) yield 0;
                if (x > c - 0.5 + (w - 1) / 2) yield 1;
                yield (x - (c - 0.5)) / (w - 1) + 0.5;
            }
            case LINEAR_EXACT -> Math.clamp((x - c) / w + 0.5, 0, 1);
            case SIGMOID -> 1 / (1 + Math.exp(-4 * (x - c) / w));
        };
    }

    @Test
    void monochrome1AndInversionTurnGreyOverAndTogetherCancel() {
        var window = Voi.window(40, 400);
        var whole = new ValueRange(0, 1);
        var plain =
                new GrayscalePipeline(
                        ModalityLut.IDENTITY,
                        window,
                        false,
                        PresentationLut.of(Photometric.MONOCHROME2),
                        whole);
        var first =
                new GrayscalePipeline(
                        ModalityLut.IDENTITY,
                        window,
                        false,
                        PresentationLut.of(Photometric.MONOCHROME1),
                        whole);
        assertEquals(255, plain.grey(239));
        assertEquals(0, first.grey(239));
        assertEquals(0, plain.withInverted(true).grey(239));
        assertEquals(255, first.withInverted(true).grey(239));
    }

    @Test
    void aWindowThatCannotBeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Window(0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Window(0, Double.NaN));
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new Voi.Windowed(
                                new Window(0, 0.5), VoiLutFunction.LINEAR, Optional.empty()));
        assertTrue(VoiLutFunction.of("S").isEmpty());
        assertEquals(Optional.of(VoiLutFunction.SIGMOID), VoiLutFunction.of(" sigmoid "));
    }

    @Test
    void aTableClampsAtItsEnds() {
        var lut = new Lut(-10, 8, new int[] {5, 100, 255});
        assertEquals(5, lut.at(-500));
        assertEquals(5, lut.at(-10));
        assertEquals(100, lut.at(-9.2));
        assertEquals(255, lut.at(7));
    }
}
