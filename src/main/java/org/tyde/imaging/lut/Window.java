package org.tyde.imaging.lut;

/// A VOI window, in the units the Modality LUT puts out (HU for CT).
///
/// @param center Window Center (0028,1050)
/// @param width Window Width (0028,1051), above 0
public record Window(double center, double width) {
    /// @throws IllegalArgumentException for a width that is not positive, or a value that is not finite
    public Window {
        if (!(width > 0) || Double.isInfinite(width) || !Double.isFinite(center))
            throw new IllegalArgumentException("no window: " + center + " / " + width);
    }
}
