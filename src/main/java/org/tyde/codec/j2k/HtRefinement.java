package org.tyde.codec.j2k;

import org.tyde.codec.j2k.header.J2kReason;
import org.tyde.refusal.Refusal;

import java.util.Arrays;

/// The significance propagation and magnitude refinement passes after an HT cleanup pass (T.814 7.4, 7.5), one
/// bit-plane below it. Samples go by in stripes of four rows, column by column, and down each column.
/// Which samples of a stripe's column are significant is a *nibble*, the upper row in bit 0.
final class HtRefinement {
    /// Greatest refinement segment, T.814 7.1.1.
    private static final int MOST = 2046;

    private final byte[] stream = new byte[MOST + HtStreams.SPARE];

    /// Significant after the cleanup pass: a line of nibbles for each stripe, with an empty line above and
    /// below and an empty column on either side.
    private byte[] known = {};

    /// Found by significance propagation, laid out alike.
    private byte[] found = {};

    private int at;

    /// Refines one block in place.
    ///
    /// @param segment the refinement segment, of both passes
    /// @param shift bit-plane of the cleanup pass
    /// @param out places as the cleanup pass left them
    /// @param offset of the first place
    /// @param stride from a place to the one below it
    void refine(
            CodeBlock block,
            CodeBlock.Segment segment,
            int shift,
            int[] out,
            int offset,
            int stride)
            throws Refusal {
        if (segment.length() > MOST)
            throw new Refusal(
                            J2kReason.BROKEN_BLOCK,
                            "a refinement segment of " + segment.length() + " bytes")
                    .withRule("T.814 7.1.1");
        int stripes = block.height() + 3 >> 2;
        survey(block, stripes, out, offset, stride);
        int from = segment.offset();
        int to = from + segment.length();
        begin(HtStreams.forward(block.data(), from, to, stream));
        for (int stripe = 0; stripe < stripes; stripe++)
            propagate(block, stripe, shift, out, offset + 4 * stripe * stride, stride);
        if (block.passes() < 3) return;
        begin(HtStreams.backward(block.data(), from, to, 0xFF, 0, 0, stream));
        for (int stripe = 0; stripe < stripes; stripe++)
            magnitudes(block, stripe, shift, out, offset + 4 * stripe * stride, stride);
    }

    /// Past their ends both streams are zeros (T.814 7.1.5, 7.1.6).
    private void begin(int bits) {
        Arrays.fill(stream, bits + 7 >>> 3, stream.length, (byte) 0);
        at = 0;
    }

    private void survey(CodeBlock block, int stripes, int[] out, int offset, int stride) {
        int line = block.width() + 2;
        int size = line * (stripes + 2);
        if (known.length < size) {
            known = new byte[size];
            found = new byte[size];
        } else {
            Arrays.fill(known, 0, size, (byte) 0);
            Arrays.fill(found, 0, size, (byte) 0);
        }
        for (int y = 0; y < block.height(); y++) {
            int place = offset + y * stride;
            int at = ((y >> 2) + 1) * line + 1;
            for (int x = 0; x < block.width(); x++)
                if (out[place + x] != 0) known[at + x] |= (byte) (1 << (y & 3));
        }
    }

    /// Four columns at a time: first what each candidate is, then the signs of those found.
    private void propagate(
            CodeBlock block, int stripe, int shift, int[] out, int offset, int stride) {
        int line = block.width() + 2;
        int rows = Math.min(4, block.height() - 4 * stripe);
        int below = block.style().causal() ? 0 : 1;
        int value = 3 << shift - 1;
        for (int x = 0; x < block.width(); x += 4) {
            int end = Math.min(x + 4, block.width());
            int any = 0;
            for (int column = x; column < end; column++) {
                int i = (stripe + 1) * line + column + 1;
                int near =
                        near(i - 1, line, below) | near(i, line, below) | near(i + 1, line, below);
                if (near == 0) continue;
                found[i] = (byte) candidates(known[i], near, rows);
                any |= found[i];
            }
            if (any == 0) continue;
            long signs = HtStreams.bits(stream, at);
            for (int column = x; column < end; column++) {
                int fresh = found[(stripe + 1) * line + column + 1];
                for (int row = 0; fresh != 0; row++, fresh >>= 1) {
                    if ((fresh & 1) == 0) continue;
                    out[offset + row * stride + column] = (int) signs << 31 | value;
                    signs >>>= 1;
                    at++;
                }
            }
        }
    }

    /// The significant samples of a column as far as they are known, with the one above in bit 0 and the one
    /// below in bit 5; `below` is 0 where that lies out of sight (T.800 D.7).
    private int near(int i, int line, int below) {
        return (known[i - line] | found[i - line]) >> 3
                | (known[i] | found[i]) << 1
                | (known[i + line] & below) << 5;
    }

    private int candidates(int significant, int around, int rows) {
        long bits = HtStreams.bits(stream, at);
        int near = around;
        int fresh = 0;
        for (int row = 0; row < rows; row++) {
            if ((significant >> row & 1) != 0 || (near >> row & 7) == 0) continue;
            int bit = (int) bits & 1;
            bits >>>= 1;
            at++;
            near |= bit << row + 1;
            fresh |= bit << row;
        }
        return fresh;
    }

    private void magnitudes(
            CodeBlock block, int stripe, int shift, int[] out, int offset, int stride) {
        int first = (stripe + 1) * (block.width() + 2) + 1;
        int half = 1 << shift - 1;
        for (int column = 0; column < block.width(); column++) {
            int nibble = known[first + column];
            if (nibble == 0) continue;
            long bits = HtStreams.bits(stream, at);
            at += Integer.bitCount(nibble);
            int place = offset + column;
            for (; nibble != 0; nibble >>= 1, place += stride) {
                if ((nibble & 1) == 0) continue;
                // the middle of the old interval is the border between its halves
                out[place] += ((int) bits & 1) == 0 ? -half : half;
                bits >>>= 1;
            }
        }
    }
}
