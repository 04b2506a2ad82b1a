package org.tyde.codec.j2k;

import org.tyde.codec.j2k.header.Orientation;
import org.tyde.codec.j2k.header.Rectangle;

import java.util.List;

/// Where a tile-component's coefficients lie in as many rows of as many places as it has samples, so that every
/// level of the wavelet is undone in place. In a row the low-pass columns stand before the high-pass ones; rows
/// are never moved: those of a resolution are the rows of the one below it and, after them, its own high-pass
/// rows, interleaved.
final class PlaneLayout {
    private final List<Rectangle> areas;

    /// By resolution and row: which of the rows that is.
    private final int[][] rows;

    /// By resolution and row of its sub-bands that are high-pass in rows: which of the rows that is.
    private final int[][] highRows;

    /// @param areas of the resolutions, the lowest first, each the next one [Rectangle#reduced] by one level
    PlaneLayout(List<Rectangle> areas) {
        this.areas = List.copyOf(areas);
        rows = new int[areas.size()][];
        highRows = new int[areas.size()][];
        rows[0] = numbers(0, areas.getFirst().height());
        highRows[0] = rows[0];
        for (int r = 1; r < rows.length; r++) {
            int lows = rows[r - 1].length;
            highRows[r] = numbers(lows, areas.get(r).height() - lows);
            rows[r] = interleaved(rows[r - 1], areas.get(r));
        }
    }

    private static int[] numbers(int first, int count) {
        var numbers = new int[count];
        for (int i = 0; i < count; i++) numbers[i] = first + i;
        return numbers;
    }

    private static int[] interleaved(int[] lower, Rectangle area) {
        var own = new int[area.height()];
        int odd = area.y0() & 1;
        int lows = lower.length;
        for (int k = 0; k < lows; k++) own[2 * k + odd] = lower[k];
        for (int k = lows; k < own.length; k++) own[2 * (k - lows) + 1 - odd] = k;
        return own;
    }

    /// @return resolutions there are
    int resolutions() {
        return areas.size();
    }

    /// @param resolution 0 is the lowest
    Rectangle area(int resolution) {
        return areas.get(resolution);
    }

    /// @return of the highest resolution
    Rectangle area() {
        return areas.getLast();
    }

    /// @param resolution 0 is the lowest
    /// @param row zero-based
    /// @return which of the rows it is
    int row(int resolution, int row) {
        return rows[resolution][row];
    }

    /// @param resolution the sub-band belongs to
    /// @param orientation LL only for resolution 0
    /// @return the part of the sub-band that is kept, in the sub-band's grid (T.800 B-15)
    Rectangle band(int resolution, Orientation orientation) {
        var area = areas.get(resolution);
        if (orientation == Orientation.LL) return area;
        int right = orientation.highColumns() ? 0 : 1;
        int down = orientation.highRows() ? 0 : 1;
        return new Rectangle(
                area.x0() + right >> 1,
                area.y0() + down >> 1,
                area.x1() + right >> 1,
                area.y1() + down >> 1);
    }

    /// @param resolution the sub-band belongs to
    /// @param orientation LL only for resolution 0
    /// @return the rows it stands in, of each row that is kept
    int[] bandRows(int resolution, Orientation orientation) {
        return orientation.highRows() ? highRows[resolution] : rows[Math.max(0, resolution - 1)];
    }

    /// @param resolution the sub-band belongs to
    /// @param orientation LL only for resolution 0
    /// @return place of the sub-band's first column in its rows
    int bandColumn(int resolution, Orientation orientation) {
        return orientation.highColumns() ? areas.get(resolution - 1).width() : 0;
    }
}
