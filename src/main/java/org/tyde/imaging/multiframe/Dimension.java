package org.tyde.imaging.multiframe;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Dictionary;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;

import java.util.List;
import java.util.Set;

/// One of the ways in which the frames of an image follow each other (PS3.3 C.7.6.17).
///
/// @param name Dimension Description Label (0020,9421), else the name of the attribute pointed at
/// @param pointer Dimension Index Pointer (0020,9165)
/// @param group Functional Group Pointer (0020,9167), the pointer itself where there is none
public record Dimension(String name, Tag pointer, Tag group) {
    private static final Set<Tag> PLACES =
            Set.of(
                    Tag.STACK_ID,
                    Tag.IN_STACK_POSITION_NUMBER,
                    Tag.IMAGE_POSITION_PATIENT,
                    Tag.IMAGE_ORIENTATION_PATIENT,
                    Tag.IMAGE_POSITION_VOLUME,
                    Tag.SLICE_LOCATION,
                    Tag.PLANE_POSITION_SEQUENCE,
                    Tag.PLANE_ORIENTATION_SEQUENCE);

    static Dimension of(DataSet item) throws Refusal {
        var pointers = item.tags(Tag.DIMENSION_INDEX_POINTER);
        var pointer = pointers.isEmpty() ? Tag.DIMENSION_INDEX_VALUES : pointers.getFirst();
        var groups = item.tags(Tag.FUNCTIONAL_GROUP_POINTER);
        var label = item.textOr(Tag.DIMENSION_DESCRIPTION_LABEL, "");
        var name =
                label.isBlank()
                        ? Dictionary.standard()
                                .entry(pointer)
                                .map(Dictionary.Entry::name)
                                .orElse(pointer.toString())
                        : words(label.strip());
        return new Dimension(name, pointer, groups.isEmpty() ? pointer : groups.getFirst());
    }

    /// A label that is a keyword is written as the attribute's name.
    private static String words(String label) {
        return Dictionary.standard().entry(label).map(Dictionary.Entry::name).orElse(label);
    }

    /// @return whether it says where a frame lies, which its plane says better
    public boolean spatial() {
        return PLACES.contains(pointer);
    }

    /// What the attribute holds for a frame.
    ///
    /// @param groups of the image
    /// @param frame 1-based
    /// @param index its place along the dimension, which stands in where the value is no short text or number
    String value(FunctionalGroups groups, int frame, int index) {
        try {
            var item = groups.stated(frame, group);
            if (item.isEmpty() || !item.get().has(pointer)) return "" + index;
            var texts = item.get().texts(pointer);
            return texts.size() == 1 ? texts.getFirst() : "" + index;
        } catch (Refusal notText) {
            return number(groups, frame, index);
        }
    }

    private String number(FunctionalGroups groups, int frame, int index) {
        try {
            var numbers = groups.macro(frame, group).decimals(pointer);
            if (numbers.length != 1 || !Double.isFinite(numbers[0])) return "" + index;
            var plain = new java.math.BigDecimal(Double.toString(numbers[0]));
            return plain.setScale(3, java.math.RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString();
        } catch (Refusal noNumber) {
            return "" + index;
        }
    }

    static List<Dimension> all(DataSet image) throws Refusal {
        var all = new java.util.ArrayList<Dimension>();
        for (var item : image.sequence(Tag.DIMENSION_INDEX_SEQUENCE)) all.add(of(item));
        return List.copyOf(all);
    }
}
