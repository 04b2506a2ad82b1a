package org.tyde.ui.viewport;

import org.tyde.hanging.ScreenLayout;

import java.util.ArrayList;
import java.util.List;

/// The cells of a grid in whole px: neighbours share an edge, or stand the same gap apart.
///
/// @param cells row by row
public record GridCells(List<Cell> cells) {
    /// A cell.
    ///
    /// @param x left
    /// @param y top
    /// @param width px
    /// @param height px
    public record Cell(double x, double y, double width, double height) {}

    /// Copies the list.
    public GridCells {
        cells = List.copyOf(cells);
    }

    /// @param layout rows and columns
    /// @param width px of the whole
    /// @param height px of the whole
    /// @param columnGap px between columns, 0 where chest walls meet
    /// @param rowGap px between rows
    /// @return the cells
    public static GridCells of(
            ScreenLayout layout, double width, double height, double columnGap, double rowGap) {
        var cells = new ArrayList<Cell>();
        double w = width - columnGap * (layout.columns() - 1);
        double h = height - rowGap * (layout.rows() - 1);
        for (int r = 0; r < layout.rows(); r++)
            for (int c = 0; c < layout.columns(); c++) {
                double x = Math.rint(w * c / layout.columns());
                double y = Math.rint(h * r / layout.rows());
                cells.add(
                        new Cell(
                                x + columnGap * c,
                                y + rowGap * r,
                                Math.max(0, Math.rint(w * (c + 1) / layout.columns()) - x),
                                Math.max(0, Math.rint(h * (r + 1) / layout.rows()) - y)));
            }
        return new GridCells(cells);
    }
}
