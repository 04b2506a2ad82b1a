package org.tyde.hanging;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// What hanging needs to know of one series.
///
/// @param uid Series Instance UID (0020,000E)
/// @param number Series Number (0020,0011)
/// @param modality Modality (0008,0060)
/// @param description Series Description (0008,103E), empty when not said
/// @param kernel Convolution Kernel (0018,1210), empty when not said
/// @param images in any order; empty when the series holds none
public record HangSeries(
        String uid,
        OptionalInt number,
        String modality,
        String description,
        String kernel,
        List<HangImage> images) {
    /// Modalities of objects that are no pictures of a patient, even where they have rows and columns.
    private static final Set<String> NO_PICTURES =
            Set.of(
                    "SR",
                    "PR",
                    "KO",
                    "SEG",
                    "RTSTRUCT",
                    "RTPLAN",
                    "RTDOSE",
                    "RTRECORD",
                    "REG",
                    "DOC",
                    "AU",
                    "ECG",
                    "PLAN");

    private static final Set<String> PROJECTIONS =
            Set.of("MG", "DX", "CR", "RG", "DR", "IO", "PX", "XA", "RF");

    /// Copies the images.
    public HangSeries {
        images = List.copyOf(images);
    }

    /// @return its images; of an image that is split over several only the first part that is here
    public List<HangImage> pictures() {
        return Concatenations.firsts(images);
    }

    /// @param kind of image
    /// @return whether all its images are of that kind
    public boolean all(HangImage.Kind kind) {
        return images.stream().allMatch(i -> i.kinds().contains(kind));
    }

    /// @return whether it holds pictures of a patient, which may hang
    public boolean hasPictures() {
        return !images.isEmpty() && !NO_PICTURES.contains(modality);
    }

    /// @return whether it is a stack of sections: several images of one frame each, with positions
    public boolean sections() {
        return images.size() > 1
                && !PROJECTIONS.contains(modality)
                && images.stream().allMatch(i -> i.frames() == 1)
                && images.stream().anyMatch(i -> !i.planes().isEmpty());
    }
}
