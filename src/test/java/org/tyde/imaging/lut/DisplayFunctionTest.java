package org.tyde.imaging.lut;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.Programs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

class DisplayFunctionTest {
    @Test
    void pValuesGoStraightToAMonitorThatFollowsTheFunctionItself() {
        for (int p = 0; p < 256; p++) assertEquals(p, DisplayFunction.STRAIGHT.level(p));
    }

    /// `dcmdspfn` prints, for each P-value, the light of the level that it chooses.
    @ParameterizedTest
    @CsvSource({
        "0.3, 300, 0.2",
        "0.1, 100, 0.5",
        "1, 500, 0",
        "0.45, 450, 0.1",
        "0.05, 80, 1.5",
        "2, 1000, 3"
    })
    void everyLevelIsTheOneThatDcmtkChooses(
            double black, double white, double ambient, @TempDir Path folder) throws Exception {
        Programs.require("dcmdspfn");
        var monitor = new StringBuilder("max 255\n");
        for (int d = 0; d < 256; d++)
            monitor.append(d).append(' ').append(srgb(black, white, d)).append('\n');
        var curve = Files.writeString(folder.resolve("monitor.lut"), monitor);
        var printed = folder.resolve("curve.txt");
        int rc =
                new ProcessBuilder(
                                "dcmdspfn",
                                "+Im",
                                curve.toString(),
                                "+Ca",
                                "" + ambient,
                                "+Og",
                                printed.toString())
                        .inheritIO()
                        .start()
                        .waitFor();
        assertEquals(0, rc);
        var function = DisplayFunction.srgb(black, white, ambient);
        int rows = 0;
        for (var line : Files.readAllLines(printed)) {
            if (!line.matches("\\d.*")) continue;
            var cells = line.split("\t");
            int p = Integer.parseInt(cells[0]);
            var light =
                    String.format(
                            Locale.ROOT, "%.6f", ambient + srgb(black, white, function.level(p)));
            assertEquals(
                    Double.parseDouble(cells[3]), Double.parseDouble(light), 2e-6, "P-value " + p);
            rows++;
        }
        assertEquals(256, rows);
    }

    @Test
    void levelsRiseFromTheLeastToTheGreatest() {
        var function = DisplayFunction.srgb(0.3, 300, 0.2);
        assertEquals(0, function.level(0));
        assertEquals(255, function.level(255));
        for (int p = 1; p < 256; p++) assertTrue(function.level(p) >= function.level(p - 1));
    }

    /// Contrast at 18 levels against that of the function: what AAPM TG18 4.3 asks to be within 10 %.
    @Test
    void aPcMonitorIsFarFromTheFunctionAndIsWithinTenPercentOfItAfterwards() {
        assertEquals(0.419, deviation(0.3, 300, 0.2, p -> p), 0.0005);
        var function = DisplayFunction.srgb(0.3, 300, 0.2);
        assertTrue(
                deviation(0.3, 300, 0.2, function::level) < 0.10,
                "" + deviation(0.3, 300, 0.2, function::level));
    }

    @Test
    void onlyGreysOfTheLineAreTurnedIntoLevels() {
        var function = DisplayFunction.srgb(0.3, 300, 0.2);
        var pixels = new int[] {0xFF000000, 0xFF808080, 0xFF808080, 0xFFFFFFFF};
        function.onto(pixels, 1, 3);
        int grey = 0xFF000000 | function.level(128) * 0x010101;
        assertArrayEquals(new int[] {0xFF000000, grey, grey, 0xFFFFFFFF}, pixels);
    }

    @Test
    void coloursStayAsTheyAre() {
        var function = DisplayFunction.srgb(0.3, 300, 0.2);
        assertEquals(0xFF804020, function.onto(0xFF804020));
        assertEquals(0x80000000 | function.level(64) * 0x010101, function.onto(0x80404040));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 300, 0",
        "300, 300, 0",
        "1, 4000, 0",
        "-1, 300, 2",
        "0.3, NaN, 0",
        "1, 300, -1"
    })
    void lightThatNoMonitorHasIsRefused(double black, double white, double ambient) {
        assertThrows(
                IllegalArgumentException.class, () -> DisplayFunction.srgb(black, white, ambient));
    }

    private static double srgb(double black, double white, int level) {
        double e = level / 255.0;
        double c = e <= 0.04045 ? e / 12.92 : Math.pow((e + 0.055) / 1.055, 2.4);
        return black + (white - black) * c;
    }

    private static double deviation(
            double black, double white, double ambient, IntUnaryOperator level) {
        IntToDoubleFunction shown = p -> ambient + srgb(black, white, level.applyAsInt(p));
        double first = Gsdf.index(shown.applyAsDouble(0));
        double last = Gsdf.index(shown.applyAsDouble(255));
        IntToDoubleFunction right = p -> Gsdf.luminance(first + (last - first) * p / 255);
        double worst = 0;
        for (int p = 0; p < 255; p += 15) {
            double wanted = contrast(right, p);
            worst = Math.max(worst, Math.abs(contrast(shown, p) - wanted) / wanted);
        }
        return worst;
    }

    private static double contrast(IntToDoubleFunction light, int p) {
        double low = light.applyAsDouble(p);
        double high = light.applyAsDouble(p + 15);
        return 2 * (high - low) / (high + low);
    }
}
