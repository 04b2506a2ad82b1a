package org.tyde.report.template;

import java.util.ArrayList;
import java.util.List;

/// The one form of a sequence of pieces, so that what is read, written and read again is equal: single
/// spaces, none at the ends of lines, at most one blank line, none at the ends.
final class Pieces {
    private static final String SLOT = "\uFFFC";

    private Pieces() {}

    /// @return as one line without spaces at its ends and characters nobody sees
    static String line(String text) {
        return text.replaceAll("[\\p{Zs}\\s]+", " ")
                .replaceAll("[\\p{Cntrl}\uFFFC]", "")
                .replaceAll(" +", " ")
                .strip();
    }

    static List<Piece> tidy(List<Piece> pieces) {
        var slots = new ArrayList<Piece>();
        var all = new StringBuilder();
        for (var piece : pieces) {
            if (piece instanceof Piece.Words(var text)) all.append(text.replace(SLOT, ""));
            else {
                slots.add(piece);
                all.append(SLOT);
            }
        }
        var tidy =
                all.toString()
                        .replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .replaceAll("[\\p{Cntrl}&&[^\n\\t\\f\\x0B]]", "")
                        .replaceAll("[\\p{Zs}\\t\\f\\x0B]+", " ")
                        .replaceAll(" *\n *", "\n")
                        .replaceAll("\n{3,}", "\n\n")
                        .strip();
        var result = new ArrayList<Piece>();
        int next = 0;
        int from = 0;
        for (int at = tidy.indexOf(SLOT); at >= 0; at = tidy.indexOf(SLOT, from)) {
            if (at > from) result.add(new Piece.Words(tidy.substring(from, at)));
            result.add(slots.get(next++));
            from = at + 1;
        }
        if (from < tidy.length()) result.add(new Piece.Words(tidy.substring(from)));
        return List.copyOf(result);
    }
}
