package org.tyde.report.documents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What differs between two texts: sentence by sentence, and word by word within sentences that stand in each
/// other's place. The longest common run of sentences is the same; nothing is said of what the words mean.
public final class TextDifference {
    private static final Pattern WORD =
            Pattern.compile(
                    "[+-]?\\d+(?:[.,:/]\\d+){0,5}(?:\\s?(?:mm|cm|ml|HU|SUV|%|mSv|mGy|dl|kg|g|l|m)[²³]?(?![\\p{L}\\d]))?"
                        + "|[\\p{L}\\p{M}\\d]+|\\s+|[^\\p{L}\\p{M}\\d\\s]");
    private static final double ALIKE = 0.4;
    private static final double CONTAINED = 0.6;

    private TextDifference() {}

    /// How a piece of text stands in the two.
    public enum Kind {
        /// In both.
        SAME,
        /// Only in the earlier text.
        REMOVED,
        /// Only in the later text.
        ADDED
    }

    /// A piece of text.
    ///
    /// @param kind where it stands
    /// @param text as written, spaces included
    /// @param number whether it is a number, with its unit where it has one
    public record Piece(Kind kind, String text, boolean number) {}

    /// @param before the earlier text
    /// @param after the later text
    /// @return both texts: SAME and REMOVED pieces in order are the earlier one but for white space, SAME and
    ///     ADDED the later one to the letter
    public static List<Piece> of(String before, String after) {
        var pieces = new ArrayList<Piece>();
        var removed = new ArrayList<String>();
        var added = new ArrayList<String>();
        for (var step : Alignment.of(sentences(before), sentences(after), TextDifference::plain)) {
            if (step.before().isPresent() && step.after().isPresent()) {
                replace(removed, added, pieces);
                words(step.after().get()).forEach(w -> add(pieces, Kind.SAME, w));
            } else {
                step.before().ifPresent(removed::add);
                step.after().ifPresent(added::add);
            }
        }
        replace(removed, added, pieces);
        return joined(pieces);
    }

    /// @param pieces of a difference
    /// @return whether both texts say the same
    public static boolean same(List<Piece> pieces) {
        return pieces.stream().allMatch(p -> p.kind() == Kind.SAME);
    }

    /// Sentences that stand in each other's place are compared by words where enough of them are common.
    private static void replace(List<String> removed, List<String> added, List<Piece> pieces) {
        int common = Math.min(removed.size(), added.size());
        for (int i = 0; i < common; i++) {
            if (alike(removed.get(i), added.get(i))) change(removed.get(i), added.get(i), pieces);
            else {
                words(removed.get(i)).forEach(w -> add(pieces, Kind.REMOVED, w));
                words(added.get(i)).forEach(w -> add(pieces, Kind.ADDED, w));
            }
        }
        for (var one : removed.subList(common, removed.size()))
            words(one).forEach(w -> add(pieces, Kind.REMOVED, w));
        for (var one : added.subList(common, added.size()))
            words(one).forEach(w -> add(pieces, Kind.ADDED, w));
        removed.clear();
        added.clear();
    }

    private static void change(String before, String after, List<Piece> pieces) {
        for (var step : Alignment.of(words(before), words(after), TextDifference::plain)) {
            if (step.before().isPresent() && step.after().isPresent())
                add(pieces, Kind.SAME, step.after().get());
            else {
                step.before().ifPresent(w -> add(pieces, Kind.REMOVED, w));
                step.after().ifPresent(w -> add(pieces, Kind.ADDED, w));
            }
        }
    }

    private static boolean alike(String before, String after) {
        var one = new HashSet<>(said(before));
        var other = new HashSet<>(said(after));
        int longer = Math.max(one.size(), other.size());
        int shorter = Math.min(one.size(), other.size());
        one.retainAll(other);
        return shorter > 0 && (one.size() >= ALIKE * longer || one.size() >= CONTAINED * shorter);
    }

    private static List<String> said(String sentence) {
        return words(sentence).stream()
                .filter(w -> Character.isLetterOrDigit(w.codePointAt(0)))
                .map(w -> w.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static void add(List<Piece> pieces, Kind kind, String word) {
        pieces.add(new Piece(kind, word, isNumber(word)));
    }

    private static boolean isNumber(String word) {
        return word.chars().anyMatch(Character::isDigit)
                && !word.chars().limit(1).allMatch(Character::isLetter);
    }

    /// Neighbours of a kind as one piece; numbers stay by themselves.
    private static List<Piece> joined(List<Piece> pieces) {
        var joined = new ArrayList<Piece>();
        for (var piece : pieces) {
            var last = joined.isEmpty() ? piece : joined.getLast();
            boolean joins =
                    !joined.isEmpty()
                            && last.kind() == piece.kind()
                            && !last.number()
                            && !piece.number();
            if (joins)
                joined.set(
                        joined.size() - 1,
                        new Piece(piece.kind(), last.text() + piece.text(), false));
            else joined.add(piece);
        }
        return joined;
    }

    /// Ends at `.`, `!` or `?` before white space, and at the end of a line; the white space belongs to it.
    static List<String> sentences(String text) {
        var sentences = new ArrayList<String>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean last = i + 1 == text.length();
            boolean mark = ".!?".indexOf(text.charAt(i)) >= 0;
            boolean ends = mark && !last && Character.isWhitespace(text.charAt(i + 1));
            if (!last && !ends && text.charAt(i) != '\n') continue;
            while (i + 1 < text.length() && Character.isWhitespace(text.charAt(i + 1))) i++;
            sentences.add(text.substring(from, i + 1));
            from = i + 1;
        }
        return sentences;
    }

    static List<String> words(String text) {
        var words = new ArrayList<String>();
        var matcher = WORD.matcher(text);
        while (matcher.find()) words.add(matcher.group());
        return words;
    }

    /// White space of any kind is the same white space.
    private static String plain(String piece) {
        var stripped = piece.strip().replaceAll("\\s+", " ");
        return stripped.isEmpty() ? " " : stripped;
    }
}
