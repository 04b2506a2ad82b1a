package org.tyde.geometry;

import java.util.List;

/// A polygon of pixels, closed from its last vertex to its first. What lies on its edges is within.
///
/// @param columns of its vertices
/// @param rows of its vertices
public record PixelPolygon(List<Integer> columns, List<Integer> rows) {
    /// @param columns copied
    /// @param rows copied
    /// @throws IllegalArgumentException for fewer than three vertices
    public PixelPolygon {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        if (columns.size() < 3 || columns.size() != rows.size())
            throw new IllegalArgumentException(columns.size() + " vertices");
    }

    /// @param column of a pixel, counted as those of the vertices
    /// @param row likewise
    /// @return whether it is within
    public boolean contains(int column, int row) {
        boolean inside = false;
        int n = columns.size();
        for (int i = 0, j = n - 1; i < n; j = i++) {
            double x1 = columns.get(i);
            double y1 = rows.get(i);
            double x2 = columns.get(j);
            double y2 = rows.get(j);
            if (on(column, row, x1, y1, x2, y2)) return true;
            if (y1 > row != y2 > row && column < (x2 - x1) * (row - y1) / (y2 - y1) + x1)
                inside = !inside;
        }
        return inside;
    }

    private static boolean on(double x, double y, double x1, double y1, double x2, double y2) {
        double cross = (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
        return cross == 0
                && x >= Math.min(x1, x2)
                && x <= Math.max(x1, x2)
                && y >= Math.min(y1, y2)
                && y <= Math.max(y1, y2);
    }
}
