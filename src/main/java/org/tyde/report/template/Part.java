package org.tyde.report.template;

import org.tyde.report.Section;

import java.util.List;
import java.util.stream.Stream;

/// What a template puts into one section.
///
/// @param section an editable one
/// @param pieces in order; spaces and lines are put into one form
public record Part(Section section, List<Piece> pieces) {
    /// @throws IllegalArgumentException for a section of the referral, or an autotext in a template
    public Part {
        if (!section.editable()) throw new IllegalArgumentException(section + " is read-only");
        if (pieces.stream().anyMatch(Piece.Nested.class::isInstance))
            throw new IllegalArgumentException("an autotext in a template");
        pieces = Pieces.tidy(pieces);
    }

    /// @return its fields, in order
    public Stream<Piece.Slot> slots() {
        return pieces.stream().filter(Piece.Slot.class::isInstance).map(Piece.Slot.class::cast);
    }
}
