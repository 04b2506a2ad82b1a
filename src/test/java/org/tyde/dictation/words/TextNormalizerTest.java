package org.tyde.dictation.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tyde.dictation.words.TextNormalizer.Written;
import org.tyde.speech.Word;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class TextNormalizerTest {
    private static final TextNormalizer BOKMAAL = TextNormalizer.of(Locale.of("nb"));
    private static final TextNormalizer ENGLISH = TextNormalizer.of(Locale.ENGLISH);

    static Stream<Arguments> bokmaal() throws Exception {
        return tables("nb.csv", "numbers_nb.csv", "units_nb.csv", "terms_nb.csv");
    }

    static Stream<Arguments> english() throws Exception {
        return tables("en.csv", "terms_en.csv");
    }

    private static Stream<Arguments> tables(String... names) throws Exception {
        var all = new ArrayList<Arguments>();
        for (var name : names) table(name).forEach(all::add);
        return all.stream();
    }

    private static Stream<Arguments> table(String name) throws Exception {
        try (var in = TextNormalizerTest.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("no table " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> line.replace("\\n", "\n").split("\\|", -1))
                            .map(cells -> Arguments.of((Object[]) cells))
                            .toList()
                            .stream();
        }
    }

    private static List<Word> said(String text) {
        var words = new ArrayList<Word>();
        for (var word : text.split(" ")) words.add(new Word(word, 0, 1, 1));
        return words;
    }

    private static String written(TextNormalizer normalizer, String said, String before) {
        var text = new StringBuilder();
        var here = before;
        for (var step : normalizer.steps(said(said))) {
            switch (step) {
                case Step.Say say -> text.append(written(normalizer.write(say, here, "")));
                case Step.Do(var command) -> text.append("<" + command + ">");
            }
            here = step instanceof Step.Do ? "" : here + text;
        }
        return text.toString();
    }

    private static String written(List<Written> stretches) {
        return stretches.stream().map(Written::text).collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource("bokmaal")
    void bokmaalIsWrittenAsRadiologistsWriteIt(String said, String before, String expected) {
        assertEquals(expected, written(BOKMAAL, said, before));
    }

    @ParameterizedTest
    @MethodSource("english")
    void englishIsWrittenAsRadiologistsWriteIt(String said, String before, String expected) {
        assertEquals(expected, written(ENGLISH, said, before));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    slett det                                 | <DELETE_LAST>
                    slett siste                               | <DELETE_LAST>
                    angre                                     | <UNDO>
                    pasienten vil ikke angre                  | Pasienten vil ikke angre
                    gå til konklusjon ingen fraktur           | <GoTo[place=IMPRESSION]>Ingen fraktur
                    ingen fraktur punktum gå til funn         | Ingen fraktur.<GoTo[place=FINDINGS]>
                    konklusjon kolon normal prostata          | <GoTo[place=IMPRESSION]>Normal prostata
                    konklusjon kolon konklusjon ingen fraktur | <GoTo[place=IMPRESSION]>Konklusjon ingen fraktur
                    ingen tegn punktum funn kolon cyste       | Ingen tegn.<GoTo[place=FINDINGS]>Cyste
                    i dette funn kolon cyste                  | I dette funn: cyste
                    neste felt                                | <NEXT_FIELD>
                    forrige felt                              | <PREVIOUS_FIELD>
                    stopp diktering                           | <STOP>
                    signer rapport                            | <SIGN>
                    """)
    void commandsAreDoneAndNotWritten(String said, String expected) {
        assertEquals(expected, written(BOKMAAL, said, ""));
    }

    @Test
    void uncertainWordsAreMarkedAndNoOthers() {
        var words =
                List.of(
                        new Word("liten", 0, 1, 0.9),
                        new Word("cyste", 1, 2, 0.4),
                        new Word("på", 2, 3, 1),
                        new Word("tolv", 3, 4, 0.5),
                        new Word("millimeter", 4, 5, 1));
        var say = (Step.Say) BOKMAAL.steps(words).getFirst();
        assertEquals(
                List.of(
                        new Written("Liten", false, "liten", new Step.Heard(0.9, 0, 1)),
                        new Written(" cyste", true, "cyste", new Step.Heard(0.4, 1, 2)),
                        new Written(" på", false, "på", new Step.Heard(1, 2, 3)),
                        new Written(" 12 mm", true, "tolv millimeter", new Step.Heard(0.5, 3, 5))),
                TextNormalizer.joined(BOKMAAL.write(say, "", "")));
    }

    @ParameterizedTest
    @CsvSource({
        "pi rads sju",
        "bi rads sju",
        "lung rads fire",
        "bosniak fem",
        "t fem n en m null",
        "gleason tre pluss fire lik åtte",
        "segment tolv",
        "costa tretten",
        "aspects elleve",
        "trettiførste april tjue tjue fem",
        "eu tirads null",
        "li rads seks"
    })
    void whatThereIsNoneOfStaysAsSaidAndIsMarked(String said) {
        var say = (Step.Say) BOKMAAL.steps(said(said)).getFirst();
        assertEquals(1, say.tokens().size(), say.tokens().toString());
        assertTrue(say.tokens().getFirst().uncertain());
        assertEquals(0, say.tokens().getFirst().text().chars().filter(Character::isDigit).count());
    }

    @Test
    void aSilenceMakesTheDecimalSignAComma() {
        var words =
                List.of(
                        new Word("fire", 0, 0.4, 1),
                        new Word("komma", 0.4, 0.8, 1),
                        new Word("fem", 1.3, 1.6, 1),
                        new Word("millimeter", 1.6, 2.2, 1));
        var say = (Step.Say) BOKMAAL.steps(words).getFirst();
        assertEquals("4, 5 mm", TextNormalizer.text(BOKMAAL.write(say, "", "")));
    }

    @Test
    void aWordInTheMiddleOfALineIsPartedOnBothSides() {
        var say = (Step.Say) BOKMAAL.steps(said("sikker")).getFirst();
        assertEquals("sikker ", written(BOKMAAL.write(say, "Ingen ", "fraktur")));
    }
}
