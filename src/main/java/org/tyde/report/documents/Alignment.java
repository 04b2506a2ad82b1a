package org.tyde.report.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The longest common subsequence of two lists (Hunt and Szymanski's problem, by the table of all lengths).
/// What is common at both ends is taken first; beyond four million cells the rest is taken as wholly different,
/// which is true of it and only not the shortest way to say so.
final class Alignment {
    private static final long MOST_CELLS = 4_000_000;

    private Alignment() {}

    /// One element of either list, or of both.
    ///
    /// @param before of the first list
    /// @param after of the second
    record Step(Optional<String> before, Optional<String> after) {
        static Step both(String before, String after) {
            return new Step(Optional.of(before), Optional.of(after));
        }

        static Step removed(String before) {
            return new Step(Optional.of(before), Optional.empty());
        }

        static Step added(String after) {
            return new Step(Optional.empty(), Optional.of(after));
        }
    }

    static List<Step> of(List<String> before, List<String> after, UnaryOperator<String> key) {
        var one = before.stream().map(key).toList();
        var other = after.stream().map(key).toList();
        int least = Math.min(one.size(), other.size());
        int front = 0;
        while (front < least && one.get(front).equals(other.get(front))) front++;
        int back = 0;
        while (back < least - front
                && one.get(one.size() - 1 - back).equals(other.get(other.size() - 1 - back)))
            back++;
        var steps = new ArrayList<Step>();
        for (int i = 0; i < front; i++) steps.add(Step.both(before.get(i), after.get(i)));
        middle(
                before.subList(front, before.size() - back),
                after.subList(front, after.size() - back),
                one.subList(front, one.size() - back),
                other.subList(front, other.size() - back),
                steps);
        for (int i = back; i > 0; i--)
            steps.add(Step.both(before.get(before.size() - i), after.get(after.size() - i)));
        return steps;
    }

    private static void middle(
            List<String> before,
            List<String> after,
            List<String> one,
            List<String> other,
            List<Step> steps) {
        int rows = one.size();
        int columns = other.size();
        boolean aligned = (long) rows * columns <= MOST_CELLS;
        var lengths = aligned ? lengths(one, other) : new int[0][0];
        int i = 0;
        int j = 0;
        while (aligned && i < rows && j < columns) {
            if (one.get(i).equals(other.get(j)))
                steps.add(Step.both(before.get(i++), after.get(j++)));
            else if (lengths[i + 1][j] >= lengths[i][j + 1])
                steps.add(Step.removed(before.get(i++)));
            else steps.add(Step.added(after.get(j++)));
        }
        while (i < rows) steps.add(Step.removed(before.get(i++)));
        while (j < columns) steps.add(Step.added(after.get(j++)));
    }

    /// @return at `[i][j]` how much is common of what begins at `i` and `j`
    private static int[][] lengths(List<String> one, List<String> other) {
        var lengths = new int[one.size() + 1][other.size() + 1];
        for (int i = one.size() - 1; i >= 0; i--)
            for (int j = other.size() - 1; j >= 0; j--)
                lengths[i][j] =
                        one.get(i).equals(other.get(j))
                                ? lengths[i + 1][j + 1] + 1
                                : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
        return lengths;
    }
}
