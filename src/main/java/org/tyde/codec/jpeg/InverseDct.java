package org.tyde.codec.jpeg;

import java.util.Arrays;

/// The inverse transform (T.81 A.3.3) in integers, as Loeffler, Ligtenberg and Moschytz factor it (ICASSP 1989),
/// with 13 fraction bits and the roundings of the reference decoder's accurate integer method, so that results
/// are equal to its own bit by bit. Not thread-safe.
final class InverseDct implements BlockTransform {
    private static final int BITS = 13;
    private static final int C_0_298631336 = 2446;
    private static final int C_0_390180644 = 3196;
    private static final int C_0_541196100 = 4433;
    private static final int C_0_765366865 = 6270;
    private static final int C_0_899976223 = 7373;
    private static final int C_1_175875602 = 9633;
    private static final int C_1_501321110 = 12299;
    private static final int C_1_847759065 = 15137;
    private static final int C_1_961570560 = 16069;
    private static final int C_2_053119869 = 16819;
    private static final int C_2_562915447 = 20995;
    private static final int C_3_072711026 = 25172;

    private final int[] q;
    private final int[] between = new int[64];
    private final int extra;
    private final int greatest;
    private final int level;

    /// @param quantization 64 factors, row by row
    /// @param precision 8 or 12; the columns keep 2 or 1 more bits for the rows
    InverseDct(int[] quantization, int precision) {
        this.q = quantization.clone();
        this.extra = precision == 8 ? 2 : 1;
        this.greatest = (1 << precision) - 1;
        this.level = 1 << (precision - 1);
    }

    @Override
    public void block(int[] c, int reach, Plane plane, int x, int y) {
        int at = 8 * y * plane.stride() + 8 * x;
        if (reach == 0) {
            int dc = c[0] * q[0];
            c[0] = 0;
            // both passes on a constant come down to this one rounding
            fill(plane, at, limit(((dc << extra) + (1 << (extra + 2)) >> (extra + 3)) + level));
            return;
        }
        for (int u = 0; u < 8; u++) column(c, u);
        Arrays.fill(c, 0, 64, 0);
        if (plane.wide()) {
            for (int r = 0; r < 8; r++) wideRow(8 * r, plane.shorts(), at + r * plane.stride());
        } else {
            for (int r = 0; r < 8; r++) row(8 * r, plane.bytes(), at + r * plane.stride());
        }
    }

    private int limit(int value) {
        return Math.min(greatest, Math.max(0, value));
    }

    private static void fill(Plane plane, int at, int value) {
        for (int y = 0; y < 8; y++) {
            int from = at + y * plane.stride();
            if (plane.wide()) Arrays.fill(plane.shorts(), from, from + 8, (short) value);
            else Arrays.fill(plane.bytes(), from, from + 8, (byte) value);
        }
    }

    private void column(int[] c, int x) {
        int[] w = between;
        int c1 = c[8 + x];
        int c2 = c[16 + x];
        int c3 = c[24 + x];
        int c4 = c[32 + x];
        int c5 = c[40 + x];
        int c6 = c[48 + x];
        int c7 = c[56 + x];
        if ((c1 | c2 | c3 | c4 | c5 | c6 | c7) == 0) {
            int dc = c[x] * q[x] << extra;
            for (int y = x; y < 64; y += 8) w[y] = dc;
            return;
        }
        int z2 = c2 * q[16 + x];
        int z3 = c6 * q[48 + x];
        int z1 = (z2 + z3) * C_0_541196100;
        int t2 = z1 - z3 * C_1_847759065;
        int t3 = z1 + z2 * C_0_765366865;
        int a = c[x] * q[x];
        int b = c4 * q[32 + x];
        int shift = BITS - extra;
        int half = 1 << (shift - 1);
        int t0 = (a + b << BITS) + half;
        int t1 = (a - b << BITS) + half;
        int e0 = t0 + t3;
        int e3 = t0 - t3;
        int e1 = t1 + t2;
        int e2 = t1 - t2;
        int s0 = c7 * q[56 + x];
        int s1 = c5 * q[40 + x];
        int s2 = c3 * q[24 + x];
        int s3 = c1 * q[8 + x];
        int y5 = (s0 + s2 + s1 + s3) * C_1_175875602;
        int y1 = (s0 + s3) * C_0_899976223;
        int y2 = (s1 + s2) * C_2_562915447;
        int y3 = y5 - (s0 + s2) * C_1_961570560;
        int y4 = y5 - (s1 + s3) * C_0_390180644;
        int o0 = s0 * C_0_298631336 - y1 + y3;
        int o1 = s1 * C_2_053119869 - y2 + y4;
        int o2 = s2 * C_3_072711026 - y2 + y3;
        int o3 = s3 * C_1_501321110 - y1 + y4;
        w[x] = e0 + o3 >> shift;
        w[56 + x] = e0 - o3 >> shift;
        w[8 + x] = e1 + o2 >> shift;
        w[48 + x] = e1 - o2 >> shift;
        w[16 + x] = e2 + o1 >> shift;
        w[40 + x] = e2 - o1 >> shift;
        w[24 + x] = e3 + o0 >> shift;
        w[32 + x] = e3 - o0 >> shift;
    }

