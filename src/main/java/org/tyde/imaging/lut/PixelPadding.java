package org.tyde.imaging.lut;

/// Stored values that are no picture: Pixel Padding Value (0028,0120) to Pixel Padding Range Limit
/// (0028,0121), or those of IEEE values (0028,0122) to (0028,0125), both included, in either order (PS3.3
/// C.7.5.1.1.2, C.7.6.24, C.7.6.25). They are drawn black and left out of
/// minimum, maximum and averages.
///
/// @param least the lower of the two
/// @param greatest the higher of the two
public record PixelPadding(double least, double greatest) {
    /// @param value Pixel Padding Value
    /// @param limit Pixel Padding Range Limit, or the same again
    /// @return the two in order
    public static PixelPadding of(double value, double limit) {
        return new PixelPadding(Math.min(value, limit), Math.max(value, limit));
    }

    /// @param stored a stored value
    /// @return whether it is padding
    public boolean contains(double stored) {
        return stored >= least && stored <= greatest;
    }
}
