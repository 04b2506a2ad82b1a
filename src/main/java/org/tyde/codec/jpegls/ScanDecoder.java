package org.tyde.codec.jpegls;

import static org.tyde.codec.jpegls.Contexts.WIDTH;

import org.tyde.refusal.Refusal;

/// Decodes lines of samples (T.87 Annexes A and B). A line is an array with the sample of column 0 at 1,
/// its left neighbour at 0 and the right neighbour of its last sample after that, as T.87 A.2 has them
/// at the edges; the line above comes in the same form.
final class ScanDecoder {
    private final CodingParameters parameters;
    private final EntropyBits bits;
    private final byte[] regions;
    private final int[] contexts;
    private final int[] runIndex;
    private final int zero;
    private final int unaryLimit;
    private final int errorBits;

    /// @param components of the scan, each with a run index of its own where lines are interleaved
    ScanDecoder(CodingParameters parameters, EntropyBits bits, int components) {
        this.parameters = parameters;
        this.bits = bits;
        this.regions = parameters.regions();
        this.contexts = Contexts.fresh(parameters);
        this.runIndex = new int[components];
        this.zero = parameters.maxval();
        this.errorBits = parameters.errorBits();
        this.unaryLimit = parameters.limit() - errorBits - 1;
    }

    /// Begins a restart interval.
    void restart() {
        Contexts.reset(contexts, parameters);
        java.util.Arrays.fill(runIndex, 0);
    }

    /// @param component whose run index is meant
    /// @throws IndexOutOfBoundsException where the bits end early
    void line(int[] up, int[] line, int columns, int component) throws Refusal {
        line[0] = up[1];
        int maxval = parameters.maxval();
        if (parameters.near() == 0 && (maxval & maxval + 1) == 0)
            lossless(up, line, columns, component);
        else general(up, line, columns, component);
        line[columns + 1] = line[columns];
    }

    /// NEAR = 0 and all bits in use: the modulo reduction is a mask.
    private void lossless(int[] up, int[] line, int columns, int component) throws Refusal {
        final var table = regions;
        final var states = contexts;
        final var clean = bits.clean;
        final int origin = zero;
        final int mask = parameters.maxval();
        final int reset = parameters.reset();
        final int quick = Math.min(unaryLimit, EntropyBits.READY - 17);
        long at = bits.at;
        int ra = line[0];
        int rb = up[1];
        int rc = up[0];
        int second = table[rb - rc + origin];
        for (int i = 1; i <= columns; ) {
            int rd = up[i + 1];
            int first = table[rd - rb + origin];
            int q = 9 * (9 * first + second) + table[rc - ra + origin];
            if (q == 0) {
                bits.at = at;
                i = run(up, line, i, columns, component);
                if (i > columns) return;
                at = bits.at;
                ra = line[i - 1];
                rb = up[i];
                rc = up[i - 1];
                second = table[rb - rc + origin];
                continue;
            }
            int sign = q >> 31;
            int state = ((q ^ sign) - sign) * WIDTH;
            int k = states[state + Contexts.K];
            int correction = (states[state + Contexts.C] ^ sign) - sign;
            int predicted = Contexts.predict(ra, rb, rc) + correction;
            predicted = Math.max(0, Math.min(mask, predicted));
            long word = (long) EntropyBits.WORD.get(clean, (int) (at >>> 3)) << (at & 7);
            int zeros = Long.numberOfLeadingZeros(word);
            int mapped;
            if (zeros < quick) {
                mapped = zeros << k | (int) (word << zeros << 1 >>> 1 >>> (63 - k));
                at += zeros + 1 + k;
            } else {
                bits.at = at;
                mapped = longCode(k, unaryLimit);
                at = bits.at;
            }
            int error = mapped >>> 1 ^ -(mapped & 1) ^ states[state + Contexts.FLIP];
            int sample = predicted + (error ^ sign) - sign & mask;
            line[i++] = sample;
            Contexts.count(states, state, error, 1, reset);
            ra = sample;
            rc = rb;
            rb = rd;
            second = first;
        }
        bits.at = at;
    }

