package org.tyde.dictation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.tyde.dictation.words.Replacement;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Replacements in a file, as JSON (`{"version": 1, "replacements": [{"spoken", "written"}]}`) or as CSV
/// (UTF-8, `spoken;written` in each line, a comma or tab for the semicolon, quotes as in RFC 4180).
public final class ReplacementFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int VERSION = 1;

    private ReplacementFile() {}

    /// What was read.
    ///
    /// @param rows that are replacements, in order
    /// @param refused why others are none
    public record Read(List<Replacement> rows, List<Refusal> refused) {
        /// Copies the lists.
        public Read {
            rows = List.copyOf(rows);
            refused = List.copyOf(refused);
        }
    }

    /// @param file of that form by its ending, `.csv` or another; a missing one holds nothing
    /// @return its rows
    /// @throws Refusal it cannot be read, or is no such file
    public static Read read(Path file) throws Refusal {
        if (!Files.exists(file)) return new Read(List.of(), List.of());
        try {
            var text = Files.readString(file).replace("\uFEFF", "");
            return isCsv(file) ? csv(file, text) : json(file, text);
        } catch (IOException unreadable) {
            throw new Refusal(DictationReason.WORDS_UNREADABLE, file).because(unreadable);
        }
    }

    private static boolean isCsv(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    private static Read json(Path file, String text) throws Refusal, JsonProcessingException {
        var list = JSON.readTree(text).path("replacements");
        if (!list.isArray()) throw new Refusal(DictationReason.WORDS_UNREADABLE, file);
        var rows = new ArrayList<Replacement>();
        var refused = new ArrayList<Refusal>();
        int number = 0;
        for (var row : list)
            add(
                    file,
                    ++number,
                    row.path("spoken").asText(""),
                    row.path("written").asText(""),
                    rows,
                    refused);
        return new Read(rows, refused);
    }

    private static Read csv(Path file, String text) {
        var rows = new ArrayList<Replacement>();
        var refused = new ArrayList<Refusal>();
        int number = 0;
        for (var line : text.lines().toList()) {
            number++;
            if (line.isBlank() || number == 1 && line.startsWith("spoken")) continue;
            var cells = CsvLine.cells(line);
            if (cells.size() == 2) add(file, number, cells.get(0), cells.get(1), rows, refused);
            else refused.add(new Refusal(DictationReason.WORDS_ROW, file, number, line));
        }
        return new Read(rows, refused);
    }

    private static void add(
            Path file,
            int number,
            String spoken,
            String written,
            List<Replacement> rows,
            List<Refusal> refused) {
        try {
            rows.add(Replacement.of(spoken, written));
        } catch (Refusal none) {
            refused.add(
                    new Refusal(DictationReason.WORDS_ROW, file, number, spoken + " → " + written)
                            .because(none));
        }
    }

    /// Writes beside and renames, so that a full disk costs nothing that was there.
    ///
    /// @param file of that form by its ending
    /// @param rows all of them
    /// @throws Refusal it cannot be written
    public static void write(Path file, List<Replacement> rows) throws Refusal {
        try {
            WordsFile.write(file, isCsv(file) ? csv(rows) : json(rows));
        } catch (IOException cannot) {
            throw new Refusal(DictationReason.WORDS_NOT_WRITTEN, file).because(cannot);
        }
    }

    private static String csv(List<Replacement> rows) {
        var text = new StringBuilder("spoken;written\n");
        for (var row : rows)
            text.append(CsvLine.quoted(row.spoken()))
                    .append(';')
                    .append(CsvLine.quoted(row.written()))
                    .append('\n');
        return text.toString();
    }

    private static String json(List<Replacement> rows) {
        var root = JSON.createObjectNode().put("version", VERSION);
        var list = root.putArray("replacements");
        for (var row : rows)
            list.addObject().put("spoken", row.spoken()).put("written", row.written());
        return root.toPrettyString() + "\n";
    }
}
