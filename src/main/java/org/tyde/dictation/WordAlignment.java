package org.tyde.dictation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The fewest words to change from one text to another (Levenshtein 1966).
final class WordAlignment {
    private WordAlignment() {}

    /// Neighbouring words that became others.
    ///
    /// @param from first word before
    /// @param to one past the last word before; equal to `from` where words were added
    /// @param then the words after, none where words were taken away
    record Change(int from, int to, List<String> then) {
        /// @return how many words were changed: those before, or those added
        int words() {
            return to > from ? to - from : then.size();
        }
    }

    static List<Change> changes(List<String> before, List<String> after) {
        var cost = costs(before, after);
        var changes = new ArrayList<Change>();
        int i = before.size();
        int j = after.size();
        while (i > 0 || j > 0) {
            int to = i;
            int end = j;
            while ((i > 0 || j > 0) && !same(before, after, i, j, cost)) {
                if (i > 0 && j > 0 && cost[i][j] == cost[i - 1][j - 1] + 1) {
                    i--;
                    j--;
                } else if (i > 0 && cost[i][j] == cost[i - 1][j] + 1) i--;
                else j--;
            }
            if (to != i || end != j)
                changes.add(new Change(i, to, List.copyOf(after.subList(j, end))));
            if (i > 0 && j > 0) {
                i--;
                j--;
            }
        }
        Collections.reverse(changes);
        return changes;
    }

    private static boolean same(
            List<String> before, List<String> after, int i, int j, int[][] cost) {
        return i > 0
                && j > 0
                && before.get(i - 1).equals(after.get(j - 1))
                && cost[i][j] == cost[i - 1][j - 1];
    }

    private static int[][] costs(List<String> before, List<String> after) {
        var cost = new int[before.size() + 1][after.size() + 1];
        for (int i = 0; i <= before.size(); i++)
            for (int j = 0; j <= after.size(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = before.get(i - 1).equals(after.get(j - 1)) ? 0 : 1;
                cost[i][j] =
                        Math.min(
                                cost[i - 1][j - 1] + change,
                                1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
            }
        return cost;
    }

    /// @return letters to change from one word to another
    static int distance(String one, String other) {
        var a = List.of(one.split(""));
        var b = List.of(other.split(""));
        return costs(a, b)[a.size()][b.size()];
    }
}
