package org.tyde.imaging;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.imaging.lut.Lut;
import org.tyde.imaging.lut.LutReader;
import org.tyde.imaging.lut.NotApplied;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads what an XA/XRF state says of the masks of one image (PS3.3 C.11.19).
///
/// @param image that the state shows
/// @param state an XA/XRF state
/// @param frames of the image
record XaMaskReader(DataSet image, DataSet state, int frames) {
    /// @return the items of Mask Subtraction Sequence (0028,6100) that are for the image
    List<DataSet> items() throws Refusal {
        var items = new ArrayList<DataSet>();
        for (var item : state.sequence(Tag.MASK_SUBTRACTION_SEQUENCE))
            if (names(item)) items.add(item);
        return items;
    }

    private boolean names(DataSet item) throws Refusal {
        var images = item.sequence(Tag.REFERENCED_IMAGE_SEQUENCE);
        var own = image.textOr(Tag.SOP_INSTANCE_UID, "");
        for (var one : images)
            if (one.textOr(Tag.REFERENCED_SOP_INSTANCE_UID, "").equals(own)) return true;
        return images.isEmpty();
    }

    /// Pixel Intensity Relationship LUT Sequence (0028,9422), beside the items or within them.
    ///
    /// @param said takes what of a table is not used
    /// @return tables to a logarithmic scale by frame; empty where one is to another scale or cannot be read
    Optional<Map<Integer, Lut>> tables(Set<NotApplied> said) throws IOException {
        var stated = new ArrayList<>(state.sequence(Tag.PIXEL_INTENSITY_RELATIONSHIP_LUT_SEQUENCE));
        for (var item : items())
            stated.addAll(item.sequence(Tag.PIXEL_INTENSITY_RELATIONSHIP_LUT_SEQUENCE));
        var tables = new HashMap<Integer, Lut>();
        for (var item : stated) {
            if (!names(item)) continue;
            var lut = LutReader.of(item, false, said);
            if (lut.isEmpty() || !item.textOr(Tag.LUT_FUNCTION, "TO_LOG").equals("TO_LOG"))
                return Optional.empty();
            for (int frame : MaskShiftReader.range(item.integers(Tag.LUT_FRAME_RANGE), frames))
                tables.put(frame, lut.get());
        }
        return Optional.of(tables);
    }
}