    /// Any NEAR and any MAXVAL.
    private void general(int[] up, int[] line, int columns, int component) throws Refusal {
        final var table = regions;
        final var states = contexts;
        final var clean = bits.clean;
        final int origin = zero;
        final int maxval = parameters.maxval();
        final int near = parameters.near();
        final int step = parameters.step();
        final int period = parameters.range() * step;
        final int reset = parameters.reset();
        final int quick = Math.min(unaryLimit, EntropyBits.READY - 17);
        long at = bits.at;
        for (int i = 1; i <= columns; ) {
            int ra = line[i - 1];
            int rb = up[i];
            int rc = up[i - 1];
            int q =
                    9 * (9 * table[up[i + 1] - rb + origin] + table[rb - rc + origin])
                            + table[rc - ra + origin];
            if (q == 0) {
                bits.at = at;
                i = run(up, line, i, columns, component);
                at = bits.at;
                continue;
            }
            int sign = q >> 31;
            int state = ((q ^ sign) - sign) * WIDTH;
            int k = states[state + Contexts.K];
            int correction = (states[state + Contexts.C] ^ sign) - sign;
            int predicted = Contexts.predict(ra, rb, rc) + correction;
            predicted = Math.max(0, Math.min(maxval, predicted));
            long word = (long) EntropyBits.WORD.get(clean, (int) (at >>> 3)) << (at & 7);
            int zeros = Long.numberOfLeadingZeros(word);
            int mapped;
            if (zeros < quick) {
                mapped = zeros << k | (int) (word << zeros << 1 >>> 1 >>> (63 - k));
                at += zeros + 1 + k;
            } else {
                bits.at = at;
                mapped = longCode(k, unaryLimit);
                at = bits.at;
            }
            int error = mapped >>> 1 ^ -(mapped & 1) ^ states[state + Contexts.FLIP];
            int sample = predicted + ((error ^ sign) - sign) * step;
            if (sample < -near) sample += period;
            else if (sample > maxval + near) sample -= period;
            line[i++] = Math.max(0, Math.min(maxval, sample));
            Contexts.count(states, state, error, step, reset);
        }
        bits.at = at;
    }

    /// Lines of all components at once, sample by sample (T.87 B.3); runs are those of all together.
    ///
    /// @throws IndexOutOfBoundsException where the bits end early
    void samples(int[][] up, int[][] lines, int columns) throws Refusal {
        int components = lines.length;
        var q = new int[components];
        for (int c = 0; c < components; c++) lines[c][0] = up[c][1];
        for (int i = 1; i <= columns; ) {
            int any = 0;
            for (int c = 0; c < components; c++) {
                q[c] = context(up[c], lines[c], i);
                any |= q[c];
            }
            if (any == 0) i = runOfPixels(up, lines, i, columns);
            else {
                for (int c = 0; c < components; c++)
                    lines[c][i] = regular(q[c], lines[c][i - 1], up[c][i], up[c][i - 1]);
                i++;
            }
        }
        for (var line : lines) line[columns + 1] = line[columns];
    }

    /// The context of a sample, negative where its sign is turned (T.87 A.3); 0 is the start of a run.
    private int context(int[] up, int[] line, int i) {
        int rb = up[i];
        int rc = up[i - 1];
        return 9 * (9 * regions[up[i + 1] - rb + zero] + regions[rb - rc + zero])
                + regions[rc - line[i - 1] + zero];
    }

    private int regular(int q, int ra, int rb, int rc) throws Refusal {
        int sign = q >> 31;
        int state = ((q ^ sign) - sign) * WIDTH;
        int correction = (contexts[state + Contexts.C] ^ sign) - sign;
        int predicted = Contexts.predict(ra, rb, rc) + correction;
        predicted = Math.max(0, Math.min(parameters.maxval(), predicted));
        int mapped = code(contexts[state + Contexts.K], unaryLimit);
        int error = mapped >>> 1 ^ -(mapped & 1) ^ contexts[state + Contexts.FLIP];
        Contexts.count(contexts, state, error, parameters.step(), parameters.reset());
        return reconstructed(predicted, (error ^ sign) - sign);
    }

