package org.tyde.ui.viewport;

import java.util.ArrayList;
import java.util.List;

/// How a window is divided: rows by columns, 1x1 to 4x4.
///
/// @param rows 1 to 4
/// @param columns 1 to 4
public record GridShape(int rows, int columns) {
    /// The most rows, and the most columns.
    public static final int MOST = 4;

    /// Refuses what is not 1x1 to 4x4.
    public GridShape {
        if (rows < 1 || rows > MOST || columns < 1 || columns > MOST)
            throw new IllegalArgumentException(rows + "x" + columns);
    }

    /// @return how many viewports
    public int cells() {
        return rows * columns;
    }

    /// A cell in whole pixels.
    ///
    /// @param x left
    /// @param y top
    /// @param width px
    /// @param height px
    public record Cell(double x, double y, double width, double height) {}

    /// Divides an area without a gap that grows: neighbouring cells share an edge exactly.
    ///
    /// @param width px
    /// @param height px
    /// @param columnGap px between columns, 0 where chest walls meet
    /// @param rowGap px between rows
    /// @return the cells, row by row
    public List<Cell> divide(double width, double height, double columnGap, double rowGap) {
        var cells = new ArrayList<Cell>();
        double w = width - columnGap * (columns - 1);
        double h = height - rowGap * (rows - 1);
        for (int r = 0; r < rows; r++)
            for (int c = 0; c < columns; c++) {
                double x = Math.rint(w * c / columns);
                double y = Math.rint(h * r / rows);
                cells.add(
                        new Cell(
                                x + columnGap * c,
                                y + rowGap * r,
                                Math.max(0, Math.rint(w * (c + 1) / columns) - x),
                                Math.max(0, Math.rint(h * (r + 1) / rows) - y)));
            }
        return cells;
    }
}
