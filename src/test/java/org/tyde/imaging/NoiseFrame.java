package org.tyde.imaging;

import org.tyde.codec.FrameFormat;
import org.tyde.codec.Samples;

import java.util.Random;

/// Frames of seeded noise, each stored value as likely as any other.
public final class NoiseFrame {
    private NoiseFrame() {}

    /// @return unsigned, 9 to 16 bits
    public static Frame of(int rows, int columns, int bits, long seed) {
        var random = new Random(seed);
        var values = new short[rows * columns];
        for (int i = 0; i < values.length; i++) values[i] = (short) random.nextInt(1 << bits);
        return Frame.of(new Samples.Shorts(FrameFormat.grey(rows, columns, 16, bits), values));
    }
}
