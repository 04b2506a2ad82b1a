package org.tyde.codec.j2k;

import org.tyde.codec.j2k.header.Rectangle;

/// The part of a code-block that a plane keeps, and where it stands there.
///
/// @param layout of the plane
/// @param band of the code-block
/// @param block the code-block in its sub-band
/// @param kept what of it is kept
/// @param column place of the first column that is kept
record BlockPart(PlaneLayout layout, Subband band, Rectangle block, Rectangle kept, int column) {
    static BlockPart of(PlaneLayout layout, Subband band, Rectangle block) {
        var area = layout.band(band.resolution(), band.orientation());
        var kept = block.within(area);
        int column = layout.bandColumn(band.resolution(), band.orientation());
        return new BlockPart(layout, band, block, kept, column + kept.x0() - area.x0());
    }

    /// @return first row that is kept, in the sub-band
    int from() {
        return kept.y0();
    }

    /// @return end of the rows that are kept, excluded
    int to() {
        return kept.y1();
    }

    int width() {
        return kept.width();
    }

    /// @param y a row of the sub-band
    /// @return index of its first kept coefficient in the code-block
    int inBlock(int y) {
        return (y - block.y0()) * block.width() + kept.x0() - block.x0();
    }

    /// @param y a row of the sub-band
    /// @return the row of the plane it stands in
    int row(int y) {
        var area = layout.band(band.resolution(), band.orientation());
        return layout.bandRow(band.resolution(), band.orientation(), y - area.y0());
    }
}
