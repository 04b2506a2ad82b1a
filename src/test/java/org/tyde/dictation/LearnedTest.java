package org.tyde.dictation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.dictation.Learned.Count;
import org.tyde.dictation.Learned.Decision;
import org.tyde.dictation.Learned.Habit;
import org.tyde.dictation.words.Replacement;
import org.tyde.dictation.words.Step;
import org.tyde.dictation.words.TextNormalizer;
import org.tyde.refusal.Refusal;
import org.tyde.report.Caret;
import org.tyde.report.Section;
import org.tyde.settings.TydeHome;
import org.tyde.speech.Word;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What corrections by hand teach, and what they never do.
class LearnedTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final TextNormalizer NB = TextNormalizer.of(Locale.of("nb"));
    @TempDir Path folder;

    private final DictatedText dictated = new DictatedText();
    private String text = "";

    private void say(String said) {
        var words = Arrays.stream(said.split(" ")).map(w -> new Word(w, 0, 1, 1)).toList();
        for (var step : NB.steps(words))
            if (step instanceof Step.Say say) {
                var at = new Caret(Section.FINDINGS, text.length());
                var written = NB.write(say, text, "");
                edit(text + TextNormalizer.text(written));
                dictated.wrote(at, written);
            }
    }

    private void edit(String next) {
        text = next;
        dictated.changed(Section.FINDINGS, next);
    }

    private Learned learned() {
        return dictated.into(Learned.NOTHING, DAY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # dictated                          | by hand                          | heard            | made of it  | dictated | corrected
                    liten nodul i hengebryst punktum    | Liten nodul i Engebrigt.         | hengebryst       | Engebrigt   | 5 | 1
                    liten nodul i milt                  | Liten knute i milt               | nodul            | knute       | 4 | 1
                    lett pleura væske                   | Lett pleuravæske                 | pleura væske     | pleuravæske | 3 | 2
                    nodul måler tolv millimeter i milt  | Knute måler 12 mm i milt         | nodul            | Knute       | 5 | 1
                    """)
    void aWordThatIsTypedOverIsACorrection(
            String said, String hand, String heard, String written, int words, int corrected) {
        say(said);
        edit(hand);
        var learned = learned();
        assertEquals(List.of(new Habit(heard, written, 1, Decision.OPEN)), learned.habits());
        assertEquals(Map.of("2026-W48", new Count(words, corrected)), learned.weeks());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nodul i høyre hilus             | Nodul i venstre hilus
                    ingen fraktur i femur           | Liten fraktur i femur
                    nodul måler tolv millimeter nå  | Nodul måler 13 mm nå
                    fraktur i femur punktum         | Fraktur i femur,
                    """)
    void sidesDenialsNumbersAndMarksAreCountedButNeverLearned(String said, String hand) {
        say(said);
        edit(hand);
        var learned = learned();
        assertEquals(List.of(), learned.habits());
        assertEquals(1, learned.weeks().values().stream().mapToInt(Count::corrected).sum());
    }

    @Test
    void whatIsTypedBesideDictatedWordsIsNoCorrection() {
        say("ingen fraktur punktum");
        edit("Klinisk: smerter. " + text);
        edit(text + " Ellers normalt.");
        say("liten cyste");
        var learned = learned();
        assertEquals(List.of(), learned.habits());
        assertEquals(new Count(5, 0), learned.weeks().get("2026-W48"));
    }

    @Test
    void aSentenceThatIsWrittenAnewIsNoCorrection() {
        say("liten nodul i milten uten endring fra tidligere");
        edit("Milten er helt normal og har ingen forandringer nå");
        assertEquals(Learned.NOTHING, learned());
    }

    @Test
    void whatIsTakenAwayWholeIsForgotten() {
        say("ingen fraktur");
        edit("");
        assertEquals(Learned.NOTHING, learned());
    }

    @Test
    void aCorrectionIsOfferedWhenItWasMadeThreeTimesAndDecidedByTheUser() {
        var learned = Learned.NOTHING;
        for (int i = 0; i < 2; i++) learned = learned.corrected("nodul", "knute");
        assertEquals(List.of(), learned.offers());
        learned = learned.corrected("nodul", "knute");
        var habit = learned.offers().getFirst();
        assertFalse(habit.misheard());
        var rejected = learned.decided(habit, Decision.REJECTED);
        assertEquals(List.of(), rejected.offers());
        for (int i = 0; i < 3; i++) rejected = rejected.corrected("nodul", "knute");
        assertEquals(1, rejected.offers().size(), "offered again after three more");
        var never = learned.decided(habit, Decision.NEVER);
        for (int i = 0; i < 9; i++) never = never.corrected("nodul", "knute");
        assertEquals(List.of(), never.offers());
        assertEquals(List.of(), learned.decided(habit, Decision.ACCEPTED).offers());
    }

    @Test
    void whatSoundsAlikeWasMisheard() {
        assertTrue(new Habit("fortetting", "fortetning", 3, Decision.OPEN).misheard());
        assertFalse(new Habit("nodul", "knute", 3, Decision.OPEN).misheard());
    }

    @Test
    void nothingHoldsBeforeItIsAcceptedAndAllCanBeForgotten() throws Exception {
        var home = TydeHome.at(folder);
        var book = new WordBook(home, _ -> {});
        for (int i = 0; i < 3; i++) {
            say("liten nodul i milt");
            edit(text.replaceFirst("nodul(?!.*nodul)", "knute"));
        }
        book.learn(dictated, DAY);
        assertEquals(List.of(), book.own());
        var habit = book.learned().offers().getFirst();
        book.decide(habit, Decision.ACCEPTED);
        assertEquals(List.of(new Replacement("nodul", "knute")), book.own());
        var again = new WordBook(home, _ -> {});
        assertEquals(List.of(), again.load(home));
        assertEquals(book.learned(), again.learned());
        again.forget();
        assertFalse(
                Files.readString(home.data().resolve("learned.json")).contains("nodul"),
                "nothing of it stays on disk");
    }

    @Test
    void aFileOfLearnedWordsThatIsNoneIsSaid() throws Exception {
        var file = folder.resolve("learned.json");
        Files.writeString(file, "{\"version\": 9}");
        var refusal = assertThrows(Refusal.class, () -> LearnedFile.read(file));
        assertEquals(DictationReason.WORDS_UNREADABLE, refusal.reason());
    }
}
