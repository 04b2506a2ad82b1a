package org.tyde.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.util.Arrays;
import java.util.HexFormat;

/// RLE Lossless as it is written, PS3.5 Annex G.
class RleEncoderTest {
    @Test
    void runsLiteralsAndPaddingAreWrittenAsAnnexGHasThem() throws Exception {
        var picture = Picture.of(FrameFormat.grey(1, 8, 8, 8), 5, 5, 5, 5, 1, 2, 3, 3);
        var bytes = RleEncoder.encode(picture.samples(), JobContext.NONE);
        assertEquals("0100000040000000", HexFormat.of().formatHex(bytes, 0, 8));
        assertArrayEquals(
                new byte[] {-3, 5, 3, 1, 2, 3, 3, 0}, Arrays.copyOfRange(bytes, 64, bytes.length));
    }

    @Test
    void noRunCrossesTheEndOfARow() throws Exception {
        var picture = Picture.of(FrameFormat.grey(2, 3, 8, 8), 7, 7, 7, 7, 7, 7);
        var bytes = RleEncoder.encode(picture.samples(), JobContext.NONE);
        assertArrayEquals(new byte[] {-2, 7, -2, 7}, Arrays.copyOfRange(bytes, 64, bytes.length));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # allocated, stored, samples, signed
                    8,  8,  1, false
                    8,  6,  1, true
                    8,  8,  3, false
                    16, 12, 1, false
                    16, 12, 1, true
                    16, 16, 3, false
                    24, 24, 1, false
                    32, 32, 1, true
                    32, 32, 3, true
                    """)
    void whatIsWrittenComesBack(int allocated, int stored, int samples, boolean signed)
            throws Exception {
        for (var size : new int[][] {{1, 1}, {1, 300}, {17, 1}, {33, 257}})
            for (var kind : Picture.Kind.values()) {
                var photometric = samples == 3 ? Photometric.RGB : Photometric.MONOCHROME2;
                var format =
                        new FrameFormat(
                                size[0],
                                size[1],
                                samples,
                                allocated,
                                stored,
                                stored - 1,
                                signed,
                                false,
                                photometric,
                                false);
                var picture = Picture.of(format, kind, 5);
                var bytes = RleEncoder.encode(picture.samples(), JobContext.NONE);
                assertEquals(0, bytes.length % 2);
                assertTrue(
                        picture.sameAs(RleDecoder.decode(bytes, format, JobContext.NONE)),
                        picture + " " + kind);
            }
    }

    @Test
    void cellsWithoutWholeBytesAreRefused() {
        var picture = Picture.of(FrameFormat.grey(1, 4, 12, 12), 1, 2, 3, 4);
        var refusal =
                assertThrows(
                        Refusal.class, () -> RleEncoder.encode(picture.samples(), JobContext.NONE));
        assertEquals(CodecReason.UNSUPPORTED_CELLS, refusal.reason());
    }
}
