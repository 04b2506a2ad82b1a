package org.tyde.report.documents;

import org.tyde.report.documents.DocumentText.Part;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What differs between two reports, heading by heading.
///
/// @param parts in the order of the later report; headings that only the earlier one has stand where they stood
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
        var parts = new ArrayList<Section>();
        var left = new ArrayList<>(before.parts());
        for (var part : after.parts()) {
            var earlier = named(before, part.heading());
            earlier.ifPresent(
                    e -> {
                        while (!left.isEmpty() && left.contains(e) && !left.getFirst().equals(e)) {
                            if (named(after, left.getFirst().heading()).isPresent()) break;
                            parts.add(section(left.removeFirst(), ""));
                        }
                        left.remove(e);
                    });
            parts.add(
                    new Section(
                            part.heading(),
                            TextDifference.of(earlier.map(Part::text).orElse(""), part.text())));
        }
        for (var part : left) parts.add(section(part, ""));
        return new DocumentDifference(parts);
    }

    private static Section section(Part before, String after) {
        return new Section(before.heading(), TextDifference.of(before.text(), after));
    }

    private static Optional<Part> named(DocumentText text, String heading) {
        return text.parts().stream().filter(p -> p.heading().equals(heading)).findFirst();
    }

    /// @return how many headings say something else
    public long changed() {
        return parts.stream().filter(p -> !p.same()).count();
    }
}
