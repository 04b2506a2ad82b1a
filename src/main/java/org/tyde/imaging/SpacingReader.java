package org.tyde.imaging;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.imaging.PixelSpacing.Calibration;
import org.tyde.imaging.PixelSpacing.Trust;
import org.tyde.imaging.multiframe.FunctionalGroups;
import org.tyde.refusal.Refusal;

import java.util.Optional;

/// How far apart pixels are, and where that holds (PS3.3 10.7.1.1 to 10.7.1.3). A value that is there
/// and cannot be is refused; it is never passed over for another that happens to be usable.
final class SpacingReader {
    /// Spacings that differ by less are one, rounded twice.
    private static final double SAME = 0.01;

    /// More than a focal spot and a detector can do; a percentage, perhaps.
    private static final double MOST_MAGNIFIED = 10;

    private final DataSet dataSet;
    private final SpacingSource source;

    SpacingReader(DataSet dataSet) {
        this.dataSet = dataSet;
        this.source = SpacingSource.of(dataSet);
    }

    /// @param groups of the image
    /// @param frame 1-based
    /// @return the spacing; empty where the file gives none that holds for such an image
    /// @throws Refusal where it gives one that cannot be
    Optional<PixelSpacing> spacing(FunctionalGroups groups, int frame) throws Refusal {
        var found =
                switch (source) {
                    case ULTRASOUND -> ultrasound(groups, frame);
                    case SECTIONS -> sections(groups, frame);
                    case CAPTURE -> capture();
                    case PROJECTION -> projection(groups, frame);
                };
        if (found.isPresent()) agreesWithAspect(found.get());
        return found;
    }

    /// By its regions alone; a volume has Pixel Measures.
    private Optional<PixelSpacing> ultrasound(FunctionalGroups groups, int frame) throws Refusal {
        var measures = groups.stated(frame, Tag.PIXEL_MEASURES_SEQUENCE);
        return measures.isEmpty()
                ? Optional.empty()
                : two(measures.get(), Tag.PIXEL_SPACING).map(p -> p.spacing(Trust.PATIENT));
    }

    private Optional<PixelSpacing> sections(FunctionalGroups groups, int frame) throws Refusal {
        return two(groups.macro(frame, Tag.PIXEL_MEASURES_SEQUENCE), Tag.PIXEL_SPACING)
                .map(p -> p.spacing(Trust.PATIENT));
    }

    /// Captured from a screen: what it shows may have been zoomed, whatever spacing was copied along.
    private Optional<PixelSpacing> capture() throws Refusal {
        var calibration = calibration();
        var pixel = two(dataSet, Tag.PIXEL_SPACING);
        if (pixel.isPresent() && calibration.isPresent())
            return Optional.of(pixel.get().calibrated(calibration.get()));
        var film = two(dataSet, Tag.NOMINAL_SCANNED_PIXEL_SPACING);
        if (film.isEmpty()) return Optional.empty();
        return Optional.of(pixel.isEmpty() ? film.get().onFilm() : onFilm(pixel.get(), film.get()));
    }

    private Optional<PixelSpacing> projection(FunctionalGroups groups, int frame) throws Refusal {
        var object = groups.stated(frame, Tag.PROJECTION_PIXEL_CALIBRATION_SEQUENCE);
        var centre =
                object.isEmpty()
                        ? Optional.<Pair>empty()
                        : two(object.get(), Tag.OBJECT_PIXEL_SPACING_IN_CENTER_OF_BEAM);
        if (centre.isPresent())
            return Optional.of(
                    centre.get().calibrated(new Calibration(Calibration.Type.GEOMETRY, "")));
        var pixel = two(groups.macro(frame, Tag.PIXEL_MEASURES_SEQUENCE), Tag.PIXEL_SPACING);
        var imager =
                two(
                        groups.macro(frame, Tag.FRAME_PIXEL_DATA_PROPERTIES_SEQUENCE),
                        Tag.IMAGER_PIXEL_SPACING);
        if (pixel.isPresent()) return Optional.of(inPatient(pixel.get(), imager));
        if (imager.isPresent())
            return Optional.of(
                    atDetector(imager.get(), groups.macro(frame, Tag.X_RAY_GEOMETRY_SEQUENCE)));
        return two(dataSet, Tag.NOMINAL_SCANNED_PIXEL_SPACING).map(Pair::onFilm);
    }

