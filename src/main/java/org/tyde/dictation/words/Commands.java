package org.tyde.dictation.words;

import static org.tyde.dictation.words.SpokenTable.Kind.COMMAND;
import static org.tyde.dictation.words.SpokenTable.Kind.GO;
import static org.tyde.dictation.words.SpokenTable.Kind.HEADING;
import static org.tyde.dictation.words.SpokenTable.Kind.INSERT;
import static org.tyde.dictation.words.SpokenTable.Kind.OPENING;
import static org.tyde.dictation.words.SpokenTable.Kind.SELECT;

import org.tyde.dictation.words.SpokenTable.Kind;
import org.tyde.speech.SpokenPhrase;
import org.tyde.speech.Word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells commands from dictated text: a command stands alone, as the whole utterance or between silences
/// and ends of sentences; those that lead to another place may be followed by text. Inside a sentence the
/// same words are text.
final class Commands {
    /// Confidence from which on the recogniser of commands is believed where the other heard otherwise.
    private static final double SURE = 0.9;

    /// Seconds by which the two recognisers may differ about where a word ends.
    private static final double APART = 0.15;

    private final SpokenTable table;

    /// A command found among the words.
    ///
    /// @param command what to do
    /// @param next index of the word after it
    record Asked(SpokenCommand command, int next) {}

    Commands(SpokenTable table) {
        this.table = table;
    }

    /// @param sentenceBegins whether what was said before ends a sentence, or is nothing
    /// @param written how a stretch of the words would be written
    Optional<Asked> find(
            List<Word> words,
            int at,
            boolean sentenceBegins,
            SpokenContext context,
            Written written) {
        if (!sentenceBegins && !parted(words, at)) return Optional.empty();
        var plain = table.find(COMMAND, words, at).filter(c -> ends(words, c.next()));
        var opening = plain.or(() -> table.find(OPENING, words, at));
        var heading = sentenceBegins ? table.find(HEADING, words, at) : Optional.<Found>empty();
        return opening.or(() -> heading)
                .map(c -> new Asked(SpokenCommand.of(c.written()), c.next()))
                .or(() -> named(words, at, GO, context.places()))
                .or(() -> named(words, at, INSERT, context.autotexts()))
                .or(() -> select(words, at, context, written));
    }

    /// How words would be written.
    interface Written {
        String of(List<Word> words);
    }

    private Optional<Asked> named(List<Word> words, int at, Kind verb, List<String> names) {
        var asks = table.find(verb, words, at);
        if (asks.isEmpty()) return Optional.empty();
        int begin = asks.get().next();
        for (int end = words.size(); end > begin; end--) {
            var said = Rule.said(words, begin, end);
            int next = end;
            if (verb == INSERT && !ends(words, next)) continue;
            for (var name : names)
                if (SpokenContext.folded(name).equals(said))
                    return Optional.of(
                            new Asked(
                                    verb == GO
                                            ? new SpokenCommand.GoTo(name)
                                            : new SpokenCommand.Insert(name),
                                    next));
        }
        return Optional.empty();
    }

    private Optional<Asked> select(
            List<Word> words, int at, SpokenContext context, Written written) {
        var asks = table.find(SELECT, words, at);
        if (asks.isEmpty()) return Optional.empty();
        int begin = asks.get().next();
        int end = begin;
        while (end < words.size() && (end == begin || !parted(words, end))) end++;
        if (end == begin) return Optional.empty();
        int last = end;
        return Stream.of(Rule.said(words, begin, end), written.of(words.subList(begin, end)))
                .filter(context::stands)
                .findFirst()
                .map(sought -> new Asked(new SpokenCommand.Select(sought), last));
    }

    private static boolean parted(List<Word> words, int at) {
        return at == 0 || Rule.silence(words, at) >= Rule.PAUSE;
    }

    private static boolean ends(List<Word> words, int at) {
        return at >= words.size() || parted(words, at);
    }

    /// Where a stretch of its own was heard as a command by the recogniser of commands, its words take the
    /// place of those of free speech.
    List<Word> corrected(List<Word> words, List<SpokenPhrase> heard) {
        var all = new ArrayList<>(words);
        for (var phrase : heard) {
            if (phrase.confidence() < SURE) continue;
            int from = 0;
            while (from < all.size() && all.get(from).start() < phrase.start() - APART) from++;
            int to = from;
            while (to < all.size() && all.get(to).end() <= phrase.end() + APART) to++;
            if (to == from || !parted(all, from) || !ends(all, to)) continue;
            boolean whole = all.get(from).start() <= phrase.start() + APART;
            if (!whole || all.get(to - 1).end() < phrase.end() - APART) continue;
            var said = new ArrayList<Word>();
            for (var word : phrase.text().split(" "))
                said.add(new Word(word, phrase.start(), phrase.end(), phrase.confidence()));
            all.subList(from, to).clear();
            all.addAll(from, said);
        }
        return all;
    }

    /// @return all phrases that are commands here
    List<String> phrases(SpokenContext context) {
        var all = new ArrayList<String>();
        all.addAll(table.phrases(COMMAND).keySet());
        all.addAll(table.phrases(OPENING).keySet());
        for (var verb : table.phrases(GO).keySet())
            for (var name : context.places()) all.add(verb + " " + SpokenContext.folded(name));
        for (var verb : table.phrases(INSERT).keySet())
            for (var name : context.autotexts()) all.add(verb + " " + SpokenContext.folded(name));
        return all;
    }
}
