package org.tyde.report.check;

import org.tyde.report.Section;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A sentence of a report, or a part of one that says something for itself.
///
/// @param section where
/// @param start its first `char` in the section
/// @param text of it
record Sentence(Section section, int start, String text) {
    private static final Pattern END = Pattern.compile("[.!?](?=\\s)|\n");
    private static final Pattern SHORT =
            Pattern.compile(
                    "(?:^|[^\\p{L}])(?:ca|evt|f\\.eks|bl\\.a|m\\.m|hø|ve|dr|mr|mrs|nr|no|vs|approx|obs|\\d)$",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// The sentences of a section.
    static List<Sentence> of(Section section, String text) {
        var found = new ArrayList<Sentence>();
        int from = 0;
        var end = END.matcher(text);
        while (end.find()) {
            boolean line = text.charAt(end.start()) == '\n';
            if (!line && SHORT.matcher(text.substring(from, end.start())).find()) continue;
            add(section, text, from, line ? end.start() : end.end(), found);
            from = end.end();
        }
        add(section, text, from, text.length(), found);
        return found;
    }

    private static void add(Section section, String text, int from, int to, List<Sentence> found) {
        int first = from;
        while (first < to && Character.isWhitespace(text.charAt(first))) first++;
        if (first < to) found.add(new Sentence(section, first, text.substring(first, to)));
    }

    /// Its parts between words such as `men`, and at semicolons.
    List<Sentence> clauses(Vocabulary words) {
        var cuts = new ArrayList<Integer>();
        cuts.add(0);
        for (var hit : words.all("clause", text)) cuts.add(hit.start());
        for (var hit : words.all("comma-new", text)) cuts.add(hit.start());
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) == ';') cuts.add(i);
        cuts.add(text.length());
        var sorted = cuts.stream().distinct().sorted().toList();
        var parts = new ArrayList<Sentence>();
        for (int i = 0; i + 1 < sorted.size(); i++)
            parts.add(part(sorted.get(i), sorted.get(i + 1)));
        return parts;
    }

    Sentence part(int from, int to) {
        return new Sentence(section, start + from, text.substring(from, to));
    }

    int end() {
        return start + text.length();
    }
}
