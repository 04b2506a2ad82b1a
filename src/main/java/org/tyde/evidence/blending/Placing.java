package org.tyde.evidence.blending;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.evidence.presentation.BlendingInput;
import org.tyde.geometry.Affine;
import org.tyde.imaging.ImageHeader;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/// Leads from where the images of an input lie to the space of the blending.
///
/// @param space Frame of Reference UID (0020,0052)
/// @param registrations Spatial Registrations by SOP Instance UID
record Placing(String space, Function<String, Optional<DataSet>> registrations) {
    /// A registration of an advanced state counts within one frame of reference, too: it may hold small corrections
    /// (PS3.3 C.11.33.1.1).
    ///
    /// @param input of the image
    /// @param image one of its images
    /// @return from its patient coordinates to the space
    /// @throws Refusal where nothing relates the two
    Affine of(BlendingInput input, ImageHeader image) throws IOException {
        var own = space(image);
        boolean named = !input.registrations().isEmpty();
        if (own.equals(space) && !(named && input.advanced())) return Affine.IDENTITY;
        if (!named) throw new Refusal(BlendingReason.OTHER_SPACE).withRule("PS3.3 C.11.14.1.1");
        for (var uid : input.registrations()) {
            var registration = registrations.apply(uid);
            if (registration.isPresent())
                return SpatialRegistration.of(registration.get()).map(image, own, space);
        }
        throw new Refusal(BlendingReason.REGISTRATION_NOT_HERE).withRule("PS3.3 C.20.2");
    }

    /// @param image which
    /// @return its frame of reference
    /// @throws Refusal where it says none
    static String space(ImageHeader image) throws IOException {
        return image.dataSet()
                .text(Tag.FRAME_OF_REFERENCE_UID)
                .orElseThrow(() -> new Refusal(BlendingReason.NO_SPACE).withRule("PS3.3 C.7.4.1"));
    }
}
