package org.tyde.codec.jpegls;

import static org.tyde.codec.jpegls.Contexts.WIDTH;

/// Encodes lines of samples without loss (T.87 Annex A), lines as [ScanDecoder] has them.
final class ScanEncoder {
    private final CodingParameters parameters;
    private final BitWriter bits;
    private final byte[] regions;
    private final int[] contexts;
    private final int[] runIndex;
    private final int zero;
    private final int unaryLimit;
    private final int errorBits;

    /// @param parameters with NEAR 0
    /// @param components of the scan
    ScanEncoder(CodingParameters parameters, BitWriter bits, int components) {
        this.parameters = parameters;
        this.bits = bits;
        this.regions = parameters.regions();
        this.contexts = Contexts.fresh(parameters);
        this.runIndex = new int[components];
        this.zero = parameters.maxval();
        this.errorBits = parameters.errorBits();
        this.unaryLimit = parameters.limit() - errorBits - 1;
    }

    /// @param component whose run index is meant
    void line(int[] up, int[] line, int columns, int component) {
        line[0] = up[1];
        up[columns + 1] = up[columns];
        for (int i = 1; i <= columns; ) {
            int ra = line[i - 1];
            int rb = up[i];
            int rc = up[i - 1];
            int q =
                    9 * (9 * regions[up[i + 1] - rb + zero] + regions[rb - rc + zero])
                            + regions[rc - ra + zero];
            if (q == 0) i = run(up, line, i, columns, component);
            else {
                regular(q, Contexts.predict(ra, rb, rc), line[i]);
                i++;
            }
        }
    }

    private void regular(int q, int median, int sample) {
        int sign = q >> 31;
        int state = ((q ^ sign) - sign) * WIDTH;
        int correction = (contexts[state + Contexts.C] ^ sign) - sign;
        int predicted = Math.max(0, Math.min(parameters.maxval(), median + correction));
        int error = reduced((sample - predicted ^ sign) - sign);
        int turned = error ^ contexts[state + Contexts.FLIP];
        code(turned << 1 ^ turned >> 31, contexts[state + Contexts.K], unaryLimit);
        Contexts.count(contexts, state, error, 1, parameters.reset());
    }

    /// Within the range of errors (T.87 A.4.5).
    private int reduced(int error) {
        int range = parameters.range();
        int positive = error < 0 ? error + range : error;
        return positive >= (range + 1) / 2 ? positive - range : positive;
    }

    /// T.87 A.5.3.
    private void code(int mapped, int k, int limit) {
        int high = mapped >> k;
        if (high < limit) {
            bits.unary(high);
            bits.bits(mapped, k);
        } else {
            bits.unary(limit);
            bits.bits(mapped - 1, errorBits);
        }
    }

    /// T.87 A.7.
    private int run(int[] up, int[] line, int from, int columns, int component) {
        int ra = line[from - 1];
        int to = from;
        while (to <= columns && line[to] == ra) to++;
        int rest = to - from;
        while (rest >= 1 << Contexts.RUN_ORDER[runIndex[component]]) {
            bits.bits(1, 1);
            rest -= 1 << Contexts.RUN_ORDER[runIndex[component]];
            if (runIndex[component] < 31) runIndex[component]++;
        }
        if (to > columns) {
            if (rest > 0) bits.bits(1, 1);
            return to;
        }
        int order = Contexts.RUN_ORDER[runIndex[component]];
        bits.bits(0, 1);
        bits.bits(rest, order);
        interruption(ra, up[to], line[to], unaryLimit - order - 1);
        if (runIndex[component] > 0) runIndex[component]--;
        return to + 1;
    }

    /// T.87 A.7.2.
    private void interruption(int ra, int rb, int sample, int limit) {
        int type = ra == rb ? 1 : 0;
        int error = reduced(type == 0 && ra > rb ? rb - sample : sample - rb);
        int k = Contexts.interruptionGolomb(contexts, type);
        boolean odd = error != 0 && error < 0 == Contexts.negativesAreOdd(contexts, type, k);
        int mapped = 2 * Math.abs(error) - type - (odd ? 1 : 0);
        code(mapped, k, limit);
        Contexts.countInterruption(contexts, type, error, mapped, parameters.reset());
    }
}
