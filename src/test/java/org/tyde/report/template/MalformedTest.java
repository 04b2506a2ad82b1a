package org.tyde.report.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tyde.refusal.Refusal;
import org.tyde.refusal.Sentences;
import org.tyde.report.Field;
import org.tyde.report.Section;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Templates and autotexts that are none, or that never end: each is refused in one sentence.
class MalformedTest {
    @ParameterizedTest
    @EnumSource(TemplateReason.class)
    void everyReasonIsOneSentenceInBothLanguages(TemplateReason reason) {
        for (var language : List.of("en", "nb")) {
            var said = Sentences.of(new Refusal(reason, "A", "B", "C"), Locale.of(language));
            assertTrue(said.matches("(?s)[^.?!]+[.]|[^.?!]+: A"), said);
            assertFalse(said.contains("{0}") || said.contains("''"), said);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '§',
            textBlock =
                    """
                    Lever: [Lever        ! A bracket is not closed: [Lever
                    Lever: [             ! A bracket is not closed: [
                    [Lever [Milt]]       ! A bracket is not closed: [Lever [Milt]]
                    {alder               ! A bracket is not closed: {alder
                    [Lever\\\\]          ! A bracket is not closed: [Lever\\\\]
                    [ ]                  ! A field has no name, or a bracket in it.
                    [: #mm]              ! A field has no name, or a bracket in it.
                    [Side: +]            ! The field “Side” has nothing to choose from.
                    [Side: | |]          ! The field “Side” has nothing to choose from.
                    [Mål: #mm 0-300]     ! What the field “Mål” takes cannot be read.
                    [Mål: # 0..1 2..3]   ! What the field “Mål” takes cannot be read.
                    [Mål: #mm a..b]      ! What the field “Mål” takes cannot be read.
                    [Mål: #mm 9..1]      ! The field “Mål” has its smallest number above its largest.
                    {blodtype}           ! Nothing is called {blodtype}.
                    {}                   ! Nothing is called {}.
                    """)
    void aSectionThatCannotBeReadIsRefused(String text, String sentence) {
        var written = text.replace("\\\\", "\\");
        var refused =
                assertThrows(Refusal.class, () -> Notation.template(written, List.<Field>of()));
        assertEquals(sentence.replace("\\\\", "\\"), refused.getMessage());
    }

    @Test
    void whatIsLongerThanAReportIsRefused() {
        var refused =
                assertThrows(
                        Refusal.class,
                        () -> Notation.template("x".repeat(100_001), List.<Field>of()));
        assertEquals("The text becomes longer than 100,000 characters.", refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"ISO-8859-1", "UTF-16", "UTF-16LE"})
    void aFileInAnotherEncodingIsRefusedAndNotGuessedAt(String charset) {
        var bytes = "<p>Øvre abdomen: på åtte måter</p>".getBytes(Charset.forName(charset));
        var refused = assertThrows(Refusal.class, () -> MrrtReader.read(bytes, "x.html"));
        assertEquals(TemplateReason.NOT_UTF8, refused.reason());
        assertEquals(Optional.of("x.html"), refused.place());
    }

    @Test
    void aByteOrderMarkIsNoWord() throws Exception {
        var file = "\uFEFF<!DOCTYPE html><title>Kne</title><p>Normalt kne.</p>";
        var read = MrrtReader.read(file.getBytes(StandardCharsets.UTF_8), "x.html");
        assertEquals(
                List.of(new Piece.Words("Normalt kne.")),
                read.template().part(Section.FINDINGS).orElseThrow().pieces());
    }

    @Test
    void turnedBoundsOfAFileAreLeftOutAndSaid() throws Exception {
        var file =
                "<title>x</title><input type=number name=Mål id=m min=9 max=1 data-field-units=mm>";
        var read = MrrtReader.read(file.getBytes(StandardCharsets.UTF_8), "x.html");
        assertEquals(
                new Field.Kind.Numeric(Optional.of("mm"), Optional.empty(), Optional.empty()),
                read.template().slots().findFirst().orElseThrow().field().kind());
        var said = read.warnings().stream().map(Refusal::getMessage).toList();
        assertTrue(
                said.contains(
                        "The field “Mål” has its smallest number above its largest; both are left"
                                + " out."),
                said::toString);
    }

    @Test
    void oneBrokenFileOfTheDepartmentTakesNoOtherWithIt(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a.html"), "<title>Kne</title><p>Normalt kne.</p>");
        Files.write(folder.resolve("b.html"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
        Files.writeString(folder.resolve("c.html"), "<html></html>");
        Files.createDirectory(folder.resolve("d.html"));
        var read = new TemplateLibrary(folder, folder.resolve("own")).read();
        assertTrue(
                read.templates().stream().anyMatch(h -> h.template().head().title().equals("Kne")));
        assertEquals(
                List.of(TemplateReason.NOT_UTF8, TemplateReason.EMPTY, TemplateReason.UNREADABLE),
                read.refused().stream().map(Refusal::reason).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
                    {LUNGE}           ! The autotext refers to itself: lunge → lunge.
                    x {hjerte} y      ! The autotext refers to itself: lunge → hjerte → bukhule → lunge.
                    """)
    void whatTheDepartmentsFileTurnsInACircleIsRefusedWhereItIsPutIn(String text, String sentence) {
        var book =
                new AutotextBook(
                        List.of(
                                new Autotext("lunge", text),
                                new Autotext("hjerte", "{bukhule}"),
                                new Autotext("bukhule", "a {Lunge}")),
                        List.of());
        var refused = assertThrows(Refusal.class, () -> book.pieces("lunge"));
        assertEquals(sentence, refused.getMessage());
    }

    @Test
    void anOwnOneThatTurnsTheDepartmentsInACircleIsRefused() {
        var book =
                new AutotextBook(
                        List.of(new Autotext("lunge", "{hjerte}"), new Autotext("hjerte", "fri")),
                        List.of());
        var refused =
                assertThrows(Refusal.class, () -> book.with(new Autotext("Hjerte", "{lunge}")));
        assertEquals(
                "The autotext refers to itself: Hjerte → lunge → Hjerte.", refused.getMessage());
    }

    @Test
    void aChainWithoutEndIsRefusedBeforeTheStackIs() {
        var texts = new ArrayList<Autotext>();
        for (int i = 0; i < 50_000; i++)
            texts.add(new Autotext("navn " + i, "{navn %d}".formatted(i + 1)));
        var book = new AutotextBook(texts, List.of());
        var refused = assertThrows(Refusal.class, () -> book.pieces("navn 0"));
        assertEquals("The autotext becomes more than 2,000 parts.", refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '§',
            textBlock =
                    """
                    {"version":1,"autotexts":[{"text":"x"}]}               ! NAME_UNUSABLE
                    {"version":1,"autotexts":[{"name":" ","text":"x"}]}    ! NAME_UNUSABLE
                    {"version":1,"autotexts":[7]}                          ! NAME_UNUSABLE
                    {"version":1,"autotexts":[{"name":"lu{ng}e"}]}         ! NAME_UNUSABLE
                    {"version":2,"autotexts":[]}                           ! UNREADABLE
                    {"version":1,"autotexts":[                             ! UNREADABLE
                    """)
    void aFileOfAutotextsThatIsNoneIsRefused(String text, String reason, @TempDir Path folder)
            throws Exception {
        var file = Files.writeString(folder.resolve("own.json"), text);
        var refused = assertThrows(Refusal.class, () -> AutotextFiles.read(file));
        assertEquals(reason, refused.reason().toString());
    }
}
