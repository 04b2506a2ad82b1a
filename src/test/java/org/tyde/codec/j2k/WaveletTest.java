package org.tyde.codec.j2k;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.codec.j2k.header.Rectangle;

import java.util.ArrayList;
import java.util.Random;

/// The narrow syntheses, which streams of other programs judge, and the wide one.
class WaveletTest {
    @ParameterizedTest
    @CsvSource({"0, 0, 37, 29", "3, 5, 41, 6", "1, 1, 2, 2", "7, 8, 8, 33", "0, 1, 19, 2"})
    void wideSamplesAreFilteredAsNarrowOnesAre(int x0, int y0, int x1, int y1) {
        var areas = new ArrayList<Rectangle>();
        for (int level = 3; level >= 0; level--)
            areas.add(new Rectangle(x0, y0, x1, y1).reduced(level));
        var layout = new PlaneLayout(areas);
        int width = layout.area().width();
        int height = layout.area().height();
        var whole = new int[height][width];
        var real = new float[height][width];
        var wideWhole = new double[height][width];
        var wideReal = new double[height][width];
        var random = new Random(53);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) {
                whole[y][x] = random.nextInt(-5000, 5000);
                wideWhole[y][x] = whole[y][x];
                real[y][x] = whole[y][x] / 8f;
                wideReal[y][x] = real[y][x];
            }
        for (int level = 1; level <= 3; level++) {
            new ReversibleWavelet(width).undo(whole, layout, level);
            new WideWavelet(true, width).undo(wideWhole, layout, level);
            new IrreversibleWavelet(width).undo(real, layout, level);
            new WideWavelet(false, width).undo(wideReal, layout, level);
        }
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) {
                assertEquals(whole[y][x], wideWhole[y][x], x + "," + y);
                assertEquals(real[y][x], wideReal[y][x], 0.01, x + "," + y);
            }
    }
}
