package org.tyde.evidence.document;

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

/// What concepts of structured reports are called, from `concepts.csv`: value, scheme, English, Norwegian. A
/// concept that is not there keeps the name its author gave it.
public final class ConceptNames {
    private record Names(String english, String norwegian) {}

    private static final Map<String, Names> TABLE = read();

    private ConceptNames() {}

    /// @param concept of a document
    /// @param locale the reader's language
    /// @return what it is called in the reader's language; where it has no name at all, its code. Where the
    ///     author's own word is the name of another concept, that word with what the code means behind it
    public static String of(Code concept, Locale locale) {
        var known = TABLE.get(concept.scheme() + " " + concept.value());
        if (known != null) {
            var name =
                    switch (locale.getLanguage()) {
                        case "nb", "no", "nn" -> known.norwegian;
                        default -> known.english;
                    };
            return contradicts(known, concept.meaning())
                    ? concept.meaning().strip() + " [" + name + "]"
                    : name;
        }
        if (!concept.meaning().isBlank()) return concept.meaning().strip();
        return (concept.scheme() + " " + concept.value()).strip();
    }

    private static boolean contradicts(Names known, String meaning) {
        var word = meaning.strip();
        return !word.equalsIgnoreCase(known.english)
                && TABLE.values().stream()
                        .anyMatch(
                                other ->
                                        other.english.equalsIgnoreCase(word)
                                                && !other.norwegian.equals(known.norwegian));
    }

    private static Map<String, Names> read() {
        var table = new HashMap<String, Names>();
        try (var in =
                        Objects.requireNonNull(
                                ConceptNames.class.getResourceAsStream("concepts.csv"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var line : lines.lines().toList()) {
                if (line.isBlank() || line.startsWith("#")) continue;
                var parts = line.split(";", -1);
                var before = table.put(parts[1] + " " + parts[0], new Names(parts[2], parts[3]));
                if (before != null) throw new IllegalStateException("twice: " + line);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return table;
    }
}
