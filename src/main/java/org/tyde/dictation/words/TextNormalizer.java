package org.tyde.dictation.words;

import org.tyde.dictation.words.Step.Token;
import org.tyde.speech.Word;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// From spoken words to written text: punctuation, capitals, figures, units, dates, commands. Rules and
/// tables only; the same words are always written the same way. Immutable.
public final class TextNormalizer {
    /// Confidence below which a word is marked as uncertain.
    static final double CERTAIN = 0.7;

    /// What stands for speech outside the vocabulary.
    static final String NOT_UNDERSTOOD = "[…]";

    private final Locale locale;
    private final SpokenTable table;
    private final Rule terms;
    private final Commands commands;
    private final Wording wording;

    private TextNormalizer(
            Locale locale, SpokenTable table, Rule terms, Replacements replacements) {
        this.locale = locale;
        this.table = table;
        this.terms = terms;
        this.commands = new Commands(table);
        this.wording = new Wording(table, replacements, terms, locale);
    }

    /// A stretch of written text.
    ///
    /// @param text as it shall stand
    /// @param uncertain whether it shall be marked
    /// @param said the words it was said in
    /// @param heard how sure the recogniser was of them, and when they were said
    public record Written(String text, boolean uncertain, String said, Step.Heard heard) {}

    /// @param locale of the spoken words: Norwegian or English
    /// @return its rules
    public static TextNormalizer of(Locale locale) {
        var table = SpokenTable.of(locale);
        return new TextNormalizer(locale, table, new SpokenTerms(table, locale), Replacements.NONE);
    }

    /// @param replacements in force, before all rules
    /// @return the same rules with them
    public TextNormalizer with(Replacements replacements) {
        return new TextNormalizer(locale, table, terms, replacements);
    }

    /// @param words of one utterance
    /// @return what to write and what to do, in order, where nothing can be named
    public List<Step> steps(List<Word> words) {
        return steps(words, SpokenContext.NONE);
    }

    /// @param words of one utterance
    /// @param context what can be named in a command
    /// @return what to write and what to do, in order
    public List<Step> steps(List<Word> words, SpokenContext context) {
        return steps(commands.corrected(words, context.heard()), context, true);
    }

    private List<Step> steps(List<Word> words, SpokenContext context, boolean withCommands) {
        var steps = new ArrayList<Step>();
        var said = new ArrayList<Token>();
        for (int at = 0; at < words.size(); ) {
            boolean begins = said.isEmpty() || endsSentence(said.getLast());
            var asked =
                    withCommands
                            ? commands.find(words, at, begins, context, this::inSentence)
                            : Optional.<Commands.Asked>empty();
            if (asked.isPresent()) {
                if (!said.isEmpty()) steps.add(new Step.Say(said));
                said.clear();
                steps.add(new Step.Do(asked.get().command()));
                at = asked.get().next();
            } else {
                var next = wording.at(words, at);
                said.add(next.token());
                at = next.next();
            }
        }
        if (!said.isEmpty()) steps.add(new Step.Say(said));
        return steps;
    }

    /// How words would stand in the middle of a sentence.
    private String inSentence(List<Word> words) {
        var text = new StringBuilder();
        for (var step : steps(words, SpokenContext.NONE, false))
            if (step instanceof Step.Say say)
                write(say, "x" + text, "").forEach(w -> text.append(w.text()));
        return text.toString().strip();
    }

    private static boolean endsSentence(Token token) {
        return token.kind() == Token.Kind.LINE
                || token.kind() == Token.Kind.CLOSING && ".!?".contains(token.text());
    }

    /// For a place that takes figures only, where text has `to`.
    ///
    /// @param said words, as they may stand in a text
    /// @return the same with every whole number in figures
    public String inFigures(String said) {
        var words =
                Arrays.stream(said.toLowerCase(locale).split("\\s+"))
                        .filter(w -> !w.isEmpty())
                        .map(w -> new Word(w, 0, 0, 1))
                        .toList();
        var numbers = new NumberWords(table);
        var text = new StringBuilder();
        for (int at = 0; at < words.size(); ) {
            var number = numbers.whole(words, at);
            text.append(text.isEmpty() ? "" : " ")
                    .append(number.map(Found::written).orElse(words.get(at).text()));
            at = number.map(Found::next).orElse(at + 1);
        }
        return text.toString();
    }

