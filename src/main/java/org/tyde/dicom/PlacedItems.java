package org.tyde.dicom;

import org.jspecify.annotations.Nullable;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;

/// The items of a sequence, each knowing where it lies, so that what is said of its values names the
/// whole path. An item is placed when it is asked for.
final class PlacedItems extends AbstractList<DataSet> implements RandomAccess {
    /// An item's place: a chain from the innermost outwards.
    ///
    /// @param around the item the sequence is in, null at the top
    /// @param sequence tag
    /// @param number from 1
    record Place(@Nullable Place around, Tag sequence, int number) {
        static TagPath path(@Nullable Place within, Tag tag) {
            var items = new ArrayList<TagPath.Item>();
            for (var place = within; place != null; place = place.around)
                items.addFirst(new TagPath.Item(place.sequence, place.number));
            return new TagPath(items, tag);
        }
    }

    private final List<DataSet> items;
    private final @Nullable Place around;
    private final Tag sequence;

    PlacedItems(List<DataSet> items, @Nullable Place around, Tag sequence) {
        this.items = items;
        this.around = around;
        this.sequence = sequence;
    }

    @Override
    public DataSet get(int i) {
        return items.get(i).within(new Place(around, sequence, i + 1));
    }

    @Override
    public int size() {
        return items.size();
    }
}
