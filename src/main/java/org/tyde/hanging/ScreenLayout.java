package org.tyde.hanging;

import java.util.ArrayList;
import java.util.List;

/// A grid of viewports.
///
/// @param rows 1 to 4
/// @param columns 1 to 4
public record ScreenLayout(int rows, int columns) {
    /// The largest number of rows and of columns.
    public static final int MOST = 4;

    /// @throws IllegalArgumentException when not 1x1 to 4x4
    public ScreenLayout {
        if (rows < 1 || rows > MOST || columns < 1 || columns > MOST)
            throw new IllegalArgumentException("no layout: " + rows + "x" + columns);
    }

    /// @return how many viewports
    public int slots() {
        return rows * columns;
    }

    /// @return all of them, by rows, then by columns
    public static List<ScreenLayout> all() {
        var all = new ArrayList<ScreenLayout>();
        for (int r = 1; r <= MOST; r++)
            for (int c = 1; c <= MOST; c++) all.add(new ScreenLayout(r, c));
        return List.copyOf(all);
    }

    /// @param images how many
    /// @param most the largest number of viewports wanted
    /// @return the smallest of 1x1, 1x2, 2x2, 2x3, 3x3, 3x4, 4x4 that holds them, at most that large
    public static ScreenLayout holding(int images, int most) {
        var best = new ScreenLayout(1, 1);
        for (var next :
                List.of(
                        best,
                        new ScreenLayout(1, 2),
                        new ScreenLayout(2, 2),
                        new ScreenLayout(2, 3),
                        new ScreenLayout(3, 3),
                        new ScreenLayout(3, 4),
                        new ScreenLayout(4, 4))) {
            if (next.slots() > most) break;
            best = next;
            if (next.slots() >= images) break;
        }
        return best;
    }

    /// @return such as `2x3`, rows first
    @Override
    public String toString() {
        return rows + "x" + columns;
    }
}
