package org.tyde.imaging.picture;

/// How the pixels of one picture came from stored values: what may be said of it beside it.
///
/// @param kind the way
/// @param level of the pyramid they were read from, 0 at full size
/// @param coarse whether a finer picture of the same is still to come: the frame, or its pyramid, is not
///     whole yet
public record Sampling(Kind kind, int level, boolean coarse) {
    /// A way from stored values to a picture.
    public enum Kind {
        /// Each pixel shows one stored value, and each stored value in sight has one pixel.
        ONE_TO_ONE,
        /// Magnified: each pixel shows the nearest stored value.
        NEAREST,
        /// Magnified, or off the grid: between stored values, linearly.
        LINEAR,
        /// Magnified, or off the grid: between stored values, by cubics.
        CUBIC,
        /// Reduced: each pixel shows the mean of the stored values it covers.
        AVERAGED,
        /// Reduced, and only some stored values have been looked at; always coarse.
        SKIPPED
    }

    /// @return whether pixels show values that are stored nowhere
    public boolean interpolated() {
        return switch (kind) {
            case LINEAR, CUBIC -> true;
            case ONE_TO_ONE, NEAREST, AVERAGED, SKIPPED -> false;
        };
    }

    /// @return whether fewer pixels are shown than are stored
    public boolean reduced() {
        return switch (kind) {
            case AVERAGED, SKIPPED -> true;
            case ONE_TO_ONE, NEAREST, LINEAR, CUBIC -> level > 0;
        };
    }
}
