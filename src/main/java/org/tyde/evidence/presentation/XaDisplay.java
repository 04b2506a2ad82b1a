package org.tyde.evidence.presentation;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;

import java.util.Optional;

/// How an XA/XRF state wants one frame to be displayed: an item of Frame Display Sequence (0008,9458) (PS3.3 C.11.21).
final class XaDisplay {
    private final Optional<DataSet> item;

    /// @param state an XA/XRF state
    /// @param image that it shows
    /// @param frame 1-based
    XaDisplay(DataSet state, DataSet image, int frame) throws DicomFormatException {
        item = item(state, image.textOr(Tag.SOP_INSTANCE_UID, ""), frame);
    }

    private static Optional<DataSet> item(DataSet state, String sop, int frame)
            throws DicomFormatException {
        for (var set : state.sequence(Tag.MULTI_FRAME_PRESENTATION_SEQUENCE)) {
            var images = set.sequence(Tag.REFERENCED_IMAGE_SEQUENCE);
            boolean named = images.isEmpty();
            for (var one : images)
                named |= one.textOr(Tag.REFERENCED_SOP_INSTANCE_UID, "").equals(sop);
            if (!named) continue;
            for (var range : set.sequence(Tag.FRAME_DISPLAY_SEQUENCE))
                if (frame >= range.integer(Tag.START_TRIM).orElse(1)
                        && frame <= range.integer(Tag.STOP_TRIM).orElse(Integer.MAX_VALUE))
                    return Optional.of(range);
        }
        return Optional.empty();
    }

    /// Recommended Viewing Mode (0028,1090) NAT of the frame goes before the masks of the state (PS3.17 FFF.2.3.2).
    boolean unsubtracted() throws DicomFormatException {
        return item.isPresent()
                && item.get().textOr(Tag.RECOMMENDED_VIEWING_MODE, "").equals("NAT");
    }

    /// Whether Mask Visibility Percentage (0028,9478) leaves something of the mask.
    boolean maskSeen() throws DicomFormatException {
        return item.isPresent() && item.get().decimal(Tag.MASK_VISIBILITY_PERCENTAGE).orElse(0) > 0;
    }

    /// Whether Display Filter Percentage (0028,9411) asks for edge enhancement.
    boolean enhanced() throws DicomFormatException {
        return item.isPresent() && item.get().decimal(Tag.DISPLAY_FILTER_PERCENTAGE).orElse(0) > 0;
    }
}
