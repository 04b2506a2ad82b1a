package org.tyde.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordErrorRateTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # said,                  heard,                    sub, del, ins, rate
                    ingen fraktur,           ingen fraktur,            0,   0,   0,   0
                    Ingen fraktur,           ingen  fraktur,           0,   0,   0,   0
                    ingen fraktur,           ingen trombose,           1,   0,   0,   0.5
                    ingen fraktur,           fraktur,                  0,   1,   0,   0.5
                    ingen fraktur,           '',                       0,   2,   0,   1
                    ingen fraktur,           ingen liten fraktur,      0,   0,   1,   0.5
                    '',                      punktum,                  0,   0,   1,   1
                    '',                      '',                       0,   0,   0,   0
                    a b c d,                 b c d e,                  0,   1,   1,   0.5
                    """)
    void errorsAreTheFewestThatTurnOneIntoTheOther(
            String said,
            String heard,
            int substitutions,
            int deletions,
            int insertions,
            double rate) {
        var errors = WordErrorRate.of(said, heard);
        assertEquals(substitutions, errors.substitutions());
        assertEquals(deletions, errors.deletions());
        assertEquals(insertions, errors.insertions());
        assertEquals(rate, errors.rate(), 1e-9);
    }
}
