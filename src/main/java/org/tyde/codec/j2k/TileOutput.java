package org.tyde.codec.j2k;

import org.tyde.codec.StoredLines;
import org.tyde.codec.j2k.header.ImageSize;
import org.tyde.codec.j2k.header.Rectangle;
import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts the samples of a tile in their place in the frame.
final class TileOutput {
    private final ImageSize size;
    private final Rectangle area;
    private final Rectangle frame;
    private final StoredLines lines;

    /// @param area of the tile on the reference grid of the resolution that is decoded
    /// @param frame what of that grid is put into `lines`
    TileOutput(ImageSize size, Rectangle area, Rectangle frame, StoredLines lines) {
        this.size = size;
        this.area = area;
        this.frame = frame;
        this.lines = lines;
    }

    /// @param planes the tile's components, their wavelets undone
    /// @param transformed whether the first three are RCT or ICT
    void put(List<Plane> planes, boolean transformed) throws Refusal {
        var part = area.within(frame);
        if (part.empty()) return;
        var transform =
                transformed
                        ? Optional.of(ComponentTransform.of(planes, size.components()))
                        : Optional.<ComponentTransform>empty();
        var rows = new ArrayList<Rows>();
        for (int c = 0; c < planes.size(); c++)
            if (!planes.get(c).layout().area().empty()) rows.add(new Rows(c, planes.get(c), part));
        for (int y = part.y0(); y < part.y1(); y++)
            for (var one : rows) {
                // the first of the three undoes the transform for all of them
                if (one.next(y) && one.component == 0)
                    transform.ifPresent(of -> of.undo(rows.getFirst().row));
                one.put(y);
            }
    }

    /// The rows of one component.
    private final class Rows {
        private final int component;
        private final ImageSize.Component grid;
        private final Rectangle own;
        private final Rectangle part;
        private final SampleLine line;
        private boolean fresh;
        private int row = -1;

        Rows(int component, Plane plane, Rectangle part) {
            this.component = component;
            this.grid = size.components().get(component);
            this.own = plane.layout().area();
            this.part = part;
            this.line = plane.line(SampleRange.of(grid));
        }

        /// @return whether a row of the reference grid takes another of the component than the one before it
        boolean next(int y) {
            int wanted = Math.clamp(y / grid.dy(), own.y0(), own.y1() - 1) - own.y0();
            fresh = wanted != row;
            row = wanted;
            return fresh;
        }

        void put(int y) {
            if (fresh) {
                line.read(row);
                if (grid.dx() > 1) line.spread(own, grid.dx(), part.x0(), part.width());
            }
            int from = grid.dx() == 1 ? part.x0() - own.x0() : 0;
            int column = part.x0() - frame.x0();
            line.put(lines, y - frame.y0(), component, column, part.width(), from);
        }
    }
}
