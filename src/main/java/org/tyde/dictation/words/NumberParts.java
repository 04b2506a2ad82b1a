package org.tyde.dictation.words;

import static org.tyde.dictation.words.SpokenTable.Kind.AND;
import static org.tyde.dictation.words.SpokenTable.Kind.HUNDRED;
import static org.tyde.dictation.words.SpokenTable.Kind.MILLION;
import static org.tyde.dictation.words.SpokenTable.Kind.NUMBER;
import static org.tyde.dictation.words.SpokenTable.Kind.ONE;
import static org.tyde.dictation.words.SpokenTable.Kind.ORDINAL;
import static org.tyde.dictation.words.SpokenTable.Kind.TENS;
import static org.tyde.dictation.words.SpokenTable.Kind.THOUSAND;

import org.tyde.dictation.words.SpokenTable.Kind;
import org.tyde.speech.Word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The parts of which numbers are said, however the recogniser joined them: `to hundre og tjuefem` and
/// `tohundreogtjuefem` have the same parts.
final class NumberParts {
    private static final List<Kind> KINDS =
            List.of(TENS, NUMBER, ONE, HUNDRED, THOUSAND, MILLION, ORDINAL);
    private static final int MOST = 48;

    private final SpokenTable table;

    /// A part.
    ///
    /// @param kind of number word
    /// @param value 0 for `og`
    /// @param word index of the word it stands in
    /// @param last whether that word ends with it
    record Part(Kind kind, int value, int word, boolean last) {}

    NumberParts(SpokenTable table) {
        this.table = table;
    }

    /// @return the parts from a word on, up to the first word that is no number
    List<Part> from(List<Word> words, int at) {
        var parts = new ArrayList<Part>();
        for (int i = at; i < words.size() && parts.size() < MOST; i++) {
            var split = split(words.get(i).text(), i);
            if (split.isEmpty()) break;
            parts.addAll(split.get());
        }
        return parts;
    }

    /// @return the parts of a word; empty where it is not made of number words alone
    private Optional<List<Part>> split(String word, int index) {
        for (int end = word.length(); end > 0; end--) {
            var rest = word.substring(end);
            if (rest.startsWith("-")) rest = rest.substring(1);
            var part = part(word.substring(0, end), index, rest.isEmpty());
            if (part.isEmpty()) continue;
            if (rest.isEmpty()) return Optional.of(List.of(part.get()));
            var tail = split(rest, index);
            if (tail.isEmpty()) continue;
            var all = new ArrayList<Part>();
            all.add(part.get());
            all.addAll(tail.get());
            return Optional.of(all);
        }
        return Optional.empty();
    }

    private Optional<Part> part(String text, int index, boolean last) {
        for (var kind : KINDS) {
            var value = table.phrases(kind).get(text);
            if (value != null)
                return Optional.of(new Part(kind, Integer.parseInt(value), index, last));
        }
        return table.is(AND, text) ? Optional.of(new Part(AND, 0, index, last)) : Optional.empty();
    }
}