    private PixelSpacing inPatient(Pair pixel, Optional<Pair> imager) throws Refusal {
        if (dataSet.text(Tag.PIXEL_SPACING_CALIBRATION_TYPE).isPresent())
            return calibration().map(pixel::calibrated).orElse(pixel.spacing(Trust.UNKNOWN));
        if (imager.isPresent()) {
            if (pixel.same(imager.get())) return pixel.spacing(Trust.MAGNIFIED);
            // rays part on their way: nothing in the patient is larger than its shadow
            return pixel.within(imager.get())
                    ? pixel.calibrated(new Calibration(Calibration.Type.UNSTATED, ""))
                    : pixel.spacing(Trust.UNKNOWN);
        }
        var film = two(dataSet, Tag.NOMINAL_SCANNED_PIXEL_SPACING);
        return film.isPresent() ? onFilm(pixel, film.get()) : pixel.spacing(Trust.UNKNOWN);
    }

    private static PixelSpacing onFilm(Pair pixel, Pair film) {
        return pixel.same(film)
                ? film.onFilm()
                : pixel.calibrated(new Calibration(Calibration.Type.UNSTATED, ""));
    }

    private PixelSpacing atDetector(Pair imager, DataSet geometry) throws Refusal {
        double factor = magnification(geometry);
        if (!(factor > 1)) return imager.spacing(Trust.AT_DETECTOR);
        return new PixelSpacing(
                imager.row / factor,
                imager.column / factor,
                Trust.CORRECTED,
                Optional.empty(),
                factor);
    }

    /// Estimated Radiographic Magnification Factor (0018,1114), else the ratio of the distances it is
    /// defined by; 1 where neither can be believed.
    private double magnification(DataSet geometry) throws Refusal {
        var stated = dataSet.decimal(Tag.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR);
        double factor =
                stated.isPresent()
                        ? stated.getAsDouble()
                        : geometry.decimal(Tag.DISTANCE_SOURCE_TO_DETECTOR).orElse(0)
                                / geometry.decimal(Tag.DISTANCE_SOURCE_TO_PATIENT).orElse(0);
        return factor >= 1 && factor <= MOST_MAGNIFIED ? factor : 1;
    }

    private Optional<Calibration> calibration() throws Refusal {
        var type = dataSet.text(Tag.PIXEL_SPACING_CALIBRATION_TYPE).orElse("");
        var description = dataSet.textOr(Tag.PIXEL_SPACING_CALIBRATION_DESCRIPTION, "");
        return switch (type) {
            case "GEOMETRY" -> Optional.of(new Calibration(Calibration.Type.GEOMETRY, description));
            case "FIDUCIAL" -> Optional.of(new Calibration(Calibration.Type.FIDUCIAL, description));
            default -> Optional.empty();
        };
    }

    /// Pixel Aspect Ratio (0028,0034) may stand beside a spacing only where both say the same (PS3.3
    /// C.7.6.3.1.7); else one of the two spacings is wrong, and nobody knows which.
    private void agreesWithAspect(PixelSpacing spacing) throws Refusal {
        int[] ratio = dataSet.integers(Tag.PIXEL_ASPECT_RATIO);
        if (ratio.length == 0) return;
        boolean agrees =
                ratio.length == 2
                        && ratio[0] > 0
                        && ratio[1] > 0
                        && Math.abs(spacing.aspect() * ratio[1] / ratio[0] - 1) < SAME;
        if (!agrees)
            throw new Refusal(ImagingReason.ASPECT_CONTRADICTS_SPACING)
                    .withPlace(Tag.PIXEL_ASPECT_RATIO.toString())
                    .withRule("PS3.3 C.7.6.3.1.7");
    }

    /// Absent, or of no value: none. Anything but two positive numbers is refused (PS3.3 10.7.1.3).
    private static Optional<Pair> two(DataSet from, Tag tag) throws Refusal {
        double[] values = from.decimals(tag);
        if (values.length == 0) return Optional.empty();
        if (values.length != 2
                || !PixelSpacing.usable(values[0])
                || !PixelSpacing.usable(values[1]))
            throw new Refusal(ImagingReason.IMPOSSIBLE_SPACING)
                    .withPlace(tag.toString())
                    .withRule("PS3.3 10.7.1.3");
        return Optional.of(new Pair(values[0], values[1]));
    }

    /// Two millimetres, that between rows first.
    private record Pair(double row, double column) {
        PixelSpacing spacing(Trust trust) {
            return new PixelSpacing(row, column, trust);
        }

        PixelSpacing calibrated(Calibration by) {
            return new PixelSpacing(row, column, Trust.CALIBRATED, Optional.of(by), 1);
        }

        PixelSpacing onFilm() {
            return spacing(Trust.SCANNED_FILM);
        }

        boolean same(Pair other) {
            return Math.abs(row / other.row - 1) < SAME
                    && Math.abs(column / other.column - 1) < SAME;
        }

        boolean within(Pair other) {
            return row < other.row * (1 + SAME) && column < other.column * (1 + SAME);
        }
    }
}
