package org.tyde.imaging.lut;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GsdfTest {
    /// The ends of Table B-1 of PS3.14, to the digits printed there.
    @ParameterizedTest
    @CsvSource({
        "1, 0.0500, 0.00005",
        "2, 0.0547, 0.00005",
        "3, 0.0594, 0.00005",
        "4, 0.0643, 0.00005",
        "5, 0.0696, 0.00005",
        "6, 0.0750, 0.00005",
        "7, 0.0807, 0.00005",
        "8, 0.0866, 0.00005",
        "9, 0.0927, 0.00005",
        "10, 0.0991, 0.00005",
        "1023, 3993.4040, 0.08"
    })
    void luminanceIsThatOfTheStandardsTable(int index, double luminance, double digits) {
        assertEquals(luminance, Gsdf.luminance(index), digits * 1.2);
    }

    /// Computed once more from the formulas of PS3.14 7.1, in another language.
    @ParameterizedTest
    @CsvSource({
        "100, 1.850833",
        "200, 8.217852",
        "400, 55.364007",
        "511, 129.120589",
        "600, 243.009870",
        "700, 480.499895",
        "1000, 3439.158978",
        "1023, 3993.329586"
    })
    void luminanceFollowsTheFormula(int index, double luminance) {
        assertEquals(luminance, Gsdf.luminance(index), 6e-7 * Math.max(1, luminance));
    }

    @ParameterizedTest
    @CsvSource({
        "0.05, 1.0304",
        "0.5, 46.5578",
        "1, 71.4981",
        "10, 216.8717",
        "100, 476.3638",
        "250, 604.1122",
        "500, 705.9392",
        "4000, 1023.164"
    })
    void indexFollowsTheFormula(double luminance, double index) {
        assertEquals(index, Gsdf.index(luminance), 6e-4);
    }

    @Test
    void backAndForthNoIndexMovesByATenth() {
        for (int j = 1; j <= 1023; j++) assertEquals(j, Gsdf.index(Gsdf.luminance(j)), 0.1);
    }
}
