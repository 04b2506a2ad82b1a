package org.tyde.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.refusal.Refusal;

/// Header against codestream, by the rules of docs/codecs.md.
class AgreementTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # header: allocated, stored, high, signed; stream: precision, signed, lossless; sample, stored value
                    16, 12, 11, false,  12, false, true,   4095,   4095
                    16, 12, 11, true,   12, false, true,   4095,     -1
                    16, 12, 11, true,   12, false, true,   2048,  -2048
                    16, 12, 11, false,  16, false, true,  61441,      1
                    16, 12, 11, true,   16, false, true,  65535,     -1
                    16, 12, 15, false,  16, false, true,  65520,   4095
                    16, 16, 15, true,   13, false, true,   8191,     -1
                    16, 16, 15, true,   16, true,  true,  -2048,  -2048
                    16, 16, 15, false,  16, true,  true,  -2048,  -2048
                    16, 10,  9, false,  12, false, false,  1022,   1022
                    16, 10,  9, false,  12, false, false,  1027,   1023
                    16, 12, 11, true,   16, true,  false, -3000,  -2048
                     8,  8,  7, false,   8, false, true,    200,    200
                     8,  8,  7, true,    8, false, true,    200,    -56
                    32, 24, 23, false,  24, false, true, 16777215, 16777215
                    32, 32, 31, true,   32, false, true,     -1,     -1
                    """)
    void samplesBecomeStoredValues(
            int allocated,
            int stored,
            int high,
            boolean signed,
            int precision,
            boolean streamSigned,
            boolean lossless,
            int sample,
            int value)
            throws Refusal {
        var header = header(allocated, stored, high, signed);
        var agreement =
                Agreement.of(header, new Codestream(1, 1, 1, precision, streamSigned, lossless));
        assertEquals(value, agreement.stored(sample));
        var lines = agreement.lines(Photometric.MONOCHROME2);
        lines.put(0, 0, new int[] {7, sample}, 1);
        assertEquals(value, only(lines.samples()));
    }

    @Test
    void aSignedCodestreamUnderAnUnsignedHeaderComesOutSigned() throws Refusal {
        var agreement =
                Agreement.of(header(16, 16, 15, false), new Codestream(1, 1, 1, 16, true, true));
        assertEquals(true, agreement.format().signed());
    }

    @ParameterizedTest
    @CsvSource({
        "2, 1, 1, 8,  SIZE_DIFFERS",
        "1, 2, 1, 8,  SIZE_DIFFERS",
        "1, 1, 3, 8,  COMPONENTS_DIFFER",
        "1, 1, 1, 17, PRECISION_DIFFERS",
    })
    void whatCannotBothBeTrueIsRefused(
            int rows, int columns, int components, int precision, CodecReason reason) {
        var stream = new Codestream(rows, columns, components, precision, false, true);
        var refusal =
                assertThrows(Refusal.class, () -> Agreement.of(header(16, 12, 11, false), stream));
        assertEquals(reason, refusal.reason());
    }

    @Test
    void componentsOfAPixelComeTogether() throws Refusal {
        var agreement =
                Agreement.of(FrameFormat.rgb(1, 2), new Codestream(1, 2, 3, 8, false, true));
        var lines = agreement.lines(Photometric.RGB);
        for (int c = 0; c < 3; c++) lines.put(0, c, new int[] {10 + c, 20 + c}, 0);
        var bytes = ((Samples.Bytes) lines.samples()).values();
        org.junit.jupiter.api.Assertions.assertArrayEquals(
                new byte[] {10, 11, 12, 20, 21, 22}, bytes);
    }

    private static FrameFormat header(int allocated, int stored, int high, boolean signed) {
        return new FrameFormat(
                1, 1, 1, allocated, stored, high, signed, false, Photometric.MONOCHROME2, false);
    }

    private static int only(Samples samples) {
        boolean signed = samples.format().signed();
        return switch (samples) {
            case Samples.Bytes b -> signed ? b.values()[0] : b.values()[0] & 0xFF;
            case Samples.Shorts s -> signed ? s.values()[0] : s.values()[0] & 0xFFFF;
            case Samples.Ints i -> i.values()[0];
            case Samples.Longs _, Samples.Floats _, Samples.Doubles _ -> throw new AssertionError();
        };
    }
}
