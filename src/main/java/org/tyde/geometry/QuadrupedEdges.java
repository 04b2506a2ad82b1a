package org.tyde.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The edges of a picture of an animal on four legs: Patient Orientation (0020,0020) where Anatomical
/// Orientation Type (0010,2210) is QUADRUPED (PS3.3 C.7.6.1.1.1). Its terms have no fixed axes, so they are
/// turned as they stand.
public final class QuadrupedEdges {
    /// What a file does not say and its words do not settle.
    public static final String UNKNOWN = "?";

    /// Each term and what lies the other way. Dorsal is opposite to ventral, palmar and plantar, and
    /// caudal to cranial and rostral: from dorsal or caudal alone the other edge cannot be told.
    private static final Map<String, String> OPPOSITES =
            Map.ofEntries(
                    Map.entry("LE", "RT"),
                    Map.entry("RT", "LE"),
                    Map.entry("D", UNKNOWN),
                    Map.entry("V", "D"),
                    Map.entry("CR", "CD"),
                    Map.entry("CD", UNKNOWN),
                    Map.entry("R", "CD"),
                    Map.entry("M", "L"),
                    Map.entry("L", "M"),
                    Map.entry("PR", "DI"),
                    Map.entry("DI", "PR"),
                    Map.entry("PA", "D"),
                    Map.entry("PL", "D"));

    private static final List<String> LONGEST_FIRST =
            OPPOSITES.keySet().stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList();

    private QuadrupedEdges() {}

    /// @param row the first value of Patient Orientation: where the row runs
    /// @param column the second value: where the column runs
    /// @param turn how the image stands on the screen
    /// @return left, top, right, bottom; [#UNKNOWN] where not known
    public static List<String> of(String row, String column, Turn turn) {
        var right = along(turn.xx(), row, turn.xy(), column, false);
        var left = along(turn.xx(), row, turn.xy(), column, true);
        var bottom = along(turn.yx(), row, turn.yy(), column, false);
        var top = along(turn.yx(), row, turn.yy(), column, true);
        return List.of(left, top, right, bottom);
    }

    private static String along(
            int perColumn, String row, int perRow, String column, boolean back) {
        int way = perColumn != 0 ? perColumn : perRow;
        var terms = terms((perColumn != 0 ? row : column).strip());
        if (terms.isEmpty()) return UNKNOWN;
        return way > 0 == !back ? String.join("", terms) : opposite(terms);
    }

    private static String opposite(List<String> terms) {
        var back = terms.stream().map(t -> OPPOSITES.getOrDefault(t, UNKNOWN)).toList();
        return back.contains(UNKNOWN) ? UNKNOWN : String.join("", back);
    }

    /// One to three terms; none where the value holds anything else.
    private static List<String> terms(String value) {
        var terms = new ArrayList<String>();
        int at = 0;
        while (at < value.length()) {
            int from = at;
            var term = LONGEST_FIRST.stream().filter(t -> value.startsWith(t, from)).findFirst();
            if (term.isEmpty() || terms.contains(term.get())) return List.of();
            terms.add(term.get());
            at += term.get().length();
        }
        boolean contradicts =
                terms.stream().anyMatch(t -> terms.contains(OPPOSITES.getOrDefault(t, UNKNOWN)));
        return terms.size() > 3 || contradicts ? List.of() : terms;
    }
}
