package org.tyde.evidence.presentation;

import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.geometry.Turn;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.ImageHeader;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How somebody wants an image, and perhaps others of its series, to be shown from now on.
///
/// @param description Content Description (0070,0081), in the person's own words
/// @param creator who made it
/// @param when it was made
/// @param image which
/// @param others that are to be shown likewise ([#shares])
/// @param pipeline from stored values to P-values, inversion included
/// @param subtracted whether the picture is a difference from a mask
/// @param turn rotation and flip
/// @param area displayed
/// @param drawn figures and words by image and frame
/// @param overlays groups 60xx of the image that are seen
/// @param through the state that was on when this was made: its shutters, overlays and annotations are kept
public record NewPresentation(
        String description,
        Optional<PersonName> creator,
        LocalDateTime when,
        ImageHeader image,
        List<ImageHeader> others,
        GrayscalePipeline pipeline,
        boolean subtracted,
        Turn turn,
        DisplayedArea area,
        Map<FrameKey, List<Annotation>> drawn,
        List<Integer> overlays,
        Optional<PresentationState> through) {
    private static final int LABEL = 16;
    private static final int DESCRIPTION = 64;

    /// @param others copied
    /// @param drawn copied
    /// @param overlays copied
    public NewPresentation {
        others = List.copyOf(others);
        drawn = Map.copyOf(drawn);
        overlays = List.copyOf(overlays);
        description = description.strip();
        if (description.length() > DESCRIPTION) description = description.substring(0, DESCRIPTION);
    }

    /// A state has one Modality LUT, one shutter, and here one displayed area for all its images (PS3.3 A.33.1).
    ///
    /// @param image the one on screen
    /// @param other of the same series
    /// @return whether one state can be for both
    public static boolean shares(ImageHeader image, ImageHeader other) {
        boolean alike =
                image.columns() == other.columns()
                        && image.rows() == other.rows()
                        && image.format().photometric().grey()
                                == other.format().photometric().grey()
                        && image.spacing(1).equals(other.spacing(1))
                        && image.aspect() == other.aspect()
                        && !image.dataSet().has(Tag.SHUTTER_SHAPE)
                        && !other.dataSet().has(Tag.SHUTTER_SHAPE);
        if (!alike) return false;
        if (!image.format().photometric().grey()) return true;
        for (int frame = 1; frame <= other.frames(); frame++)
            if (!other.modalityLut(frame).equals(image.modalityLut(1))) return false;
        return true;
    }

    /// A code string may hold capital letters, digits, space and underscore (PS3.5 6.2).
    ///
    /// @return Content Label (0070,0080), of the description
    public String label() {
        var plain =
                java.text.Normalizer.normalize(
                                description
                                        .toUpperCase(Locale.ROOT)
                                        .replace("Æ", "AE")
                                        .replace("Ø", "OE")
                                        .replace("Å", "AA"),
                                java.text.Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .replaceAll("[^A-Z0-9_]+", " ")
                        .strip();
        var label = plain.length() > LABEL ? plain.substring(0, LABEL).strip() : plain;
        return label.isEmpty() ? "PRESENTATION" : label;
    }
}
