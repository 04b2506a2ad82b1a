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
    void transform(BlockTransform transform) {
        var places = transform.coefficients();
        var factors = transform.factors();
        for (int at = 0; at < values.length; at += 64) {
            int reach = 0;
            int block = transform.index();
            for (int k = 0; k < 64; k++) {
                int value = values[at + Tables.ZIGZAG[k]];
                places[k][block] = value * factors[k];
                if (value != 0) reach = k;
            }
            transform.end(reach, at / 64 % wide, at / 64 / wide);
        }
        transform.finish();
    }
}
