package org.tyde.report.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.refusal.Refusal;
import org.tyde.report.Caret;
import org.tyde.report.Meaning;
import org.tyde.report.ReportContent;
import org.tyde.report.ReportText;
import org.tyde.report.Section;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Words with a name.
class AutotextTest {
    private static final MergeValues VALUES =
            new MergeValues(Map.of(MergeValue.AGE, "64 år"), Optional.empty(), Locale.of("nb"));

    private static AutotextBook book(String... namesAndTexts) throws Refusal {
        var book = AutotextBook.EMPTY;
        for (int i = 0; i < namesAndTexts.length; i += 2)
            book = book.with(new Autotext(namesAndTexts[i], namesAndTexts[i + 1]));
        return book;
    }

    private static ReportContent written(String findings) {
        return ReportContent.plain(
                new ReportText(Map.of(Section.FINDINGS, findings)),
                new Caret(Section.FINDINGS, findings.length()));
    }

    @Test
    void aDayThatBecomesKnownGoesWhereItWasAskedForAndTheCaretStays() throws Exception {
        var book = book("sammenlignet", "Sml. {tidligere dato} og {alder}. [Funn]");
        var asked = Filling.inserted(book.pieces("sammenlignet"), written(""), 0, VALUES);
        var text = asked.text().of(Section.FINDINGS);
        var at = asked.with(new Caret(Section.FINDINGS, text.length()));
        var known =
                new MergeValues(
                        Map.of(MergeValue.PRIOR_DATE, "14.03.2026"),
                        Optional.empty(),
                        Locale.of("nb"));
        var next = Filling.known(MergeValue.PRIOR_DATE, at, known);
        assertEquals("Sml. 14.03.2026 og 64 år. [Funn]", next.text().of(Section.FINDINGS));
        assertEquals(
                next.text().of(Section.FINDINGS).length(),
                next.caret().offset(),
                "behind it still");
        assertEquals(next, Filling.known(MergeValue.PRIOR_DATE, next, VALUES));
    }

    @Test
    void anAutotextTakesThePlaceOfItsTypedNameAndTheCaretGoesToItsFirstField() throws Exception {
        var book =
                book(
                        "nodul",
                        "Nodul i [Lapp: høyre overlapp|venstre overlapp] på [Størrelse:" + " #mm].",
                        "lunge nodul",
                        "Pasient på {alder}. {nodul}");
        var now = written("Tidligere frisk. lunge nodul");
        var name = book.typed("Tidligere frisk. lunge nodul").orElseThrow();
        assertEquals("lunge nodul", name, "the longest name counts");
        var next = Filling.inserted(book.pieces(name), now, name.length(), VALUES);
        assertEquals(
                "Tidligere frisk. Pasient på 64 år. Nodul i [Lapp] på [Størrelse].",
                next.text().of(Section.FINDINGS));
        assertEquals(2, next.fields().size());
        assertEquals(
                "[Lapp]",
                next.text()
                        .of(Section.FINDINGS)
                        .substring(
                                next.fields().getFirst().start(), next.fields().getFirst().end()));
        assertEquals(next.fields().getFirst().start(), next.caret().offset());
    }

    @Test
    void aMeasurementKeepsWhatItCameFromAndWhatIsUnknownStaysOpen() throws Exception {
        var measured = new Meaning.Measured("1.2.3", 12.4, "mm");
        var values =
                new MergeValues(
                        Map.of(MergeValue.MEASUREMENTS, "12 mm"),
                        Optional.of(measured),
                        Locale.of("nb"));
        var book = book("måling", "Måler {målinger}, sammenlignet med {tidligere dato}.");
        var next = Filling.inserted(book.pieces("måling"), written("Funn. "), 0, values);
        var text = next.text().of(Section.FINDINGS);
        assertEquals("Funn. Måler 12 mm, sammenlignet med [Tidligere dato].", text);
        var mark =
                next.marks().stream()
                        .filter(m -> m.meaning().equals(measured))
                        .findFirst()
                        .orElseThrow();
        assertEquals("12 mm", text.substring(mark.start(), mark.end()));
        assertEquals(
                text.indexOf('['), next.caret().offset(), "the caret goes to what is not known");
    }

    @Test
    void aNameWithinAWordIsNoName() throws Exception {
        assertEquals(Optional.empty(), book("nodul", "x").typed("mikronodul"));
    }

    @Test
    void whatRefersToItselfIsRefusedDirectlyAndRoundAbout() throws Exception {
        var direct = assertThrows(Refusal.class, () -> book("lunge", "{lunge}"));
        assertEquals(TemplateReason.REFERS_TO_ITSELF, direct.reason());
        var book = book("hjerte", "normal", "lunge", "{hjerte}");
        var about = assertThrows(Refusal.class, () -> book.with(new Autotext("hjerte", "{lunge}")));
        assertEquals(List.of("hjerte → lunge → hjerte"), about.arguments());
    }

    @Test
    void whatGrowsWithoutEndIsRefused() throws Exception {
        var texts = new java.util.ArrayList<Autotext>();
        texts.add(new Autotext("navn 0", ""));
        for (int i = 1; i < 30; i++)
            texts.add(new Autotext("navn " + i, "{navn %d}{navn %d}".formatted(i - 1, i - 1)));
        var book = new AutotextBook(texts, List.of());
        var refused = assertThrows(Refusal.class, () -> book.pieces("navn 29"));
        assertEquals(TemplateReason.TOO_MANY_PIECES, refused.reason());
    }

    @ParameterizedTest
    @CsvSource({
        "ro, NAME_TOO_SHORT",
        "x, NAME_UNUSABLE",
        "a{b}c, NAME_UNUSABLE",
        "lunge, NO_SUCH_AUTOTEXT"
    })
    void aNameOrTextThatCannotBeIsRefused(String name, String reason) {
        var refused =
                assertThrows(
                        Refusal.class,
                        () -> AutotextBook.EMPTY.with(new Autotext(name, "{finnes ikke}")));
        assertEquals(reason, refused.reason().name());
    }

    @Test
    void theUsersOwnGoesBeforeTheDepartmentsAndIsKept(@TempDir Path folder) throws Exception {
        var files = new AutotextFiles(folder.resolve("shared.json"), folder.resolve("own.json"));
        Files.writeString(
                folder.resolve("shared.json"),
                "{\"version\":1,\"autotexts\":[{\"name\":\"Lunge\",\"text\":\"felles\"}]}");
        files.keep(files.read().book().with(new Autotext("lunge", "min egen")));
        assertEquals(List.of(new Piece.Words("min egen")), files.read().book().pieces("LUNGE"));
        files.keep(files.read().book().without("lunge"));
        assertEquals(List.of(new Piece.Words("felles")), files.read().book().pieces("lunge"));
    }

    @ParameterizedTest
    @CsvSource({"{", "[]", "'{\"version\":9}'", "''"})
    void aFileThatIsNoneIsRefusedWithItsName(String text, @TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("own.json"), text);
        var refused = assertThrows(Refusal.class, () -> AutotextFiles.read(file));
        assertTrue(refused.getMessage().contains("own.json"), refused.getMessage());
    }
}
