package org.tyde.prior;

import org.tyde.dicom.NameFold;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// The two tables of names and codes of parts of the body, `anatomy.txt` and `anatomy-codes.txt`.
final class Anatomy {
    static final Anatomy TABLES = new Anatomy();

    /// Words one after the other, or one word; the last may be open at its end.
    ///
    /// @param words folded
    /// @param open whether the last word only begins so
    /// @param parts what it names
    record Name(List<String> words, boolean open, Set<BodyPart> parts) {
        /// How many letters must be right.
        int letters() {
            return words.stream().mapToInt(String::length).sum();
        }

        boolean standsAt(int at, List<String> text) {
            if (at + words.size() > text.size()) return false;
            int last = words.size() - 1;
            for (int i = 0; i < last; i++) if (!words.get(i).equals(text.get(at + i))) return false;
            var word = text.get(at + last);
            return open ? word.startsWith(words.get(last)) : word.equals(words.get(last));
        }
    }

    private final List<Name> names;
    private final Map<Character, List<Name>> byLetter;
    private final Map<String, Set<BodyPart>> codes = new HashMap<>();

    private Anatomy() {
        var found = new LinkedHashMap<String, EnumSet<BodyPart>>();
        for (var row : rows("anatomy.txt"))
            for (var name : row[1].split(","))
                found.computeIfAbsent(folded(name), _ -> EnumSet.noneOf(BodyPart.class))
                        .add(BodyPart.valueOf(row[0]));
        var all = new ArrayList<Name>();
        found.forEach(
                (text, parts) -> {
                    boolean open = text.endsWith("*");
                    var words = (open ? text.substring(0, text.length() - 1) : text).split(" ");
                    all.add(new Name(List.of(words), open, parts));
                });
        names = List.copyOf(all);
        byLetter =
                names.stream().collect(Collectors.groupingBy(n -> n.words().getFirst().charAt(0)));
        for (var row : rows("anatomy-codes.txt")) {
            var parts = EnumSet.noneOf(BodyPart.class);
            for (var part : row[1].split(" ")) parts.add(BodyPart.valueOf(part));
            codes.put(row[0], parts);
        }
    }

    private static String folded(String name) {
        return NameFold.fold(name.strip());
    }

    private static List<String[]> rows(String file) {
        var stream = Objects.requireNonNull(Anatomy.class.getResourceAsStream(file), file);
        try (var reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(
                            line ->
                                    Arrays.stream(line.split("=", 2))
                                            .map(String::strip)
                                            .toArray(String[]::new))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<Name> names() {
        return names;
    }

    /// @param word folded
    /// @return the names whose first word begins with the same letter
    List<Name> namesLike(String word) {
        return byLetter.getOrDefault(word.charAt(0), List.of());
    }

    /// @param scheme `SCT` or `NCRP`
    /// @param code or its beginning
    /// @return the parts it names, none for a code that is not in the table
    Set<BodyPart> parts(String scheme, String code) {
        return codes.getOrDefault(scheme + " " + code, Set.of());
    }
}
