package org.tyde.dictation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.dictation.words.Replacement;
import org.tyde.dictation.words.Replacements;
import org.tyde.dictation.words.Step;
import org.tyde.dictation.words.TextNormalizer;
import org.tyde.dictation.words.WordsReason;
import org.tyde.refusal.Refusal;
import org.tyde.settings.TydeHome;
import org.tyde.speech.Word;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Spoken form to written form: whole words, the longest first, no chains, the user's own first.
class ReplacementsTest {
    @TempDir Path folder;

    private static Replacement row(String spoken, String written) throws Refusal {
        return Replacement.of(spoken, written);
    }

    private static String written(Replacements replacements, String said) {
        var normalizer = TextNormalizer.of(Locale.of("nb")).with(replacements);
        var text = new StringBuilder();
        var words = Arrays.stream(said.split(" ")).map(w -> new Word(w, 0, 1, 1)).toList();
        for (var step : normalizer.steps(words))
            if (step instanceof Step.Say say)
                text.append(TextNormalizer.text(normalizer.write(say, text.toString(), "")));
        return text.toString();
    }

    @Test
    void wholeWordsAreReplacedTheLongestFirstAndOnce() throws Exception {
        var own =
                List.of(
                        row("engel", "Engelsrud"),
                        row("engel hansen", "Engel-Hansen"),
                        row("lever", "hepar"),
                        row("hepar", "lever"));
        var all = new Replacements(List.of(), own);
        assertEquals("Dr Engel-Hansen og Engelsrud", written(all, "dr engel hansen og engel"));
        assertEquals("Engelsk", written(all, "engelsk"));
        assertEquals("Hepar og lever", written(all, "lever og hepar"), "no chains");
    }

    @Test
    void theUsersOwnGoesBeforeTheDepartments() throws Exception {
        var department = List.of(row("thorax", "toraks"), row("nodul", "knute"));
        var all = new Replacements(department, List.of(row("thorax", "thorax")));
        assertEquals("Knute i thorax", written(all, "nodul i thorax"));
    }

    @Test
    void aReplacementGoesBeforeTheRules() throws Exception {
        var all = new Replacements(List.of(), List.of(row("pi rads fire", "PI-RADS 4 (høy)")));
        assertEquals("PI-RADS 4 (høy)", written(all, "pi rads fire"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', x, EMPTY",
        "x, '', EMPTY",
        "a b c d e f g h i, x, TOO_LONG",
        "punktum., x, NOT_SPOKEN",
        "høyre hilus, venstre hilus, CHANGES_SIDE",
        "høyre hilus, hilus, CHANGES_SIDE",
        "hilus, høyre hilus, CHANGES_SIDE",
        "right hilum, left hilum, CHANGES_SIDE",
        "ingen fraktur, fraktur, CHANGES_DENIAL",
        "fraktur, ikke fraktur, CHANGES_DENIAL",
        "no fracture, fracture, CHANGES_DENIAL",
    })
    void whatWouldChangeTheMeaningIsRefused(String spoken, String written, WordsReason why) {
        var refusal = assertThrows(Refusal.class, () -> Replacement.of(spoken, written));
        assertEquals(why, refusal.reason());
    }

    @Test
    void aListReadsBackFromCsvAndFromJson() throws Exception {
        var rows = new ArrayList<>(List.of(row("dobbel", "sagt \"to\"; to"), row("ø", "æ, å")));
        for (var name : List.of("words.csv", "words.json")) {
            var file = folder.resolve(name);
            ReplacementFile.write(file, rows);
            var read = ReplacementFile.read(file);
            assertEquals(rows, read.rows(), name);
            assertEquals(List.of(), read.refused());
        }
    }

    @Test
    void csvWithCommasOrTabsIsReadAndRowsThatAreNoneAreNamed() throws Exception {
        var file = folder.resolve("words.csv");
        Files.writeString(
                file, "\uFEFFspoken,written\nlever,hepar\nnyre\tren\nbare en\nhøyre,venstre\n");
        var read = ReplacementFile.read(file);
        assertEquals(List.of(row("lever", "hepar"), row("nyre", "ren")), read.rows());
        assertEquals(2, read.refused().size());
        assertEquals(
                List.of(4, 5), read.refused().stream().map(r -> r.arguments().get(1)).toList());
    }

    @Test
    void aFileThatIsNoListIsRefused() throws Exception {
        var file = folder.resolve("words.json");
        Files.writeString(file, "{ not json");
        var refusal = assertThrows(Refusal.class, () -> ReplacementFile.read(file));
        assertEquals(DictationReason.WORDS_UNREADABLE, refusal.reason());
    }

    @Test
    void theBookReadsTheDepartmentsAndKeepsTheUsers() throws Exception {
        var home = TydeHome.at(folder);
        Files.createDirectories(home.machine());
        ReplacementFile.write(
                home.machine().resolve("replacements.json"), List.of(row("thorax", "toraks")));
        var told = new ArrayList<Replacements>();
        var book = new WordBook(home, told::add);
        assertEquals(List.of(), book.load(home));
        book.keep(List.of(row("nodul", "knute")));
        assertEquals("Knute i toraks", written(told.getLast(), "nodul i thorax"));
        var again = new WordBook(home, told::add);
        assertEquals(List.of(), again.load(home));
        assertEquals(List.of(row("nodul", "knute")), again.own());
        assertEquals(List.of(row("thorax", "toraks")), again.department());
    }

    @Test
    void aBrokenFileLeavesTheOthersInForce() throws Exception {
        var home = TydeHome.at(folder);
        Files.createDirectories(home.config());
        Files.writeString(home.config().resolve("replacements.json"), "x");
        var book = new WordBook(home, _ -> {});
        var refused = book.load(home);
        assertEquals(1, refused.size());
        assertTrue(book.own().isEmpty());
    }
}
