package org.tyde.measure;

import java.time.LocalTime;

/// What the reader at the desk says a length is. It holds for one image while the case is open and is never
/// stored as if the file said it.
///
/// @param row mm between rows, above 0
/// @param column mm between columns, above 0
/// @param at when it was said
/// @param by who said it; empty where nobody is known to sit at the desk
public record UserCalibration(double row, double column, LocalTime at, String by) {
    /// Longer than anything in a picture of a patient, mm.
    private static final double LONGEST = 5_000;

    /// @throws IllegalArgumentException for a spacing that is not positive
    public UserCalibration {
        if (!(row > 0) || !(column > 0) || !Double.isFinite(row + column))
            throw new IllegalArgumentException("no calibration: " + row + " x " + column);
    }

    /// @param known a line of known length
    /// @param mm its length, above 0 and at most 5 m
    /// @param aspect height of a pixel over its width
    /// @param at when that was said
    /// @param by who said it; empty where that is not known
    /// @return the calibration
    /// @throws IllegalArgumentException for a line or a length that cannot be
    public static UserCalibration of(
            Length known, double mm, double aspect, LocalTime at, String by) {
        if (!(mm > 0) || mm > LONGEST) throw new IllegalArgumentException("no length: " + mm);
        double across = known.to().column() - known.from().column();
        double down = (known.to().row() - known.from().row()) * aspect;
        double column = mm / Math.hypot(across, down);
        return new UserCalibration(column * aspect, column, at, by);
    }
}
