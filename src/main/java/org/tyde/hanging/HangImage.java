package org.tyde.hanging;

import org.tyde.geometry.ImagePlane;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/// What hanging needs to know of one image.
///
/// @param sopInstanceUid SOP Instance UID (0008,0018)
/// @param frames how many, at least 1
/// @param number Instance Number (0020,0013)
/// @param acquired when: of the acquisition, else of the content
/// @param kinds what its Image Type and class say
/// @param projection what a projection's header says
/// @param planes one for each frame where the header has them, else empty
/// @param frameOfReference Frame of Reference UID (0020,0052)
/// @param frameMillis time between frames, where the header says
public record HangImage(
        String sopInstanceUid,
        int frames,
        OptionalInt number,
        Optional<LocalDateTime> acquired,
        Set<Kind> kinds,
        Projection projection,
        List<ImagePlane> planes,
        Optional<String> frameOfReference,
        OptionalDouble frameMillis) {
    /// What an image is, beside its pixels.
    public enum Kind {
        /// Image Type holds LOCALIZER: a scout.
        LOCALIZER,
        /// Image Type's first value is DERIVED.
        DERIVED,
        /// A secondary capture, or a screen shot.
        CAPTURE,
        /// Breast tomosynthesis.
        TOMOSYNTHESIS
    }

    /// @throws IllegalArgumentException when there is not a plane for each frame, or none
    public HangImage {
        kinds = Set.copyOf(kinds);
        planes = List.copyOf(planes);
        if (frames < 1) throw new IllegalArgumentException("an image has frames, not " + frames);
        if (!planes.isEmpty() && planes.size() != frames)
            throw new IllegalArgumentException(planes.size() + " planes, " + frames + " frames");
    }

    /// @return whether it has more than one frame
    public boolean multiFrame() {
        return frames > 1;
    }
}
