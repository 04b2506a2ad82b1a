package org.tyde.imaging.lut;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Colours between sRGB and the CIELab of a presentation state.
class InkTest {
    /// The Lab values under D50 are those of the ICC's sRGB v4 profile and of B. Lindbloom's calculator.
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # L*,    a*,     b*,      sRGB
                    100,     0,      0,       FFFFFF
                    0,       0,      0,       000000
                    54.29,   80.81,  69.89,   FF0000
                    87.82,  -79.27,  80.99,   00FF00
                    29.57,   68.30, -112.03,  0000FF
                    97.61,  -15.75,  93.39,   FFFF00
                    """)
    void cieLabIsUnderD50(double l, double a, double b, String rgb) {
        int[] words = {
            (int) Math.rint(l * 655.35),
            (int) Math.rint((a + 128) * 257),
            (int) Math.rint((b + 128) * 257)
        };
        int wanted = Integer.parseInt(rgb, 16);
        int got = Ink.ofCieLab(words).rgb();
        for (int shift = 0; shift <= 16; shift += 8)
            assertEquals(wanted >> shift & 255, got >> shift & 255, 2, Integer.toHexString(got));
        int[] back = new Ink(wanted).cieLab();
        for (int i = 0; i < 3; i++) assertEquals(words[i], back[i], 40);
    }

    @ParameterizedTest
    @CsvSource({"0, 000000", "32896, 808080", "65535, FFFFFF"})
    void greyIsAPValue(int pValue, String rgb) {
        var ink = Ink.ofGrey(pValue);
        assertEquals(Integer.parseInt(rgb, 16), ink.rgb());
        assertEquals(pValue, ink.grey(), 1);
    }
}
