package org.tyde.codec.j2k;

import org.tyde.codec.j2k.header.J2kReason;
import org.tyde.codec.j2k.header.PacketBytes;
import org.tyde.refusal.Refusal;

/// Bits of a packet header, most significant first; after a byte of all ones, seven in the next
/// (T.800 B.10.1).
final class HeaderBits {
    private final PacketBytes bytes;
    private int current;
    private int left;

    HeaderBits(PacketBytes bytes) {
        this.bytes = bytes;
    }

    int bit() throws Refusal {
        if (left == 0) {
            left = current == 0xFF ? 7 : 8;
            current = next();
        }
        return current >> --left & 1;
    }

    /// @param count 0 to 31
    int bits(int count) throws Refusal {
        int value = 0;
        for (int i = 0; i < count; i++) value = value << 1 | bit();
        return value;
    }

    /// Drops the rest of the last byte, and the stuffed byte after one of all ones.
    void end() throws Refusal {
        if (current == 0xFF) next();
        current = 0;
        left = 0;
    }

    private int next() throws Refusal {
        if (bytes.left() < 1)
            throw new Refusal(J2kReason.TRUNCATED, "a packet header ends early")
                    .withRule("T.800 B.10");
        return bytes.data()[bytes.take(1)] & 0xFF;
    }
}
