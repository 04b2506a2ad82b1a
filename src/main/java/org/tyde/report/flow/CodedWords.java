package org.tyde.report.flow;

import org.tyde.dicom.Code;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// What the codes of findings, sites and sizes are called in the reader's language, where that is known here
/// (`coded_words.csv`); else what the document calls them, with the code where it does not say.
public final class CodedWords {
    private static final Map<String, Words> KNOWN = read();

    private record Words(String norwegian, String english) {}

    private CodedWords() {}

    /// @param code as a document has it
    /// @param locale of the reader
    /// @return the word
    public static String of(Code code, Locale locale) {
        var known = KNOWN.get(code.scheme() + " " + code.value());
        if (known == null)
            return code.meaning().isBlank() ? code.scheme() + " " + code.value() : code.meaning();
        return locale.getLanguage().equals("en") ? known.english() : known.norwegian();
    }

    private static Map<String, Words> read() {
        var known = new HashMap<String, Words>();
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        CodedWords.class.getResourceAsStream("coded_words.csv")),
                                StandardCharsets.UTF_8))) {
            for (var line : lines.lines().filter(l -> !l.startsWith("#")).toList()) {
                var parts = line.split(";");
                known.put(parts[0] + " " + parts[1], new Words(parts[2], parts[3]));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Map.copyOf(known);
    }
}
