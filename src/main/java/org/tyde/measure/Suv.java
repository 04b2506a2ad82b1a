package org.tyde.measure;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/// The standardised uptake value by body weight (SUVbw) of a PET image: activity in the tissue over the
/// injected activity per gram of patient, both at one moment. Follows QIBA's vendor-neutral computation; where
/// anything it needs is missing, there is none.
///
/// @param factor SUV (g/ml) for each unit of the image's values
public record Suv(double factor) {
    /// Grams of patient in a millilitre's share.
    public static final Unit UNIT = new Unit("{SUVbw}g/ml", "SUV");

    private static final Duration DAY = Duration.ofDays(1);
    private static final double MOST_KILOGRAMS = 700;

    /// @throws IllegalArgumentException when it is not positive
    public Suv {
        if (!(factor > 0) || Double.isInfinite(factor))
            throw new IllegalArgumentException("no SUV factor: " + factor);
    }

    /// @param value of the image, after its Modality LUT
    /// @return SUV, g/ml
    public double of(double value) {
        return factor * value;
    }

    /// @param image header of one image of the series
    /// @return its factor
    /// @throws Refusal saying what is missing
    public static Suv of(DataSet image) throws Refusal {
        var units = image.textOr(Tag.UNITS, "");
        // without a type, g/ml is SUV by body weight (PS3.3 C.8.9.1.1)
        if (units.equals("GML") && image.textOr(Tag.SUV_TYPE, "BW").equals("BW")) return new Suv(1);
        if (!units.equals("BQML")) throw refused(SuvReason.UNITS, units).withPlace("(0054,1001)");
        var corrected = image.texts(Tag.CORRECTED_IMAGE);
        if (!corrected.containsAll(List.of("ATTN", "DECAY")))
            throw refused(SuvReason.NOT_CORRECTED).withPlace("(0028,0051)");
        double weight = image.decimal(Tag.PATIENT_WEIGHT).orElse(0);
        if (!(weight > 0) || weight > MOST_KILOGRAMS)
            throw refused(SuvReason.WEIGHT).withPlace("(0010,1030)");
        var drugs = image.sequence(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE);
        if (drugs.size() != 1)
            throw refused(SuvReason.RADIOPHARMACEUTICAL).withPlace("(0054,0016)");
        var drug = drugs.getFirst();
        double dose = drug.decimal(Tag.RADIONUCLIDE_TOTAL_DOSE).orElse(0);
        if (!(dose > 0)) throw refused(SuvReason.DOSE).withPlace("(0018,1074)");
        double left = dose * left(image, drug);
        if (!(left > 0)) throw refused(SuvReason.DOSE).withPlace("(0018,1074)");
        return new Suv(weight * 1000 / left);
    }

    private static Refusal refused(SuvReason reason, Object... arguments) {
        return new Refusal(reason, arguments);
    }

    /// What part of the injected activity is left at the moment to which the image's decay is corrected.
    private static double left(DataSet image, DataSet drug) throws Refusal {
        var correction = image.textOr(Tag.DECAY_CORRECTION, "");
        if (correction.equals("ADMIN")) return 1;
        if (!correction.equals("START"))
            throw refused(SuvReason.DECAY_CORRECTION, correction).withPlace("(0054,1102)");
        double halfLife = drug.decimal(Tag.RADIONUCLIDE_HALF_LIFE).orElse(0);
        if (!(halfLife > 0)) throw refused(SuvReason.HALF_LIFE).withPlace("(0018,1075)");
        var scan = scanned(image, halfLife);
        var given = injected(image, drug, scan);
        var passed = Duration.between(given, scan);
        if (passed.isNegative() || passed.compareTo(DAY) > 0)
            throw refused(SuvReason.TIMES_CONTRADICT);
        return Math.pow(2, -seconds(passed) / halfLife);
    }

    /// A time without a date is of the day of the scan, as of no other.
    private static LocalDateTime injected(DataSet image, DataSet drug, LocalDateTime scan)
            throws DicomFormatException, Refusal {
        var whole = drug.dateTime(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME);
        if (whole.isPresent()) return whole.get();
        var clock = drug.time(Tag.RADIOPHARMACEUTICAL_START_TIME);
        if (clock.isEmpty()) throw refused(SuvReason.INJECTION_TIME).withPlace("(0018,1072)");
        var day = image.date(Tag.SERIES_DATE).orElse(scan.toLocalDate());
        return day.atTime(clock.get());
    }

    /// The series' own time, where it is not after the image's: then it was written when images were made
    /// from others. In its place stands the image's time less what passed since the start.
    private static LocalDateTime scanned(DataSet image, double halfLife) throws Refusal {
        var series = image.dateTime(Tag.SERIES_DATE, Tag.SERIES_TIME);
        var acquired = acquired(image);
        if (acquired.isEmpty()) throw refused(SuvReason.SCAN_TIME).withPlace("(0008,0032)");
        if (series.isPresent() && !series.get().isAfter(acquired.get())) return series.get();
        double since = image.decimal(Tag.FRAME_REFERENCE_TIME).orElse(0) / 1000;
        double frame = image.decimal(Tag.ACTUAL_FRAME_DURATION).orElse(0) / 1000;
        if (!(since > 0) || !(frame > 0))
            throw refused(SuvReason.SCAN_TIME).withPlace("(0054,1300)");
        // when within the frame the rate is what it is on average
        double decay = Math.log(2) / halfLife;
        double average = Math.log(decay * frame / -Math.expm1(-decay * frame)) / decay;
        return acquired.get().plusNanos(Math.round((average - since) * 1e9));
    }

    private static Optional<LocalDateTime> acquired(DataSet image) throws DicomFormatException {
        var parts = image.dateTime(Tag.ACQUISITION_DATE, Tag.ACQUISITION_TIME);
        return parts.isPresent() ? parts : image.dateTime(Tag.ACQUISITION_DATE_TIME);
    }

    private static double seconds(Duration passed) {
        return passed.toNanos() / 1e9;
    }
}
