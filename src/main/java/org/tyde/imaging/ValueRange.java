package org.tyde.imaging;

/// The least and the greatest of some values; both 0 when there were none.
///
/// @param least not above `greatest`
/// @param greatest not below `least`
public record ValueRange(double least, double greatest) {
    static ValueRange of(double least, double greatest) {
        return least <= greatest ? new ValueRange(least, greatest) : new ValueRange(0, 0);
    }
}
