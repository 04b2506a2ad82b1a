package org.tyde.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Photometric;
import org.tyde.codec.Samples;
import org.tyde.imaging.lut.PixelPadding;

import java.util.Optional;
import java.util.Random;

/// Resolution levels are area averages of stored values.
class PyramidTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # bits, signed, rows, columns, padded
                    8,      false,    7,       5, false
                    8,      true,     8,       6, false
                    16,     false,    9,       4, false
                    16,     true,     4,       9, false
                    16,     true,     7,       7, true
                    """)
    void eachPixelIsTheMeanOfUpToFour(
            int bits, boolean signed, int rows, int columns, boolean padded) {
        var random = new Random(bits + rows);
        var format =
                new FrameFormat(
                        rows,
                        columns,
                        1,
                        bits,
                        bits,
                        bits - 1,
                        signed,
                        false,
                        Photometric.MONOCHROME2,
                        false);
        var bytes = new byte[rows * columns];
        var shorts = new short[rows * columns];
        random.nextBytes(bytes);
        for (int i = 0; i < shorts.length; i++) shorts[i] = (short) random.nextInt();
        var frame =
                Frame.of(
                        bits == 8
                                ? new Samples.Bytes(format, bytes)
                                : new Samples.Shorts(format, shorts),
                        padded ? Optional.of(PixelPadding.of(-32768, 0)) : Optional.empty(),
                        Optional.empty());
        var half = frame.atLevel(1);
        assertEquals((rows + 1) / 2, half.rows());
        assertEquals((columns + 1) / 2, half.columns());
        for (int r = 0; r < half.rows(); r++)
            for (int c = 0; c < half.columns(); c++)
                assertEquals(mean(frame, 2 * c, 2 * r), half.value(c, r, 0), c + "," + r);
        assertSame(half, frame.atLevel(1), "built once");
    }

    private static int mean(Frame frame, int column, int row) {
        double sum = 0;
        int n = 0;
        for (int k = 0; k < 4; k++) {
            int c = Math.min(column + k % 2, frame.columns() - 1);
            int r = Math.min(row + k / 2, frame.rows() - 1);
            int v = frame.value(c, r, 0);
            if (frame.isPadding(v)) continue;
            sum += v;
            n++;
        }
        return n == 0 ? frame.value(column, row, 0) : (int) Math.floor(sum / n + 0.5);
    }

    @Test
    void singleBitsKeepTheirMeanBetweenTheBits() {
        var frame =
                Frame.of(new Samples.Bytes(FrameFormat.grey(2, 2, 1, 1), new byte[] {1, 0, 0, 0}));
        assertEquals(0.25, frame.atLevel(1).decimal(0, 0, 0));
    }

    @Test
    void theLastLevelIsTheSmallest() {
        var frame = NoiseFrame.of(5, 300, 12, 1);
        var small = frame.atLevel(15);
        assertEquals(3, small.level());
        assertEquals(1, small.rows());
        assertEquals(38, small.columns());
        assertEquals(300, small.fullColumns());
    }
}
