package org.tyde.dicom.io;

import org.tyde.Csv;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The table of explained differences between Tyde and other toolkits: `docs/reading-differences.csv`.
/// What no row explains, and a row that explains nothing any more, are both told.
public final class Explanations {
    /// @param files a glob of paths below the collection
    /// @param elements a regular expression of a whole path of tags and items, `-` for the file itself
    /// @param kind as of [JsonDifference.Kind], or REFUSED_HERE, REFUSED_THERE, META
    private record Row(
            String judge, PathMatcher files, Pattern elements, String kind, String text) {
        boolean explains(String other, String file, String element, String difference) {
            return judge.equals(other)
                    && kind.equals(difference)
                    && elements.matcher(element).matches()
                    && files.matches(Path.of(file));
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private final Set<Row> used = new LinkedHashSet<>();
    private final List<String> unexplained = new ArrayList<>();
    private final String judge;

    /// @param judge whose rows these are: `pydicom` or `dcmtk`
    public Explanations(String judge) throws IOException {
        this.judge = judge;
        for (var row : Csv.rows(Path.of("docs", "reading-differences.csv"))) {
            if (!cell(row, "judge").equals(judge)) continue;
            rows.add(
                    new Row(
                            judge,
                            FileSystems.getDefault().getPathMatcher("glob:" + cell(row, "files")),
                            Pattern.compile(cell(row, "elements")),
                            cell(row, "kind"),
                            cell(row, "files") + " " + cell(row, "elements")));
        }
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    /// Every row that explains it counts as used.
    public void add(String file, String element, String kind, String text) {
        var found = rows.stream().filter(r -> r.explains(judge, file, element, kind)).toList();
        used.addAll(found);
        if (found.isEmpty()) unexplained.add(file + ": " + element + " " + kind + " " + text);
    }

    /// As for one.
    public void add(String file, List<JsonDifference> differences) {
        for (var d : differences)
            add(file, d.path(), d.kind().name(), d.ours() + " | " + d.theirs());
    }

    /// @return sentences, none when all is well
    public List<String> faults() {
        var faults = new ArrayList<>(unexplained.subList(0, Math.min(50, unexplained.size())));
        for (var row : rows)
            if (!used.contains(row))
                faults.add("no longer needed: " + judge + " " + row.text() + " " + row.kind());
        return faults;
    }
}
