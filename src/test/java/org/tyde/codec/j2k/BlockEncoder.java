package org.tyde.codec.j2k;

/// Encodes one code-block in the three passes of T.800 Annex D, for tests: plainly, with a look at all neighbours
/// for each coefficient.
final class BlockEncoder {
    private final int width;
    private final int height;
    private final long[] magnitudes;
    private final boolean[] negative;
    private final boolean[] significant;
    private final boolean[] visited;
    private final boolean[] refined;
    private final boolean highColumns;
    private final boolean highRows;
    private final MqEncoder mq = new MqEncoder();

    BlockEncoder(
            int width, int height, long[] coefficients, boolean highColumns, boolean highRows) {
        this.width = width;
        this.height = height;
        this.highColumns = highColumns;
        this.highRows = highRows;
        int n = width * height;
        magnitudes = new long[n];
        negative = new boolean[n];
        significant = new boolean[n];
        visited = new boolean[n];
        refined = new boolean[n];
        for (int i = 0; i < n; i++) {
            magnitudes[i] = Math.abs(coefficients[i]);
            negative[i] = coefficients[i] < 0;
        }
    }

    /// @return bit-planes from the highest that is not all zero
    int planes() {
        long all = 0;
        for (long one : magnitudes) all |= one;
        return 64 - Long.numberOfLeadingZeros(all);
    }

    /// @return all passes of [#planes()] bit-planes in one segment
    byte[] encode() {
        for (int plane = planes() - 1; plane >= 0; plane--) {
            if (plane < planes() - 1) {
                pass(0, plane);
                pass(1, plane);
            }
            pass(2, plane);
            java.util.Arrays.fill(visited, false);
        }
        return mq.flush();
    }

    private void pass(int kind, int plane) {
        for (int y = 0; y < height; y += 4)
            for (int x = 0; x < width; x++) {
                if (kind == 2) cleanup(x, y, plane);
                else
                    for (int row = y; row < Math.min(y + 4, height); row++)
                        if (kind == 0) propagate(x, row, plane);
                        else refine(x, row, plane);
            }
    }

    private boolean is(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height && significant[y * width + x];
    }

    private int bit(int i, int plane) {
        return (int) (magnitudes[i] >> plane) & 1;
    }

    private int sides(int x, int y) {
        return (is(x - 1, y) ? 1 : 0) + (is(x + 1, y) ? 1 : 0);
    }

    private int upright(int x, int y) {
        return (is(x, y - 1) ? 1 : 0) + (is(x, y + 1) ? 1 : 0);
    }

    private int corners(int x, int y) {
        return (is(x - 1, y - 1) ? 1 : 0)
                + (is(x + 1, y - 1) ? 1 : 0)
                + (is(x - 1, y + 1) ? 1 : 0)
                + (is(x + 1, y + 1) ? 1 : 0);
    }

    /// T.800 Table D.1.
    private int zeroContext(int x, int y) {
        int h = sides(x, y);
        int v = upright(x, y);
        int d = corners(x, y);
        if (highColumns && highRows) {
            if (d >= 3) return 8;
            if (d == 2) return h + v >= 1 ? 7 : 6;
            if (d == 1) return 3 + Math.min(2, h + v);
            return Math.min(2, h + v);
        }
        if (highColumns) {
            int swapped = h;
            h = v;
            v = swapped;
        }
        if (h == 2) return 8;
        if (h == 1) return v >= 1 ? 7 : d >= 1 ? 6 : 5;
        if (v > 0) return 2 + v;
        return Math.min(2, d);
    }

    private int signOf(int x, int y) {
        return is(x, y) ? negative[y * width + x] ? -1 : 1 : 0;
    }

    /// T.800 Tables D.2, D.3.
    private void sign(int x, int y) {
        int h = Math.clamp(signOf(x - 1, y) + signOf(x + 1, y), -1, 1);
        int v = Math.clamp(signOf(x, y - 1) + signOf(x, y + 1), -1, 1);
        int flip = h < 0 || h == 0 && v < 0 ? 1 : 0;
        int context = h == 0 ? 9 + Math.abs(v) : flip == 1 ? 12 - v : 12 + v;
        mq.encode(context, (negative[y * width + x] ? 1 : 0) ^ flip);
        significant[y * width + x] = true;
    }

    private void propagate(int x, int y, int plane) {
        int i = y * width + x;
        int context = zeroContext(x, y);
        if (significant[i] || context == 0) return;
        mq.encode(context, bit(i, plane));
        visited[i] = true;
        if (bit(i, plane) == 1) sign(x, y);
    }

    private void refine(int x, int y, int plane) {
        int i = y * width + x;
        if (!significant[i] || visited[i]) return;
        boolean near = sides(x, y) + upright(x, y) + corners(x, y) > 0;
        mq.encode(refined[i] ? 16 : near ? 15 : 14, bit(i, plane));
        refined[i] = true;
    }

    private void cleanup(int x, int top, int plane) {
        int from = top;
        boolean found = false;
        if (top + 4 <= height && quiet(x, top)) {
            while (from < top + 4 && bit(from * width + x, plane) == 0) from++;
            mq.encode(17, from < top + 4 ? 1 : 0);
            if (from == top + 4) return;
            mq.encode(18, from - top >> 1);
            mq.encode(18, from - top & 1);
            found = true;
        }
        for (int y = from; y < Math.min(top + 4, height); y++) {
            int i = y * width + x;
            if (significant[i] || visited[i]) continue;
            if (!found) mq.encode(zeroContext(x, y), bit(i, plane));
            found = false;
            if (bit(i, plane) == 1) sign(x, y);
        }
    }

    private boolean quiet(int x, int top) {
        for (int y = top; y < top + 4; y++)
            if (significant[y * width + x] || visited[y * width + x] || zeroContext(x, y) != 0)
                return false;
        return true;
    }
}
