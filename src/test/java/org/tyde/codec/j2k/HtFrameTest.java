package org.tyde.codec.j2k;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.codec.EncodedFrame;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Samples;
import org.tyde.codec.StoredBytes;
import org.tyde.codec.j2k.header.J2kReason;
import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

/// Codestreams of the test encoder, through packets and all: sets of passes and placeholders that no encoder at
/// hand writes. FFmpeg 8.1 sees the same in those with placeholders; no other decoder at hand reads several sets.
class HtFrameTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # width, height, bits, plane, passes, placeholders, coarser sets, causal
                    64,  64,  8, 0, 1, 0, 0, false
                    33,  29, 16, 1, 3, 0, 0, false
                    63,  31, 12, 1, 2, 0, 0, true
                    64,  64,  8, 0, 1, 1, 0, false
                    33,  17, 12, 1, 3, 2, 0, false
                    64,  64, 12, 0, 1, 5, 0, false
                    31,  64, 12, 0, 1, 0, 1, false
                    64,  64, 16, 1, 3, 0, 2, false
                    40,  50, 12, 1, 2, 1, 1, true
                     1,   1,  8, 0, 1, 1, 2, false
                    """)
    void lastSetOfPassesIsWhatIsSeen(
            int width,
            int height,
            int bits,
            int plane,
            int passes,
            int placeholders,
            int coarser,
            boolean causal)
            throws Exception {
        var form =
                new HtCodestream(width, height, bits, plane, passes, placeholders, coarser, causal);
        for (int kind = 0; kind < 5; kind++) {
            var values = HtBlockDecoderTest.values(width, height, bits - 1, kind);
            var places = HtBlockDecoderTest.decoded(width, height, values, plane, passes, causal);
            assertArrayEquals(
                    HtJudgeTest.samples(places, bits),
                    decoded(form.of(values), width, height, bits),
                    "kind " + kind);
        }
    }

    @Test
    void streamCutAnywhereEndsInPixelsOrARefusal() throws Exception {
        var form = new HtCodestream(31, 29, 12, 1, 3, 1, 1, false);
        var whole = form.of(HtBlockDecoderTest.values(31, 29, 11, 2));
        for (int length = 0; length < whole.length; length += 7) {
            var cut = java.util.Arrays.copyOf(whole, length);
            try {
                decoded(cut, 31, 29, 12);
            } catch (Refusal refusal) {
                assertEquals(J2kReason.class, refusal.reason().getClass());
            }
        }
    }

    @Test
    void placeholdersWithBytesAreRefused() {
        var form = new HtCodestream(8, 8, 12, 1, 2, 0, 0, false);
        var stream = form.of(HtBlockDecoderTest.values(8, 8, 11, 0));
        int sod = stream.length;
        while (stream[sod - 1] != (byte) 0x93 || stream[sod - 2] != (byte) 0xFF) sod--;
        // three passes become six: 11 0..01 then 1111 00000 in place of 10
        stream[sod] = (byte) 0b1111_1111;
        var refusal = assertThrows(Refusal.class, () -> decoded(stream, 8, 8, 12));
        assertEquals(J2kReason.class, refusal.reason().getClass());
    }

    static int[] decoded(byte[] stream, int width, int height, int bits) throws Exception {
        var samples =
                new Jpeg2000Decoder()
                        .decode(
                                EncodedFrame.of(TransferSyntax.HTJ2K, stream),
                                FrameFormat.grey(height, width, bits > 8 ? 16 : 8, bits),
                                JobContext.NONE);
        return values(samples);
    }

    static int[] values(Samples samples) {
        var bytes = StoredBytes.of(samples);
        int wide = samples.format().bytesPerSample();
        var all = new int[bytes.length / wide];
        for (int i = 0; i < all.length; i++) {
            int value = bytes[i * wide + wide - 1];
            if (!samples.format().signed()) value &= 0xFF;
            for (int b = wide - 2; b >= 0; b--) value = value << 8 | bytes[i * wide + b] & 0xFF;
            all[i] = value;
        }
        return all;
    }
}
