package org.tyde.codec.j2k;

import java.util.Arrays;

/// The adaptive binary arithmetic decoder (T.800 Annex C), in the form of the software conventions
/// (T.800 J.1), where the code register holds how far the code lies below the top of the interval.
///
/// Most decisions only shorten the interval: they neither renormalise it nor pass the code. How much
/// shorter it may become before one of both happens is a single number, the slack, which callers keep in a
/// local variable: twice the slack, and the last decision in bit 0. The rest is touched by `exchange` only.
final class MqDecoder {
    /// Bits of the code register below those that are compared with the interval.
    private static final int FRACTION = 32;

    /// For each state, twice its number, plus 1 where the more probable symbol is 1: the number that
    /// follows a more probable symbol (bits 0 to 6) and a less probable one (bits 7 to 13), and above
    /// them twice the probability estimate less the more probable symbol.
    private static final int[] STATES = states();

    private final int[] contexts = new int[BlockContexts.COUNT];
    private byte[] data = {};
    private int at;
    private int last;
    private int valid;
    private long code;

    /// The interval less the slack: at least the least normalised interval, and above the code.
    private int base;

    /// Puts all contexts in their first state (T.800 Table D.7).
    void reset() {
        Arrays.fill(contexts, STATES[0]);
        contexts[BlockContexts.ZERO] = STATES[2 * 4];
        contexts[BlockContexts.RUN] = STATES[2 * 3];
        contexts[BlockContexts.UNIFORM] = STATES[2 * 46];
    }

    /// @param bytes of a segment, with two bytes of all ones after its last
    /// @param from its first
    /// @return the slack to begin with
    int start(byte[] bytes, int from) {
        data = bytes;
        at = from;
        last = 0;
        code = 0;
        valid = -15;
        fill();
        return 2 * slack(0x8000);
    }

    /// @param context whose decision comes
    /// @param slack as the last call gave it
    /// @return the slack with the decision in bit 0
    int decode(int context, int slack) {
        int next = (slack & -2) - (contexts[context] >>> 14);
        return next >= 0 ? next : exchange(context, next);
    }

    /// The code is passed or the interval renormalised (T.800 C.3.2, Figures C.16 to C.18, J.1). Both
    /// outcomes are computed without branches, for nothing tells them apart beforehand.
    private int exchange(int context, int slack) {
        int state = contexts[context];
        int interval = (slack >> 1) + base;
        int estimate = (state >>> 14) + 1 >> 1;
        long top = (long) interval << FRACTION;
        int above = (int) (code - top >> 63);
        int swapped = interval - estimate >> 31;
        int lessProbable = ~(above ^ swapped);
        code -= top & ~above;
        interval = interval & above | estimate & ~above;
        contexts[context] = STATES[state >>> (7 & lessProbable) & 0x7F];
        int shift = Integer.numberOfLeadingZeros(interval) - 16;
        code <<= shift;
        valid -= shift;
        if (valid < 0) fill();
        return 2 * slack(interval << shift) | (state >>> 14 ^ lessProbable) & 1;
    }

    private int slack(int interval) {
        base = Math.max(0x8000, (int) (code >> FRACTION) + 1);
        return interval - base;
    }

    /// T.800 C.3.4: after a byte of all ones come seven bits, or the end, from where on all bits are ones.
    private void fill() {
        while (valid <= FRACTION - 8) {
            int next = data[at] & 0xFF;
            if (last != 0xFF) {
                code += (long) (0xFF - next) << FRACTION - valid - 8;
                valid += 8;
            } else if (next <= 0x8F) {
                code += (long) (0x7F - next) << FRACTION - valid - 7;
                valid += 7;
            } else {
                valid = FRACTION;
                return;
            }
            last = next;
            at++;
        }
    }

    /// T.800 Table C.2: estimate, next state after a more and after a less probable symbol, and
    /// whether the latter changes sides.
    private static int[] states() {
        int[][] table = {
            {0x5601, 1, 1, 1}, {0x3401, 2, 6, 0}, {0x1801, 3, 9, 0}, {0x0AC1, 4, 12, 0},
            {0x0521, 5, 29, 0}, {0x0221, 38, 33, 0}, {0x5601, 7, 6, 1}, {0x5401, 8, 14, 0},
            {0x4801, 9, 14, 0}, {0x3801, 10, 14, 0}, {0x3001, 11, 17, 0}, {0x2401, 12, 18, 0},
            {0x1C01, 13, 20, 0}, {0x1601, 29, 21, 0}, {0x5601, 15, 14, 1}, {0x5401, 16, 14, 0},
            {0x5101, 17, 15, 0}, {0x4801, 18, 16, 0}, {0x3801, 19, 17, 0}, {0x3401, 20, 18, 0},
            {0x3001, 21, 19, 0}, {0x2801, 22, 19, 0}, {0x2401, 23, 20, 0}, {0x2201, 24, 21, 0},
            {0x1C01, 25, 22, 0}, {0x1801, 26, 23, 0}, {0x1601, 27, 24, 0}, {0x1401, 28, 25, 0},
            {0x1201, 29, 26, 0}, {0x1101, 30, 27, 0}, {0x0AC1, 31, 28, 0}, {0x09C1, 32, 29, 0},
            {0x08A1, 33, 30, 0}, {0x0521, 34, 31, 0}, {0x0441, 35, 32, 0}, {0x02A1, 36, 33, 0},
            {0x0221, 37, 34, 0}, {0x0141, 38, 35, 0}, {0x0111, 39, 36, 0}, {0x0085, 40, 37, 0},
            {0x0049, 41, 38, 0}, {0x0025, 42, 39, 0}, {0x0015, 43, 40, 0}, {0x0009, 44, 41, 0},
            {0x0005, 45, 42, 0}, {0x0001, 45, 43, 0}, {0x5601, 46, 46, 0},
        };
        var states = new int[2 * table.length];
        for (int i = 0; i < states.length; i++) {
            var row = table[i / 2];
            int sense = i & 1;
            int afterMore = 2 * row[1] + sense;
            int afterLess = 2 * row[2] + (sense ^ row[3]);
            states[i] = 2 * row[0] - sense << 14 | afterLess << 7 | afterMore;
        }
        return states;
    }
}
