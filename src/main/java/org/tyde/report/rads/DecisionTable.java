package org.tyde.report.rads;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// A table of a source, row for row: columns of questions, then `category` and `advice`. A cell names options,
/// parted by commas; `*` takes any; `-` is nothing. A question is asked where the rows that are left differ in it;
/// a column may come twice, where it is asked early on one way and late on another. Behind the category, `?` marks
/// a row that only one source at hand has; the category [#NO_ROW] is what the source leaves without a category.
final class DecisionTable {
    private static final String ANY = "*";
    private static final String NOTHING = "-";
    private static final String NO_ROW = "no-row";
    private static final String ONCE = "?";
    private static final int RESULTS = 2;
    private final List<String> questions;
    private final List<List<String>> rows;

    /// @param table cells parted by `|`, the first line naming the questions
    DecisionTable(String table) {
        var lines = table.lines().map(DecisionTable::cells).toList();
        var head = lines.getFirst();
        questions = head.subList(0, head.size() - RESULTS);
        rows = lines.subList(1, lines.size());
        for (var row : rows)
            if (row.size() != head.size()) throw new IllegalArgumentException("cells of " + row);
    }

    /// @return its rows as they stand
    List<List<String>> rows() {
        return rows;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|")).map(String::strip).toList();
    }

    Step after(Answers answers) {
        var left = rows;
        for (int column = 0; column < questions.size(); column++) {
            int at = column;
            var question = questions.get(column);
            if (left.stream().allMatch(r -> r.get(at).equals(ANY))) continue;
            var answer = answers.to(question);
            if (answer.isEmpty()) return new Step.Ask(question, options(left, column));
            left = left.stream().filter(r -> takes(r.get(at), answer.get())).toList();
        }
        if (left.isEmpty()) return new Step.NoRow();
        var row = left.getFirst();
        var category = row.get(questions.size());
        if (category.equals(NO_ROW)) return new Step.NoRow();
        boolean once = category.endsWith(ONCE);
        return new Step.Found(
                result(once ? category.substring(0, category.length() - 1) : category),
                result(row.get(questions.size() + 1)),
                Optional.empty(),
                !once);
    }

    private static List<String> options(List<List<String>> left, int column) {
        var options = new LinkedHashSet<String>();
        for (var row : left)
            if (!row.get(column).equals(ANY)) options.addAll(named(row.get(column)));
        return new ArrayList<>(options);
    }

    private static boolean takes(String cell, String answer) {
        return cell.equals(ANY) || named(cell).contains(answer);
    }

    private static List<String> named(String cell) {
        return Arrays.stream(cell.split(",")).map(String::strip).toList();
    }

    private static Optional<String> result(String cell) {
        return cell.equals(NOTHING) ? Optional.empty() : Optional.of(cell);
    }
}
