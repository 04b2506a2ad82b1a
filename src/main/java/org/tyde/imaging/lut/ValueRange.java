package org.tyde.imaging.lut;

/// The least and the greatest of some values; both 0 when there were none.
///
/// @param least not above `greatest`
/// @param greatest not below `least`
public record ValueRange(double least, double greatest) {
    /// @param least found, above `greatest` where there were none
    /// @param greatest found
    /// @return the two
    public static ValueRange of(double least, double greatest) {
        return least <= greatest ? new ValueRange(least, greatest) : new ValueRange(0, 0);
    }
}
