package org.tyde.reading;

import org.tyde.imaging.lut.Voi;
import org.tyde.imaging.lut.Window;

import java.util.List;
import java.util.function.Supplier;

/// Which window a person chose; it becomes a [Voi] for each frame, since files may give each its own.
public sealed interface VoiChoice {
    /// One of those the file offers.
    ///
    /// @param index from 0
    record OfFile(int index) implements VoiChoice {}

    /// From the least to the greatest value of the frame.
    record Auto() implements VoiChoice {}

    /// This one.
    ///
    /// @param window in the units of the image's values
    record Chosen(Window window) implements VoiChoice {}

    /// The first the file offers, or the frame's own range where it offers none.
    ///
    /// @return that choice
    static VoiChoice first() {
        return new OfFile(0);
    }

    /// @param offered by the file for the frame
    /// @param whole makes the frame's own range
    /// @return what the frame is shown with
    default Voi of(List<Voi> offered, Supplier<Voi> whole) {
        return switch (this) {
            case OfFile(int index) ->
                    offered.isEmpty()
                            ? whole.get()
                            : offered.get(Math.min(index, offered.size() - 1));
            case Auto() -> whole.get();
            case Chosen(Window(double center, double width)) -> Voi.window(center, width);
        };
    }
}
