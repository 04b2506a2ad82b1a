package org.tyde.codec.jpegls;

import java.util.Arrays;

/// Writes an entropy-coded segment: most significant bit first, a 0 bit after each byte FF (T.87 A.1).
final class BitWriter {
    private byte[] bytes = new byte[1 << 16];
    private int length;
    private long pending;
    private int count;

    /// @param value its lowest `width` bits are written
    /// @param width 0 to 32
    void bits(int value, int width) {
        pending = pending << width | value & (1L << width) - 1;
        count += width;
        while (count >= room()) {
            int room = room();
            count -= room;
            write((int) (pending >>> count) & (1 << room) - 1);
        }
    }

    /// @param zeros how many come before the 1
    void unary(int zeros) {
        for (int left = zeros; left > 0; left -= 24) bits(0, Math.min(24, left));
        bits(1, 1);
    }

    private int room() {
        return length > 0 && bytes[length - 1] == -1 ? 7 : 8;
    }

    private void write(int value) {
        if (length == bytes.length) bytes = Arrays.copyOf(bytes, 2 * length);
        bytes[length++] = (byte) value;
    }

    /// @return all that was written, filled up with 0 bits; never ending in FF
    byte[] finish() {
        if (count > 0) bits(0, room() - count);
        if (length > 0 && bytes[length - 1] == -1) write(0);
        return Arrays.copyOf(bytes, length);
    }
}
