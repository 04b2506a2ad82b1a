package org.tyde.codec.streams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tyde.app.house.Decoders;
import org.tyde.codec.CodecRegistry;
import org.tyde.codec.EncodedFrame;
import org.tyde.codec.Fidelity;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Photometric;
import org.tyde.codec.Picture;
import org.tyde.codec.RleEncoder;
import org.tyde.codec.Samples;
import org.tyde.codec.StoredBytes;
import org.tyde.codec.jpeg.JdkJpeg;
import org.tyde.codec.jpeg.JpegLosslessEncoder;
import org.tyde.codec.jpegls.JpegLsEncoder;
import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Frames whose bytes end before the picture does: what is given is what was encoded, and it says how far
/// it goes.
class CutOffStreamsTest {
    private static final FrameFormat GREY8 = FrameFormat.grey(70, 51, 8, 8);
    private static final FrameFormat GREY12 = FrameFormat.grey(70, 51, 16, 12);
    private static final FrameFormat RGB = FrameFormat.rgb(70, 51);

    /// Rows of these pictures that the longest run of RLE spans: a zero at the end takes them back.
    private static final int DOUBTFUL = 3;

    private static final Locale NORWEGIAN = Locale.of("nb", "NO");

    private final CodecRegistry codecs = Decoders.all();

    private interface Encoder {
        byte[] encode(Samples samples) throws Exception;
    }

    /// A picture as one of the families writes it.
    static final class Stream {
        private final String name;
        private final TransferSyntax syntax;
        private final FrameFormat format;
        private final byte[] bytes;

        Stream(String name, TransferSyntax syntax, FrameFormat format, byte[] bytes) {
            this.name = name;
            this.syntax = syntax;
            this.format = format;
            this.bytes = bytes;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream stream(
            String name, TransferSyntax syntax, FrameFormat format, Encoder encoder)
            throws Exception {
        var picture = Picture.of(format, Picture.Kind.BODY, 11);
        return new Stream(name, syntax, format, encoder.encode(picture.samples()));
    }

    static List<Stream> streams() throws Exception {
        Encoder rle = samples -> RleEncoder.encode(samples, JobContext.NONE);
        Encoder lossless = samples -> JpegLosslessEncoder.encode(samples, JobContext.NONE);
        Encoder jdk = samples -> JdkJpeg.encode(samples, true);
        var sv1 = TransferSyntax.JPEG_LOSSLESS_SV1;
        var baseline = TransferSyntax.JPEG_BASELINE;
        return List.of(
                stream("native", TransferSyntax.EXPLICIT_LITTLE, GREY12, StoredBytes::of),
                stream("native RGB", TransferSyntax.EXPLICIT_LITTLE, RGB, StoredBytes::of),
                stream("deflated", TransferSyntax.DEFLATED_FRAMES, GREY12, s -> deflated(s)),
                stream("RLE 8", TransferSyntax.RLE, GREY8, rle),
                stream("RLE 12", TransferSyntax.RLE, GREY12, rle),
                stream("RLE RGB", TransferSyntax.RLE, RGB, rle),
                stream("lossless 12", sv1, GREY12, lossless),
                stream("lossless RGB", sv1, RGB, lossless),
                jpegLs(GREY12),
                jpegLs(RGB),
                stream("baseline", baseline, GREY8, jdk),
                stream("baseline, less chroma", baseline, RGB.with(Photometric.YBR_FULL), jdk));
    }

    private static Stream jpegLs(FrameFormat format) throws Exception {
        Encoder encoder = samples -> JpegLsEncoder.encode(samples, JobContext.NONE);
        var name = "JPEG-LS " + format.photometric();
        return stream(name, TransferSyntax.JPEG_LS_LOSSLESS, format, encoder);
    }

    private static Stream progressive() throws Exception {
        return stream("progressive", TransferSyntax.JPEG_BASELINE, GREY8, JdkJpeg::progressive);
    }

    private static byte[] deflated(Samples samples) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(out, new Deflater(9, true))) {
            deflated.write(StoredBytes.of(samples));
        }
        return out.toByteArray();
    }

    private Samples available(Stream stream, byte[] bytes) throws Exception {
        return codecs.decodeAvailable(
                EncodedFrame.of(stream.syntax, bytes), stream.format, 0, JobContext.NONE);
    }

