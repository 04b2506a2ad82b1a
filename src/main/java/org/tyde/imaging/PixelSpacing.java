package org.tyde.imaging;

import java.util.Optional;

/// How far apart pixel centres are, and how far that may be believed (PS3.3 10.7.1).
///
/// @param row mm between rows, vertically, above 0
/// @param column mm between columns, horizontally, above 0
/// @param trust where the numbers hold
/// @param calibration by what it was calibrated, where [Trust#CALIBRATED]
/// @param magnification by what the detector's spacing was divided, where [Trust#CORRECTED]; else 1
public record PixelSpacing(
        double row,
        double column,
        Trust trust,
        Optional<Calibration> calibration,
        double magnification) {
    /// Nothing that is looked at in a clinic has pixels finer or coarser than this, mm.
    private static final double FINEST = 1e-4;

    private static final double COARSEST = 100;

    /// Where a spacing holds.
    public enum Trust {
        /// In the patient: tomographic images.
        PATIENT,
        /// In the patient at a stated geometry or fiducial (0028,0A02), near the central ray.
        CALIBRATED,
        /// At the detector, divided by the estimated radiographic magnification (0018,1114).
        CORRECTED,
        /// At the detector, by Imager Pixel Spacing (0018,1164) alone.
        AT_DETECTOR,
        /// At the detector, by a Pixel Spacing that equals the detector's: in the patient everything is
        /// magnified.
        MAGNIFIED,
        /// On the film that was scanned.
        SCANNED_FILM,
        /// A projection whose file does not say where its spacing holds.
        UNKNOWN
    }

    /// What a spacing was calibrated by.
    ///
    /// @param type Pixel Spacing Calibration Type (0028,0A02)
    /// @param description Pixel Spacing Calibration Description (0028,0A04), empty where there is none
    public record Calibration(Type type, String description) {
        /// PS3.3 10.7.1.2.
        public enum Type {
            /// An assumed or known geometric magnification.
            GEOMETRY,
            /// An object of known size in the picture.
            FIDUCIAL,
            /// Not said; the spacing differs from the detector's.
            UNSTATED
        }
    }

    /// @throws IllegalArgumentException for a spacing or a magnification that is not positive
    public PixelSpacing {
        if (!positive(row) || !positive(column) || !positive(magnification))
            throw new IllegalArgumentException("no spacing: " + row + " x " + column);
    }

    /// @param row as of the record
    /// @param column as of the record
    /// @param trust any but [Trust#CALIBRATED] and [Trust#CORRECTED], which have more to say
    public PixelSpacing(double row, double column, Trust trust) {
        this(row, column, trust, Optional.empty(), 1);
    }

    private static boolean positive(double number) {
        return number > 0 && Double.isFinite(number);
    }

    /// @param mm from pixel to pixel, as a file says
    /// @return whether that can be
    static boolean usable(double mm) {
        return mm >= FINEST && mm <= COARSEST;
    }

    /// @return height of a pixel over its width
    public double aspect() {
        return row / column;
    }
}
