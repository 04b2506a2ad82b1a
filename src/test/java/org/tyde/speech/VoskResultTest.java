package org.tyde.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class VoskResultTest {
    private static final List<Word> BLUE =
            List.of(new Word("blødning", 2.21, 2.66, 0.5), new Word("null", 2.66, 3, 1));

    @Test
    void aFinalResultHasTimesAndConfidence() throws Exception {
        var json =
                """
                { "result" : [{ "conf" : 0.500000, "end" : 0.660000, "start" : 0.210000, "word" : "blødning" },
                { "conf" : 1.000000, "end" : 1.000000, "start" : 0.660000, "word" : "null" }],
                "text" : "blødning null" }
                """;
        assertEquals(BLUE, VoskResult.words(json, 2, 9));
    }

    /// As the library writes it in a process whose locale is nb_NO.
    @Test
    void aDecimalCommaIsReadToo() throws Exception {
        var json =
                """
                { "result" : [{ "conf" : 0,500000, "end" : 0,660000, "start" : 0,210000, "word" : "blødning" },
                { "conf" : 1,000000, "end" : 1,000000, "start" : 0,660000, "word" : "null" }],
                "text" : "blødning null" }
                """;
        assertEquals(BLUE, VoskResult.words(json, 2, 9));
    }

    @Test
    void aPartialResultIsBoundedByWhatWasHeard() throws Exception {
        assertEquals(
                List.of(new Word("ingen", 2, 9, 1), new Word("fraktur", 2, 9, 1)),
                VoskResult.words("{ \"partial\" : \"ingen fraktur\" }", 2, 9));
        assertEquals(List.of(), VoskResult.words("{ \"partial\" : \"\" }", 0, 1));
        assertEquals(List.of(), VoskResult.words("{ \"text\" : \"\" }", 0, 1));
    }
}
