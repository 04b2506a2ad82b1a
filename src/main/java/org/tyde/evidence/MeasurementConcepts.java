package org.tyde.evidence;

import org.tyde.dicom.Code;
import org.tyde.measure.Measured;
import org.tyde.measure.Quantity;
import org.tyde.study.Laterality;

import java.util.Optional;
import java.util.Set;

/// The codes of measurement reports (PS3.16 TID 1500, 1501, 1410, 300).
final class MeasurementConcepts {
    static final Code REPORT = dcm("126000", "Imaging Measurement Report");
    static final Code MEASUREMENTS = dcm("126010", "Imaging Measurements");
    static final Code GROUP = dcm("125007", "Measurement Group");
    static final Code TRACKING = dcm("112039", "Tracking Identifier");
    static final Code TRACKING_UID = dcm("112040", "Tracking Unique Identifier");
    static final Code SITE = sct("363698007", "Finding Site");
    static final Code SIDE = sct("272741003", "Laterality");
    static final Code REGION = dcm("111030", "Image Region");
    static final Code DERIVATION = dcm("121401", "Derivation");
    static final Code ALGORITHM_NAME = dcm("111001", "Algorithm Name");
    static final Code ALGORITHM_VERSION = dcm("111003", "Algorithm Version");
    static final Code PATH = dcm("121055", "Path");

    private static final Set<String> TITLES = Set.of("126000", "126001", "126002", "126003");
    private static final Code LENGTH = sct("410668003", "Length");
    private static final Code ANGLE = sct("1483009", "Angle");
    private static final Code AREA = sct("42798000", "Area");
    private static final Code ATTENUATION = dcm("112031", "Attenuation Coefficient");
    private static final Code SUV = dcm("126401", "SUVbw");
    private static final Code MEAN = sct("373098007", "Mean");
    private static final Code DEVIATION = sct("386136009", "Standard Deviation");
    private static final Code MINIMUM = sct("255605001", "Minimum");
    private static final Code MAXIMUM = sct("56851009", "Maximum");

    /// What the standard has no word for: the value of a pixel, whatever it stands for.
    static final Code PIXEL_VALUE = new Code("PIXELVALUE", "99TYDE", "Pixel value after rescale");

    private MeasurementConcepts() {}

    /// The titles of measurement reports (CID 7021).
    static boolean entitles(Code title) {
        return title.scheme().equals("DCM") && TITLES.contains(title.value());
    }

    /// The procedure as far as the modality tells (CID 100).
    static Code procedure(String modality) {
        return switch (modality) {
            case "CT" -> new Code("25045-6", "LN", "CT unspecified body region");
            case "MR" -> new Code("25056-3", "LN", "MRI unspecified body region");
            case "NM" -> new Code("49118-3", "LN", "NM unspecified body region");
            case "PT" -> new Code("44136-0", "LN", "PET unspecified body region");
            default -> sct("363679005", "Imaging procedure");
        };
    }

    static MeasuredValue value(Measured.Kind kind, Quantity quantity, String modality) {
        return switch (kind) {
            case LENGTH -> value(LENGTH, Optional.empty(), quantity);
            case ANGLE -> value(ANGLE, Optional.empty(), quantity);
            case AREA -> value(AREA, Optional.empty(), quantity);
            case ACROSS, DOWN -> value(LENGTH, Optional.empty(), quantity);
            case MEAN -> value(ofPixels(quantity, modality), Optional.of(MEAN), quantity);
            case DEVIATION -> value(ofPixels(quantity, modality), Optional.of(DEVIATION), quantity);
            case LEAST -> value(ofPixels(quantity, modality), Optional.of(MINIMUM), quantity);
            case GREATEST -> value(ofPixels(quantity, modality), Optional.of(MAXIMUM), quantity);
        };
    }

    private static MeasuredValue value(Code concept, Optional<Code> derivation, Quantity quantity) {
        return new MeasuredValue(concept, derivation, quantity.value(), quantity.unit());
    }

    private static Code ofPixels(Quantity quantity, String modality) {
        var unit = quantity.unit().ucum();
        if (unit.equals("[hnsf'U]")) return ATTENUATION;
        return modality.equals("PT") && unit.equals("{SUVbw}g/ml") ? SUV : PIXEL_VALUE;
    }

    static Code of(Laterality side) {
        return switch (side) {
            case RIGHT -> sct("24028007", "Right");
            case LEFT -> sct("7771000", "Left");
            case BOTH -> sct("51440002", "Bilateral");
        };
    }

    static Optional<Laterality> side(Code code) {
        return switch (code.value()) {
            case "24028007", "G-A100" -> Optional.of(Laterality.RIGHT);
            case "7771000", "G-A101" -> Optional.of(Laterality.LEFT);
            case "51440002", "G-A102" -> Optional.of(Laterality.BOTH);
            default -> Optional.empty();
        };
    }

    private static Code dcm(String value, String meaning) {
        return new Code(value, "DCM", meaning);
    }

    private static Code sct(String value, String meaning) {
        return new Code(value, "SCT", meaning);
    }
}
