package org.tyde.dicom.io;

import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;

import java.io.IOException;

/// Where a reading stands in the bytes, how they are encoded there, and the head of the element that
/// was read last.
final class Cursor {
    static final int ITEM = 0xFFFEE000;
    static final int ITEM_END = 0xFFFEE00D;
    static final int SEQUENCE_END = 0xFFFEE0DD;
    static final long UNDEFINED = 0xFFFFFFFFL;
    private static final int PIXEL_DATA = Tag.PIXEL_DATA.value();
    private static final int FLOAT_PIXEL_DATA = Tag.FLOAT_PIXEL_DATA.value();
    private static final int DOUBLE_FLOAT_PIXEL_DATA = Tag.DOUBLE_FLOAT_PIXEL_DATA.value();

    final Window window;
    long position;
    boolean explicit;
    boolean bigEndian;

    int tag;
    Vr vr = Vr.UN;
    boolean vrNamed;
    long length;

    Cursor(Window window, long start, boolean explicit, boolean bigEndian) {
        this.window = window;
        this.position = start;
        this.explicit = explicit;
        this.bigEndian = bigEndian;
    }

    /// The tag eight bytes of which lie ahead, without going there.
    int nextTag() throws IOException {
        int i = window.need(position, 8);
        return tagAt(window.bytes(), i);
    }

    int tagAt(byte[] bytes, int i) {
        return int16(bytes, i) << 16 | int16(bytes, i + 2);
    }

    int int16(byte[] bytes, int i) {
        int first = bytes[i] & 0xFF;
        int second = bytes[i + 1] & 0xFF;
        return bigEndian ? first << 8 | second : second << 8 | first;
    }

    /// Unsigned.
    long int32(byte[] bytes, int i) {
        int value =
                bigEndian
                        ? int16(bytes, i) << 16 | int16(bytes, i + 2)
                        : int16(bytes, i + 2) << 16 | int16(bytes, i);
        return value & 0xFFFFFFFFL;
    }

    boolean atPixels() {
        return isPixels(tag);
    }

    static boolean isPixels(int tag) {
        return tag == PIXEL_DATA || tag == FLOAT_PIXEL_DATA || tag == DOUBLE_FLOAT_PIXEL_DATA;
    }
}
