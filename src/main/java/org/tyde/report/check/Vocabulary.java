package org.tyde.report.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// The words of one language by which the checks know what is said: `words_nb.txt` or `words_en.txt`.
final class Vocabulary {
    static final Vocabulary NORWEGIAN = new Vocabulary("nb");
    static final Vocabulary ENGLISH = new Vocabulary("en");

    /// A word or phrase that was found.
    ///
    /// @param meaning as in the table, possibly empty
    /// @param start first `char`
    /// @param end one past the last
    /// @param text as written
    record Hit(String meaning, int start, int end, String text) {}

    private record Term(String meaning, Pattern pattern) {}

    private final Map<String, List<Term>> terms = new HashMap<>();

    private Vocabulary(String language) {
        var file = "words_" + language + ".txt";
        var stream = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(file), file);
        try (var reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).forEach(this::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void add(String line) {
        var parts = line.split(";", 3);
        var words = parts[2].replace("{w}", "\\p{L}*");
        var whole = "(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])";
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        terms.computeIfAbsent(parts[0], _ -> new ArrayList<>())
                .add(new Term(parts[1], Pattern.compile(whole, flags)));
    }

    /// The language most of whose small words stand in a text; Norwegian where neither does.
    static Vocabulary of(String text) {
        int english = ENGLISH.all("function", text).size();
        return english > NORWEGIAN.all("function", text).size() ? ENGLISH : NORWEGIAN;
    }

    /// What of a kind stands in a text, in its order.
    List<Hit> all(String kind, String text) {
        var found = new ArrayList<Hit>();
        for (var term : terms.getOrDefault(kind, List.of())) {
            var matcher = term.pattern.matcher(text);
            while (matcher.find())
                found.add(new Hit(term.meaning, matcher.start(), matcher.end(), matcher.group()));
        }
        found.sort(Comparator.comparingInt(Hit::start));
        return found;
    }

    Optional<Hit> first(String kind, String text) {
        return all(kind, text).stream().findFirst();
    }

    boolean says(String kind, String text) {
        return terms.getOrDefault(kind, List.of()).stream()
                .anyMatch(t -> t.pattern.matcher(text).find());
    }

    /// The sides named in a text, those left out that are part of a name, such as `venstre ventrikkel`.
    List<Hit> sides(String text) {
        var names = all("no-side", text);
        return all("side", text).stream()
                .filter(s -> names.stream().noneMatch(n -> n.start <= s.start && s.end <= n.end))
                .toList();
    }

    /// The groups of the first expression of a kind that stands in a text.
    Optional<java.util.regex.MatchResult> match(String kind, String text) {
        for (var term : terms.getOrDefault(kind, List.of())) {
            var matcher = term.pattern.matcher(text);
            if (matcher.find()) return Optional.of(matcher.toMatchResult());
        }
        return Optional.empty();
    }
}
