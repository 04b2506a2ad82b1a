package org.tyde.codec.j2k;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.Programs;
import org.tyde.codec.CodecReason;
import org.tyde.codec.EncodedFrame;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Picture;
import org.tyde.codec.Samples;
import org.tyde.codec.StoredBytes;
import org.tyde.codec.j2k.header.J2kReason;
import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Forms of a codestream that OpenJPEG does not write, made out of what it writes, and streams that are
/// not what they say.
class CodestreamFormsTest {
    private static final FrameFormat GREY = FrameFormat.grey(61, 47, 16, 12);

    @TempDir Path folder;

    private static Picture picture() {
        return Picture.of(GREY, Picture.Kind.BODY, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-r 8,4,1 -c [16,16] -n 3", "-t 20,30 -n 3 -p PCRL", "-TP R"})
    void packetHeadersMayStandInTheTileHeaderOrTheMainHeader(String options) throws Exception {
        var stream = compress("-SOP -EPH " + options, "j2k");
        for (boolean main : new boolean[] {false, true})
            assertEquals(0, picture().distance(decode(packed(stream, main), GREY)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-t 20,30 -n 3", "-I -r 4"})
    void whatATileHeaderSaysGoesBeforeTheMainHeader(String options) throws Exception {
        var stream = compress(options, "j2k");
        var expected = StoredBytes.of(decode(stream, GREY));
        assertArrayEquals(expected, StoredBytes.of(decode(overridden(stream), GREY)));
    }

    @Test
    void aJp2FileIsReadForItsCodestream() throws Exception {
        assertEquals(0, picture().distance(decode(compress("", "jp2"), GREY)));
    }

    @Test
    void subsampledComponentsAreSpreadOverTheirPixels() throws Exception {
        var raw = new byte[40 * 30 + 2 * 20 * 15];
        for (int i = 0; i < raw.length; i++) raw[i] = (byte) (i * 7 % 251);
        var in = Files.write(folder.resolve("in.rawl"), raw);
        var out = folder.resolve("out.j2k");
        succeed("opj_compress -mct 0 -n 3 -F 40,30,3,8,u@1x1:2x2:2x2 -i " + in + " -o " + out);
        var bytes = StoredBytes.of(decode(Files.readAllBytes(out), FrameFormat.rgb(30, 40)));
        for (int y = 0; y < 30; y++)
            for (int x = 0; x < 40; x++)
                for (int c = 0; c < 3; c++) {
                    int half = 1200 + 300 * (c - 1) + y / 2 * 20 + x / 2;
                    int from = c == 0 ? 40 * y + x : half;
                    assertEquals(raw[from], bytes[3 * (40 * y + x) + c], x + "," + y);
                }
    }

    @Test
    void theEndMarkerMayBeMissing() throws Exception {
        var stream = compress("", "j2k");
        var cut = Arrays.copyOf(stream, stream.length - 2);
        assertEquals(0, picture().distance(decode(cut, GREY)));
    }

    @Test
    void anotherSizeThanTheHeadersIsRefusedBeforeAnythingElseIsRead() throws Exception {
        var stream = compress("", "j2k");
        var head = Arrays.copyOf(stream, 60);
        ByteBuffer.wrap(head).putInt(8, 600).putInt(12, 600);
        var refusal = assertThrows(Refusal.class, () -> decode(head, GREY));
        assertEquals(CodecReason.SIZE_DIFFERS, refusal.reason());
    }

    @Test
    void moreTilesThanCanBeNumberedAreRefused() throws Exception {
        var stream = compress("", "j2k");
        ByteBuffer.wrap(stream).putInt(8, 60_000).putInt(12, 60_000).putInt(24, 1).putInt(28, 1);
        var format = FrameFormat.grey(60_000, 60_000, 16, 12);
        var refusal = assertThrows(Refusal.class, () -> decode(stream, format));
        assertEquals(J2kReason.TOO_MANY, refusal.reason());
    }

    @Test
    void aHugeEmptyFrameIsRefusedWithinASecond() throws Exception {
        var stream = compress("", "j2k");
        ByteBuffer.wrap(stream)
                .putInt(8, 65_000)
                .putInt(12, 30_000)
                .putInt(24, 65_000)
                .putInt(28, 30_000);
        var format = FrameFormat.grey(30_000, 65_000, 16, 12);
        long start = System.nanoTime();
        assertThrows(Refusal.class, () -> decode(stream, format));
        assertTrue(System.nanoTime() - start < 1_000_000_000L);
    }

    @Test
    void extensionsOfPartTwoAreRefusedByName() throws Exception {
        var stream = compress("", "j2k");
        int at = find(stream, 0xFF5C, 0);
        var mct = new byte[] {(byte) 0xFF, 0x74, 0, 4, 0, 0};
        var refusal = assertThrows(Refusal.class, () -> decode(inserted(stream, at, mct), GREY));
        assertEquals(J2kReason.UNSUPPORTED, refusal.reason());
        assertTrue(refusal.getMessage().contains("MCT"), refusal.getMessage());
    }

    @Test
    void whatOfPartTwoIsAskedForIsNamedEvenWhereOtherSegmentsComeFirst() throws Exception {
        var stream = compress("", "j2k");
        stream[6] |= (byte) 0x80;
        // a component transform that Part 1 does not know
        stream[find(stream, 0xFF52, 0) + 8] = 4;
        int at = find(stream, 0xFF5C, 0);
        byte[] both = {(byte) 0xFF, 0x74, 0, 4, 0, 0, (byte) 0xFF, 0x75, 0, 4, 0, 0};
        var refusal = assertThrows(Refusal.class, () -> decode(inserted(stream, at, both), GREY));
        assertTrue(refusal.getMessage().contains("MCT, MCC of"), refusal.getMessage());
    }

    /// Moves the packet headers, which end with EPH, out of the packets, which begin with SOP.
    private static byte[] packed(byte[] stream, boolean main) {
        var head = new ByteArrayOutputStream();
        var parts = new ByteArrayOutputStream();
        var all = new ByteArrayOutputStream();
        int number = 0;
        int sot = find(stream, 0xFF90, 0);
        head.write(stream, 0, sot);
        while (u16(stream, sot) == 0xFF90) {
            int end = sot + ByteBuffer.wrap(stream).getInt(sot + 6);
            int body = find(stream, 0xFF93, sot) + 2;
            var headers = new ByteArrayOutputStream();
            var bodies = new ByteArrayOutputStream();
            for (int at = body; at < end; ) {
                int eph = find(stream, 0xFF92, at) + 2;
                int next = Math.min(end, find(stream, 0xFF91, eph));
                headers.write(stream, at + 6, eph - at - 6);
                bodies.write(stream, at, 6);
                bodies.write(stream, eph, next - eph);
                at = next;
            }
            var ppt =
                    main
                            ? new byte[0]
                            : segment(
                                    0xFF61,
                                    parts.size() == 0 ? 0 : ++number,
                                    headers.toByteArray());
            var part = ByteBuffer.allocate(body - sot + ppt.length + bodies.size());
            part.put(stream, sot, body - 2 - sot).put(ppt).putShort((short) 0xFF93);
            part.put(bodies.toByteArray()).putInt(6, part.capacity());
            parts.writeBytes(part.array());
            all.writeBytes(ByteBuffer.allocate(4).putInt(headers.size()).array());
            all.writeBytes(headers.toByteArray());
            sot = end;
        }
        if (main) {
            // in two segments, cut in the middle of a length or a header
            var bytes = all.toByteArray();
            int half = bytes.length / 2;
            head.writeBytes(segment(0xFF60, 0, Arrays.copyOf(bytes, half)));
            head.writeBytes(segment(0xFF60, 1, Arrays.copyOfRange(bytes, half, bytes.length)));
        }
        head.writeBytes(parts.toByteArray());
        head.write(stream, sot, stream.length - sot);
        return head.toByteArray();
    }

    private static byte[] segment(int marker, int index, byte[] content) {
        return ByteBuffer.allocate(content.length + 5)
                .putShort((short) marker)
                .putShort((short) (content.length + 3))
                .put((byte) index)
                .put(content)
                .array();
    }

    /// Repeats COD and QCD in every tile header, then says something else in the main header.
    private static byte[] overridden(byte[] stream) {
        int cod = find(stream, 0xFF52, 0);
        int qcd = find(stream, 0xFF5C, 0);
        var own = new ByteArrayOutputStream();
        own.write(stream, cod, u16(stream, cod + 2) + 2);
        own.write(stream, qcd, u16(stream, qcd + 2) + 2);
        var result = stream;
        int sot = find(stream, 0xFF90, 0);
        while (u16(result, sot) == 0xFF90) {
            int length = ByteBuffer.wrap(result).getInt(sot + 6) + own.size();
            result = inserted(result, sot + 12, own.toByteArray());
            ByteBuffer.wrap(result).putInt(sot + 6, length);
            sot += length;
        }
        result[cod + 9] ^= 1;
        result[cod + 13] ^= 1;
        result[qcd + 5] = (byte) (result[qcd + 5] + 8);
        return result;
    }

    private static byte[] inserted(byte[] stream, int at, byte[] what) {
        return ByteBuffer.allocate(stream.length + what.length)
                .put(stream, 0, at)
                .put(what)
                .put(stream, at, stream.length - at)
                .array();
    }

    private static int find(byte[] stream, int marker, int from) {
        int at = from;
        while (at + 1 < stream.length && u16(stream, at) != marker) at++;
        return at + 1 < stream.length ? at : stream.length;
    }

    private static int u16(byte[] stream, int at) {
        return (stream[at] & 0xFF) << 8 | stream[at + 1] & 0xFF;
    }

    private static Samples decode(byte[] stream, FrameFormat format) throws Exception {
        var frame = EncodedFrame.of(TransferSyntax.JPEG_2000_LOSSLESS, stream);
        return new Jpeg2000Decoder().decode(frame, format, JobContext.NONE);
    }

    private byte[] compress(String options, String suffix) throws Exception {
        var raw = Files.write(folder.resolve("in.rawl"), picture().words(true));
        var out = folder.resolve("out." + suffix);
        succeed("opj_compress " + options + " -F 47,61,1,12,u -i " + raw + " -o " + out);
        return Files.readAllBytes(out);
    }

    private static void succeed(String command) throws Exception {
        var words = new ArrayList<>(List.of(command.split(" +")));
        var said = Programs.run(words.toArray(String[]::new));
        assertEquals(0, said.exitCode(), said.text());
    }
}