    /// @param context what can be named
    /// @return all phrases that are commands here, as they are said
    public List<String> phrases(SpokenContext context) {
        return commands.phrases(context);
    }

    /// @param context what can be named
    /// @return all that can be said here, commands first, examples last
    public List<Sayable> sayables(SpokenContext context) {
        var language = locale.getLanguage().equals("en") ? "en" : "nb";
        return new Sayables(table)
                .in(
                        context,
                        SpokenTable.lines("examples_" + language + ".csv"),
                        said ->
                                inSentence(
                                        Arrays.stream(said.split(" "))
                                                .map(w -> new Word(w, 0, 0, 1))
                                                .toList()));
    }

    /// @return abbreviations and names that come with the rules
    public List<Replacement> shipped() {
        return table.phrases(SpokenTable.Kind.WORD).entrySet().stream()
                .map(row -> new Replacement(row.getKey(), row.getValue()))
                .toList();
    }

    /// @param row a replacement
    /// @return whether it is a command, or a rule would write it in another way
    public Set<Remark> remarks(Replacement row) {
        var words = Arrays.stream(row.spoken().split(" ")).map(w -> new Word(w, 0, 0, 1)).toList();
        var remarks = EnumSet.noneOf(Remark.class);
        if (steps(words).stream().anyMatch(step -> step instanceof Step.Do))
            remarks.add(Remark.COMMAND);
        if (!inSentence(words).equals(row.spoken())) remarks.add(Remark.RULE);
        return remarks;
    }

    /// @param say what was said
    /// @param before what stands before the caret; decides about the first space and capital
    /// @param after what stands behind the caret; decides about the last space
    /// @return the text to insert, a stretch for each token or mark
    public List<Written> write(Step.Say say, String before, String after) {
        var stretches = new ArrayList<Written>();
        var all = new StringBuilder(before);
        boolean begins = Spacing.beginsSentence(all);
        for (var token : say.tokens()) {
            var text = Spacing.gap(all, token) + capital(token, begins);
            all.append(text);
            begins = begins(all, token);
            stretches.add(new Written(text, token.uncertain(), token.said(), token.heard()));
        }
        if (Spacing.touches(all, after))
            stretches.add(new Written(" ", false, "", Step.Heard.NOTHING));
        return stretches;
    }

    /// @param stretches of one insertion
    /// @return the same text, neighbours of the same certainty in one stretch
    public static List<Written> joined(List<Written> stretches) {
        var joined = new ArrayList<Written>();
        for (var stretch : stretches) {
            if (joined.isEmpty() || joined.getLast().uncertain() != stretch.uncertain())
                joined.add(stretch);
            else {
                var last = joined.removeLast();
                joined.add(
                        new Written(
                                last.text() + stretch.text(),
                                stretch.uncertain(),
                                (last.said() + " " + stretch.said()).strip(),
                                last.heard().and(stretch.heard())));
            }
        }
        return joined;
    }

    /// `pT2b` and `mSv` begin a sentence as they are.
    private String capital(Token token, boolean begins) {
        boolean fixed = token.text().matches("(?s)\\p{Ll}{1,2}\\p{Lu}.*");
        return begins && !fixed && token.kind() == Token.Kind.WORD
                ? Wording.first(token.text(), locale)
                : token.text();
    }

    /// The dot of `13.` or `ca.` ends no sentence.
    private static boolean begins(StringBuilder all, Token token) {
        return switch (token.kind()) {
            case WORD, SMALL -> false;
            case CLOSING, OPENING, JOINING, LINE -> Spacing.beginsSentence(all);
        };
    }

    /// @param stretches of one insertion
    /// @return their text
    public static String text(List<Written> stretches) {
        return stretches.stream().map(Written::text).collect(Collectors.joining());
    }
}
