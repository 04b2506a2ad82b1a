package org.tyde.imaging;

import org.tyde.geometry.PixelPolygon;

import java.util.List;
import java.util.Optional;

/// How far a mask is moved before it is subtracted (PS3.3 C.7.6.10.1.2): a positive row offset moves it towards the lower
/// rows of the picture, a positive column offset towards its left-hand side. The text says «toward the pixels of the lower
/// row of the pixel plane» and «toward the pixels of the left hand side column»; as the one is a side that is seen, so is
/// the other.
///
/// @param parts of the contrast frame with shifts of their own; where several cover a pixel the last counts, where none
///     does the mask stays (PS3.3 C.11.19.1.2)
public record MaskShift(List<Part> parts) {
    /// Where it is.
    public static final MaskShift NONE = new MaskShift(List.of());

    /// One shift.
    ///
    /// @param down pixels, also parts of one
    /// @param left pixels, also parts of one
    /// @param region of the contrast frame, 0-based pixels; empty: all of it
    public record Part(double down, double left, Optional<PixelPolygon> region) {
        boolean covers(int column, int row) {
            return region.isEmpty() || region.get().contains(column, row);
        }
    }

    /// @param parts copied
    public MaskShift {
        parts = List.copyOf(parts);
    }

    /// @param down pixels, also parts of one
    /// @param left pixels, also parts of one
    /// @return that of the whole mask
    public static MaskShift by(double down, double left) {
        return down == 0 && left == 0
                ? NONE
                : new MaskShift(List.of(new Part(down, left, Optional.empty())));
    }

    /// @return for each pixel the index of its part, row by row; -1 where the mask stays
    int[] places(int columns, int rows) {
        var places = new int[Math.multiplyExact(columns, rows)];
        java.util.Arrays.fill(places, -1);
        for (int p = 0; p < parts.size(); p++)
            for (int r = 0, i = 0; r < rows; r++)
                for (int c = 0; c < columns; c++, i++) if (parts.get(p).covers(c, r)) places[i] = p;
        return places;
    }
}
