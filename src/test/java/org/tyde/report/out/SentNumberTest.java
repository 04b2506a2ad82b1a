package org.tyde.report.out;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentNumberTest {
    @ParameterizedTest
    @CsvSource({
        "8.35764705882354, 8.358",
        "8.4, 8.4",
        "0.0123456, 0.01235",
        "123.456, 123.5",
        "12345.678, 12346",
        "-1000.04, -1000",
        "-12.345, -12.35",
        "0, 0.0",
        "99999.6, 100000",
        "1.0E7, 10000000"
    })
    void aNumberIsSentWithFourFiguresAndItsWholePart(double measured, String sent) {
        assertEquals(sent, SentNumber.of(measured).toPlainString());
    }
}
