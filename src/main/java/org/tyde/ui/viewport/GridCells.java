package org.tyde.ui.viewport;

import org.tyde.hanging.ScreenLayout;

import java.util.ArrayList;
import java.util.List;

/// The cells of a grid in whole pixels of the device: neighbours share an edge, or stand the same gap apart.
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
    /// @param scale pixels of the device for each px
    /// @return the cells, each beginning and ending between two pixels of the device
    public static GridCells of(
            ScreenLayout layout,
            double width,
            double height,
            double columnGap,
            double rowGap,
            double scale) {
        var whole =
                of(
                        layout,
                        Math.floor(width * scale + 1e-6),
                        Math.floor(height * scale + 1e-6),
                        Math.rint(columnGap * scale),
                        Math.rint(rowGap * scale));
        return new GridCells(
                whole.cells.stream()
                        .map(
                                c ->
                                        new Cell(
                                                c.x / scale,
                                                c.y / scale,
                                                c.width / scale,
                                                c.height / scale))
                        .toList());
    }

    private static GridCells of(
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
