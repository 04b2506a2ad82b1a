package org.tyde.codec.j2k;

import org.tyde.codec.j2k.header.J2kReason;
import org.tyde.refusal.Refusal;

import java.util.Arrays;

/// The HT cleanup pass (T.814 7.3): quads of 2 x 2 samples, row by row. For each row first the words of its
/// quads from the MEL and VLC streams, then its magnitudes and signs from the MagSgn stream.
///
/// The samples of a quad are numbered down its left column, then down its right: 0 and 1, 2 and 3.
final class HtCleanup {
    /// Least and greatest suffix, T.814 7.1.1.
    private static final int LEAST_SUFFIX = 2;

    private static final int MOST_SUFFIX = 4079;

    /// What a row of 512 quads may read past the end before that is seen.
    private static final int OVERRUN = 4096;

    /// Four bits, each in a byte of its own.
    private static final int[] SPREAD = new int[16];

    static {
        for (int i = 0; i < 16; i++)
            SPREAD[i] = i & 1 | (i & 2) << 7 | (i & 4) << 14 | (i & 8) << 21;
    }

    private final HtMel mel = new HtMel();
    private final byte[] vlc = new byte[MOST_SUFFIX + OVERRUN + HtStreams.SPARE];
    private byte[] magSgn = {};
    private int[] quads = new int[2];
    private int[] below = new int[2];
    private int[] aboveValues = new int[4];
    private int[] values = new int[4];
    private int vlcAt;
    private int magSgnAt;

    /// Decodes the pass into places of an even width and height.
    ///
    /// @param segment its cleanup segment
    /// @param width in quads
    /// @param height in quads
    /// @param out written as [BlockDecoder] says; each quad whole
    /// @param offset of the first place
    /// @param stride from a place to the one below it
    void decode(
            CodeBlock block,
            CodeBlock.Segment segment,
            int width,
            int height,
            int[] out,
            int offset,
            int stride)
            throws Refusal {
        int bound = block.zeroPlanes() + 2;
        int shift = block.planes() - 1 - block.zeroPlanes();
        int vlcEnd = begin(block.data(), segment, width, (4 * bound * width * height + 7) / 8);
        firstRow(width);
        for (int row = 0; row < height; row++) {
            var oldValues = aboveValues;
            aboveValues = values;
            values = oldValues;
            if (vlcAt > vlcEnd) throw broken("its VLC stream ends early", "T.814 7.1.3");
            boolean more = row + 1 < height;
            int most = row(width, more, bound, shift, out, offset, stride);
            if (most > 0)
                throw broken(
                        "a magnitude of %d bits where %d are coded".formatted(most, bound),
                        "T.814 7.3.7");
            var old = below;
            below = quads;
            quads = old;
            offset += 2 * stride;
        }
    }

    /// @return bits of the VLC stream
    private int begin(byte[] data, CodeBlock.Segment segment, int width, int magSgnBytes)
            throws Refusal {
        int from = segment.offset();
        int length = segment.length();
        if (length < LEAST_SUFFIX || length > 65_534)
            throw broken("a cleanup segment of " + length + " bytes", "T.814 7.1.1");
        int to = from + length;
        int suffix = (data[to - 1] & 0xFF) << 4 | data[to - 2] & 0x0F;
        if (suffix < LEAST_SUFFIX || suffix > MOST_SUFFIX || suffix > length)
            throw broken(
                    "a suffix of %d bytes in a cleanup segment of %d".formatted(suffix, length),
                    "T.814 7.1.1");
        int split = to - suffix;
        mel.begin(data, split, to);
        int before = data[to - 2] & 0xF0 | 0x0F;
        int top = before >> 4;
        int topBits = (top & 7) == 7 ? 3 : 4;
        int vlcEnd = HtStreams.backward(data, split, to - 2, before, top, topBits, vlc);
        vlcAt = 0;
        int used = Math.min(split - from, magSgnBytes + magSgnBytes / 7 + 1);
        int room = magSgnBytes + used + 2 * HtStreams.SPARE;
        if (magSgn.length < room) magSgn = new byte[room];
        int magSgnEnd = HtStreams.forward(data, from, from + used, magSgn);
        // past its end the stream is all ones (T.814 7.1.4)
        magSgn[magSgnEnd >>> 3] |= (byte) (0xFF << (magSgnEnd & 7));
        Arrays.fill(magSgn, (magSgnEnd >>> 3) + 1, room, (byte) 0xFF);
        magSgnAt = 0;
        if (quads.length < width + 3) {
            quads = new int[width + 3];
            below = new int[width + 3];
            values = new int[2 * width + 6];
            aboveValues = new int[2 * width + 6];
        }
        // becomes the row above the first
        Arrays.fill(values, 0, 2 * width + 4, 0);
        return vlcEnd;
    }

