package org.tyde.dicomweb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.refusal.Refusal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

class MultipartTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String lines(String text) {
        return text.replace("|", "\r\n");
    }

    /// Gives at most `step` bytes at a time, as a network does.
    private static InputStream dribble(byte[] bytes, int step) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, step));
            }
        };
    }

    private static List<byte[]> parts(byte[] body, String boundary, int step) throws IOException {
        var reader = new MultipartReader("test", dribble(body, step), boundary);
        var all = new ArrayList<byte[]>();
        for (var part = reader.next(); part.isPresent(); part = reader.next())
            all.add(part.get().body().readAllBytes());
        assertEquals(all.size(), reader.wholeParts());
        return all;
    }

    private static byte[] written(MultipartBody body) throws IOException {
        var out = new ByteArrayOutputStream();
        body.writeTo(out);
        assertEquals(body.length(), out.size());
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8192, 1 << 20})
    void whatIsWrittenIsReadBackAtAnyPace(int step) throws IOException {
        var random = new Random(7);
        var contents = new ArrayList<byte[]>();
        for (int size : new int[] {0, 1, 2, 100, 70_000, step == 1 ? 3000 : 600_000}) {
            var content = new byte[size];
            random.nextBytes(content);
            contents.add(content);
        }
        var body =
                new MultipartBody(
                        MediaType.DICOM,
                        contents.stream()
                                .map(c -> MultipartBody.Piece.of(MediaType.DICOM, c))
                                .toList());
        var boundary = body.type().parameter("boundary").orElseThrow();
        var read = parts(written(body), boundary, step);
        assertEquals(contents.size(), read.size());
        for (int i = 0; i < read.size(); i++) assertArrayEquals(contents.get(i), read.get(i));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 1000})
    void bytesThatLookLikeADelimiterStayBytes(int step) throws IOException {
        var tricky = "a\r\n--bX\r\n--b-\r\n--\r\n\r\n--\r\n--b";
        var body = bytes("--b\r\nContent-Type: x/y\r\n\r\n" + tricky + "Z\r\n--b--\r\n");
        assertArrayEquals(bytes(tricky + "Z"), parts(body, "b", step).getFirst());
    }

    @Test
    void preambleEpilogueAndBlanksAfterTheDelimiterAreSkipped() throws IOException {
        var body = bytes(lines("preamble|--b  |A: 1||one|--b||two|--b--|epilogue"));
        var read = parts(body, "b", 4);
        assertEquals(List.of("one", "two"), read.stream().map(String::new).toList());
    }

    @Test
    void aClosingDelimiterNeedsNoLineEnd() throws IOException {
        assertEquals(1, parts(bytes("--b\r\n\r\none\r\n--b--"), "b", 2).size());
    }

    @Test
    void headersAreKnownByAnyCase() throws IOException {
        var body = bytes(lines("--b|CONTENT-type: a/b; transfer-syntax=1.2||x|--b--"));
        var part =
                new MultipartReader("test", new ByteArrayInputStream(body), "b")
                        .next()
                        .orElseThrow();
        assertEquals("1.2", part.type().orElseThrow().parameter("transfer-syntax").orElseThrow());
    }

    @Test
    void skippingAPartLeavesTheNextWhole() throws IOException {
        var body = bytes("--b\r\n\r\n" + "x".repeat(600_000) + "\r\n--b\r\n\r\ntwo\r\n--b--");
        var reader = new MultipartReader("test", dribble(body, 1000), "b");
        var first = reader.next().orElseThrow();
        assertEquals('x', first.body().read());
        var second = reader.next().orElseThrow();
        assertEquals(-1, first.body().read());
        assertEquals("two", new String(second.body().readAllBytes(), StandardCharsets.US_ASCII));
        assertTrue(reader.next().isEmpty());
    }

    @Test
    void everyTruncationIsRefusedAndKeepsTheWholeParts() throws IOException {
        var whole = bytes("--b\r\nA: 1\r\n\r\none\r\n--b\r\nA: 2\r\n\r\ntwo\r\n--b--");
        for (int length = 0; length < whole.length; length++) {
            var cut = Arrays.copyOf(whole, length);
            var reader = new MultipartReader("test", dribble(cut, 3), "b");
            var refusal =
                    assertThrows(
                            Refusal.class,
                            () -> {
                                for (var p = reader.next(); p.isPresent(); p = reader.next())
                                    p.get().body().readAllBytes();
                            },
                            "cut at " + length);
            assertEquals(DicomwebReason.BROKEN_MULTIPART, refusal.reason());
            assertEquals(length < 23 ? 0 : 1, reader.wholeParts(), "cut " + length);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no delimiter at all",
                "--b\r\nno colon\r\n\r\nx\r\n--b--",
                "--b",
                "--b\r\n\r\nx\r\n--c--",
                "<html>no</html>"
            })
    void whatIsNoMultipartIsRefused(String text) {
        var refusal = assertThrows(Refusal.class, () -> parts(bytes(text), "b", 9));
        assertEquals(DicomwebReason.BROKEN_MULTIPART, refusal.reason());
    }

    @Test
    void endlessHeadersAreRefused() {
        var body = bytes("--b\r\n" + "A: 1\r\n".repeat(10_000));
        assertThrows(Refusal.class, () -> parts(body, "b", 500));
        var line = bytes("--b\r\nA: " + "1".repeat(1_000_000));
        assertThrows(Refusal.class, () -> parts(line, "b", 5000));
    }

    @Test
    void noDamageMakesAnythingButARefusal() throws IOException {
        var random = new Random(99);
        var whole = bytes(lines("--b|Content-Type: a/b||one|--b|Content-Length: 3||two|--b--|"));
        for (int run = 0; run < 5000; run++) {
            var damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length + 8));
            for (int hits = random.nextInt(5); hits > 0; hits--)
                damaged[random.nextInt(damaged.length)] =
                        (byte) "\r\n-b: x".charAt(random.nextInt(7));
            try {
                assertTrue(parts(damaged, "b", 1 + random.nextInt(9)).size() < 40);
            } catch (Refusal refused) {
                assertEquals(DicomwebReason.BROKEN_MULTIPART, refused.reason());
            }
        }
    }

    @Test
    void aFileThatShrankIsNotSentAsIfWhole() {
        var piece =
                new MultipartBody.Piece(
                        MediaType.DICOM, 10, () -> new ByteArrayInputStream(new byte[4]));
        var body = new MultipartBody(MediaType.DICOM, List.of(piece));
        assertThrows(IOException.class, () -> body.writeTo(new ByteArrayOutputStream()));
    }
}
