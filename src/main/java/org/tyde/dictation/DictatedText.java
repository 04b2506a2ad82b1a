package org.tyde.dictation;

import org.tyde.dictation.Learned.Count;
import org.tyde.dictation.words.Guarded;
import org.tyde.dictation.words.TextNormalizer.Written;
import org.tyde.report.Caret;
import org.tyde.report.Section;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What was dictated into one report and what hands have made of it since. Sees every edit as the stretch
/// that differs from the text before; at the end it compares each dictated stretch with what stands
/// there. Thread-safe.
public final class DictatedText {
    private static final int LONGEST = 3;
    private final Map<Section, String> texts = new EnumMap<>(Section.class);
    private final List<Span> spans = new ArrayList<>();

    private record Span(Section section, int from, int to, List<Written> written) {}

    /// A section may have changed.
    ///
    /// @param section which
    /// @param now what it says
    public synchronized void changed(Section section, String now) {
        var before = texts.getOrDefault(section, "");
        if (now.equals(before)) return;
        texts.put(section, now);
        int shorter = Math.min(before.length(), now.length());
        int head = 0;
        while (head < shorter && before.charAt(head) == now.charAt(head)) head++;
        int tail = 0;
        while (tail < shorter - head
                && before.charAt(before.length() - 1 - tail) == now.charAt(now.length() - 1 - tail))
            tail++;
        edited(section, head, before.length() - tail, now.length() - before.length());
    }

    private void edited(Section section, int from, int to, int longer) {
        var moved = new ArrayList<Span>();
        for (var span : spans) {
            boolean apart = span.section() != section || span.to() <= from;
            boolean behind = span.from() >= to;
            if (apart) moved.add(span);
            else if (behind)
                moved.add(
                        new Span(
                                section, span.from() + longer, span.to() + longer, span.written()));
            else if (from >= span.from() && to <= span.to())
                moved.add(new Span(section, span.from(), span.to() + longer, span.written()));
        }
        spans.clear();
        spans.addAll(moved);
    }

    /// Words were written; the text with them has been seen already.
    ///
    /// @param at where the first of them was put
    /// @param written in order
    public synchronized void wrote(Caret at, List<Written> written) {
        int length = written.stream().mapToInt(w -> w.text().length()).sum();
        int to = at.offset() + length;
        if (length > 0 && to <= texts.getOrDefault(at.section(), "").length())
            spans.add(new Span(at.section(), at.offset(), to, List.copyOf(written)));
    }

    /// @param learned so far
    /// @param day today
    /// @return with what was corrected here; what was said is forgotten then
    public synchronized Learned into(Learned learned, LocalDate day) {
        var all = learned;
        for (var span : spans) all = into(all, span, day);
        spans.clear();
        return all;
    }

    private Learned into(Learned learned, Span span, LocalDate day) {
        var said = span.written().stream().filter(w -> !w.text().isBlank()).toList();
        var before = said.stream().map(w -> w.text().strip()).toList();
        var now = texts.getOrDefault(span.section(), "").substring(span.from(), span.to());
        var after = parted(before, now);
        var changes = WordAlignment.changes(before, after);
        int corrected = changes.stream().mapToInt(WordAlignment.Change::words).sum();
        boolean rewritten = 2 * corrected > before.size() && corrected > LONGEST;
        if (rewritten || before.isEmpty() || after.isEmpty()) return learned;
        var all =
                learned.counted(day, new Count(before.size(), Math.min(corrected, before.size())));
        for (var change : changes) {
            if (change.to() == change.from() || change.then().isEmpty()) continue;
            if (change.to() - change.from() > LONGEST || change.then().size() > LONGEST) continue;
            var from = String.join(" ", before.subList(change.from(), change.to()));
            var to = String.join(" ", change.then());
            if (Guarded.guards(from) || Guarded.guards(to) || isMark(from) || isMark(to)) continue;
            var heard =
                    String.join(
                            " ",
                            said.subList(change.from(), change.to()).stream()
                                    .map(Written::said)
                                    .toList());
            if (!heard.isBlank() && !from.equalsIgnoreCase(to)) all = all.corrected(heard, to);
        }
        return all;
    }

    private static boolean isMark(String text) {
        return text.chars().noneMatch(Character::isLetter);
    }

    /// The text in words and marks as it was written, so that only what differs does.
    private static List<String> parted(List<String> tokens, String text) {
        var rest = text.strip();
        var parts = new ArrayList<String>();
        int next = 0;
        while (!rest.isEmpty()) {
            int known = next;
            while (known < tokens.size() && !begins(rest, tokens.get(known))) known++;
            boolean found = known < tokens.size() && known - next <= LONGEST;
            int end = found ? tokens.get(known).length() : wordEnd(rest);
            if (found) next = known + 1;
            parts.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        return parts;
    }

    private static boolean begins(String text, String token) {
        int end = token.length();
        return text.startsWith(token)
                && (end == text.length()
                        || !Character.isLetterOrDigit(token.charAt(end - 1))
                        || !Character.isLetterOrDigit(text.charAt(end)));
    }

    private static int wordEnd(String text) {
        int end = 1;
        if (!Character.isLetterOrDigit(text.charAt(0))) return end;
        while (end < text.length()
                && !Character.isWhitespace(text.charAt(end))
                && ".,:;!?)".indexOf(text.charAt(end)) < 0) end++;
        return end;
    }
}
