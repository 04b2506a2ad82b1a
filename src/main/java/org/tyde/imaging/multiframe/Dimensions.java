package org.tyde.imaging.multiframe;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.List;

/// The dimensions of an image and where each frame stands along them (PS3.3 C.7.6.17).
///
/// @param each the dimensions, the one that changes most slowly first
/// @param places for each frame its Dimension Index Values (0020,9157), and what they stand for
/// @param flawed whether the file has dimensions whose values do not fit them; then there are none
public record Dimensions(List<Dimension> each, List<Place> places, boolean flawed) {
    /// No dimensions.
    public static final Dimensions NONE = new Dimensions(List.of(), List.of(), false);

    private static final Dimensions FLAWED = new Dimensions(List.of(), List.of(), true);

    /// Where one frame stands.
    ///
    /// @param index along each dimension, from 1
    /// @param values what stands there, as text or number with a decimal point
    public record Place(List<Integer> index, List<String> values) {}

    /// @param image with or without dimensions
    /// @param groups its functional groups
    /// @param frames how many frames
    /// @return its dimensions
    public static Dimensions of(DataSet image, FunctionalGroups groups, int frames) {
        try {
            var each = Dimension.all(image);
            if (each.isEmpty() || !groups.perFrame()) return NONE;
            var places = new ArrayList<Place>();
            for (int f = 1; f <= frames; f++) {
                int[] index =
                        groups.macro(f, Tag.FRAME_CONTENT_SEQUENCE)
                                .integers(Tag.DIMENSION_INDEX_VALUES);
                if (index.length != each.size()) return FLAWED;
                var indices = new ArrayList<Integer>();
                var values = new ArrayList<String>();
                for (int d = 0; d < index.length; d++) {
                    indices.add(index[d]);
                    values.add(each.get(d).value(groups, f, index[d]));
                }
                places.add(new Place(List.copyOf(indices), List.copyOf(values)));
            }
            return new Dimensions(each, List.copyOf(places), false);
        } catch (Refusal malformed) {
            return FLAWED;
        }
    }
}
