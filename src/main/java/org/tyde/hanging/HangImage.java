package org.tyde.hanging;

import org.tyde.geometry.ImagePlane;
import org.tyde.imaging.multiframe.Concatenation;
import org.tyde.imaging.multiframe.Dimensions;
import org.tyde.imaging.multiframe.Playback;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
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
/// @param planes for each frame where it lies, as far as the header says; empty where it says none
/// @param frameOfReference Frame of Reference UID (0020,0052)
/// @param playback how its frames play, where the header says
/// @param dimensions along which its frames stand
/// @param concatenation which part of a larger image it is
public record HangImage(
        String sopInstanceUid,
        int frames,
        OptionalInt number,
        Optional<LocalDateTime> acquired,
        Set<Kind> kinds,
        Projection projection,
        List<Optional<ImagePlane>> planes,
        Optional<String> frameOfReference,
        Optional<Playback> playback,
        Dimensions dimensions,
        Optional<Concatenation> concatenation) {
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
