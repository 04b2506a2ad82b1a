package org.tyde.imaging.multiframe;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;

import java.util.Optional;
import java.util.OptionalInt;

/// Which part of one image, split over several, an image is (PS3.3 C.7.6.16.1.3).
///
/// @param uid Concatenation UID (0020,9161), the same for all parts
/// @param number In-concatenation Number (0020,9162), from 1
/// @param total In-concatenation Total Number (0020,9163), where the file says
/// @param offset Concatenation Frame Offset Number (0020,9228): how many frames come before the first
public record Concatenation(String uid, int number, OptionalInt total, int offset) {
    /// @param image any
    /// @return which part it is; empty where it is whole
    /// @throws Refusal where it says it is a part, and not which
    public static Optional<Concatenation> of(DataSet image) throws Refusal {
        var uid = image.text(Tag.CONCATENATION_UID);
        if (uid.isEmpty()) return Optional.empty();
        var number = image.integer(Tag.IN_CONCATENATION_NUMBER);
        var offset = image.integer(Tag.CONCATENATION_FRAME_OFFSET_NUMBER);
        if (number.orElse(0) < 1 || offset.orElse(-1) < 0)
            throw new Refusal(MultiframeReason.CONCATENATION)
                    .withPlace(Tag.IN_CONCATENATION_NUMBER.toString())
                    .withRule("PS3.3 C.7.6.16.1.3");
        return Optional.of(
                new Concatenation(
                        uid.get(),
                        number.getAsInt(),
                        image.integer(Tag.IN_CONCATENATION_TOTAL_NUMBER),
                        offset.getAsInt()));
    }
}
