package org.tyde.dictation.words;

import java.util.Locale;
import java.util.Optional;

/// Words in a text: whole words, in any letter case.
public final class TextSearch {
    private TextSearch() {}

    /// A stretch, in `char`s.
    ///
    /// @param from first
    /// @param to one past the last
    public record Place(int from, int to) {}

    /// @param text to be searched
    /// @param words to be found
    /// @param near where to begin: the last place before it is found, else the first after it
    /// @return the place
    public static Optional<Place> find(String text, String words, int near) {
        var all = text.toLowerCase(Locale.ROOT);
        var sought = words.toLowerCase(Locale.ROOT).strip();
        if (sought.isEmpty() || all.length() != text.length()) return Optional.empty();
        Optional<Place> found = Optional.empty();
        for (int at = all.indexOf(sought); at >= 0; at = all.indexOf(sought, at + 1)) {
            int end = at + sought.length();
            if (!isWhole(all, at, end)) continue;
            if (end > near && found.isPresent()) break;
            found = Optional.of(new Place(at, end));
            if (end > near) break;
        }
        return found;
    }

    private static boolean isWhole(String all, int from, int to) {
        boolean before = from > 0 && isLetter(all, from - 1) && isLetter(all, from);
        boolean after = to < all.length() && isLetter(all, to) && isLetter(all, to - 1);
        return !before && !after;
    }

    private static boolean isLetter(String all, int at) {
        return Character.isLetterOrDigit(all.charAt(at));
    }
}
