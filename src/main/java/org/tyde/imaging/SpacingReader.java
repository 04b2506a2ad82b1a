package org.tyde.imaging;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.imaging.PixelSpacing.Trust;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// How far apart pixels are, and where that holds (PS3.3 10.7.1.1 to 10.7.1.3).
final class SpacingReader {
    private static final Set<String> PROJECTIONS =
            Set.of("CR", "DX", "MG", "XA", "RF", "IO", "PX", "RG", "DR", "RTIMAGE");
    private static final Set<String> TOMOGRAPHIC = Set.of("CT", "MR", "PT", "NM", "OPT", "RTDOSE");

    private final DataSet dataSet;
    private final String modality;

    SpacingReader(DataSet dataSet) throws org.tyde.refusal.Refusal {
        this.dataSet = dataSet;
        this.modality = dataSet.textOr(Tag.MODALITY, "");
    }

    /// @param measures the Pixel Measures of a functional group, or the data set itself
    Optional<PixelSpacing> spacing(DataSet measures) throws org.tyde.refusal.Refusal {
        double[] patient = measures.decimals(Tag.PIXEL_SPACING);
        double[] imager = dataSet.decimals(Tag.IMAGER_PIXEL_SPACING);
        if (patient.length == 2) return of(patient, trust(patient, imager));
        if (modality.equals("US")) return Optional.empty();
        if (imager.length == 2) return atDetector(imager);
        double[] film = dataSet.decimals(Tag.NOMINAL_SCANNED_PIXEL_SPACING);
        return film.length == 2 ? of(film, Trust.SCANNED_FILM) : Optional.empty();
    }

    private Trust trust(double[] patient, double[] imager) throws org.tyde.refusal.Refusal {
        var type = dataSet.text(Tag.PIXEL_SPACING_CALIBRATION_TYPE);
        if (TOMOGRAPHIC.contains(modality)) return Trust.PATIENT;
        boolean geometry = dataSet.has(Tag.IMAGE_ORIENTATION_PATIENT) || modality.equals("SEG");
        if (geometry && !PROJECTIONS.contains(modality)) return Trust.PATIENT;
        if (type.isPresent()) return Trust.CALIBRATED;
        if (imager.length == 2)
            return Arrays.equals(patient, imager) ? Trust.AT_DETECTOR : Trust.CALIBRATED;
        double[] film = dataSet.decimals(Tag.NOMINAL_SCANNED_PIXEL_SPACING);
        if (film.length == 2)
            return Arrays.equals(patient, film) ? Trust.SCANNED_FILM : Trust.CALIBRATED;
        return Trust.UNKNOWN;
    }

    private Optional<PixelSpacing> atDetector(double[] imager) throws org.tyde.refusal.Refusal {
        double factor = dataSet.decimal(Tag.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR).orElse(0);
        if (factor < 1) {
            double detector = dataSet.decimal(Tag.DISTANCE_SOURCE_TO_DETECTOR).orElse(0);
            double patient = dataSet.decimal(Tag.DISTANCE_SOURCE_TO_PATIENT).orElse(0);
            factor = patient > 0 && detector >= patient ? detector / patient : 0;
        }
        if (!(factor > 1) || !Double.isFinite(factor)) return of(imager, Trust.AT_DETECTOR);
        return of(new double[] {imager[0] / factor, imager[1] / factor}, Trust.CORRECTED);
    }

    private static Optional<PixelSpacing> of(double[] two, Trust trust) {
        boolean good =
                two[0] > 0 && two[1] > 0 && Double.isFinite(two[0]) && Double.isFinite(two[1]);
        return good ? Optional.of(new PixelSpacing(two[0], two[1], trust)) : Optional.empty();
    }
}
