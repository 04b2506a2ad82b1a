package org.tyde.ui.viewport;

import org.tyde.imaging.picture.Sampling;

import java.nio.IntBuffer;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// A picture that can be made: a snapshot of everything it is made from.
///
/// @param <C> what is shown with exactly these pixels
public interface Picturing<C> {
    /// @return pixels of the device, at least 1
    int width();

    /// @return pixels of the device, at least 1
    int height();

    /// @return handed back when these pixels are on screen
    C caption();

    /// @return whether the fine picture takes so long that a coarse one of the same size is shown before it
    default boolean coarseFirst() {
        return false;
    }

    /// Makes the pixels; called off the JavaFX thread.
    ///
    /// @param atOnce whether this is the coarse one of [#coarseFirst()]
    /// @param bgra takes `width * height` opaque pixels
    /// @param superseded whether a newer picture is wanted, so that this one may be given up
    /// @return how they came to be; empty when it was given up
    Optional<Sampling> draw(boolean atOnce, IntBuffer bgra, BooleanSupplier superseded);
}
