package org.tyde.codec.j2k;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.Programs;
import org.tyde.codec.CodecReason;
import org.tyde.codec.EncodedFrame;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Photometric;
import org.tyde.codec.Samples;
import org.tyde.codec.j2k.header.J2kReason;
import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// Samples of more than 16 bits. The streams come from the encoder of these tests, which OpenJPEG judges where it
/// can: up to 16 bits.
class WideSamplesTest {
    @TempDir Path folder;

    /// A ramp over the whole range with noise, as far as the code-blocks' 37 bit-planes reach.
    private static long[] samples(
            int width, int height, int precision, boolean signed, int levels) {
        var random = new Random(precision);
        long half = 1L << precision - 1;
        long span = levels == 0 ? half : half >> 2;
        var all = new long[width * height];
        for (int i = 0; i < all.length; i++) {
            long ramp = -span + (long) (2.0 * span * i / all.length);
            long noise = random.nextLong() >> 64 - precision + 3;
            all[i] = Math.clamp(ramp + noise, 1 - half, half - 1) + (signed ? 0 : half);
        }
        return all;
    }

    private static FrameFormat format(
            int width, int height, int allocated, int precision, boolean signed) {
        return new FrameFormat(
                height,
                width,
                1,
                allocated,
                precision,
                precision - 1,
                signed,
                false,
                Photometric.MONOCHROME2,
                false);
    }

    private static long[] decoded(byte[] stream, FrameFormat format) throws Exception {
        var frame = EncodedFrame.of(TransferSyntax.JPEG_2000_LOSSLESS, stream);
        return switch (new Jpeg2000Decoder().decode(frame, format, JobContext.NONE)) {
            case Samples.Shorts s -> {
                var all = new long[s.values().length];
                for (int i = 0; i < all.length; i++)
                    all[i] = format.signed() ? s.values()[i] : s.values()[i] & 0xFFFF;
                yield all;
            }
            case Samples.Ints s -> {
                var all = new long[s.values().length];
                for (int i = 0; i < all.length; i++)
                    all[i] = format.signed() ? s.values()[i] : s.values()[i] & 0xFFFFFFFFL;
                yield all;
            }
            case Samples.Longs s -> s.values();
            case Samples.Bytes _, Samples.Floats _, Samples.Doubles _ ->
                    throw new AssertionError("other cells");
        };
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # precision, allocated, signed, levels, width, height
                    12, 16, false, 2, 64, 50
                    16, 16, true,  3, 33, 64
                    24, 32, false, 2, 64, 64
                    26, 32, true,  2, 31, 17
                    27, 32, false, 2, 64, 64
                    27, 32, true,  0, 40, 40
                    30, 32, false, 3, 61, 47
                    31, 32, true,  2, 64, 33
                    31, 32, false, 0, 64, 33
                    32, 32, false, 1, 64, 64
                    32, 32, true,  2, 64, 64
                    32, 32, false, 0,  1,  1
                    32, 40, false, 0, 20, 30
                    33, 40, true,  0, 20, 30
                    36, 40, false, 2, 64, 64
                    38, 40, false, 2, 64, 64
                    38, 40, true,  0, 50, 21
                    38, 64, false, 0, 64, 64
                    38, 64, true,  5, 63, 64
                    """)
    void samplesOfUpTo38BitsComeOutAsTheyWentIn(
            int precision, int allocated, boolean signed, int levels, int width, int height)
            throws Exception {
        var values = samples(width, height, precision, signed, levels);
        var form = new WideCodestream(width, height, precision, signed, levels);
        var stream = form.of(values.clone());
        assertArrayEquals(
                values, decoded(stream, format(width, height, allocated, precision, signed)));
    }

    @ParameterizedTest
    @CsvSource({"8, 0", "12, 0", "12, 3", "16, 2", "16, 5"})
    void openJpegReadsTheStreamsOfTheTestsEncoder(int precision, int levels) throws Exception {
        var values = samples(64, 47, precision, false, levels);
        var in = folder.resolve("in.j2k");
        var out = folder.resolve("out.rawl");
        Files.write(in, new WideCodestream(64, 47, precision, false, levels).of(values.clone()));
        var said = Programs.run("opj_decompress", "-i", in.toString(), "-o", out.toString());
        assertEquals(0, said.exitCode(), said.text());
        var bytes =
                ByteBuffer.wrap(Files.readAllBytes(out)).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        var theirs = new long[values.length];
        for (int i = 0; i < theirs.length; i++)
            theirs[i] = precision > 8 ? bytes.getShort() & 0xFFFF : bytes.get() & 0xFF;
        assertArrayEquals(values, theirs);
    }

    @Test
    void moreBitsThanAreAllocatedAreRefused() {
        var stream = new WideCodestream(8, 8, 33, false, 0).of(samples(8, 8, 33, false, 0));
        var refusal =
                assertThrows(Refusal.class, () -> decoded(stream, format(8, 8, 32, 32, false)));
        assertEquals(CodecReason.PRECISION_DIFFERS, refusal.reason());
    }

    @Test
    void highThroughputBlocksOfMoreThan30BitPlanesAreRefusedByName() throws Exception {
        var form = new HtCodestream(8, 8, 31, 0, 1, 0, 0, false);
        var values = HtBlockDecoderTest.values(8, 8, 11, 0);
        var refusal =
                assertThrows(
                        Refusal.class, () -> decoded(form.of(values), format(8, 8, 32, 31, false)));
        assertEquals(J2kReason.UNSUPPORTED, refusal.reason());
        assertTrue(refusal.getMessage().contains("31 bit-planes"), refusal.getMessage());
    }
}
