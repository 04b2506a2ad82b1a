package org.tyde.imaging.overlay;

/// Which overlay planes are drawn. A person goes through them with one key: all, each alone where there are
/// several, none.
public sealed interface OverlayChoice {
    /// All planes.
    record All() implements OverlayChoice {}

    /// One plane.
    ///
    /// @param nth from 0, in the order of the groups
    record Only(int nth) implements OverlayChoice {}

    /// No plane.
    record Off() implements OverlayChoice {}

    /// @param plane from 0, in the order of the groups
    /// @return whether it is drawn
    default boolean shows(int plane) {
        return switch (this) {
            case All() -> true;
            case Only(int nth) -> nth == plane;
            case Off() -> false;
        };
    }

    /// @param planes how many there are
    /// @return what comes after this
    default OverlayChoice next(int planes) {
        return switch (this) {
            case All() -> planes > 1 ? new Only(0) : new Off();
            case Only(int nth) -> nth + 1 < planes ? new Only(nth + 1) : new Off();
            case Off() -> new All();
        };
    }
}
