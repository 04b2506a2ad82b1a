package org.tyde.dictation.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import org.tyde.speech.Word;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What holds for all words: numbers read back, sides and denials survive, plain text stays.
class WordsPropertyTest {
    private static final TextNormalizer NB = TextNormalizer.of(Spoken.BOKMAAL);
    private static final TextNormalizer EN = TextNormalizer.of(Locale.ENGLISH);
    private static final List<String> PLAIN =
            List.of(
                    "lungene",
                    "er",
                    "fri",
                    "for",
                    "fortetninger",
                    "hjertet",
                    "normalt",
                    "stort",
                    "ses",
                    "fraktur",
                    "i",
                    "femur",
                    "som",
                    "tidligere",
                    "beskrevet",
                    "uendret");

    @Property(tries = 2000)
    void aNumberOfMillimetresReadsBackHoweverItIsSaid(
            @ForAll @IntRange(max = 999_999_999) int number,
            @ForAll boolean old,
            @ForAll boolean joined) {
        var said = Spoken.bokmaal(number, old, joined);
        assertEquals(number + " mm", Spoken.written(NB, said + " millimeter"), said);
    }

    @Property(tries = 1000)
    void aNumberUnderAThousandReadsBack(
            @ForAll @IntRange(max = 999) int number, @ForAll boolean old, @ForAll boolean joined) {
        var said = Spoken.bokmaal(number, old, joined);
        assertEquals(number + " ml", Spoken.written(NB, said + " milliliter"), said);
        assertEquals(number + " ml", Spoken.written(EN, Spoken.english(number) + " millilitres"));
    }

    @Property(tries = 1000)
    void anEnglishNumberReadsBack(@ForAll @IntRange(max = 999_999_999) int number) {
        var said = Spoken.english(number);
        assertEquals(number + " mm", Spoken.written(EN, said + " millimetres"), said);
    }

    @Property(tries = 1000)
    void decimalsKeepEveryDigit(
            @ForAll @IntRange(max = 999) int whole, @ForAll @IntRange(max = 9999) int decimals) {
        var digits = Integer.toString(decimals);
        var said =
                digits.chars()
                        .mapToObj(c -> Spoken.bokmaal(c - '0', false, false))
                        .collect(Collectors.joining(" "));
        assertEquals(
                whole + "," + digits + " cm",
                Spoken.written(
                        NB,
                        Spoken.bokmaal(whole, false, false) + " komma " + said + " centimeter"));
    }

    @Property(tries = 500)
    void threeDimensionsKeepTheirOrder(
            @ForAll @IntRange(max = 300) int a,
            @ForAll @IntRange(max = 300) int b,
            @ForAll @IntRange(max = 300) int c) {
        var said =
                Stream.of(a, b, c)
                        .map(n -> Spoken.bokmaal(n, false, false))
                        .collect(Collectors.joining(" ganger "));
        assertEquals(a + " × " + b + " × " + c + " mm", Spoken.written(NB, said + " millimeter"));
    }

    @Property(tries = 1000)
    void plainTextStaysAsItIs(@ForAll("plain") List<String> words) {
        var said = String.join(" ", words);
        assertEquals(said, Spoken.written(NB, said).toLowerCase(Locale.ROOT));
    }

    @Property(tries = 2000)
    void writingWhatIsWrittenChangesNothing(@ForAll("anyNb") List<String> words) {
        var once = Spoken.written(NB, String.join(" ", words));
        if (String.join(" ", words).contains("bokstav")) return; // the word before it is parted
        if (once.contains("<") || once.contains("\n") || doubted(words)) return;
        var first = once.replaceAll("\\s+", " ").strip();
        var twice = Spoken.written(NB, first.toLowerCase(Locale.ROOT));
        assertEquals(digits(once), digits(twice), String.join(" ", words));
    }

    @Property(tries = 5000)
    void sidesAndDenialsSurviveWhateverIsSaidAroundThem(@ForAll("anyNb") List<String> words) {
        survives(NB, words);
    }

    @Property(tries = 5000)
    void sidesAndDenialsSurviveInEnglish(@ForAll("anyEn") List<String> words) {
        survives(EN, words);
    }

    private static void survives(TextNormalizer normalizer, List<String> words) {
        var said = String.join(" ", words);
        var text = new StringBuilder();
        for (var step : normalizer.steps(words(words)))
            if (step instanceof Step.Say say)
                text.append(" ").append(TextNormalizer.text(normalizer.write(say, "", "")));
        assertEquals(Guarded.sides(said), Guarded.sides(text.toString()), said);
        assertEquals(Guarded.denials(said), Guarded.denials(text.toString()), said);
    }

    /// No number word is lost: what was no figure before is a figure or the same word now.
    @Property(tries = 3000)
    void everyTokenTellsTheWordsItWasSaidIn(@ForAll("anyNb") List<String> words) {
        var said = new ArrayList<String>();
        for (var step : NB.steps(words(words)))
            if (step instanceof Step.Say(var tokens))
                for (var token : tokens) said.add(token.said());
            else return;
        assertEquals(String.join(" ", words), String.join(" ", said));
    }

    @Property(tries = 2000)
    void noWordsWhateverAreRefused(@ForAll("anything") List<String> words) {
        for (var normalizer : List.of(NB, EN)) {
            var said = words.stream().map(w -> new Word(w, 0, 1, 1)).toList();
            var told = new ArrayList<String>();
            for (var step : normalizer.steps(said))
                if (step instanceof Step.Say(var tokens))
                    for (var token : tokens) told.add(token.said());
            assertEquals(String.join(" ", words), String.join(" ", told));
        }
    }

    @Provide
    Arbitrary<List<String>> anything() {
        return Arbitraries.strings()
                .all()
                .excludeChars(' ')
                .ofMinLength(1)
                .ofMaxLength(8)
                .list()
                .ofMaxSize(6);
    }

    private static boolean doubted(List<String> words) {
        return NB.steps(words(words)).stream()
                .anyMatch(
                        step ->
                                step instanceof Step.Say(var tokens)
                                        && tokens.stream().anyMatch(Step.Token::uncertain));
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    private static List<Word> words(List<String> words) {
        return Spoken.words(String.join(" ", words));
    }

    @Provide
    Arbitrary<List<String>> plain() {
        return Arbitraries.of(PLAIN).list().ofMinSize(1).ofMaxSize(20);
    }

    @Provide
    Arbitrary<List<String>> anyNb() {
        return any(
                "nb",
                List.of("høyre", "venstre", "ingen", "ikke", "begge", "bilateralt", "lesjon"));
    }

    @Provide
    Arbitrary<List<String>> anyEn() {
        return any("en", List.of("right", "left", "no", "not", "both", "bilateral", "lesion"));
    }

    /// Sides and denials among all phrases that any rule looks for.
    private static Arbitrary<List<String>> any(String language, List<String> guarded) {
        var phrases =
                SpokenTable.lines("spoken_" + language + ".csv").stream()
                        .filter(l -> !l.startsWith("not_"))
                        .map(l -> l.split(";", 3)[1])
                        .distinct()
                        .toList();
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(3, Arbitraries.of(phrases)),
                        net.jqwik.api.Tuple.of(1, Arbitraries.of(guarded)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }
}