    /// Words of the first row, whose contexts look only to the left (T.814 7.3.5). Quad q is kept at q + 1,
    /// its u in bits 16 and up.
    private void firstRow(int width) {
        var table = HtTables.FIRST;
        int at = vlcAt;
        int context = 0;
        for (int q = 1; q <= width; q += 2) {
            long bits = HtStreams.bits(vlc, at);
            int first = 0;
            if (context != 0 || mel.next() != 0) {
                first = table[context << 7 | (int) bits & 127];
                bits >>>= first >>> 13 & 7;
                at += first >>> 13 & 7;
            }
            context = firstContext(first);
            int second = 0;
            if (q < width) {
                if (context != 0 || mel.next() != 0) {
                    second = table[context << 7 | (int) bits & 127];
                    bits >>>= second >>> 13 & 7;
                    at += second >>> 13 & 7;
                }
                context = firstContext(second);
            }
            int kind = first >>> 12 & 1 | second >>> 11 & 2;
            if (kind == HtTables.BOTH)
                kind = mel.next() == 0 ? HtTables.BOTH_AFTER_ZERO : HtTables.BOTH_AFTER_ONE;
            at += lengths(quads, q, first, second, kind, bits);
        }
        quads[width + 1] = 0;
        vlcAt = at;
    }

    private static int firstContext(int left) {
        return (left | left >> 1) & 1 | left >> 1 & 6;
    }

    /// Three bits, from the lowest: samples above and to the left of it, to the left, above and to the right.
    private static int context(int aboveLeft, int above, int aboveRight, int left) {
        return (aboveLeft >> 3 | above >> 1) & 1
                | (left >> 1 | left >> 2) & 2
                | ((above >> 3 | aboveRight >> 1) & 1) << 2;
    }

    /// Keeps the words of a pair with their u (T.814 7.3.6). u_ext is not read: where it would be, u is 33 or
    /// more, beyond what 30 bit-planes can hold, and the row is refused.
    ///
    /// @return bits read
    private static int lengths(int[] quads, int q, int first, int second, int kind, long bits) {
        int split = HtTables.SPLITS[kind << 6 | (int) bits & 63];
        int at = split & 7;
        int width1 = split >> 3 & 7;
        int width2 = split >> 6 & 7;
        int u1 = (split >> 9 & 7) + ((int) (bits >>> at) & (1 << width1) - 1);
        at += width1;
        int u2 = (split >> 12 & 7) + ((int) (bits >>> at) & (1 << width2) - 1);
        quads[q] = first & 0xFFFF | u1 << 16;
        quads[q + 1] = second & 0xFFFF | u2 << 16;
        return at + width2;
    }

