package org.tyde.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A person's name (PN, PS3.5 6.2.1): up to three ways of writing it.
///
/// @param alphabetic in letters
/// @param ideographic in ideographs, empty where not given
/// @param phonetic by sound, empty where not given
public record PersonName(Group alphabetic, Group ideographic, Group phonetic) {
    private static final Locale NORWEGIAN = Locale.of("nb", "NO");

    /// One way of writing a name, in five parts; a part not given is empty.
    ///
    /// @param family family name complex
    /// @param given given name complex
    /// @param middle middle name
    /// @param prefix such as `Dr.`
    /// @param suffix such as `Jr.`
    public record Group(String family, String given, String middle, String prefix, String suffix) {
        /// Nothing given.
        public static final Group EMPTY = new Group("", "", "", "", "");

        /// @param encoded parts separated by `^`
        /// @return the group
        public static Group parse(String encoded) {
            var parts = new ArrayList<>(List.of(encoded.split("\\^", -1)));
            while (parts.size() < 5) parts.add("");
            var suffix = String.join("^", parts.subList(4, parts.size()));
            return new Group(
                    parts.get(0).strip(),
                    parts.get(1).strip(),
                    parts.get(2).strip(),
                    parts.get(3).strip(),
                    suffix.strip());
        }

        /// @return whether nothing is given
        public boolean isEmpty() {
            return equals(EMPTY);
        }

        /// @return parts separated by `^`, without empty ones at the end
        public String encoded() {
            var all = String.join("^", family, given, middle, prefix, suffix);
            int end = all.length();
            while (end > 0 && all.charAt(end - 1) == '^') end--;
            return all.substring(0, end);
        }

        private String display() {
            var rest =
                    Stream.of(given, middle)
                            .filter(p -> !p.isEmpty())
                            .collect(Collectors.joining(" "));
            var head = family.toUpperCase(NORWEGIAN);
            var main = head.isEmpty() || rest.isEmpty() ? head + rest : head + ", " + rest;
            return suffix.isEmpty() ? main : main + " " + suffix;
        }
    }

    /// @param family family name
    /// @param given given name
    /// @return a name in letters
    public static PersonName of(String family, String given) {
        return new PersonName(new Group(family, given, "", "", ""), Group.EMPTY, Group.EMPTY);
    }

    /// @param encoded groups separated by `=`, parts by `^`; anything can be a name, so nothing is
    ///     refused
    /// @return the name
    public static PersonName parse(String encoded) {
        var groups = encoded.split("=", 3);
        return new PersonName(
                Group.parse(groups[0]),
                groups.length > 1 ? Group.parse(groups[1]) : Group.EMPTY,
                groups.length > 2 ? Group.parse(groups[2]) : Group.EMPTY);
    }

    /// @return whether nothing is given
    public boolean isEmpty() {
        return alphabetic.isEmpty() && ideographic.isEmpty() && phonetic.isEmpty();
    }

    /// For people: `ETTERNAVN, Fornavn Mellomnavn`; the first group that is given.
    ///
    /// @return the text, empty for an empty name
    public String display() {
        if (!alphabetic.isEmpty()) return alphabetic.display();
        return ideographic.isEmpty() ? phonetic.display() : ideographic.display();
    }

    /// @return groups separated by `=`, without empty ones at the end
    public String encoded() {
        var all = String.join("=", alphabetic.encoded(), ideographic.encoded(), phonetic.encoded());
        int end = all.length();
        while (end > 0 && all.charAt(end - 1) == '=') end--;
        return all.substring(0, end);
    }
}
