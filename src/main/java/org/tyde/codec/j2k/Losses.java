package org.tyde.codec.j2k;

import org.jspecify.annotations.Nullable;
import org.tyde.codec.Samples;
import org.tyde.codec.j2k.header.Rectangle;
import org.tyde.codec.j2k.header.TileStream;
import org.tyde.codec.j2k.header.TiledCodestream;
import org.tyde.refusal.Refusal;

import java.util.BitSet;

/// What of a codestream that was cut off is missing. Thread-safe.
///
/// A tile is there in coarse where at least its lowest resolution has a layer everywhere; with less it counts as
/// missing, and the rows of the frame end above it.
final class Losses {
    private final TiledCodestream stream;
    private final BitSet missing = new BitSet();
    private final BitSet coarse = new BitSet();
    private @Nullable Refusal first;

    Losses(TiledCodestream stream) {
        this.stream = stream;
        missing.set(0, stream.size().tiles());
        for (var tile : stream.tiles()) missing.clear(tile.index());
        if (!missing.isEmpty()) first = stream.tilesMissing();
    }

    /// @param tile whose packets are not all there
    /// @param seen whether it is there in coarse
    /// @param why what is said of it
    synchronized void add(TileStream tile, boolean seen, Refusal why) {
        (seen ? coarse : missing).set(tile.index());
        if (first == null) first = why;
    }

    /// @param samples of the frame
    /// @param frame what they are of the reference grid
    /// @param reduction how often it was halved
    /// @return the same, or the rows that are there
    /// @throws Refusal where none is
    synchronized Samples of(Samples samples, Rectangle frame, int reduction) throws Refusal {
        if (first == null) return samples;
        int end = frame.y1();
        for (int tile : missing.stream().toArray()) {
            var area = area(tile, reduction);
            if (!area.within(frame).empty()) end = Math.min(end, area.y0());
        }
        var there = new Rectangle(frame.x0(), frame.y0(), frame.x1(), end);
        boolean lacking =
                coarse.stream().anyMatch(tile -> !area(tile, reduction).within(there).empty());
        if (there.height() == frame.height() && !lacking) return samples;
        return samples.upTo(there.height(), lacking, first);
    }

    private Rectangle area(int tile, int reduction) {
        return stream.size().tile(tile).reduced(reduction);
    }
}
