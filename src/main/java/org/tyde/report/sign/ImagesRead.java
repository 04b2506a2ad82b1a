package org.tyde.report.sign;

import org.tyde.evidence.InstanceReference;

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
public record ImagesRead(
        int received,
        OptionalInt expected,
        int neverShown,
        List<InstanceReference> evidence,
        List<InstanceReference> keyImages,
        List<InstanceReference> compared) {
    /// @throws IllegalArgumentException negative counts
    public ImagesRead {
        evidence = List.copyOf(evidence);
        keyImages = List.copyOf(keyImages);
        compared = List.copyOf(compared);
        if (received < 0 || neverShown < 0) throw new IllegalArgumentException("negative count");
    }

    /// @return whether images are known to be missing
    public boolean incomplete() {
        return expected.isPresent() && received < expected.getAsInt();
    }
}
