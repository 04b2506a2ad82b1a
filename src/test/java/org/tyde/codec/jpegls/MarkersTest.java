package org.tyde.codec.jpegls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.Programs;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Picture;
import org.tyde.codec.Samples;
import org.tyde.refusal.Reason;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// What the markers of T.87 Annex C change: streams taken apart and put together anew.
class MarkersTest {
    private static final FrameFormat GREY = FrameFormat.grey(4, 4, 8, 8);

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # rows in a restart interval, DRI segment
                    1,  FFDD00040001
                    3,  FFDD0005000003
                    16, FFDD000600000010
                    40, FFDD00040028
                    """)
    void restartIntervalsBeginAnew(int interval, String dri) throws Exception {
        var picture = body(40, 33, 12);
        var stream = new ByteArrayOutputStream();
        var whole = JpegLsEncoder.encode(picture.samples(), JobContext.NONE);
        stream.write(whole, 0, 2);
        stream.writeBytes(hex(dri));
        stream.write(whole, 2, scanAt(whole) - 2);
        for (int row = 0; row < 40; row += interval) {
            if (row > 0)
                stream.writeBytes(new byte[] {-1, (byte) (0xD0 + (row / interval - 1) % 8)});
            var strip = strip(picture, row, Math.min(40, row + interval));
            stream.write(strip, scanAt(strip), strip.length - 2 - scanAt(strip));
        }
        stream.writeBytes(hex("FFD9"));
        var bytes = stream.toByteArray();
        assertTrue(picture.sameAs(CharLsStreamsTest.decode(bytes, picture.format())));
        assertArrayEquals(picture.words(false), CharLs.decode(bytes));
    }

    @Test
    void aLostRestartMarkerIsNamed() throws Exception {
        var picture = body(6, 33, 8);
        var whole = JpegLsEncoder.encode(picture.samples(), JobContext.NONE);
        var stream = with(whole, 2, hex("FFDD00040002"));
        var refusal = assertThrows(Refusal.class, () -> decode(stream, picture.format()));
        assertEquals(JpegLsReason.RESTART_LOST, refusal.reason());
    }

    @Test
    void dimensionsMayStandInAnLseMarker() throws Exception {
        var bytes = StandardExampleTest.STREAM.clone();
        Arrays.fill(bytes, 7, 11, (byte) 0);
        var stream = with(bytes, 15, hex("FFF8000A040300000400000" + "4"));
        assertPicture(decode(stream, GREY), v -> v);
        var refusal = assertThrows(Refusal.class, () -> decode(bytes, GREY));
        assertEquals("SIZE_DIFFERS", refusal.reason().name());
    }

    @Test
    void aMappingTableSaysWhatASampleStandsFor() throws Exception {
        var table = new ByteArrayOutputStream();
        table.writeBytes(hex("FFF80085020501"));
        for (int i = 0; i < 128; i++) table.write(255 - i);
        table.writeBytes(hex("FFF80085030501"));
        for (int i = 128; i < 256; i++) table.write(255 - i);
        var stream = with(StandardExampleTest.STREAM, 15, table.toByteArray());
        stream[15 + table.size() + 6] = 5;
        assertPicture(decode(stream, GREY), v -> 255 - v);
    }

    @Test
    void aMappingTableOfTwoBytesWidensTheSamples() throws Exception {
        var table = new ByteArrayOutputStream();
        table.writeBytes(hex("FFF80205020502"));
        for (int i = 0; i < 256; i++) table.writeBytes(new byte[] {(byte) i, (byte) i});
        var stream = with(StandardExampleTest.STREAM, 15, table.toByteArray());
        stream[15 + table.size() + 6] = 5;
        var shorts = (Samples.Shorts) decode(stream, FrameFormat.grey(4, 4, 16, 16));
        for (int i = 0; i < 16; i++)
            assertEquals(StandardExampleTest.PICTURE[i] * 257, shorts.values()[i] & 0xFFFF);
    }

    @Test
    void aPointTransformShiftsTheSamplesBack() throws Exception {
        var stream = StandardExampleTest.STREAM.clone();
        stream[24] = 1;
        assertPicture(decode(stream, GREY), v -> v << 1 & 0xFF);
    }

    /// CharLS 2.4.1 fails on any MAXVAL of its own, FFmpeg 5.1 on those that are not a power of two less one.
    @ParameterizedTest
    @CsvSource({"127, true", "200, false", "254, false", "100, false"})
    void aPresetMaxvalBoundsTheSamples(int maxval, boolean judged) throws Exception {
        var body = body(30, 41, 8);
        var values = body.values();
        for (int i = 0; i < values.length; i++) values[i] = Math.min(maxval, values[i]);
        var picture = Picture.of(body.format(), values);
        var stream = bounded(picture, maxval);
        assertTrue(picture.sameAs(decode(stream, picture.format())));
        if (judged) assertArrayEquals(picture.words(false), byFfmpeg(stream));
    }

    private static byte[] bounded(Picture picture, int maxval) throws Refusal {
        var preset = new CodingParameters.Preset(maxval, 5, 9, 30, 40);
        var bits = new BitWriter();
        var encoder = new ScanEncoder(CodingParameters.of(8, 0, preset), bits, 1);
        int columns = picture.format().columns();
        var up = new int[columns + 2];
        for (int row = 0; row < picture.format().rows(); row++) {
            var line = new int[columns + 2];
            System.arraycopy(picture.values(), columns * row, line, 1, columns);
            encoder.line(up, line, columns, 0);
            up = line;
        }
        var out = new ByteArrayOutputStream();
        out.writeBytes(hex("FFD8FFF7000B08001E002901011100FFF8000D0100"));
        out.write(maxval);
        out.writeBytes(hex("00050009001E0028FFDA0008010100000000"));
        out.writeBytes(bits.finish());
        out.writeBytes(hex("FFD9"));
        return out.toByteArray();
    }

    private static byte[] byFfmpeg(byte[] stream) throws Exception {
        var file = Files.createTempFile("maxval", ".jls");
        Files.write(file, stream);
        var command =
                List.of(
                        Programs.require("ffmpeg").toString(),
                        "-v",
                        "error",
                        "-f",
                        "jpegls_pipe",
                        "-i",
                        file.toString(),
                        "-f",
                        "rawvideo",
                        "-pix_fmt",
                        "gray",
                        "-");
        var decoded = new ProcessBuilder(command).start().getInputStream().readAllBytes();
        Files.delete(file);
        return decoded;
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # at, bytes put there, reason
                    0,  0000,     NO_MARKER
                    2,  FFC3,     OTHER_PROCESS
                    2,  FFC4,     UNEXPECTED_MARKER
                    2,  0011,     NO_MARKER
                    4,  FFFF,     CUT_SEGMENT
                    4,  0001,     CUT_SEGMENT
                    6,  01,       IMPOSSIBLE_VALUE
                    6,  11,       IMPOSSIBLE_VALUE
                    7,  0005,     SIZE_DIFFERS
                    9,  0005,     SIZE_DIFFERS
                    11, 00,       IMPOSSIBLE_VALUE
                    11, 03,       CUT_SEGMENT
                    19, 02,       IMPOSSIBLE_VALUE
                    20, 09,       IMPOSSIBLE_VALUE
                    21, 05,       NO_TABLE
                    22, 80,       IMPOSSIBLE_VALUE
                    23, 03,       IMPOSSIBLE_VALUE
                    24, 10,       IMPOSSIBLE_VALUE
                    24, 08,       IMPOSSIBLE_VALUE
                    30, FFD9,     SCAN_ENDS_EARLY
                    26, 00000000000000, BROKEN_CODE
                    """)
    void damageIsNamedWithItsPlaceAndSection(int at, String bytes, String reason) {
        var stream = StandardExampleTest.STREAM.clone();
        var put = hex(bytes);
        System.arraycopy(put, 0, stream, at, put.length);
        var refusal = assertThrows(Refusal.class, () -> decode(stream, GREY));
        assertEquals(reason, refusal.reason().name(), refusal.getMessage());
        assertTrue(refusal.rule().isPresent(), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    FFE800076D72667801,             HP_TRANSFORM
                    FFF8000502FF03,                 WIDE_TABLE
                    FFF8000503FF01,                 NO_TABLE
                    FFF8000D0101000000000000000000, IMPOSSIBLE_VALUE
                    FFF8000D0100FF0000000000000001, IMPOSSIBLE_VALUE
                    FFF8000309,                     IMPOSSIBLE_VALUE
                    FFDD0003,                       IMPOSSIBLE_VALUE
                    FFD9,                           SCANS_MISSING
                    FFF7000B08000400040101110000,   UNEXPECTED_MARKER
                    """)
    void segmentsThatCannotBeHeededAreNamed(String segment, String reason) {
        var stream = with(StandardExampleTest.STREAM, 15, hex(segment));
        var refusal = assertThrows(Refusal.class, () -> decode(stream, GREY));
        assertEquals(reason, refusal.reason().name(), refusal.getMessage());
    }

    @Test
    void subsampledComponentsAreRefusedByName() {
        var stream =
                hex("FFD8FFF7001108000400040301220002110003" + "1100FFDA000C03010002000300000100");
        var refusal = assertThrows(Refusal.class, () -> decode(stream, FrameFormat.rgb(4, 4)));
        Reason reason = JpegLsReason.SUBSAMPLED;
        assertEquals(reason, refusal.reason());
    }

    @Test
    void commentsApplicationDataAndFillBytesAreSkipped() throws Exception {
        var stream = with(StandardExampleTest.STREAM, 2, hex("FFFE000441FFFFE000044A4BFFFF"));
        assertPicture(decode(stream, GREY), v -> v);
    }

    @Test
    void aMissingEndOfImageIsNoDamage() throws Exception {
        var stream = StandardExampleTest.STREAM;
        assertPicture(decode(Arrays.copyOf(stream, stream.length - 2), GREY), v -> v);
        assertPicture(decode(Arrays.copyOf(stream, stream.length + 3), GREY), v -> v);
    }

    private static void assertPicture(Samples samples, java.util.function.IntUnaryOperator of) {
        var values = ((Samples.Bytes) samples).values();
        for (int i = 0; i < values.length; i++)
            assertEquals(of.applyAsInt(StandardExampleTest.PICTURE[i]), values[i] & 0xFF);
    }

    private static Samples decode(byte[] stream, FrameFormat format) throws Exception {
        return CharLsStreamsTest.decode(stream, format);
    }

    private static Picture body(int rows, int columns, int bits) {
        return CharLsStreamsTest.picture(
                new int[] {rows, columns}, bits, 1, false, Picture.Kind.BODY);
    }

    private static byte[] strip(Picture picture, int from, int to) throws Refusal {
        var format = picture.format().sized(to - from, picture.format().columns());
        int columns = format.columns();
        var part = Arrays.copyOfRange(picture.values(), from * columns, to * columns);
        return JpegLsEncoder.encode(Picture.of(format, part).samples(), JobContext.NONE);
    }

    /// Where the entropy-coded segment begins.
    private static int scanAt(byte[] stream) {
        int at = 2;
        while (stream[at + 1] != (byte) 0xDA)
            at += 2 + ((stream[at + 2] & 0xFF) << 8 | stream[at + 3] & 0xFF);
        return at + 2 + ((stream[at + 2] & 0xFF) << 8 | stream[at + 3] & 0xFF);
    }

    private static byte[] with(byte[] stream, int at, byte[] put) {
        var all = Arrays.copyOf(stream, stream.length + put.length);
        System.arraycopy(put, 0, all, at, put.length);
        System.arraycopy(stream, at, all, at + put.length, stream.length - at);
        return all;
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
