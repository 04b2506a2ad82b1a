package org.tyde.codec.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The inverse transform (T.81 A.3.3) in integers of 13 fraction bits, with the constants and roundings of the
/// reference decoder's accurate integer method, so that results are equal to its own bit by bit. Its
/// butterflies are multiplied out into sums of products, which in integers comes to the same, and many blocks
/// are transformed together: each step is one loop over all of them, which the compiler turns into vector
/// instructions. Not thread-safe.
final class InverseDct implements BlockTransform {
    /// Blocks that are transformed together.
    static final int CAPACITY = 256;

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BITS = 13;

    /// For sample n and its mirror 7 - n: what coefficients 4, 2, 6 and 1, 3, 5, 7 count, in 1/8192.
    private static final int[][] WAVES = {
        {8192, 10_703, 4433, 11_363, 9633, 6437, 2260},
        {-8192, 4433, -10_704, 9633, -2259, -11_362, -6436},
        {-8192, -4433, 10_704, 6437, -11_362, 2261, 9633},
        {8192, -10_703, -4433, 2260, -6436, 9633, -11_363}
    };

    private final Plane plane;
    private final int[] factors;
    private final int[][] places;
    private final int[][] rows = new int[64][];
    private final Workspace work;
    private final int[] targets;
    private final int extra;
    private final int greatest;
    private final int level;
    private int count;

    /// Room for what lies between the steps, shared by the components of a frame.
    static final class Workspace {
        final int[][] between = new int[64][CAPACITY];
        final int[][] out = new int[8][CAPACITY];
        final int[] left = new int[CAPACITY];
        final int[] right = new int[CAPACITY];
    }

    /// @param quantization 64 factors, row by row
    /// @param precision 8 or 12; the columns keep 2 or 1 more bits for the rows
    /// @param plane gets the samples
    InverseDct(int[] quantization, int precision, Plane plane, Workspace work) {
        this.plane = plane;
        this.factors = BlockTransform.zigzagged(quantization);
        this.places = BlockTransform.places(CAPACITY);
        for (int k = 0; k < 64; k++) rows[Tables.ZIGZAG[k]] = places[k];
        this.work = work;
        this.targets = new int[CAPACITY];
        this.extra = precision == 8 ? 2 : 1;
        this.greatest = (1 << precision) - 1;
        this.level = 1 << (precision - 1);
    }

    @Override
    public int[][] coefficients() {
        return places;
    }

    @Override
    public int index() {
        return count;
    }

    @Override
    public int[] factors() {
        return factors;
    }

    @Override
    public void end(int reach, int x, int y) {
        int target = 8 * y * plane.stride() + 8 * x;
        if (reach == 0) {
            int dc = places[0][count];
            places[0][count] = 0;
            // both passes on a constant come down to this one rounding
            int value = ((dc << extra) + (1 << (extra + 2)) >> (extra + 3)) + level;
            fill(target, Math.clamp(value, 0, greatest));
            return;
        }
        targets[count++] = target;
        if (count == CAPACITY) finish();
    }

    private void fill(int target, int value) {
        int at = target;
        for (int r = 0; r < 8; r++, at += plane.stride())
            if (plane.wide()) Arrays.fill(plane.shorts(), at, at + 8, (short) value);
            else LONG.set(plane.bytes(), at, value * 0x0101010101010101L);
    }

    @Override
    public void finish() {
        if (count == 0) return;
        for (int c = 0; c < 8; c++)
            pass(rows, c, 8, work.between, BITS - extra, 1 << (BITS - extra - 1));
        for (int k = 0; k < 64; k++) Arrays.fill(rows[k], 0, count, 0);
        int shift = BITS + extra + 3;
        for (int r = 0; r < 8; r++) {
            pass(work.between, 8 * r, 1, work.out, shift, (1 << (shift - 1)) + (level << shift));
            if (plane.wide()) storeWide(r * plane.stride());
            else store(r * plane.stride());
        }
        count = 0;
    }

    /// One transform of eight values for each block.
    ///
    /// @param first of the eight in `in`
    /// @param step from one to the next in `in`
    private void pass(int[][] in, int first, int step, int[][] out, int shift, int half) {
        // the results of a column replace it; those of a row stand alone
        int to = step == 8 ? first : 0;
        for (int n = 0; n < 4; n++) {
            var wave = WAVES[n];
            mirrored(
                    in,
                    first,
                    step,
                    out[to + n * step],
                    out[to + (7 - n) * step],
                    wave,
                    shift,
                    half,
                    count);
        }
    }

    private static void mirrored(
            int[][] in,
            int first,
            int step,
            int[] near,
            int[] far,
            int[] wave,
            int shift,
            int half,
            int count) {
        final int[] x0 = in[first];
        final int[] x1 = in[first + step];
        final int[] x2 = in[first + 2 * step];
        final int[] x3 = in[first + 3 * step];
        final int[] x4 = in[first + 4 * step];
        final int[] x5 = in[first + 5 * step];
        final int[] x6 = in[first + 6 * step];
        final int[] x7 = in[first + 7 * step];
        final int c4 = wave[0];
        final int c2 = wave[1];
        final int c6 = wave[2];
        final int c1 = wave[3];
        final int c3 = wave[4];
        final int c5 = wave[5];
        final int c7 = wave[6];
        for (int b = 0; b < count; b++) {
            int even = x0[b] * 8192 + x4[b] * c4 + x2[b] * c2 + x6[b] * c6 + half;
            int odd = x1[b] * c1 + x3[b] * c3 + x5[b] * c5 + x7[b] * c7;
            near[b] = even + odd >> shift;
            far[b] = even - odd >> shift;
        }
    }

    private void store(int line) {
        var o = work.out;
        pack(o[0], o[1], o[2], o[3], work.left, count);
        pack(o[4], o[5], o[6], o[7], work.right, count);
        write(work.left, work.right, plane.bytes(), targets, line, count);
    }

    private static void pack(int[] a, int[] b, int[] c, int[] d, int[] out, int count) {
        for (int i = 0; i < count; i++)
            out[i] =
                    Math.min(255, Math.max(0, a[i]))
                            | Math.min(255, Math.max(0, b[i])) << 8
                            | Math.min(255, Math.max(0, c[i])) << 16
                            | Math.min(255, Math.max(0, d[i])) << 24;
    }

    private static void write(
            int[] left, int[] right, byte[] bytes, int[] targets, int line, int count) {
        for (int b = 0; b < count; b++)
            LONG.set(bytes, targets[b] + line, left[b] & 0xFFFFFFFFL | (long) right[b] << 32);
    }

    private void storeWide(int line) {
        for (int c = 0; c < 8; c++)
            scatter(work.out[c], greatest, plane.shorts(), targets, line + c, count);
    }

    private static void scatter(
            int[] values, int greatest, short[] shorts, int[] targets, int offset, int count) {
        for (int b = 0; b < count; b++)
            shorts[targets[b] + offset] = (short) Math.min(greatest, Math.max(0, values[b]));
    }
}
