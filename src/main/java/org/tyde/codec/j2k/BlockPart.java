package org.tyde.codec.j2k;

import org.tyde.codec.j2k.header.Rectangle;

/// The part of a code-block that a plane keeps, and where it stands there.
final class BlockPart {
    private final int width;
    private final int height;
    private final int fromBlock;
    private final int blockWidth;
    private final int column;
    private final int[] rows;
    private final int firstRow;

    /// @param layout of the plane
    /// @param band of the code-block
    /// @param block the code-block in its sub-band
    BlockPart(PlaneLayout layout, Subband band, Rectangle block) {
        var area = layout.band(band.resolution(), band.orientation());
        var kept = block.within(area);
        width = kept.width();
        height = kept.height();
        blockWidth = block.width();
        fromBlock = (kept.y0() - block.y0()) * blockWidth + kept.x0() - block.x0();
        column = layout.bandColumn(band.resolution(), band.orientation()) + kept.x0() - area.x0();
        rows = layout.bandRows(band.resolution(), band.orientation());
        firstRow = kept.y0() - area.y0();
    }

    /// @return columns that are kept
    int width() {
        return width;
    }

    /// @return rows that are kept
    int height() {
        return height;
    }

    /// @param y of the rows that are kept, zero-based
    /// @return index in the code-block of the row's first coefficient that is kept
    int inBlock(int y) {
        return fromBlock + y * blockWidth;
    }

    /// @param y of the rows that are kept, zero-based
    /// @return the row of the plane it stands in
    int row(int y) {
        return rows[firstRow + y];
    }

    /// @return where in that row it begins
    int column() {
        return column;
    }
}
