package org.tyde.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.codec.CodecReason;
import org.tyde.codec.EncodedFrame;
import org.tyde.codec.Fidelity;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Photometric;
import org.tyde.codec.Picture;
import org.tyde.codec.Samples;
import org.tyde.codec.StoredBytes;
import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Reason;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;

/// What markers say is heeded, what cannot be is refused, and header and stream are told apart.
class JpegFrameDecoderTest {
    private static final FrameFormat GREY = FrameFormat.grey(48, 64, 8, 8);

    private static Samples decode(byte[] stream, FrameFormat format) throws Exception {
        return new JpegFrameDecoder()
                .decode(
                        EncodedFrame.of(TransferSyntax.JPEG_BASELINE, stream),
                        format,
                        JobContext.NONE);
    }

    private static Refusal refused(Reason reason, byte[] stream, FrameFormat format) {
        var refusal = assertThrows(Refusal.class, () -> decode(stream, format));
        assertEquals(reason, refusal.reason(), refusal.getMessage());
        return refusal;
    }

    private static Reason cutOff(byte[] stream) throws Exception {
        return ((Fidelity.Partial) decode(stream, GREY).fidelity()).why().reason();
    }

    /// By the JDK's own encoder; grey, or colour with chroma at half size.
    private static byte[] jpeg(FrameFormat format) throws Exception {
        return JdkJpeg.encode(Picture.of(format, Picture.Kind.BODY, 1).samples(), false);
    }

    private static byte[] lossless(FrameFormat format) throws Exception {
        var samples = Picture.of(format, Picture.Kind.BODY, 1).samples();
        var options = new JpegLosslessEncoder.Options(1, 0, format.columns());
        return JpegLosslessEncoder.encode(samples, options, JobContext.NONE);
    }

    private static int find(byte[] stream, int marker) {
        for (int i = 0; i + 1 < stream.length; i++)
            if (stream[i] == -1 && (stream[i + 1] & 0xFF) == marker) return i;
        throw new AssertionError("no marker " + Integer.toHexString(marker));
    }

    private static byte[] put(byte[] stream, int at, byte... bytes) {
        var out = new ByteArrayOutputStream();
        out.write(stream, 0, at);
        out.writeBytes(bytes);
        out.write(stream, at, stream.length - at);
        return out.toByteArray();
    }

    @Test
    void withoutEndOfImageAndWithBytesAfterItThePictureIsTheSame() throws Exception {
        var stream = jpeg(GREY);
        var picture = StoredBytes.of(decode(stream, GREY));
        var open = Arrays.copyOf(stream, stream.length - 2);
        assertArrayEquals(picture, StoredBytes.of(decode(open, GREY)));
        var padded = Arrays.copyOf(open, open.length + 37);
        assertArrayEquals(picture, StoredBytes.of(decode(padded, GREY)));
        var followed = put(stream, stream.length, (byte) 0xFE, (byte) 0xFF, (byte) 0, (byte) 0xE0);
        assertArrayEquals(picture, StoredBytes.of(decode(followed, GREY)));
    }

    @Test
    void fillBytesBeforeAMarkerAndUnknownSegmentsAreSkipped() throws Exception {
        var stream = jpeg(GREY);
        var picture = StoredBytes.of(decode(stream, GREY));
        int at = find(stream, Marker.SOF0);
        var filled = put(stream, at, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF);
        assertArrayEquals(picture, StoredBytes.of(decode(filled, GREY)));
        var comment =
                put(stream, at, (byte) 0xFF, (byte) 0xFE, (byte) 0, (byte) 4, (byte) 1, (byte) 2);
        assertArrayEquals(picture, StoredBytes.of(decode(comment, GREY)));
    }

    @Test
    void linesMayBeSaidAfterTheFirstScan() throws Exception {
        var stream = jpeg(GREY);
        var picture = StoredBytes.of(decode(stream, GREY));
        int at = find(stream, Marker.SOF0);
        stream[at + 5] = 0;
        stream[at + 6] = 0;
        byte[] dnl = {-1, (byte) Marker.DNL, 0, 4, 0, 48};
        assertArrayEquals(
                picture, StoredBytes.of(decode(put(stream, stream.length - 2, dnl), GREY)));
        dnl[5] = 40;
        refused(CodecReason.SIZE_DIFFERS, put(stream, stream.length - 2, dnl), GREY);
    }

