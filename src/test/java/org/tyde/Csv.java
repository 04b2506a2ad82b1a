package org.tyde;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads the tables of the shared test data: a header line, commas, double quotes.
public final class Csv {
    private Csv() {}

    /// @param file a table
    /// @return its rows by column name
    public static List<Map<String, String>> rows(Path file) throws IOException {
        var lines = cells(Files.readString(file));
        var names = lines.getFirst();
        var rows = new ArrayList<Map<String, String>>();
        for (var line : lines.subList(1, lines.size())) {
            var row = new HashMap<String, String>();
            for (int i = 0; i < Math.min(line.size(), names.size()); i++)
                row.put(names.get(i), line.get(i));
            rows.add(row);
        }
        return rows;
    }

    private static List<List<String>> cells(String text) {
        var lines = new ArrayList<List<String>>();
        var line = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') cell.append(c);
                else if (i + 1 < text.length() && text.charAt(i + 1) == '"')
                    cell.append(text.charAt(++i));
                else quoted = false;
            } else if (c == '"') quoted = true;
            else if (c == ',' || c == '\n') {
                line.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            } else if (c != '\r') cell.append(c);
        }
        if (!line.isEmpty()) {
            line.add(cell.toString());
            lines.add(line);
        }
        return lines;
    }
}
