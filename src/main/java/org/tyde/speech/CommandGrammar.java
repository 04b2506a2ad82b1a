package org.tyde.speech;

import com.fasterxml.jackson.databind.ObjectMapper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// The phrases that the recogniser of commands listens for. It learns which word may follow which, so
/// that only what is one of the phrases word for word counts.
final class CommandGrammar {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<List<String>> phrases;

    private CommandGrammar(List<List<String>> phrases) {
        this.phrases = phrases;
    }

    /// @param phrases in lower case; empty ones are left out
    static CommandGrammar of(List<String> phrases) {
        return new CommandGrammar(
                phrases.stream()
                        .map(String::strip)
                        .filter(p -> !p.isEmpty())
                        .distinct()
                        .map(p -> List.of(SPACE.split(p)))
                        .sorted(
                                Comparator.comparingInt((List<String> p) -> p.size())
                                        .reversed()
                                        .thenComparing(p -> String.join(" ", p)))
                        .toList());
    }

    /// @return the phrases whose words the model knows
    CommandGrammar knownTo(Vocabulary vocabulary) {
        return new CommandGrammar(
                phrases.stream().filter(p -> p.stream().allMatch(vocabulary::knows)).toList());
    }

    /// @return the longest first
    List<String> phrases() {
        return phrases.stream().map(p -> String.join(" ", p)).toList();
    }

    boolean isEmpty() {
        return phrases.isEmpty();
    }

    /// What the library takes: an array of texts. One that is empty, or no array of texts, ends the process.
    String json() {
        var array = JSON.createArrayNode();
        for (var phrase : phrases()) array.add(phrase);
        array.add(Word.UNKNOWN);
        return array.toString();
    }

    /// @param words what the recogniser of commands heard
    /// @return the phrases among them, in order of time; of two that begin with the same word the longer
    List<SpokenPhrase> in(List<Word> words) {
        var found = new ArrayList<SpokenPhrase>();
        for (int at = 0; at < words.size(); ) {
            int length = phraseAt(words, at);
            if (length > 0) found.add(phrase(words.subList(at, at + length)));
            at += Math.max(1, length);
        }
        return found;
    }

    private int phraseAt(List<Word> words, int at) {
        for (var phrase : phrases) {
            if (at + phrase.size() > words.size()) continue;
            var said = words.subList(at, at + phrase.size());
            if (said.stream().map(Word::text).toList().equals(phrase)) return phrase.size();
        }
        return 0;
    }

    private static SpokenPhrase phrase(List<Word> words) {
        return new SpokenPhrase(
                String.join(" ", words.stream().map(Word::text).toList()),
                words.getFirst().start(),
                words.getLast().end(),
                words.stream().mapToDouble(Word::confidence).min().orElse(0));
    }
}