    @Test
    void ofAStreamCutBeforeTheFirstRowNothingIsGiven() throws Exception {
        var stream = jpeg(GREY);
        int scan = find(stream, Marker.SOS);
        refused(JpegReason.CUT_OFF, Arrays.copyOf(stream, scan + 20), GREY);
        refused(JpegReason.SCAN_MISSING, Arrays.copyOf(stream, scan), GREY);
        refused(JpegReason.NO_FRAME_HEADER, Arrays.copyOf(stream, 20), GREY);
    }

    @Test
    void aStreamThatEndsTooEarlyWithAMarkerIsDamagedAndRefused() throws Exception {
        var end = new byte[] {-1, (byte) Marker.EOI};
        for (var stream : new byte[][] {jpeg(GREY), lossless(GREY)}) {
            var cut = Arrays.copyOf(stream, stream.length * 3 / 4);
            assertEquals(JpegReason.CUT_OFF, cutOff(cut));
            refused(JpegReason.ENDS_EARLY, put(cut, cut.length, end), GREY);
        }
        var lossless = lossless(GREY);
        int last = lossless.length - 1;
        while (lossless[last - 1] != -1 || !Marker.isRestart(lossless[last] & 0xFF)) last--;
        var cut = Arrays.copyOf(lossless, last - 1);
        refused(JpegReason.RESTART_MISSING, put(cut, cut.length, end), GREY);
    }

    @Test
    void restartsOutOfOrderAreRefused() throws Exception {
        var stream = lossless(GREY);
        int at = find(stream, Marker.RST0 + 3);
        stream[at + 1] = (byte) (Marker.RST0 + 4);
        refused(JpegReason.RESTART_MISSING, stream, GREY);
    }

    @ParameterizedTest
    @CsvSource({"5", "6", "7", "9", "10", "11", "13", "15", "55"})
    void otherProcessesAreRefusedByName(int process) throws Exception {
        var stream = jpeg(GREY);
        int at = find(stream, Marker.SOF0);
        stream[at + 1] = (byte) (process == 55 ? Marker.SOF55 : Marker.SOF0 + process);
        var refusal = refused(JpegReason.UNSUPPORTED_PROCESS, stream, GREY);
        assertTrue(refusal.getMessage().contains("SOF" + process), refusal.getMessage());
    }

    @Test
    void aMissingTableIsNamed() throws Exception {
        var stream = jpeg(GREY);
        int at = find(stream, Marker.DHT);
        stream[at + 1] = (byte) Marker.COM;
        for (int next = at + 2; next + 1 < stream.length; next++)
            if (stream[next] == -1 && (stream[next + 1] & 0xFF) == Marker.DHT)
                stream[next + 1] = (byte) Marker.COM;
        refused(JpegReason.TABLE_MISSING, stream, GREY);
    }

    @Test
    void aFewBytesCannotAskForAHugeFrame() throws Exception {
        var stream = jpeg(GREY);
        int at = find(stream, Marker.SOF0);
        for (int i = 5; i < 9; i++) stream[at + i] = -1;
        refused(CodecReason.UNSUPPORTED_CELLS, stream, FrameFormat.grey(65_535, 65_535, 8, 8));
        stream[at + 5] = 0;
        refused(CodecReason.TOO_FEW_BYTES, stream, FrameFormat.grey(255, 65_535, 8, 8));
    }

    @Test
    void sizeComponentsAndPrecisionMustBeThoseOfTheHeader() throws Exception {
        refused(CodecReason.SIZE_DIFFERS, jpeg(GREY), FrameFormat.grey(64, 48, 8, 8));
        refused(CodecReason.COMPONENTS_DIFFER, jpeg(GREY), FrameFormat.rgb(48, 64));
        var twelve = FrameFormat.grey(48, 64, 16, 12);
        refused(CodecReason.PRECISION_DIFFERS, lossless(twelve), GREY);
    }

