package org.tyde.codec.jpeg;

/// From the coefficients of blocks to samples of a plane. Coefficients are written straight to where the
/// transform wants them: the k-th of the zigzag sequence of the block that is being read to
/// `coefficients()[k][index()]`, multiplied by `factors()[k]`.
interface BlockTransform {
    /// @return 128 places; those from 64 on are one and the same, which must stay zero
    int[][] coefficients();

    /// @return where in each of these the block that is being read stands
    int index();

    /// @return the quantization in zigzag order, 128 factors; those from 64 on are 1
    int[] factors();

    /// The block is read.
    ///
    /// @param reach none beyond this in the zigzag sequence is other than zero
    /// @param x block column in the plane
    /// @param y block row in the plane
    void end(int reach, int x, int y);

    /// All blocks are read.
    void finish();

    /// @param natural 64 factors row by row
    /// @return as of [#factors]
    static int[] zigzagged(int[] natural) {
        var factors = new int[128];
        java.util.Arrays.fill(factors, 1);
        for (int k = 0; k < 64; k++) factors[k] = natural[Tables.ZIGZAG[k]];
        return factors;
    }

    /// @param capacity blocks
    /// @return as of [#coefficients]
    static int[][] places(int capacity) {
        var places = new int[128][];
        for (int k = 0; k <= 64; k++) places[k] = new int[capacity];
        for (int k = 65; k < 128; k++) places[k] = places[64];
        return places;
    }
}
