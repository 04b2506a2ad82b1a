package org.tyde.dictation.words;

import org.tyde.dictation.words.SpokenTable.Found;
import org.tyde.dictation.words.SpokenTable.Kind;
import org.tyde.dictation.words.Step.Token;
import org.tyde.speech.Word;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// From spoken words to written text: punctuation, capitals, figures, units, dates, commands. Rules and
/// tables only; the same words are always written the same way. Immutable.
public final class TextNormalizer {
    /// Confidence below which a word is marked as uncertain.
    static final double CERTAIN = 0.7;

    /// What stands for speech outside the vocabulary.
    static final String NOT_UNDERSTOOD = "[…]";

    private final Locale locale;
    private final SpokenTable table;
    private final SpokenTerms terms;

    private TextNormalizer(Locale locale) {
        this.locale = locale;
        this.table = SpokenTable.of(locale);
        this.terms = new SpokenTerms(table, locale);
    }

    /// A stretch of written text.
    ///
    /// @param text as it shall stand
    /// @param uncertain whether it shall be marked
    public record Written(String text, boolean uncertain) {}

    /// @param locale of the spoken words: Norwegian or English
    /// @return its rules
    public static TextNormalizer of(Locale locale) {
        return new TextNormalizer(locale);
    }

    /// @param words of one utterance
    /// @return what to write and what to do, in order
    public List<Step> steps(List<Word> words) {
        var steps = new ArrayList<Step>();
        var said = new ArrayList<Token>();
        for (int at = 0; at < words.size(); ) {
            var command = command(words, at, said);
            if (command.isPresent()) {
                if (!said.isEmpty()) steps.add(new Step.Say(said));
                said.clear();
                steps.add(new Step.Do(SpokenCommand.of(command.get().written())));
                at = command.get().next();
            } else {
                at = addToken(words, at, said);
            }
        }
        if (!said.isEmpty()) steps.add(new Step.Say(said));
        return steps;
    }

    /// A command of one word is one only when nothing else is said; a heading only where a sentence
    /// begins.
    private Optional<Found> command(List<Word> words, int at, List<Token> said) {
        var command =
                table.find(Kind.COMMAND, words, at)
                        .filter(c -> c.next() - at > 1 || words.size() == 1);
        if (command.isPresent()) return command;
        boolean sentenceBegins = said.isEmpty() || endsSentence(said.getLast());
        return sentenceBegins ? table.find(Kind.HEADING, words, at) : Optional.empty();
    }

    private static boolean endsSentence(Token token) {
        return token.kind() == Token.Kind.LINE || ".!?".contains(token.text());
    }

    /// Adds what begins there.
    ///
    /// @return where the next begins
    private int addToken(List<Word> words, int at, List<Token> said) {
        var line = table.find(Kind.LINE, words, at);
        if (line.isPresent()) {
            var text =
                    switch (line.get().written()) {
                        case "1" -> "\n";
                        case "2" -> "\n\n";
                        default -> "\n- ";
                    };
            said.add(token(text, Token.Kind.LINE, words, at, line.get().next()));
            return line.get().next();
        }
        var term = terms.find(words, at);
        if (term.isPresent()) return add(said, term.get(), Token.Kind.WORD, words, at);
        var mark = table.find(Kind.MARK, words, at);
        if (mark.isPresent())
            return add(said, mark.get(), spacing(mark.get().written()), words, at);
        var written = table.find(Kind.WORD, words, at);
        if (written.isPresent()) return add(said, written.get(), Token.Kind.WORD, words, at);
        var word = words.get(at).text();
        var plain = word.equals(Word.UNKNOWN) ? NOT_UNDERSTOOD : word;
        return add(said, new Found(plain, at + 1), Token.Kind.WORD, words, at);
    }

    private static int add(
            List<Token> said, Found found, Token.Kind kind, List<Word> words, int at) {
        said.add(token(found.written(), kind, words, at, found.next()));
        return found.next();
    }

    private static Token token(String text, Token.Kind kind, List<Word> words, int from, int to) {
        boolean uncertain =
                words.subList(from, to).stream()
                        .anyMatch(w -> w.confidence() < CERTAIN || w.text().equals(Word.UNKNOWN));
        return new Token(text, kind, uncertain);
    }

    private static Token.Kind spacing(String mark) {
        return switch (mark) {
            case "(", "«" -> Token.Kind.OPENING;
            case "-", "/" -> Token.Kind.JOINING;
            case "–" -> Token.Kind.WORD;
            default -> Token.Kind.CLOSING;
        };
    }

    /// @param say what was said
    /// @param before what stands before the caret; decides about the first space and capital
    /// @param after what stands behind the caret; decides about the last space
    /// @return the text to insert, neighbours of the same certainty in one stretch
    public List<Written> write(Step.Say say, String before, String after) {
        var stretches = new ArrayList<Written>();
        var all = new StringBuilder(before);
        for (var token : say.tokens()) {
            var text = gap(all, token) + capital(all, token);
            all.append(text);
            int last = stretches.size() - 1;
            if (last >= 0 && stretches.get(last).uncertain() == token.uncertain())
                stretches.set(
                        last, new Written(stretches.get(last).text() + text, token.uncertain()));
            else stretches.add(new Written(text, token.uncertain()));
        }
        boolean touches =
                !after.isEmpty()
                        && Character.isLetterOrDigit(after.charAt(0))
                        && !Character.isWhitespace(all.charAt(all.length() - 1));
        if (touches) stretches.add(new Written(" ", false));
        return stretches;
    }

    private static String gap(StringBuilder all, Token token) {
        if (all.isEmpty()) return "";
        char last = all.charAt(all.length() - 1);
        boolean joined =
                Character.isWhitespace(last)
                        || "([«/".indexOf(last) >= 0
                        || last == '-' && all.length() > 1 && !isSpace(all, all.length() - 2);
        return switch (token.kind()) {
            case CLOSING, JOINING, LINE -> "";
            case WORD, OPENING -> joined ? "" : " ";
        };
    }

    private static boolean isSpace(StringBuilder all, int at) {
        return Character.isWhitespace(all.charAt(at));
    }

    private String capital(StringBuilder all, Token token) {
        var text = token.text();
        if (token.kind() != Token.Kind.WORD || !beginsSentence(all)) return text;
        return text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    /// At the beginning, after a full stop, question or exclamation mark, and on a new line.
    private static boolean beginsSentence(StringBuilder all) {
        int end = all.length();
        if (all.toString().endsWith("\n- ")) return true;
        while (end > 0 && (all.charAt(end - 1) == ' ' || "(«".indexOf(all.charAt(end - 1)) >= 0))
            end--;
        return end == 0 || ".!?\n".indexOf(all.charAt(end - 1)) >= 0;
    }
}
