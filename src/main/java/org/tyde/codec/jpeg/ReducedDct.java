package org.tyde.codec.jpeg;

/// A block at 1/2, 1/4 or 1/8 of its size: its lowest 4x4, 2x2 or 1x1 frequencies through a transform of
/// that size. Each sample comes out as the mean of those it stands for, as far as these frequencies tell.
/// Not thread-safe.
final class ReducedDct implements BlockTransform {
    private static final int BITS = 12;

    private final Plane plane;
    private final int size;
    private final int[] factors;
    private final int[][] places = BlockTransform.places(1);
    private final int[][] rows = new int[64][];
    private final int[] wave;
    private final int[] between;
    private final int greatest;
    private final int level;

    /// @param quantization 64 factors, row by row
    /// @param precision 8 or 12
    /// @param plane gets the samples
    /// @param size 4, 2 or 1
    ReducedDct(int[] quantization, int precision, Plane plane, int size) {
        this.plane = plane;
        this.factors = BlockTransform.zigzagged(quantization);
        for (int k = 0; k < 64; k++) rows[Tables.ZIGZAG[k]] = places[k];
        this.size = size;
        this.between = new int[size * size];
        this.greatest = (1 << precision) - 1;
        this.level = 1 << (precision - 1);
        this.wave = new int[size * size];
        for (int x = 0; x < size; x++)
            for (int u = 0; u < size; u++) {
                double scale = Math.sqrt(u == 0 ? 0.125 : 0.25);
                double cosine = Math.cos((2 * x + 1) * u * Math.PI / (2 * size));
                wave[x * size + u] = (int) Math.round(scale * cosine * (1 << BITS));
            }
    }

    @Override
    public int[][] coefficients() {
        return places;
    }

    @Override
    public int index() {
        return 0;
    }

    @Override
    public int[] factors() {
        return factors;
    }

    @Override
    public void finish() {}

    @Override
    public void end(int reach, int x, int y) {
        for (int u = 0; u < size; u++)
            for (int row = 0; row < size; row++) {
                int sum = 1 << (BITS - 4);
                for (int v = 0; v < size; v++) sum += rows[8 * v + u][0] * wave[row * size + v];
                between[row * size + u] = sum >> (BITS - 3);
            }
        for (int k = 0; k <= reach; k++) places[k][0] = 0;
        for (int row = 0; row < size; row++)
            for (int column = 0; column < size; column++) {
                int sum = 1 << (BITS + 2);
                for (int u = 0; u < size; u++)
                    sum += between[row * size + u] * wave[column * size + u];
                int value = Math.clamp((sum >> (BITS + 3)) + level, 0, greatest);
                int at = (y * size + row) * plane.stride() + x * size + column;
                if (plane.wide()) plane.shorts()[at] = (short) value;
                else plane.bytes()[at] = (byte) value;
            }
    }
}
