package org.tyde.imaging.picture;

import org.tyde.imaging.Frame;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.lut.ValueRange;

import java.util.LinkedHashMap;

/// The tables of the windows last used: viewports side by side do not push out each other's, and slices of
/// one series share theirs. Thread-safe.
final class GreyTables {
    private static final int KEPT = 16;
    private final LinkedHashMap<Key, GreyTable> tables = new LinkedHashMap<>(32, 0.75f, true);

    private record Key(GrayscalePipeline pipeline, ValueRange range) {}

    /// @return the greys of a frame, from a table only where they have to
    Greys of(GrayscalePipeline pipeline, Frame frame) {
        boolean wide = frame.format().floating() || frame.format().bitsStored() > 16;
        var ramp = Ramp.of(pipeline, wide);
        if (ramp.isPresent()) return ramp.get();
        if (wide) return new GreyFunction(pipeline, frame.range().least());
        return table(pipeline, frame.range());
    }

    private GreyTable table(GrayscalePipeline pipeline, ValueRange range) {
        var key = new Key(pipeline, shared(range));
        synchronized (tables) {
            var known = tables.get(key);
            if (known != null) return known;
        }
        var made = new GreyTable(pipeline, key.range);
        synchronized (tables) {
            tables.put(key, made);
            if (tables.size() > KEPT) tables.pollFirstEntry();
        }
        return made;
    }

    /// Widened to quarters of itself: the ranges of neighbouring slices differ by little.
    private static ValueRange shared(ValueRange range) {
        int values = (int) (range.greatest() - range.least());
        double unit = Math.max(1, Integer.highestOneBit(values) / 4);
        double least = Math.floor(range.least() / unit) * unit;
        double greatest = Math.ceil((range.greatest() + 1) / unit) * unit - 1;
        return new ValueRange(least, greatest);
    }
}
