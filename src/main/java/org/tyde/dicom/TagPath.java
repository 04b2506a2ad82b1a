package org.tyde.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The path to an element within items of sequences, as `(0040,A730)[2].(0040,A168)`.
///
/// @param items the items to go through, outermost first
/// @param tag the element in the last of them
public record TagPath(List<Item> items, Tag tag) implements Address {
    /// One item of a sequence.
    ///
    /// @param sequence the sequence's tag
    /// @param number from 1, as PS3.5 7.5 numbers items
    public record Item(Tag sequence, int number) {
        /// @throws IllegalArgumentException for a number below 1
        public Item {
            if (number < 1) throw new IllegalArgumentException("items count from 1, not " + number);
        }

        /// @return `(0040,A730)[2]`
        @Override
        public String toString() {
            return sequence + "[" + number + "]";
        }
    }

    /// @param items copied
    /// @param tag the element
    public TagPath {
        items = List.copyOf(items);
    }

    /// @param tag at the data set's own level
    /// @return its path
    public static TagPath of(Tag tag) {
        return new TagPath(List.of(), tag);
    }

    /// Reads what [#toString()] writes, and keywords for tags: `ContentSequence[2].ConceptCodeSequence`.
    /// A step without a number goes through the first item.
    ///
    /// @param text steps separated by `.`
    /// @return the path
    /// @throws IllegalArgumentException where a step is neither a tag nor a keyword of PS3.6, or its
    ///     number is none
    public static TagPath parse(String text) {
        var steps = text.split("\\.", -1);
        var items = new ArrayList<Item>();
        for (int i = 0; i < steps.length - 1; i++) {
            var step = steps[i];
            int bracket = step.indexOf('[');
            if (bracket < 0) {
                items.add(new Item(tag(step), 1));
                continue;
            }
            if (!step.matches("[^\\[]+\\[[0-9]{1,9}]"))
                throw new IllegalArgumentException("not a step of a tag path: " + step);
            int number = Integer.parseInt(step, bracket + 1, step.length() - 1, 10);
            items.add(new Item(tag(step.substring(0, bracket)), number));
        }
        return new TagPath(items, tag(steps[steps.length - 1]));
    }

    private static Tag tag(String step) {
        return Dictionary.standard()
                .entry(step)
                .map(Dictionary.Entry::tag)
                .orElseGet(() -> Tag.parse(step));
    }

    /// @param number of one of its items, from 1
    /// @param inner an element of that item
    /// @return the path from here through that item
    public TagPath item(int number, Tag inner) {
        var longer = new ArrayList<>(items);
        longer.add(new Item(tag, number));
        return new TagPath(longer, inner);
    }

    /// @return such as `(0040,A730)[2].(0040,A168)`
    @Override
    public String toString() {
        return items.stream().map(item -> item + ".").collect(Collectors.joining()) + tag;
    }
}
