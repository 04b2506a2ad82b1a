package org.tyde.evidence.document;

import java.util.List;
import java.util.Optional;

/// One line of a document.
///
/// @param position of the content item it comes from (1-based, the root is `1`)
/// @param depth 0 for the top; a line belongs to the nearest line above that is less deep
/// @param kind how it is read
/// @param label what it tells of, possibly empty
/// @param text what it says; of a number without its unit
/// @param unit of a number, as people write it
/// @param remark what qualifies it, possibly empty
/// @param cells of a line of a table; else none
/// @param link where it leads
public record DocumentLine(
        List<Integer> position,
        int depth,
        Kind kind,
        String label,
        String text,
        String unit,
        String remark,
        List<String> cells,
        Optional<DocumentLink> link) {
    /// How a line is read.
    public enum Kind {
        /// A heading over what follows deeper.
        HEADING,
        /// Words.
        TEXT,
        /// What is told of, and what is said of it.
        FACT,
        /// A number with its unit.
        NUMBER,
        /// Leads to an image or another object.
        LINK,
        /// A line of a table.
        ROW,
        /// Circumstances: who observed, in which procedure.
        ABOUT,
        /// A sentence that something is wrong here.
        FLAW
    }

    /// Copies the lists.
    public DocumentLine {
        position = List.copyOf(position);
        cells = List.copyOf(cells);
    }

    /// @return the line as plain text, without its depth
    public String plain() {
        var said = new StringBuilder(label);
        if (!label.isEmpty() && !(text.isEmpty() && cells.isEmpty())) said.append(": ");
        said.append(text);
        if (!unit.isEmpty()) said.append(' ').append(unit);
        if (!cells.isEmpty()) said.append(String.join(" | ", cells));
        if (!remark.isEmpty()) said.append(" (").append(remark).append(')');
        return said.toString();
    }
}
