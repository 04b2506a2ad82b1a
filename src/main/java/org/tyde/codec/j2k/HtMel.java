package org.tyde.codec.j2k;

/// The adaptive run-length decoder of the HT cleanup pass (T.814 7.3.3): symbols that are mostly 0, from a
/// stream read forwards with the most significant bit first (T.814 7.1.2).
final class HtMel {
    /// MEL_E, T.814 Table 2: log2 of the run lengths of the thirteen states.
    private static final int[] EXPONENTS = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5};

    /// What a run takes at most: one bit, and the exponent of the last state.
    private static final int MOST_BITS = 6;

    private byte[] data = {};
    private int at;
    private int end;
    private long held;
    private int width;
    private boolean full;
    private int state;
    private int zeros;
    private boolean one;

    /// @param from first byte of the suffix
    /// @param to past the last byte of the segment
    void begin(byte[] bytes, int from, int to) {
        data = bytes;
        at = from;
        end = to;
        width = 0;
        full = false;
        state = 0;
        zeros = 0;
        one = false;
    }

    /// @return the next symbol, 0 or 1
    int next() {
        if (zeros == 0 && !one) run();
        if (zeros > 0) {
            zeros--;
            return 0;
        }
        one = false;
        return 1;
    }

    private void run() {
        if (width < MOST_BITS) fill();
        int exponent = EXPONENTS[state];
        if ((held >>> width - 1 & 1) != 0) {
            width--;
            zeros = 1 << exponent;
            state = Math.min(12, state + 1);
        } else {
            width -= 1 + exponent;
            zeros = (int) (held >>> width) & (1 << exponent) - 1;
            one = true;
            state = Math.max(0, state - 1);
        }
    }

    private void fill() {
        while (width <= Long.SIZE - 16) {
            int next = at < end ? data[at] & 0xFF : 0xFF;
            // the last two bytes hold the suffix length in their last twelve bits, which read as
            // ones
            if (at == end - 1) next = 0xFF;
            else if (at == end - 2) next |= 0x0F;
            at++;
            int taken = full ? 7 : 8;
            held = held << taken | next & (1 << taken) - 1;
            width += taken;
            full = next == 0xFF;
        }
    }
}
