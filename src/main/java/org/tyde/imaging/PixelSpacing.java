package org.tyde.imaging;

/// How far apart pixel centres are, and how far that may be believed (PS3.3 10.7.1).
///
/// @param row mm between rows, vertically, above 0
/// @param column mm between columns, horizontally, above 0
/// @param trust where the numbers hold
public record PixelSpacing(double row, double column, Trust trust) {
    /// Where a spacing holds.
    public enum Trust {
        /// In the patient: tomographic images.
        PATIENT,
        /// In the patient at a stated geometry or fiducial (0028,0A02), near the central ray.
        CALIBRATED,
        /// At the detector, divided by the estimated radiographic magnification (0018,1114).
        CORRECTED,
        /// At the detector: in the patient everything is magnified.
        AT_DETECTOR,
        /// On the film that was scanned.
        SCANNED_FILM,
        /// A projection whose file does not say where its spacing holds.
        UNKNOWN;

        /// @return whether a length in mm needs no word beside it
        public boolean inPatient() {
            return this == PATIENT || this == CALIBRATED;
        }
    }

    /// @throws IllegalArgumentException for a spacing that is not positive
    public PixelSpacing {
        if (!(row > 0) || !(column > 0) || Double.isInfinite(row) || Double.isInfinite(column))
            throw new IllegalArgumentException("no spacing: " + row + " x " + column);
    }

    /// @return height of a pixel over its width
    public double aspect() {
        return row / column;
    }
}
