package org.tyde.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tyde.codec.CodecReason;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Photometric;
import org.tyde.codec.Samples;
import org.tyde.imaging.lut.ValueRange;
import org.tyde.refusal.Refusal;

import java.util.Arrays;

/// Rows that could not be decoded are no picture: nowhere do they pass for values.
class FrameInPartTest {
    private static Frame grey(int rows, int there) throws Refusal {
        var values = new short[rows * 4];
        Arrays.fill(values, (short) 1000);
        var samples = new Samples.Shorts(FrameFormat.grey(rows, 4, 16, 12), values);
        return Frame.of(samples.upTo(there, false, why()));
    }

    private static Refusal why() {
        return new Refusal(CodecReason.BROKEN_RLE, "test");
    }

    @Test
    void rangeAndValuesLeaveThemOut() throws Exception {
        var frame = grey(6, 3);
        assertEquals(new ValueRange(1000, 1000), frame.range());
        assertEquals(1000, frame.decimal(3, 2, 0));
        assertTrue(Double.isNaN(frame.decimal(0, 3, 0)));
        var row = new double[4];
        frame.copyRow(5, row);
        assertTrue(frame.isPadding(row[0]));
    }

    @Test
    void linesOfKernelsHaveGapsThere() throws Exception {
        var lines = grey(6, 3).columnLines(0, 1, 0);
        assertTrue(lines.gaps());
        var column = new float[6];
        lines.load(1, 0, 6, column, 0);
        assertEquals(1000, column[2]);
        assertTrue(Float.isNaN(column[3]));
    }

    @Test
    void coarserLevelsAreMeansOfWhatIsThere() throws Exception {
        var half = grey(6, 3).atLevel(1);
        assertEquals(2, half.rowsThere());
        assertEquals(new ValueRange(1000, 1000), half.range());
        assertTrue(Double.isNaN(half.decimal(0, 2, 0)));
        var quarter = grey(6, 3).atLevel(2);
        assertEquals(1, quarter.rowsThere());
        assertEquals(1000, quarter.decimal(0, 0, 0));
        assertEquals(grey(6, 3).fidelity().getClass(), quarter.fidelity().getClass());
    }

    @ParameterizedTest
    @EnumSource(
            value = Photometric.class,
            names = {"RGB", "YBR_FULL"})
    void coloursAreBlackThereAtEveryLevel(Photometric photometric) throws Exception {
        var values = new byte[6 * 4 * 3];
        Arrays.fill(values, (byte) 128);
        var format = FrameFormat.rgb(6, 4).with(photometric);
        var frame = Frame.of(new Samples.Bytes(format, values).upTo(3, false, why()));
        var into = new int[4];
        for (int level = 0; level < 3; level++) {
            var at = frame.atLevel(level);
            for (int r = 0; r < at.rows(); r++) {
                at.colours().load(r, 0, at.columns(), into, 0);
                assertEquals(r < at.rowsThere() ? 0x808080 : 0, into[0], level + ", row " + r);
            }
        }
    }
}
