package org.tyde.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Photometric;
import org.tyde.codec.Samples;

class ValueLinesTest {
    private static final int ROWS = 64;

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # bits, signed, zero, scale, offset
                    16,     false,  0,    1,     0
                    16,     false,  1024, 1,     0
                    16,     false,  -7,   16,    1
                    16,     true,   0,    1,     0
                    16,     true,   -300, 4,     1
                    12,     false,  2047, 2,     1
                    """)
    void everyStoredValueIsExactInRowsAndColumns(
            int bits, boolean signed, double zero, double scale, double offset) {
        int least = signed ? -(1 << bits - 1) : 0;
        var values = new short[1 << bits];
        for (int i = 0; i < values.length; i++) values[i] = (short) (least + i);
        int columns = values.length / ROWS;
        var format =
                new FrameFormat(
                        ROWS,
                        columns,
                        1,
                        16,
                        bits,
                        bits - 1,
                        signed,
                        false,
                        Photometric.MONOCHROME2,
                        false);
        var frame = Frame.of(new Samples.Shorts(format, values));
        var rows = frame.rowLines(zero, scale, offset);
        var line = new float[columns + 3];
        for (int r = 0; r < ROWS; r++) {
            rows.load(r, 0, columns, line, 3);
            for (int c = 0; c < columns; c++)
                assertEquals((least + r * columns + c - zero) * scale + offset, line[3 + c]);
        }
        var across = frame.columnLines(zero, scale, offset);
        var column = new float[ROWS];
        for (int c = 0; c < columns; c++) {
            across.load(c, 0, ROWS, column, 0);
            for (int r = 0; r < ROWS; r++)
                assertEquals((least + r * columns + c - zero) * scale + offset, column[r]);
        }
    }
}
