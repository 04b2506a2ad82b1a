package org.tyde.codec;

import org.tyde.refusal.Refusal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// One segment of an RLE frame being unpacked (PS3.5 G.3), a stretch at a time.
final class RleSegment {
    /// How much longer than a stretch the arrays it is unpacked into have to be.
    static final int ROOM = 32;

    private static final VarHandle WORD =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH_BYTE = 0x0101010101010101L;
    private static final int NO_OPERATION = -128;

    private final byte[] data;
    private final int end;
    private int at;
    private int literal;
    private int run;
    private byte value;
    private int made;

    /// @param at where the segment begins in `data`
    /// @param end where the next one does
    RleSegment(byte[] data, int at, int end) {
        this.data = data;
        this.at = at;
        this.end = end;
    }

    /// @param into its first `count` bytes are filled; the [#ROOM] after them may be overwritten
    /// @throws Refusal where the segment ends before that
    void read(byte[] into, int count) throws Refusal {
        int out = rest(into, 0, count);
        while (out < count) {
            out = shortOnes(into, out, count);
            if (out < count) out = any(into, out, count);
        }
    }

    /// @return how many bytes were there, after a refusal
    int made() {
        return made;
    }

    /// Literals and runs of up to [#ROOM] bytes, which alternate in no order a processor could foresee: both
    /// are written as four words, and whatever comes after them is written later. Longer ones are copied.
    ///
    /// @return how far it came: to the end, or to one that goes beyond it
    private int shortOnes(byte[] into, int from, int count) {
        final byte[] in = data;
        int safe = end - 1 - ROOM;
        int i = at;
        int out = from;
        while (out < count && i < safe) {
            int code = in[i];
            int same = code >> 31;
            int n = (code ^ same) - same + 1;
            if (n > ROOM || n > count - out) {
                if (n > count - out || n > safe - i || code == NO_OPERATION) break;
                if (same == 0) System.arraycopy(in, i + 1, into, out, n);
                else Arrays.fill(into, out, out + n, in[i + 1]);
                out += n;
                i += 2 + (n - 1 & ~same);
                continue;
            }
            long first = (long) WORD.get(in, i + 1);
            long eight = (first & 0xFF) * EACH_BYTE;
            long mask = same;
            WORD.set(into, out, first ^ (first ^ eight) & mask);
            long second = (long) WORD.get(in, i + 9);
            WORD.set(into, out + 8, second ^ (second ^ eight) & mask);
            long third = (long) WORD.get(in, i + 17);
            WORD.set(into, out + 16, third ^ (third ^ eight) & mask);
            long fourth = (long) WORD.get(in, i + 25);
            WORD.set(into, out + 24, fourth ^ (fourth ^ eight) & mask);
            out += n;
            i += 2 + (n - 1 & ~same);
        }
        at = i;
        return out;
    }

    /// One literal or run, however long.
    private int any(byte[] into, int out, int count) throws Refusal {
        if (at >= end) throw broken(out, "a segment ends early");
        int code = data[at++];
        if (code == NO_OPERATION) return out;
        if (code >= 0) {
            int n = code + 1;
            if (n > end - at) throw broken(out, "a literal runs too far");
            literal = n;
        } else {
            if (at >= end) throw broken(out, "a run has no value");
            value = data[at++];
            run = 1 - code;
        }
        return out + rest(into, out, count - out);
    }

    /// What is left of the last literal or run.
    private int rest(byte[] into, int out, int most) {
        int copied = Math.min(literal, most);
        if (copied > 0) System.arraycopy(data, at, into, out, copied);
        at += copied;
        literal -= copied;
        int filled = Math.min(run, most - copied);
        if (filled > 0) Arrays.fill(into, out + copied, out + copied + filled, value);
        run -= filled;
        return copied + filled;
    }

    private Refusal broken(int out, String what) {
        made = out;
        return RleDecoder.broken(what);
    }
}