    /// The zero is what a writer adds to an odd length.
    @ParameterizedTest
    @MethodSource("streams")
    void theRowsThatAreGivenAreThoseThatWereEncodedWhereverTheBytesEnd(Stream stream)
            throws Exception {
        var whole = stream.bytes;
        var values = StoredBytes.of(available(stream, whole));
        int row = values.length / 70;
        int before = 0;
        int stride = whole.length / 500 | 1;
        for (int length = 0; length < whole.length - 2; length += stride)
            for (int zeros = 0; zeros <= length % 2; zeros++) {
                var bytes = Arrays.copyOf(whole, length + zeros);
                int rows = 70;
                Samples given;
                try {
                    given = available(stream, bytes);
                } catch (Refusal none) {
                    assertTrue(before <= DOUBTFUL || zeros == 1, length + ": " + none.getMessage());
                    continue;
                }
                if (given.fidelity() instanceof Fidelity.Partial part) {
                    rows = part.rows();
                    assertEquals(70, part.of());
                    assertTrue(!part.coarse());
                }
                var expected = Arrays.copyOf(Arrays.copyOf(values, rows * row), values.length);
                var name = length + " of " + whole.length + " bytes, " + rows + " rows";
                assertEquals(-1, Arrays.mismatch(expected, StoredBytes.of(given)), name);
                assertTrue(zeros == 1 || rows >= before - DOUBTFUL, name);
                before = Math.max(before, rows);
            }
        assertTrue(before >= 60, "the most that was given: " + before);
    }

    @ParameterizedTest
    @MethodSource("streams")
    void whoeverAsksForAWholeFrameGetsNoPart(Stream stream) throws Exception {
        var whole = stream.bytes;
        var cut = Arrays.copyOf(whole, whole.length - whole.length / 8);
        var part = (Fidelity.Partial) available(stream, cut).fidelity();
        var refusal =
                assertThrows(
                        Refusal.class,
                        () ->
                                codecs.decode(
                                        EncodedFrame.of(stream.syntax, cut),
                                        stream.format,
                                        JobContext.NONE));
        assertEquals(part.why().getMessage(), refusal.getMessage());
        assertTrue(refusal.rule().isPresent(), refusal.getMessage());
    }

    @Test
    void scansOfAProgressiveFrameThatAreMissingCostDetailNotRows() throws Exception {
        var stream = progressive();
        var picture = Picture.of(GREY8, Picture.Kind.BODY, 11);
        var whole = stream.bytes;
        long rough = 0;
        int coarse = 0;
        for (int length = whole.length - 3; length > 0; length--) {
            Samples given;
            try {
                given = available(stream, Arrays.copyOf(whole, length));
            } catch (Refusal none) {
                break;
            }
            if (!(given.fidelity() instanceof Fidelity.Partial part)) continue;
            assertTrue(part.coarse());
            if (part.rows() == 70) {
                coarse++;
                rough = picture.distance(given);
            }
        }
        assertTrue(coarse > whole.length / 4, "lengths with all rows: " + coarse);
        assertTrue(rough < 128, "means of blocks are off by " + rough);
    }

    @Test
    void aProgressiveFrameThatEndsBetweenTwoScansIsNotTakenForWhole() throws Exception {
        var whole = progressive().bytes;
        int scan = whole.length - 1;
        while (whole[scan] != -1 || whole[scan + 1] != (byte) 0xDA) scan--;
        var given = available(progressive(), Arrays.copyOf(whole, scan));
        assertEquals(70, ((Fidelity.Partial) given.fidelity()).rows());
    }

    @Test
    void theSentenceSaysWhichRowsThereAreAndWhy() throws Exception {
        var stream = jpegLs(GREY12);
        var cut = Arrays.copyOf(stream.bytes, stream.bytes.length / 2);
        var part = (Fidelity.Partial) available(stream, cut).fidelity();
        int rows = part.rows();
        assertEquals(
                "Only part of this image could be decoded: rows 1 to "
                        + rows
                        + " of 70. The JPEG-LS frame ends in line "
                        + (rows + 1)
                        + ". (FFDA, byte 15, T.87 A.1)",
                part.sentence(Locale.ENGLISH));
        assertTrue(
                part.sentence(NORWEGIAN)
                        .startsWith(
                                "Bare en del av dette bildet lot seg dekode: rad 1 til " + rows),
                part.sentence(NORWEGIAN));
    }
}
