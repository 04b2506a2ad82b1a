package org.tyde.report.template;

import org.tyde.refusal.Refusal;
import org.tyde.report.Field;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a field stands in text written in [Notation].
///
/// @param start of its opening bracket, in `char`s
/// @param end behind its closing bracket
/// @param slot the field; empty while it cannot be read
public record FieldSpot(int start, int end, Optional<Piece.Slot> slot) {
    /// @param text of a section
    /// @param known fields of the template as it was, as for [Notation#template]
    /// @return its fields in order, also those that cannot be read; what is not closed is none
    public static List<FieldSpot> of(String text, List<Field> known) {
        var spots = new ArrayList<FieldSpot>();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\') i++;
            else if (text.charAt(i) == '[') {
                int end = close(text, i);
                if (end < 0) continue;
                spots.add(new FieldSpot(i, end, slot(text.substring(i, end), known)));
                i = end - 1;
            }
        }
        return List.copyOf(spots);
    }

    private static int close(String text, int from) {
        for (int i = from + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') i++;
            else if (c == ']') return i + 1;
            else if (c == '[' || c == '\n') return -1;
        }
        return -1;
    }

    private static Optional<Piece.Slot> slot(String written, List<Field> known) {
        try {
            return Notation.template(written, known).stream()
                    .filter(Piece.Slot.class::isInstance)
                    .map(Piece.Slot.class::cast)
                    .findFirst();
        } catch (Refusal unreadable) {
            return Optional.empty();
        }
    }

    /// @param caret in the text
    /// @return whether it stands in the brackets, or at either of them
    public boolean touches(int caret) {
        return caret >= start && caret <= end;
    }
}
