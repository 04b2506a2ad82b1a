package org.tyde.codec.jpeg;

import java.io.ByteArrayOutputStream;

/// Writes bits, most significant first, a zero byte after each byte FF (T.81 F.1.2.3), and markers.
final class EntropyWriter {
    private final ByteArrayOutputStream out;
    private long waiting;
    private int count;

    EntropyWriter(ByteArrayOutputStream out) {
        this.out = out;
    }

    /// @param bits the lowest `length` of them
    /// @param length 0 to 32
    void put(int bits, int length) {
        waiting = waiting << length | bits & (1L << length) - 1;
        count += length;
        while (count >= 8) {
            count -= 8;
            int next = (int) (waiting >> count) & 0xFF;
            out.write(next);
            if (next == 0xFF) out.write(0);
        }
    }

    /// Fills the last byte with ones.
    void end() {
        if (count > 0) put(0x7F, 8 - count);
    }

    void marker(int code) {
        out.write(0xFF);
        out.write(code);
    }

    /// A segment with its length in front.
    void segment(int code, byte[] parameters) {
        marker(code);
        out.write(parameters.length + 2 >> 8);
        out.write(parameters.length + 2);
        out.writeBytes(parameters);
    }
}