    /// Magnitudes and signs of one row (T.814 7.3.7, 7.3.8), and the words of the row below it, whose contexts look
    /// up and to the left (T.814 7.3.5): neither waits for the other, so a processor works at both at once. A
    /// value v is 2 (mu - 1) + sign; of the lower samples of quad q, v with its lowest bit set is kept at 2 q + 1
    /// and 2 q + 2, 0 where insignificant: the bits it takes are the exponent E that the row below predicts
    /// from.
    ///
    /// @param more whether there is a row below
    /// @return bits U of the first quad that has more than may be, 0 when none has
    private int row(
            int width, boolean more, int bound, int shift, int[] out, int offset, int stride) {
        var table = HtTables.OTHER;
        var words = quads;
        var coming = below;
        var next = values;
        var up = aboveValues;
        var stream = magSgn;
        int at = magSgnAt;
        int vlcBit = vlcAt;
        int left = 0;
        next[0] = 0;
        for (int q = 0; q < width; q++) {
            if ((q & 1) == 0 && more) {
                long bits = HtStreams.bits(vlc, vlcBit);
                int context = context(words[q], words[q + 1], words[q + 2], left);
                int first = 0;
                if (context != 0 || mel.next() != 0) {
                    first = table[context << 7 | (int) bits & 127];
                    bits >>>= first >>> 13 & 7;
                    vlcBit += first >>> 13 & 7;
                }
                left = first;
                int second = 0;
                if (q + 1 < width) {
                    context = context(words[q + 1], words[q + 2], words[q + 3], left);
                    if (context != 0 || mel.next() != 0) {
                        second = table[context << 7 | (int) bits & 127];
                        bits >>>= second >>> 13 & 7;
                        vlcBit += second >>> 13 & 7;
                    }
                    left = second;
                }
                int kind = first >>> 12 & 1 | second >>> 11 & 2;
                vlcBit += lengths(coming, q + 1, first, second, kind, bits);
            }
            int quad = words[q + 1];
            int rho = quad & 15;
            int upper = offset + 2 * q;
            int lower = upper + stride;
            if (rho == 0) {
                next[2 * q + 1] = 0;
                next[2 * q + 2] = 0;
                out[upper] = 0;
                out[upper + 1] = 0;
                out[lower] = 0;
                out[lower + 1] = 0;
                continue;
            }
            // kappa - 1, of quads with more than one significant sample
            int near = up[2 * q] | up[2 * q + 1] | up[2 * q + 2] | up[2 * q + 3];
            int predicted = Math.max(0, 30 - Integer.numberOfLeadingZeros(near));
            int bits = (quad >>> 16) + 1 + (predicted & -(rho & rho - 1) >> 31);
            if (bits > bound) return bits;
            int widths = bits * SPREAD[rho] - SPREAD[quad >> 4 & 15];
            samples(stream, at, widths, quad, next, 2 * q + 1, shift, out, upper, lower);
            at += widths * 0x0101_0101 >>> 24;
        }
        next[2 * width + 1] = 0;
        next[2 * width + 2] = 0;
        coming[width + 1] = 0;
        magSgnAt = at;
        vlcAt = vlcBit;
        return 0;
    }

    /// The four samples of a quad.
    ///
    /// @param at their first bit in the stream
    /// @param widths bits of each, in a byte of its own
    /// @param kept gets what the row below predicts from, at `keep` and after it
    private static void samples(
            byte[] stream,
            int at,
            int widths,
            int quad,
            int[] kept,
            int keep,
            int shift,
            int[] out,
            int upper,
            int lower) {
        int ends = widths * 0x0101_0101;
        long w0 = HtStreams.bits(stream, at);
        long w1;
        long w2;
        long w3;
        // shifts take their last bits only: 5 of an int's, 6 of a long's
        if (ends >>> 24 <= 57) {
            w1 = w0 >>> ends;
            w2 = w0 >>> (ends >> 8);
            w3 = w0 >>> (ends >> 16);
        } else {
            w1 = HtStreams.bits(stream, at + (ends & 255));
            w2 = HtStreams.bits(stream, at + (ends >> 8 & 255));
            w3 = HtStreams.bits(stream, at + (ends >> 16 & 255));
        }
        int v0 = value((int) w0, widths, quad >> 8);
        out[upper] = place(v0, quad & 1, shift);
        int v1 = value((int) w1, widths >> 8, quad >> 9);
        kept[keep] = v1 | quad >> 1 & 1;
        out[lower] = place(v1, quad >> 1 & 1, shift);
        int v2 = value((int) w2, widths >> 16, quad >> 10);
        out[upper + 1] = place(v2, quad >> 2 & 1, shift);
        int v3 = value((int) w3, widths >> 24, quad >> 11);
        kept[keep + 1] = v3 | quad >> 3 & 1;
        out[lower + 1] = place(v3, quad >> 3 & 1, shift);
    }

    /// @param width bits to take, in the lowest five
    /// @param top the bit above them, in the lowest
    private static int value(int bits, int width, int top) {
        return bits & (1 << width) - 1 | (top & 1) << width;
    }

    /// Sign, magnitude mu = v / 2 + 1 at its bit-plane, and half a step.
    ///
    /// @param significant 1, or 0 where v is 0 and so is the place
    private static int place(int v, int significant, int shift) {
        return v << 31 | (v | significant) + 2 * significant << shift;
    }

    private static Refusal broken(String what, String rule) {
        return new Refusal(J2kReason.BROKEN_BLOCK, what).withRule(rule);
    }
}