    @Test
    void colourFollowsTheHeaderUnlessTheStreamKnowsBetter() throws Exception {
        var rgb = FrameFormat.rgb(48, 64);
        var ybr = rgb.with(Photometric.YBR_FULL_422);
        var plain = JdkJpeg.encode(Picture.of(rgb, Picture.Kind.RAMP, 1).samples(), false);
        // without an Adobe segment the header decides
        var asCoded = StoredBytes.of(decode(plain, rgb));
        var converted = decode(plain, ybr);
        assertEquals(Photometric.RGB, converted.format().photometric());
        assertTrue(!Arrays.equals(asCoded, StoredBytes.of(converted)));
        // with one that says there is no transform, the components are RGB whatever the header says
        byte[] none = {
            -1, (byte) Marker.APP14, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
        };
        assertArrayEquals(asCoded, StoredBytes.of(decode(put(plain, 2, none), ybr)));
        // with one that says YCbCr under a header that says RGB, the header is believed
        none[15] = 1;
        assertArrayEquals(asCoded, StoredBytes.of(decode(put(plain, 2, none), rgb)));
        assertArrayEquals(
                StoredBytes.of(converted), StoredBytes.of(decode(put(plain, 2, none), ybr)));
    }

    @Test
    void losslessColourStaysAsCoded() throws Exception {
        var ybr = FrameFormat.rgb(48, 64).with(Photometric.YBR_FULL);
        var picture = Picture.of(ybr, Picture.Kind.NOISE, 3);
        var stream = JpegLosslessEncoder.encode(picture.samples(), JobContext.NONE);
        var back = decode(stream, ybr);
        assertEquals(Photometric.YBR_FULL, back.format().photometric());
        assertTrue(picture.sameAs(back));
    }

    @ParameterizedTest
    @CsvSource({"1, 24, 32", "2, 12, 16", "3, 6, 8", "7, 6, 8"})
    void aReducedFrameIsTheMeanOfWhatItStandsFor(int reduction, int rows, int columns)
            throws Exception {
        for (var format : new FrameFormat[] {GREY, FrameFormat.rgb(48, 64)}) {
            var header = format.samplesPerPixel() == 1 ? format : format.with(Photometric.YBR_FULL);
            var picture = Picture.of(format, Picture.Kind.BODY, 5);
            var frame =
                    EncodedFrame.of(
                            TransferSyntax.JPEG_BASELINE, JdkJpeg.encode(picture.samples(), true));
            var decoder = new JpegFrameDecoder();
            var whole = StoredBytes.of(decoder.decode(frame, header, JobContext.NONE));
            var small = decoder.decode(frame, header, reduction, JobContext.NONE);
            assertEquals(rows, small.format().rows());
            assertEquals(columns, small.format().columns());
            var values = StoredBytes.of(small);
            int n = format.samplesPerPixel();
            int factor = 48 / rows;
            double error = 0;
            for (int i = 0; i < values.length; i++) {
                int y = i / n / columns * factor;
                int x = i / n % columns * factor;
                double mean = 0;
                for (int k = 0; k < factor * factor; k++) {
                    int at = ((y + k / factor) * 64 + x + k % factor) * n + i % n;
                    mean += (whole[at] & 0xFF) / (double) (factor * factor);
                }
                error += Math.abs(mean - (values[i] & 0xFF)) / values.length;
            }
            assertTrue(error < 3, "mean error " + error);
        }
    }

    @Test
    void losslessFramesComeWholeWhateverIsAsked() throws Exception {
        var frame = EncodedFrame.of(TransferSyntax.JPEG_LOSSLESS, lossless(GREY));
        var samples = new JpegFrameDecoder().decode(frame, GREY, 2, JobContext.NONE);
        assertEquals(GREY, samples.format());
    }

    @Test
    void aCancelledJobStops() throws Exception {
        var stream = jpeg(GREY);
        var cancelled =
                new JobContext() {
                    @Override
                    public void progress(long done, long total) {}

                    @Override
                    public boolean cancelled() {
                        return true;
                    }
                };
        assertThrows(
                CancellationException.class,
                () ->
                        new JpegFrameDecoder()
                                .decode(
                                        EncodedFrame.of(TransferSyntax.JPEG_BASELINE, stream),
                                        GREY,
                                        cancelled));
    }

    @Test
    void damagedStreamsGiveAFrameOrARefusalAndNothingElse() throws Exception {
        var random = new Random(4);
        var streams = new byte[][] {jpeg(GREY), lossless(GREY)};
        for (int i = 0; i < 3000; i++) {
            var damaged = streams[i % 2].clone();
            for (int n = random.nextInt(4); n >= 0; n--)
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            try {
                assertEquals(48 * 64, decode(damaged, GREY).bytes());
            } catch (Refusal refusal) {
                assertTrue(refusal.getMessage().length() > 10);
            }
        }
    }
}
