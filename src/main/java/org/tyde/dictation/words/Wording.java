package org.tyde.dictation.words;

import org.tyde.dictation.words.SpokenTable.Kind;
import org.tyde.dictation.words.Step.Token;
import org.tyde.speech.Word;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One token of written text from the words that begin somewhere: a replacement, an end of line, a term,
/// a mark, an abbreviation, or the word itself.
final class Wording {
    private final SpokenTable table;
    private final Replacements replacements;
    private final Rule terms;
    private final Locale locale;

    /// A token and the index of the word after it.
    record Next(Token token, int next) {}

    Wording(SpokenTable table, Replacements replacements, Rule terms, Locale locale) {
        this.table = table;
        this.replacements = replacements;
        this.terms = terms;
        this.locale = locale;
    }

    Next at(List<Word> words, int at) {
        var own = replacements.find(words, at);
        if (own.isPresent()) return token(own.get(), Token.Kind.WORD, words, at);
        var line = table.find(Kind.LINE, words, at).filter(l -> table.means(words, at, l.next()));
        if (line.isPresent()) return token(line(line.get()), Token.Kind.LINE, words, at);
        var capital = capital(words, at);
        if (capital.isPresent()) return capital.get();
        var term = terms.find(words, at);
        if (term.isPresent()) return token(term.get(), Token.Kind.WORD, words, at);
        var mark = table.find(Kind.MARK, words, at).filter(m -> table.means(words, at, m.next()));
        if (mark.isPresent()) return token(mark.get(), spacing(mark.get().written()), words, at);
        var written = table.find(Kind.WORD, words, at);
        if (written.isPresent()) return token(written.get(), Token.Kind.WORD, words, at);
        var word = words.get(at).text();
        var plain = word.equals(Word.UNKNOWN) ? TextNormalizer.NOT_UNDERSTOOD : word;
        return token(new Found(plain, at + 1), Token.Kind.WORD, words, at);
    }

    private static Found line(Found line) {
        var text =
                switch (line.written()) {
                    case "1" -> "\n";
                    case "2" -> "\n\n";
                    default -> "\n- ";
                };
        return new Found(text, line.next());
    }

    /// `stor bokstav hodgkin`: what follows, with other capitals; nothing where no word follows.
    private Optional<Next> capital(List<Word> words, int at) {
        var capital = table.find(Kind.CAPITAL, words, at);
        if (capital.isEmpty() || capital.get().next() >= words.size()) return Optional.empty();
        var next = at(words, capital.get().next());
        var token = next.token();
        if (token.kind() != Token.Kind.WORD || table.is(Kind.CAPITAL, words, capital.get().next()))
            return Optional.empty();
        var text =
                switch (capital.get().written()) {
                    case "FIRST" -> first(token.text(), locale);
                    case "ALL" -> token.text().toUpperCase(locale);
                    default -> token.text();
                };
        var kind = capital.get().written().equals("NONE") ? Token.Kind.SMALL : Token.Kind.WORD;
        return Optional.of(
                new Next(
                        new Token(
                                text,
                                kind,
                                token.uncertain(),
                                Rule.said(words, at, next.next()),
                                Step.Heard.of(words.subList(at, next.next()))),
                        next.next()));
    }

    /// @return the text with a capital first letter
    static String first(String text, Locale locale) {
        return text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    private static Next token(Found found, Token.Kind kind, List<Word> words, int from) {
        boolean uncertain =
                found.doubtful()
                        || words.subList(from, found.next()).stream()
                                .anyMatch(
                                        w ->
                                                w.confidence() < TextNormalizer.CERTAIN
                                                        || w.text().equals(Word.UNKNOWN));
        var said = Rule.said(words, from, found.next());
        var heard = Step.Heard.of(words.subList(from, found.next()));
        return new Next(new Token(found.written(), kind, uncertain, said, heard), found.next());
    }

    private static Token.Kind spacing(String mark) {
        return switch (mark) {
            case "(", "«", "[" -> Token.Kind.OPENING;
            case "-", "/", "’" -> Token.Kind.JOINING;
            case "–", "=", "+", "±", "<", ">", "&", "~" -> Token.Kind.WORD;
            default -> Token.Kind.CLOSING;
        };
    }
}