    /// T.87 A.4.4, A.4.5: within the range again, then within the samples.
    private int reconstructed(int predicted, int error) {
        int near = parameters.near();
        int maxval = parameters.maxval();
        int sample = predicted + error * parameters.step();
        if (sample < -near) sample += parameters.range() * parameters.step();
        else if (sample > maxval + near) sample -= parameters.range() * parameters.step();
        return Math.max(0, Math.min(maxval, sample));
    }

    /// A mapped error (T.87 A.5.3).
    private int code(int k, int limit) throws Refusal {
        long word = bits.peek();
        int zeros = Long.numberOfLeadingZeros(word);
        if (zeros >= Math.min(limit, EntropyBits.READY - 17)) return longCode(k, limit);
        bits.at += zeros + 1 + k;
        return zeros << k | (int) (word << zeros << 1 >>> 1 >>> (63 - k));
    }

    private int longCode(int k, int limit) throws Refusal {
        int zeros = Math.min(32, Long.numberOfLeadingZeros(bits.peek()));
        bits.at += zeros;
        if (zeros == 32) {
            int more = Long.numberOfLeadingZeros(bits.peek());
            zeros += more;
            bits.at += Math.min(more, EntropyBits.READY - 1);
        }
        bits.at++;
        if (zeros > limit) throw new Refusal(JpegLsReason.BROKEN_CODE, 0);
        return zeros < limit ? zeros << k | bits.read(k) : bits.read(errorBits) + 1;
    }

    /// A run and the sample that ends it (T.87 A.7).
    ///
    /// @return the index after them
    private int run(int[] up, int[] line, int from, int columns, int component) throws Refusal {
        int length = runLength(columns + 1 - from, component);
        int to = from + length;
        java.util.Arrays.fill(line, from, to, line[from - 1]);
        if (to > columns) return to;
        int ra = line[from - 1];
        int rb = up[to];
        int type = Math.abs(ra - rb) <= parameters.near() ? 1 : 0;
        int error = interruption(type, component);
        line[to] =
                type == 1 ? reconstructed(ra, error) : reconstructed(rb, ra > rb ? -error : error);
        shorten(component);
        return to + 1;
    }

    private int runOfPixels(int[][] up, int[][] lines, int from, int columns) throws Refusal {
        int to = from + runLength(columns + 1 - from, 0);
        for (var line : lines) java.util.Arrays.fill(line, from, to, line[from - 1]);
        if (to > columns) return to;
        for (int c = 0; c < lines.length; c++) {
            int ra = lines[c][from - 1];
            int rb = up[c][to];
            int error = interruption(0, 0);
            lines[c][to] = reconstructed(rb, ra > rb ? -error : error);
        }
        shorten(0);
        return to + 1;
    }

    private void shorten(int component) {
        if (runIndex[component] > 0) runIndex[component]--;
    }

    /// T.87 A.7.1.
    ///
    /// @param rest samples to the end of the line
    private int runLength(int rest, int component) throws Refusal {
        int length = 0;
        while (bits.read(1) == 1) {
            int part = 1 << Contexts.RUN_ORDER[runIndex[component]];
            if (part <= rest - length && runIndex[component] < 31) runIndex[component]++;
            length = Math.min(rest, length + part);
            if (length == rest) return rest;
        }
        length += bits.read(Contexts.RUN_ORDER[runIndex[component]]);
        if (length >= rest) throw new Refusal(JpegLsReason.BROKEN_CODE, 0);
        return length;
    }

    /// The error of the sample that ends a run (T.87 A.7.2).
    private int interruption(int type, int component) throws Refusal {
        int k = Contexts.interruptionGolomb(contexts, type);
        int mapped = code(k, unaryLimit - Contexts.RUN_ORDER[runIndex[component]] - 1);
        int magnitude = (mapped + type + 1) >> 1;
        boolean odd = ((mapped + type) & 1) == 1;
        int error = odd == Contexts.negativesAreOdd(contexts, type, k) ? -magnitude : magnitude;
        Contexts.countInterruption(contexts, type, error, mapped, parameters.reset());
        return error;
    }
}
