package org.tyde.app.bench;

import org.tyde.dicom.io.DicomReader;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntFunction;

/// How the cost of reading grows: a flat data set of up to a million elements, a sequence of as many
/// items, functional groups and fragments of up to ten thousand frames. The cost of one element is told
/// for each size; where it stays, the reader is linear.
final class ParseCurve {
    private static final int LARGEST = 1_000_000;
    private static final int FRAMES = 10_000;

    private final PrintStream out;

    ParseCurve(PrintStream out) {
        this.out = out;
    }

    void run() throws IOException {
        grow("elements in one data set", LARGEST, ParseCurve::flat);
        grow("items of one element each", LARGEST, ParseCurve::items);
        grow("frames' functional groups", FRAMES, ParseCurve::functionalGroups);
        grow("frames' fragments", FRAMES, ParseCurve::fragments);
    }

    private void grow(String what, int largest, IntFunction<byte[]> make) throws IOException {
        for (int count = largest / 1000; count <= largest; count *= 10) {
            var bytes = make.apply(count);
            var cost = cost(bytes);
            out.printf(
                    Locale.ROOT,
                    "%-26s %,10d: %,12.3f ms, %6.0f ns each, %,5d bytes allocated each%n",
                    what,
                    count,
                    cost.processor(),
                    cost.processor() * 1e6 / count,
                    cost.allocated() / count);
        }
    }

    private static Cost cost(byte[] bytes) throws IOException {
        try {
            return Cost.of(() -> DicomReader.read(bytes));
        } catch (IOException refused) {
            throw refused;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Private elements of the odd groups, eight characters each.
    static byte[] flat(int count) {
        var part = start(count * 16);
        for (int i = 0; i < count; i++) {
            int tag = 0x0011_1000 + i / 0xE000 * 0x2_0000 + i % 0xE000;
            head(part, tag, "LO", 8).put("12345678".getBytes(StandardCharsets.US_ASCII));
        }
        return bytes(part);
    }

    static byte[] items(int count) {
        var part = start(12 + count * 18);
        longHead(part, 0x0008_1140, "SQ", count * 18);
        for (int i = 0; i < count; i++) {
            item(part, 10);
            head(part, 0x0028_0010, "US", 2).putShort((short) i);
        }
        return bytes(part);
    }

    /// A frame's position, its plane, its time: three sequences of one item, six elements, as PS3.3
    /// C.7.6.16.2 has them.
    static byte[] functionalGroups(int count) {
        int position = 12 + 8 + 8 + 18;
        int plane = 12 + 8 + 8 + 12;
        int content = 12 + 8 + 8 + 16 + 3 * 10;
        int frame = position + plane + content;
        var part = start(12 + count * (8 + frame));
        longHead(part, 0x5200_9230, "SQ", count * (8 + frame));
        for (int i = 0; i < count; i++) {
            item(part, frame);
            group(part, 0x0020_9111, content);
            head(part, 0x0018_9074, "DT", 16)
                    .put("20260314101112.5".getBytes(StandardCharsets.US_ASCII));
            for (int e = 0; e < 3; e++) head(part, 0x0020_9056 + e, "US", 2).putShort((short) i);
            group(part, 0x0020_9113, position);
            head(part, 0x0020_0032, "DS", 18)
                    .put("-180\\-180\\1.250000".getBytes(StandardCharsets.US_ASCII));
            group(part, 0x0020_9116, plane);
            head(part, 0x0020_0037, "DS", 12)
                    .put("1\\0\\0\\0\\1\\0 ".getBytes(StandardCharsets.US_ASCII));
        }
        return bytes(part);
    }

    /// Encapsulated pixel data with a Basic Offset Table, a fragment of 64 bytes a frame.
    static byte[] fragments(int count) {
        var part = start(12 + 8 + 4 * count + 72 * count + 8, "1.2.840.10008.1.2.4.50");
        longHead(part, 0x7FE0_0010, "OB", -1);
        item(part, 4 * count);
        for (int i = 0; i < count; i++) part.putInt(72 * i);
        for (int i = 0; i < count; i++) {
            item(part, 64);
            part.position(part.position() + 64);
        }
        tag(part, 0xFFFE_E0DD).putInt(0);
        return bytes(part);
    }

    private static void group(ByteBuffer part, int tag, int length) {
        longHead(part, tag, "SQ", length - 12);
        item(part, length - 20);
    }

    /// A file of explicit VR little endian, its meta information written.
    private static ByteBuffer start(int dataSet) {
        return start(dataSet, "1.2.840.10008.1.2.1\0");
    }

    private static ByteBuffer start(int dataSet, String uid) {
        var syntax = uid.getBytes(StandardCharsets.US_ASCII);
        var part =
                ByteBuffer.allocate(132 + 12 + 8 + syntax.length + dataSet)
                        .order(ByteOrder.LITTLE_ENDIAN);
        part.position(128).put("DICM".getBytes(StandardCharsets.US_ASCII));
        head(part, 0x0002_0000, "UL", 4).putInt(8 + syntax.length);
        return head(part, 0x0002_0010, "UI", syntax.length).put(syntax);
    }

    private static byte[] bytes(ByteBuffer part) {
        var bytes = new byte[part.capacity()];
        part.get(0, bytes);
        return bytes;
    }

    private static ByteBuffer tag(ByteBuffer part, int tag) {
        return part.putShort((short) (tag >> 16)).putShort((short) tag);
    }

    private static ByteBuffer head(ByteBuffer part, int tag, String vr, int length) {
        return tag(part, tag).put(vr.getBytes(StandardCharsets.US_ASCII)).putShort((short) length);
    }

    private static void longHead(ByteBuffer part, int tag, String vr, int length) {
        head(part, tag, vr, 0).putInt(length);
    }

    private static void item(ByteBuffer part, int length) {
        tag(part, 0xFFFE_E000).putInt(length);
    }
}
