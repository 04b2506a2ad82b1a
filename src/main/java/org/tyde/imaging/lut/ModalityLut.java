package org.tyde.imaging.lut;

import java.util.Optional;

/// From stored values to values with a meaning (PS3.3 C.11.1): Rescale Slope and Intercept, or a table.
/// All arithmetic is in double.
///
/// @param slope Rescale Slope (0028,1053)
/// @param intercept Rescale Intercept (0028,1052)
/// @param table Modality LUT Sequence (0028,3000); then slope and intercept do not count
/// @param unit of what comes out
public record ModalityLut(double slope, double intercept, Optional<Lut> table, PixelUnit unit) {
    /// Stored values as they are.
    public static final ModalityLut IDENTITY =
            new ModalityLut(1, 0, Optional.empty(), PixelUnit.NONE);

    /// @throws IllegalArgumentException for a slope of 0 or numbers that are not finite
    public ModalityLut {
        if (slope == 0 || !Double.isFinite(slope) || !Double.isFinite(intercept))
            throw new IllegalArgumentException("no rescale: " + slope + " and " + intercept);
    }

    /// @param slope as of the record
    /// @param intercept as of the record
    /// @param unit as of the record
    /// @return without a table
    public static ModalityLut rescale(double slope, double intercept, PixelUnit unit) {
        return new ModalityLut(slope, intercept, Optional.empty(), unit);
    }

    /// @param stored a stored value, or one between stored values
    /// @return the value in [#unit()]
    public double apply(double stored) {
        return table.isPresent() ? table.get().at(stored) : slope * stored + intercept;
    }
}
