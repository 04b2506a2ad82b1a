package org.tyde.dictation.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Words that change the meaning of a report when they are changed: sides and denials. No rule, no
/// replacement and no learned word may touch them.
public final class Guarded {
    private static final Map<String, String> SIDES =
            Map.of(
                    "høyre",
                    "R",
                    "right",
                    "R",
                    "venstre",
                    "L",
                    "left",
                    "L",
                    "bilateral",
                    "B",
                    "begge",
                    "B",
                    "both",
                    "B");
    private static final Set<String> DENIALS =
            Set.of(
                    "ingen",
                    "ikke",
                    "intet",
                    "aldri",
                    "uten",
                    "no",
                    "not",
                    "none",
                    "never",
                    "without",
                    "ingenting",
                    "hverken",
                    "verken",
                    "neither",
                    "nor",
                    "negativ",
                    "negativt",
                    "negative",
                    "positiv",
                    "positivt",
                    "positive");

    private Guarded() {}

    /// @param text any
    /// @return the sides in it, in order: R, L or B
    public static List<String> sides(String text) {
        var found = new ArrayList<String>();
        for (var word : words(text))
            for (var side : SIDES.entrySet())
                if (word.startsWith(side.getKey())) found.add(side.getValue());
        return found;
    }

    /// @param text any
    /// @return the words of denial in it, in order
    public static List<String> denials(String text) {
        return words(text).stream().filter(DENIALS::contains).toList();
    }

    /// @param text any
    /// @return whether a change of it would change what the report says of side, denial or number
    public static boolean guards(String text) {
        return !sides(text).isEmpty()
                || !denials(text).isEmpty()
                || text.chars().anyMatch(Character::isDigit);
    }

    private static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
    }
}
