package org.tyde.imaging;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.geometry.PixelPolygon;
import org.tyde.imaging.multiframe.FunctionalGroups;
import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads how far the mask of one item of Mask Subtraction Sequence (0028,6100) is moved: for all frames alike, for each
/// frame by a functional group of the image (PS3.3 C.7.6.16.2.14), or for ranges of frames and regions by an XA/XRF state
/// (PS3.3 C.11.19.1.2).
final class MaskShiftReader {
    private final int frames;
    private final Optional<FunctionalGroups> groups;

    /// @param frames how many the image has
    /// @param groups of the image; empty where the item is of a presentation state, which stands for those of the image
    MaskShiftReader(int frames, Optional<FunctionalGroups> groups) {
        this.frames = frames;
        this.groups = groups;
    }

    /// Of frames that are moved otherwise than the item says.
    ///
    /// @param own of the item
    /// @param byFrame of single frames, from 1
    record Shifts(MaskShift own, Map<Integer, MaskShift> byFrame) {
        Shifts {
            byFrame = Map.copyOf(byFrame);
        }

        MaskShift at(int frame) {
            return byFrame.getOrDefault(frame, own);
        }
    }

    /// @return empty where the shifts cannot be told
    Optional<Shifts> of(DataSet item) throws Refusal {
        var own = pair(item).orElse(MaskShift.NONE);
        var byFrame = new HashMap<Integer, MaskShift>();
        if (item.has(Tag.PIXEL_SHIFT_SEQUENCE)) {
            for (var range : item.sequence(Tag.PIXEL_SHIFT_SEQUENCE)) {
                var shift = regions(range);
                if (shift.isEmpty()) return Optional.empty();
                for (int frame : frames(range)) byFrame.put(frame, shift.get());
            }
            return Optional.of(new Shifts(own, byFrame));
        }
        if (groups.isEmpty()) return Optional.of(new Shifts(own, Map.of()));
        var id = item.integer(Tag.SUBTRACTION_ITEM_ID);
        for (int frame = 1; frame <= frames; frame++) {
            var stated = groups.get().items(frame, Tag.FRAME_PIXEL_SHIFT_SEQUENCE);
            // which of the shifts are of this item nobody says
            if (!stated.isEmpty() && id.isEmpty()) return Optional.empty();
            for (var one : stated)
                if (one.integer(Tag.SUBTRACTION_ITEM_ID).equals(id)) {
                    var shift = pair(one);
                    if (shift.isEmpty()) return Optional.empty();
                    byFrame.put(frame, shift.get());
                }
        }
        return Optional.of(new Shifts(own, byFrame));
    }

    private static Optional<MaskShift> pair(DataSet item) throws Refusal {
        var both = item.decimals(Tag.MASK_SUB_PIXEL_SHIFT);
        return both.length == 2 ? Optional.of(MaskShift.by(both[0], both[1])) : Optional.empty();
    }

    private List<Integer> frames(DataSet range) throws Refusal {
        return range(range.integers(Tag.PIXEL_SHIFT_FRAME_RANGE), frames);
    }

    /// @param ends first and last frame of each range; none: all frames
    /// @return the frames within
    static List<Integer> range(int[] ends, int frames) {
        var within = new ArrayList<Integer>();
        for (int frame = 1; frame <= frames; frame++) {
            boolean in = ends.length == 0;
            for (int i = 0; i + 1 < ends.length; i += 2)
                in |= frame >= ends[i] && frame <= ends[i + 1];
            if (in) within.add(frame);
        }
        return within;
    }

    private static Optional<MaskShift> regions(DataSet range) throws Refusal {
        var parts = new ArrayList<MaskShift.Part>();
        for (var item : range.sequence(Tag.REGION_PIXEL_SHIFT_SEQUENCE)) {
            var both = item.decimals(Tag.MASK_SUB_PIXEL_SHIFT);
            int[] vertices = item.integers(Tag.VERTICES_OF_THE_REGION);
            boolean none = vertices.length == 0;
            if (both.length != 2 || !none && (vertices.length < 6 || vertices.length % 2 != 0))
                return Optional.empty();
            parts.add(
                    new MaskShift.Part(
                            both[0],
                            both[1],
                            none ? Optional.empty() : Optional.of(polygon(vertices))));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new MaskShift(parts));
    }

    /// Row, column, row, column..., from 1.
    private static PixelPolygon polygon(int... vertices) {
        var columns = new ArrayList<Integer>();
        var rows = new ArrayList<Integer>();
        for (int i = 0; i < vertices.length; i += 2) {
            rows.add(vertices[i] - 1);
            columns.add(vertices[i + 1] - 1);
        }
        return new PixelPolygon(columns, rows);
    }
}
