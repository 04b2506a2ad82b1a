package org.tyde.measure;

import org.tyde.geometry.ImagePoint;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.PixelSpacing;
import org.tyde.imaging.UltrasoundRegion;

import java.util.List;
import java.util.Optional;

/// What a step in an image is worth.
public sealed interface Scale {
    /// Both axes are lengths.
    ///
    /// @param perRow units from one row to the next, above 0
    /// @param perColumn units from one column to the next, above 0
    /// @param aspect height of a pixel over its width: all that angles need
    /// @param unit mm, or px
    /// @param caveat what must be said beside a length
    record Lengths(double perRow, double perColumn, double aspect, Unit unit, Caveat caveat)
            implements Scale {
        /// @return the unit of areas
        public Unit areaUnit() {
            return unit.equals(Unit.MM) ? Unit.MM2 : Unit.PX2;
        }

        /// @param a a place in the image
        /// @param b another
        /// @return how far apart
        public double distance(ImagePoint a, ImagePoint b) {
            return Math.hypot((b.column() - a.column()) * perColumn, (b.row() - a.row()) * perRow);
        }

        private Lengths of(double pixels) {
            return new Lengths(perRow, perColumn, pixels, unit, caveat);
        }
    }

    /// The axes are different things, as in a spectral Doppler or M-mode region.
    ///
    /// @param perRow units of `vertical` from one row to the next
    /// @param perColumn units of `horizontal` from one column to the next
    /// @param horizontal unit along rows
    /// @param vertical unit along columns
    record Axes(double perRow, double perColumn, Unit horizontal, Unit vertical) implements Scale {}

    /// What can be said without any spacing. Angles hold when pixels are square.
    Lengths PIXELS = new Lengths(1, 1, 1, Unit.PX, Caveat.NOT_CALIBRATED);

    /// Ends in different regions of an ultrasound image.
    Lengths ACROSS = new Lengths(1, 1, 1, Unit.PX, Caveat.ACROSS_REGIONS);

    /// @param header of the image
    /// @param frame 1-based
    /// @param points of the measurement
    /// @return by what it is to be measured
    static Scale of(ImageHeader header, int frame, List<ImagePoint> points) {
        var scale = of(header.spacing(frame), header.regions(), points);
        return scale instanceof Lengths lengths && lengths.unit.equals(Unit.PX)
                ? lengths.of(header.aspect(frame))
                : scale;
    }

    /// @param header of the image
    /// @param frame 1-based
    /// @param points of the measurement
    /// @param known what the reader says of lengths in this image; of no effect where the axes are different
    ///     things
    /// @return by what it is to be measured
    static Scale of(
            ImageHeader header,
            int frame,
            List<ImagePoint> points,
            Optional<UserCalibration> known) {
        var stated = of(header, frame, points);
        if (known.isEmpty() || stated instanceof Axes) return stated;
        var k = known.get();
        return new Lengths(
                k.row(),
                k.column(),
                k.row() / k.column(),
                Unit.MM,
                new Caveat.ByUser(k.at(), k.by()));
    }

    /// @param spacing of the image, where its header gives one
    /// @param regions of an ultrasound image, else none
    /// @param points of the measurement
    /// @return by what it is to be measured: ultrasound with regions only by one that holds all points;
    ///     where regions with different scales overlap there, by none
    static Scale of(
            Optional<PixelSpacing> spacing,
            List<UltrasoundRegion> regions,
            List<ImagePoint> points) {
        if (regions.isEmpty()) return spacing.map(Scale::of).orElse(PIXELS);
        var scales =
                regions.stream()
                        .filter(r -> points.stream().allMatch(p -> r.contains(p.column(), p.row())))
                        .map(Scale::of)
                        .distinct()
                        .toList();
        return scales.size() == 1 ? scales.getFirst() : ACROSS;
    }

    private static Scale of(PixelSpacing spacing) {
        return millimetres(spacing, caveat(spacing));
    }

    private static Lengths millimetres(PixelSpacing spacing, Caveat caveat) {
        return new Lengths(spacing.row(), spacing.column(), spacing.aspect(), Unit.MM, caveat);
    }

    private static Caveat caveat(PixelSpacing spacing) {
        return switch (spacing.trust()) {
            case PATIENT -> Caveat.NONE;
            case CALIBRATED -> new Caveat.Calibrated(spacing.calibration().orElseThrow());
            case CORRECTED -> new Caveat.Corrected(spacing.magnification());
            case AT_DETECTOR -> Caveat.Plain.AT_DETECTOR;
            case MAGNIFIED -> Caveat.Plain.MAGNIFIED;
            case SCANNED_FILM -> Caveat.Plain.SCANNED_FILM;
            case UNKNOWN -> Caveat.Plain.CALIBRATION_UNKNOWN;
        };
    }

    private static Scale of(UltrasoundRegion region) {
        var flat = region.spacing();
        if (flat.isPresent()) return millimetres(flat.get(), Caveat.NONE);
        if (!region.axesUsable()) return PIXELS;
        return new Axes(
                region.deltaY(), region.deltaX(), unit(region.unitX()), unit(region.unitY()));
    }

    private static Unit unit(UltrasoundRegion.Unit unit) {
        var shown = unit.ucum().replace("deg", "°").replace("2", "²").replace("3", "³");
        return new Unit(unit.ucum(), shown);
    }
}
