package org.tyde.evidence.content;

import org.tyde.dicom.Code;
import org.tyde.dicom.DateTime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// One item of a content tree (PS3.3 C.17.3).
///
/// @param position 1-based place at each level, the root is `1`
/// @param relationship to the item above; empty for the root and where it is not understood
/// @param concept what it tells of; a concept without code keeps its meaning
/// @param value what it says
/// @param observed Observation DateTime (0040,A032), where it has its own
/// @param template resource and identifier, such as `DCMR 1500`
/// @param children in order
/// @param flaws what is wrong with it, each a sentence with place and rule
public record ContentItem(
        List<Integer> position,
        Optional<Relationship> relationship,
        Optional<Code> concept,
        ContentValue value,
        Optional<DateTime> observed,
        Optional<String> template,
        List<ContentItem> children,
        List<Flaw> flaws) {
    /// Copies the lists.
    public ContentItem {
        position = List.copyOf(position);
        children = List.copyOf(children);
        flaws = List.copyOf(flaws);
    }

    /// @param code of a concept
    /// @return whether the item tells of it
    public boolean is(Code code) {
        return concept.filter(code::same).isPresent();
    }

    /// @return whether it tells of circumstances, not of what was found
    public boolean isContext() {
        return relationship.filter(Relationship::isContext).isPresent();
    }

    /// @return the place as people write it, such as `1.2.4`
    public String place() {
        return place(position);
    }

    static String place(List<Integer> position) {
        return position.stream().map(String::valueOf).collect(Collectors.joining("."));
    }

    /// @param code of a concept
    /// @return the first child that tells of it
    public Optional<ContentItem> child(Code code) {
        return children.stream().filter(c -> c.is(code)).findFirst();
    }

    ContentItem with(List<ContentItem> below) {
        return new ContentItem(
                position, relationship, concept, value, observed, template, below, flaws);
    }

    ContentItem with(Flaw flaw) {
        var all = new ArrayList<>(flaws);
        all.add(flaw);
        return new ContentItem(
                position, relationship, concept, value, observed, template, children, all);
    }
}
