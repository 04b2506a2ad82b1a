package org.tyde.codec;

import org.tyde.refusal.Refusal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// One segment of an RLE frame being unpacked (PS3.5 G.3), a stretch at a time.
final class RleSegment {
    /// Stretches up to this are written as two words, whatever comes after them being written later.
    private static final int SHORT = 16;

    private static final VarHandle WORD =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
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

    /// @param into its first `count` bytes are filled; those after them may be overwritten
    /// @throws Refusal where the segment ends before that
    void read(byte[] into, int count) throws Refusal {
        int out = rest(into, count);
        int in = at;
        while (out < count) {
            if (in >= end) throw broken(out, "a segment ends early");
            int code = data[in++];
            if (code >= 0) {
                int n = code + 1;
                if (n > end - in) throw broken(out, "a literal runs too far");
                if (n > count - out) {
                    literal = n - (count - out);
                    n = count - out;
                }
                copy(in, into, out, n);
                in += n;
                out += n;
            } else if (code != NO_OPERATION) {
                if (in >= end) throw broken(out, "a run has no value");
                int n = 1 - code;
                value = data[in++];
                if (n > count - out) {
                    run = n - (count - out);
                    n = count - out;
                }
                fill(into, out, n);
                out += n;
            }
        }
        at = in;
    }

    private Refusal broken(int out, String what) {
        made = out;
        return RleDecoder.broken(what);
    }

    /// @return how many bytes were there, after a refusal
    int made() {
        return made;
    }

    /// What was left of the last literal or run.
    private int rest(byte[] into, int count) {
        int copied = Math.min(literal, count);
        copy(at, into, 0, copied);
        at += copied;
        literal -= copied;
        int filled = Math.min(run, count - copied);
        fill(into, copied, filled);
        run -= filled;
        return copied + filled;
    }

    private void copy(int in, byte[] into, int out, int n) {
        if (n <= SHORT && in + SHORT <= data.length && out + SHORT <= into.length) {
            WORD.set(into, out, (long) WORD.get(data, in));
            WORD.set(into, out + 8, (long) WORD.get(data, in + 8));
        } else System.arraycopy(data, in, into, out, n);
    }

    private void fill(byte[] into, int out, int n) {
        if (n <= SHORT && out + SHORT <= into.length) {
            long eight = (value & 0xFF) * EACH_BYTE;
            WORD.set(into, out, eight);
            WORD.set(into, out + 8, eight);
        } else Arrays.fill(into, out, out + n, value);
    }
}
