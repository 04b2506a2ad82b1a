package org.tyde.evidence.content;

import org.tyde.dicom.DataSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The content of a document (PS3.3 C.17.3).
///
/// @param root the document's own item, its title the concept
public record ContentTree(ContentItem root) {
    /// @param document any object with a content tree; one without is a root that says so
    /// @return its content; what is wrong with it stands at the items
    public static ContentTree of(DataSet document) {
        return new ContentTree(Pointers.checked(new ContentReader().read(document)));
    }

    /// @param position 1-based place at each level, the root is `1`
    /// @return the item there
    public Optional<ContentItem> at(List<Integer> position) {
        if (position.isEmpty() || position.getFirst() != 1) return Optional.empty();
        var item = root;
        for (int place : position.subList(1, position.size())) {
            if (place < 1 || place > item.children().size()) return Optional.empty();
            item = item.children().get(place - 1);
        }
        return Optional.of(item);
    }

    /// @return all items, each before those below it
    public List<ContentItem> items() {
        var items = new ArrayList<ContentItem>();
        collect(root, items);
        return items;
    }

    private static void collect(ContentItem item, List<ContentItem> into) {
        into.add(item);
        for (var child : item.children()) collect(child, into);
    }

    /// @return all that is wrong, in the order of the document
    public List<Flaw> flaws() {
        return items().stream().flatMap(i -> i.flaws().stream()).toList();
    }
}
