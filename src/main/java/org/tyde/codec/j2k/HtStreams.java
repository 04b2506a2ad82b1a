package org.tyde.codec.j2k;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// The bit streams of HT segments without their stuffing (T.814 7.1): bits in the order they are read,
/// eight to a byte, the first in the least significant place, so that any 57 of them are one load away.
final class HtStreams {
    /// Bytes that must follow the last one a [#bits] may touch.
    static final int SPARE = 16;

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private HtStreams() {}

    /// @return the bits from `at` on, at least 57 of them
    static long bits(byte[] stream, int at) {
        return (long) LONGS.get(stream, at >>> 3) >>> (at & 7);
    }

    /// Reads forwards: after a byte FF the most significant bit of the next is stuffing (MagSgn, SigProp).
    ///
    /// @return bits written to `out`, which has room for `to - from` bytes and [#SPARE]
    static int forward(byte[] data, int from, int to, byte[] out) {
        int bits = 0;
        long carry = 0;
        boolean full = false;
        int at = from;
        while (at < to) {
            if (at + 8 <= to && !full) {
                long eight = (long) LONGS.get(data, at);
                // a byte is FF where its high bit is set and its low seven carry when 1 is added
                if ((((eight & ~HIGHS) + ONES) & eight & HIGHS) == 0) {
                    carry = put(out, bits, carry, eight, 64);
                    bits += 64;
                    at += 8;
                    continue;
                }
            }
            int one = data[at++] & 0xFF;
            int width = full ? 7 : 8;
            carry = put(out, bits, carry, one & (1 << width) - 1, width);
            bits += width;
            full = one == 0xFF;
        }
        LONGS.set(out, bits >>> 3, carry);
        return bits;
    }

    /// Reads backwards from `end`: a byte whose low seven bits are set has stuffing in its most significant
    /// bit when the byte read before it was above 8F (VLC, MagRef).
    ///
    /// @param before the byte taken as read before the first
    /// @param first bits of another byte, fewer than 8, that come before all others
    /// @param width how many those are
    /// @return bits written to `out`, which has room for `end - start` bytes and [#SPARE]
    static int backward(
            byte[] data, int start, int end, int before, int first, int width, byte[] out) {
        int bits = width;
        long carry = first;
        int last = before;
        int at = end;
        while (at > start) {
            if (at - 8 >= start) {
                long eight = (long) LONGS.get(data, at - 8);
                if ((((eight & ~HIGHS) + ONES) & HIGHS) == 0) {
                    carry = put(out, bits, carry, Long.reverseBytes(eight), 64);
                    bits += 64;
                    at -= 8;
                    last = (int) eight & 0xFF;
                    continue;
                }
            }
            int one = data[--at] & 0xFF;
            int n = last > 0x8F && (one & 0x7F) == 0x7F ? 7 : 8;
            carry = put(out, bits, carry, one & (1 << n) - 1, n);
            bits += n;
            last = one;
        }
        LONGS.set(out, bits >>> 3, carry);
        return bits;
    }

    /// @param carry the bits of the byte that `at` lies in, below `at`
    /// @return the carry after
    private static long put(byte[] out, int at, long carry, long value, int width) {
        int in = at & 7;
        long low = carry | value << in;
        LONGS.set(out, at >>> 3, low);
        int end = in + width;
        int whole = end & ~7;
        if (whole == 64) return in == 0 ? 0 : value >>> 64 - in;
        return low >>> whole;
    }
}
