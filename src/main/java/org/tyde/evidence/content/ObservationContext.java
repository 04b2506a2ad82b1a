package org.tyde.evidence.content;

import org.tyde.dicom.Code;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/// Who observed whom in which procedure, as it holds at one item: what is said at the root holds below, and what
/// an item says itself takes the place of what it inherits on the same matter (PS3.3 C.17.5, PS3.16 TID 1001).
///
/// @param items that hold, in the order of the document
public record ObservationContext(List<ContentItem> items) {
    /// What an item of observation context is about. Of the first three all items are replaced together.
    private enum Matter {
        OBSERVER(121005, 121017),
        PROCEDURE(121018, 121023),
        SUBJECT(121024, 121036),
        OTHER(0, -1);

        private final int first;
        private final int last;

        Matter(int first, int last) {
            this.first = first;
            this.last = last;
        }

        static Matter of(ContentItem item) {
            for (var matter : values())
                if (item.concept().filter(matter::holds).isPresent()) return matter;
            return OTHER;
        }

        private boolean holds(Code concept) {
            if (!concept.scheme().equals("DCM") || !concept.value().matches("\\d{6}")) return false;
            int value = Integer.parseInt(concept.value());
            return value >= first && value <= last;
        }
    }

    /// Nothing is said.
    public static final ObservationContext NONE = new ObservationContext(List.of());

    /// Copies the list.
    public ObservationContext {
        items = List.copyOf(items);
    }

    /// @param tree whole
    /// @param position of an item of it
    /// @return what holds there
    public static ObservationContext at(ContentTree tree, List<Integer> position) {
        var context = NONE;
        for (int depth = 1; depth <= position.size(); depth++) {
            var item = tree.at(position.subList(0, depth));
            if (item.isEmpty()) return context;
            context = context.within(item.get());
        }
        return context;
    }

    /// @param item below
    /// @return what holds within it
    public ObservationContext within(ContentItem item) {
        var own = own(item);
        if (own.isEmpty()) return this;
        var matters = EnumSet.noneOf(Matter.class);
        own.forEach(o -> matters.add(Matter.of(o)));
        var holds = new ArrayList<ContentItem>();
        for (var inherited : items) {
            var matter = Matter.of(inherited);
            boolean replaced =
                    matter == Matter.OTHER
                            ? own.stream().anyMatch(o -> sameConcept(o, inherited))
                            : matters.contains(matter);
            if (!replaced) holds.add(inherited);
        }
        holds.addAll(own);
        return new ObservationContext(holds);
    }

    private static boolean sameConcept(ContentItem one, ContentItem other) {
        return one.concept().isPresent() && other.concept().filter(one::is).isPresent();
    }

    /// @param item any
    /// @return what it says itself
    public static List<ContentItem> own(ContentItem item) {
        return item.children().stream()
                .filter(
                        c ->
                                c.relationship()
                                        .filter(Relationship.HAS_OBS_CONTEXT::equals)
                                        .isPresent())
                .toList();
    }
}
