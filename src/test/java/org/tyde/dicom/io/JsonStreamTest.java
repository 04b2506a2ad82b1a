package org.tyde.dicom.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Data sets out of a text of JSON that is read as it comes.
class JsonStreamTest {
    private static List<DataSet> read(String text) throws IOException {
        var all = new ArrayList<DataSet>();
        var bytes = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        DicomJson.read(new ByteArrayInputStream(bytes), all::add);
        return all;
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    '',            0
                    '  ',          0
                    '[]',          0
                    '{}',          1
                    '[{}]',        1
                    ' [ {} , {} ] ', 2
                    """)
    void anArrayOrOneAloneIsRead(String text, int count) throws IOException {
        assertEquals(count, read(text).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "17",
                "null",
                "'x'",
                "[17]",
                "[[{}]]",
                "[{}",
                "[{},",
                "[{}] {}",
                "{} x",
                "[{}]]",
                "[{'00100020':{'vr':'LO'},'00100020':{'vr':'LO'}}]",
                "[{'00280010':{'vr':'US','Value':[1e999999999]}}]"
            })
    void whatIsNoneIsRefusedAsSuch(String text) {
        assertThrows(DicomFormatException.class, () -> read(text));
    }

    @Test
    void sequencesWithinSequencesEndSomewhere() {
        var text = "{'00081140':{'vr':'SQ','Value':[".repeat(2000) + "{}" + "]}}".repeat(2000);
        assertThrows(DicomFormatException.class, () -> read(text));
    }

    @Test
    void aTextBeyondReasonIsRefused() {
        var text = "{'00100020':{'vr':'LO','Value':['" + "x".repeat(21_000_000) + "']}}";
        assertThrows(DicomFormatException.class, () -> read(text));
    }

    @Test
    @SuppressWarnings("InputStreamSlowMultibyteRead") // as slow as the test likes
    void eachIsHandedOnBeforeTheNextIsRead() throws IOException {
        var one = "{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"x\"]}},";
        var endless =
                new InputStream() {
                    private long at;

                    @Override
                    public int read() {
                        long i = at++;
                        return i == 0 ? '[' : one.charAt((int) ((i - 1) % one.length()));
                    }
                };
        var seen = new int[1];
        var enough =
                assertThrows(
                        IOException.class,
                        () ->
                                DicomJson.read(
                                        endless,
                                        dataSet -> {
                                            assertEquals("x", dataSet.textOr(Tag.PATIENT_ID, ""));
                                            if (++seen[0] == 10_000)
                                                throw new IOException("enough");
                                        }));
        assertEquals("enough", enough.getMessage());
        assertTrue(endless.at < 10_100L * one.length() + 10_000);
    }
}
