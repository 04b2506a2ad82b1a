package org.tyde.dictation;

import java.util.ArrayList;
import java.util.List;

/// One line of comma-separated values (RFC 4180), parted by the first of `;`, tab and `,` that stands
/// outside quotes.
final class CsvLine {
    private CsvLine() {}

    static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        char parts = separator(line);
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean doubled =
                    quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"';
            if (doubled) {
                cell.append('"');
                i++;
            } else if (c == '"') quoted = !quoted;
            else if (c == parts && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else cell.append(c);
        }
        cells.add(cell.toString());
        return cells;
    }

    private static char separator(String line) {
        var outside = line.replaceAll("\"[^\"]*\"", "");
        if (outside.indexOf(';') >= 0) return ';';
        return outside.indexOf('\t') >= 0 ? '\t' : ',';
    }

    static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ';' || c == '"' || c == ',' || c == '\t');
        return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
