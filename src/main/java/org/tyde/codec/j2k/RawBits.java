package org.tyde.codec.j2k;

/// Bits of passes that bypass the arithmetic coder (T.800 D.6): after a byte of all ones come seven bits.
final class RawBits {
    private byte[] data = {};
    private int at;
    private int current;
    private int left;

    /// @param bytes of a segment, with two bytes of all ones after its last
    /// @param from its first
    void start(byte[] bytes, int from) {
        data = bytes;
        at = from;
        current = 0;
        left = 0;
    }

    int bit() {
        if (left == 0) {
            boolean stuffed = current == 0xFF;
            left = stuffed ? 7 : 8;
            current = data[at] & 0xFF;
            // a marker is the end: all bits are ones from here on
            if (stuffed && current > 0x8F) current = 0xFF;
            else at++;
        }
        return current >> --left & 1;
    }
}
