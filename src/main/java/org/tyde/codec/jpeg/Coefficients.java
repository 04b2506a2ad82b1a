package org.tyde.codec.jpeg;

/// All coefficients of one component, block after block, row by row in each: what progressive scans add up to.
final class Coefficients {
    private final int wide;
    private final short[] values;

    /// @param wide blocks in a line of them
    /// @param high lines of blocks
    Coefficients(int wide, int high) {
        this.wide = wide;
        this.values = new short[Math.multiplyExact(Math.multiplyExact(wide, high), 64)];
    }

    short[] values() {
        return values;
    }

    /// @return index of the first coefficient of a block
    int at(int x, int y) {
        return (y * wide + x) * 64;
    }

    /// @param transform of the component
    /// @param plane gets the samples
    void transform(BlockTransform transform, Plane plane) {
        var block = new int[65];
        for (int at = 0; at < values.length; at += 64) {
            int any = 0;
            for (int k = 0; k < 64; k++) {
                block[k] = values[at + k];
                any |= k == 0 ? 0 : block[k];
            }
            int index = at / 64;
            transform.block(block, any == 0 ? 0 : 63, plane, index % wide, index / wide);
        }
    }
}