    private void row(int r, byte[] out, int at) {
        int[] w = between;
        int z1 = (w[r + 2] + w[r + 6]) * C_0_541196100;
        int t2 = z1 - w[r + 6] * C_1_847759065;
        int t3 = z1 + w[r + 2] * C_0_765366865;
        int shift = BITS + extra + 3;
        int half = (1 << (shift - 1)) + (level << shift);
        int t0 = (w[r] + w[r + 4] << BITS) + half;
        int t1 = (w[r] - w[r + 4] << BITS) + half;
        int e0 = t0 + t3;
        int e3 = t0 - t3;
        int e1 = t1 + t2;
        int e2 = t1 - t2;
        int s0 = w[r + 7];
        int s1 = w[r + 5];
        int s2 = w[r + 3];
        int s3 = w[r + 1];
        int y5 = (s0 + s2 + s1 + s3) * C_1_175875602;
        int y1 = (s0 + s3) * C_0_899976223;
        int y2 = (s1 + s2) * C_2_562915447;
        int y3 = y5 - (s0 + s2) * C_1_961570560;
        int y4 = y5 - (s1 + s3) * C_0_390180644;
        int o0 = s0 * C_0_298631336 - y1 + y3;
        int o1 = s1 * C_2_053119869 - y2 + y4;
        int o2 = s2 * C_3_072711026 - y2 + y3;
        int o3 = s3 * C_1_501321110 - y1 + y4;
        out[at] = (byte) limit(e0 + o3 >> shift);
        out[at + 1] = (byte) limit(e1 + o2 >> shift);
        out[at + 2] = (byte) limit(e2 + o1 >> shift);
        out[at + 3] = (byte) limit(e3 + o0 >> shift);
        out[at + 4] = (byte) limit(e3 - o0 >> shift);
        out[at + 5] = (byte) limit(e2 - o1 >> shift);
        out[at + 6] = (byte) limit(e1 - o2 >> shift);
        out[at + 7] = (byte) limit(e0 - o3 >> shift);
    }

    private void wideRow(int r, short[] out, int at) {
        int[] w = between;
        int z1 = (w[r + 2] + w[r + 6]) * C_0_541196100;
        int t2 = z1 - w[r + 6] * C_1_847759065;
        int t3 = z1 + w[r + 2] * C_0_765366865;
        int shift = BITS + extra + 3;
        int half = (1 << (shift - 1)) + (level << shift);
        int t0 = (w[r] + w[r + 4] << BITS) + half;
        int t1 = (w[r] - w[r + 4] << BITS) + half;
        int e0 = t0 + t3;
        int e3 = t0 - t3;
        int e1 = t1 + t2;
        int e2 = t1 - t2;
        int s0 = w[r + 7];
        int s1 = w[r + 5];
        int s2 = w[r + 3];
        int s3 = w[r + 1];
        int y5 = (s0 + s2 + s1 + s3) * C_1_175875602;
        int y1 = (s0 + s3) * C_0_899976223;
        int y2 = (s1 + s2) * C_2_562915447;
        int y3 = y5 - (s0 + s2) * C_1_961570560;
        int y4 = y5 - (s1 + s3) * C_0_390180644;
        int o0 = s0 * C_0_298631336 - y1 + y3;
        int o1 = s1 * C_2_053119869 - y2 + y4;
        int o2 = s2 * C_3_072711026 - y2 + y3;
        int o3 = s3 * C_1_501321110 - y1 + y4;
        out[at] = (short) limit(e0 + o3 >> shift);
        out[at + 1] = (short) limit(e1 + o2 >> shift);
        out[at + 2] = (short) limit(e2 + o1 >> shift);
        out[at + 3] = (short) limit(e3 + o0 >> shift);
        out[at + 4] = (short) limit(e3 - o0 >> shift);
        out[at + 5] = (short) limit(e2 - o1 >> shift);
        out[at + 6] = (short) limit(e1 - o2 >> shift);
        out[at + 7] = (short) limit(e0 - o3 >> shift);
    }
}
