package org.tyde.report.documents;

import org.tyde.report.documents.DocumentText.Part;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What differs between two reports, heading by heading.
///
/// @param parts headings that both have, in the order of the later report, then those that only one has
public record DocumentDifference(List<Section> parts) {
    /// What differs under one heading.
    ///
    /// @param heading of both, or of the one that has it
    /// @param pieces both texts
    public record Section(String heading, List<TextDifference.Piece> pieces) {
        /// Copies the pieces.
        public Section {
            pieces = List.copyOf(pieces);
        }

        /// @return whether both say the same here
        public boolean same() {
            return TextDifference.same(pieces);
        }
    }

    /// Copies the parts.
    public DocumentDifference {
        parts = List.copyOf(parts);
    }

    /// @param before the earlier report
    /// @param after the later report
    /// @return what differs
    public static DocumentDifference of(DocumentText before, DocumentText after) {
        var both = new ArrayList<Section>();
        var one = new ArrayList<Section>();
        for (var part : before.parts())
            if (named(after, part.heading()).isEmpty())
                one.add(section(part.heading(), part.text(), ""));
        for (var part : after.parts())
            named(before, part.heading())
                    .ifPresentOrElse(
                            e -> both.add(section(part.heading(), e.text(), part.text())),
                            () -> one.add(section(part.heading(), "", part.text())));
        both.addAll(one);
        return new DocumentDifference(both);
    }

    private static Section section(String heading, String before, String after) {
        return new Section(heading, TextDifference.of(before, after));
    }

    private static Optional<Part> named(DocumentText text, String heading) {
        return text.parts().stream().filter(p -> p.heading().equals(heading)).findFirst();
    }

    /// @return how many headings say something else
    public long changed() {
        return parts.stream().filter(p -> !p.same()).count();
    }
}
