package org.tyde.codec.jpegls;

import org.tyde.codec.Scratch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The bits of one entropy-coded segment without the bits stuffed after each FF (T.87 A.1), so that any
/// 57 of them are one load away. Reading past the end gives zeros for a while, then anything, or throws
/// [IndexOutOfBoundsException]; [#overrun()] tells either.
final class EntropyBits implements AutoCloseable {
    static final VarHandle WORD =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /// Bits that [#peek] gives at least.
    static final int READY = 57;

    private static final int PADDING = 16;

    final byte[] clean;
    long at;
    private final Scratch scratch;
    private long end;

    /// @param scratch lends the array of the bits
    /// @param most bytes the longest segment can have
    EntropyBits(Scratch scratch, int most) {
        this.scratch = scratch;
        clean = scratch.take(most + PADDING);
    }

    @Override
    public void close() {
        scratch.back(clean);
    }

    /// @param data of the codestream
    /// @param from where the segment begins
    /// @return where the marker after it stands, or the end of the data
    int load(byte[] data, int from) {
        int in = from;
        int out = 0;
        int pending = 0;
        long bits = 0;
        int stop = data.length;
        while (in < stop) {
            boolean stuffed = in > from && data[in - 1] == -1;
            if (!stuffed && in + 8 <= stop) {
                long word = (long) WORD.get(data, in);
                if (noFF(word)) {
                    WORD.set(clean, out, bits | word >>> pending);
                    bits = pending == 0 ? 0 : word << (64 - pending);
                    in += 8;
                    out += 8;
                    continue;
                }
            }
            int value = data[in] & 0xFF;
            if (value == 0xFF && (in + 1 == stop || data[in + 1] < 0)) break;
            int width = stuffed ? 7 : 8;
            bits |= (long) value << (64 - pending - width);
            pending += width;
            in++;
            if (pending >= 8) {
                clean[out++] = (byte) (bits >>> 56);
                bits <<= 8;
                pending -= 8;
            }
        }
        end = 8L * out + pending;
        clean[out++] = (byte) (bits >>> 56);
        Arrays.fill(clean, out, Math.min(clean.length, out + PADDING), (byte) 0);
        at = 0;
        return in;
    }

    private static boolean noFF(long word) {
        long inverse = ~word;
        return (inverse - 0x0101010101010101L & ~inverse & 0x8080808080808080L) == 0;
    }

    /// @return the next bits, the first in the highest place, [#READY] of them valid
    long peek() {
        return (long) WORD.get(clean, (int) (at >>> 3)) << (at & 7);
    }

    /// @param count 0 to 32
    int read(int count) {
        int value = (int) (peek() >>> 1 >>> (63 - count));
        at += count;
        return value;
    }

    /// @return whether all that was read is surely of the picture: a zero byte at the end may have been put
    ///     there to make the length of a stream even that was cut off
    boolean certain() {
        long before = end - 8;
        if (before < 0) return at <= end;
        long last = (long) WORD.get(clean, (int) (before >>> 3)) << (before & 7);
        return at <= (last >>> 56 == 0 ? before : end);
    }

    /// @return whether more was read than there is
    boolean overrun() {
        return at > end;
    }
}
