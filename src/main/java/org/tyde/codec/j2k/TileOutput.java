package org.tyde.codec.j2k;

import org.tyde.codec.StoredLines;
import org.tyde.codec.j2k.header.ImageSize;
import org.tyde.codec.j2k.header.Rectangle;
import org.tyde.refusal.Refusal;

import java.util.List;

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
        for (int c = transformed ? 3 : 0; c < planes.size(); c++) put(planes, c);
        if (!transformed) return;
        var transform = ComponentTransform.of(planes);
        var rows = planes.getFirst().layout().area();
        for (int y = 0; y < rows.height(); y++) transform.undo(y);
        for (int c = 0; c < 3; c++) put(planes, c);
    }

    private void put(List<Plane> planes, int c) {
        var plane = planes.get(c);
        var component = size.components().get(c);
        var own = plane.layout().area();
        var part = area.within(frame);
        if (own.empty() || part.empty()) return;
        var line = plane.line(SampleRange.of(component));
        int from = component.dx() == 1 ? part.x0() - own.x0() : 0;
        int read = -1;
        for (int y = part.y0(); y < part.y1(); y++) {
            int row = Math.clamp(y / component.dy(), own.y0(), own.y1() - 1) - own.y0();
            if (row != read) {
                line.read(row);
                if (component.dx() > 1) line.spread(own, component.dx(), part.x0(), part.width());
                read = row;
            }
            line.put(lines, y - frame.y0(), c, part.x0() - frame.x0(), part.width(), from);
        }
    }
}
