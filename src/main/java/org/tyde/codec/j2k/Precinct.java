package org.tyde.codec.j2k;

import java.util.ArrayList;
import java.util.List;

/// One precinct: code-blocks of the sub-bands of one resolution whose headers stand together
/// (T.800 B.6, B.7, B.9).
final class Precinct {
    final int component;
    final int resolution;

    /// Number within its resolution.
    final int index;

    /// Where it comes in a progression by position, on the reference grid.
    final long x;

    final long y;

    final List<Part> parts = new ArrayList<>(3);

    /// The layer its next packet belongs to.
    int layer;

    Precinct(int component, int resolution, int index, long x, long y) {
        this.component = component;
        this.resolution = resolution;
        this.index = index;
        this.x = x;
        this.y = y;
    }

    /// The code-blocks of one sub-band, in rows.
    static final class Part {
        final Subband band;
        final int columns;
        final List<Block> blocks;
        final TagTree inclusion;
        final TagTree zeroPlanes;

        Part(Subband band, int columns, List<Block> blocks) {
            this.band = band;
            this.columns = columns;
            this.blocks = blocks;
            int rows = blocks.size() / columns;
            inclusion = new TagTree(columns, rows);
            zeroPlanes = new TagTree(columns, rows);
        }
    }
}
