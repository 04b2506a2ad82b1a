package org.tyde.evidence.presentation;

import org.tyde.dicom.PersonName;
import org.tyde.geometry.Turn;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.ImageHeader;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How somebody wants one grey image to be shown from now on.
///
/// @param description Content Description (0070,0081), in the person's own words
/// @param creator who made it
/// @param when it was made
/// @param image which
/// @param pipeline from stored values to P-values, inversion included
/// @param turn rotation and flip
/// @param area displayed
/// @param drawn figures and words by frame, 1-based
/// @param overlays groups 60xx of the image that are seen
/// @param through the state that was on when this was made: its shutters, overlays and annotations are kept
public record NewPresentation(
        String description,
        Optional<PersonName> creator,
        LocalDateTime when,
        ImageHeader image,
        GrayscalePipeline pipeline,
        Turn turn,
        DisplayedArea area,
        Map<Integer, List<Annotation>> drawn,
        List<Integer> overlays,
        Optional<PresentationState> through) {
    private static final int LABEL = 16;
    private static final int DESCRIPTION = 64;

    /// @param drawn copied
    /// @param overlays copied
    public NewPresentation {
        drawn = Map.copyOf(drawn);
        overlays = List.copyOf(overlays);
        description = description.strip();
        if (description.length() > DESCRIPTION) description = description.substring(0, DESCRIPTION);
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
