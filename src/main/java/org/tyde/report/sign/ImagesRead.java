package org.tyde.report.sign;

import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.MeasurementGroup;

import java.util.List;
import java.util.OptionalInt;

/// What of the study was there and was looked at when its report is signed.
///
/// @param received images that are here
/// @param expected images the archive has; empty where it does not say
/// @param neverShown images that were never on screen
/// @param evidence objects of this study that the report rests on
/// @param keyImages pointed out by the radiologist
/// @param compared objects of priors that have been on screen
/// @param measured on images of this study by the radiologist, and not deleted since
public record ImagesRead(
        int received,
        OptionalInt expected,
        int neverShown,
        List<InstanceReference> evidence,
        List<InstanceReference> keyImages,
        List<InstanceReference> compared,
        List<MeasurementGroup> measured) {
    /// @throws IllegalArgumentException negative counts
    public ImagesRead {
        evidence = List.copyOf(evidence);
        keyImages = List.copyOf(keyImages);
        compared = List.copyOf(compared);
        measured = List.copyOf(measured);
        if (received < 0 || neverShown < 0) throw new IllegalArgumentException("negative count");
    }

    /// Nothing measured.
    ///
    /// @param received images that are here
    /// @param expected images the archive has; empty where it does not say
    /// @param neverShown images that were never on screen
    /// @param evidence objects of this study that the report rests on
    /// @param keyImages pointed out by the radiologist
    /// @param compared objects of priors that have been on screen
    public ImagesRead(
            int received,
            OptionalInt expected,
            int neverShown,
            List<InstanceReference> evidence,
            List<InstanceReference> keyImages,
            List<InstanceReference> compared) {
        this(received, expected, neverShown, evidence, keyImages, compared, List.of());
    }

    /// @return whether images are known to be missing
    public boolean incomplete() {
        return expected.isPresent() && received < expected.getAsInt();
    }
}
