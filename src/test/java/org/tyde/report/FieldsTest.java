package org.tyde.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tyde.report.Field.Kind;

import java.util.List;
import java.util.Optional;
import java.util.Set;

class FieldsTest {
    private static final Field SIZE =
            new Field(
                    "size",
                    "Størrelse",
                    new Kind.Numeric(Optional.of("mm"), Optional.empty(), Optional.empty()),
                    true,
                    Optional.empty());
    private static final Field PLACE =
            new Field("place", "Sted", new Kind.Words(), false, Optional.empty());
    private static final String TEXT = "Nodul: [Størrelse] mm\nSted: [Sted]\nEllers normalt.";

    private final ReportContent content =
            new ReportContent(
                    ReportText.EMPTY.with(Section.FINDINGS, TEXT),
                    new Caret(Section.FINDINGS, 0),
                    List.of(mark(7, 18, SIZE), mark(28, 34, PLACE)),
                    Shape.PLAIN);

    private static Mark mark(int start, int end, Field field) {
        return new Mark(Section.FINDINGS, start, end, new Meaning.Filled(field));
    }

    private static String text(ReportContent content) {
        return content.text().of(Section.FINDINGS);
    }

    private ReportContent write(ReportContent into, int from, int to, String with) {
        return into.replaced(Section.FINDINGS, from, to, with, Set.of());
    }

    @Test
    void whatIsWrittenAnywhereInAnOpenFieldTakesThePlaceOfItsPlaceholder() {
        for (int at = 7; at <= 18; at++) {
            var filled = write(content, at, at, "8");
            assertEquals("Nodul: 8 mm\nSted: [Sted]\nEllers normalt.", text(filled));
            assertEquals(Optional.of("8"), filled.value(filled.fields().getFirst()));
            assertEquals(Optional.empty(), filled.value(filled.fields().getLast()));
        }
    }

    @Test
    void whatIsWrittenAtTheEndOfAFilledFieldBelongsToIt() {
        var filled = write(write(content, 7, 7, "8"), 8, 8, ",4");
        assertEquals(Optional.of("8,4"), filled.value(filled.fields().getFirst()));
    }

    /// Words of the trial model are marked until a person has written them anew, whatever their form.
    @Test
    void aValueInAnotherFormIsMarkedAsItWas() {
        var why = Set.<Meaning>of(new Meaning.Trial());
        var said = content.replaced(Section.FINDINGS, 7, 7, "8,0", why);
        var formed = said.formed(said.fields().getFirst(), "8");
        assertEquals("Nodul: 8 mm\nSted: [Sted]\nEllers normalt.", text(formed));
        assertTrue(formed.marks().contains(new Mark(Section.FINDINGS, 7, 8, new Meaning.Trial())));
        assertEquals(Optional.of("8"), formed.value(formed.fields().getFirst()));
    }

    @Test
    void anEmptiedFieldIsOpenAgain() {
        var emptied = write(write(content, 7, 7, "8"), 7, 8, "");
        assertEquals(TEXT, text(emptied));
        assertEquals(content.fields(), emptied.fields());
        assertEquals(new Caret(Section.FINDINGS, 7), emptied.caret());
    }

    @Test
    void aBiteOutOfAnOpenFieldTakesItWhole() {
        assertEquals("Nodul:  mm\nSted: [Sted]\nEllers normalt.", text(write(content, 6, 9, " ")));
        assertEquals(1, write(content, 6, 9, " ").fields().size());
    }

    @Test
    void aNewLineAfterAFieldIsNotOfIt() {
        var filled = write(content, 28, 28, "høyre overlapp");
        var next = write(filled, 42, 42, "\nNy linje");
        assertEquals(Optional.of("høyre overlapp"), next.value(next.fields().getLast()));
    }

    @Test
    void openFieldsThatNeedNotBeFilledLeaveNoLabelBehind() {
        var finished = write(content, 7, 7, "8").finished();
        assertEquals("Nodul: 8 mm\nEllers normalt.", finished.of(Section.FINDINGS));
    }

    @Test
    void openRequiredFieldsStayInTheText() {
        assertTrue(content.finished().of(Section.FINDINGS).contains("[Størrelse]"));
    }

    @Test
    void aDraftKeepsFieldsViewsSoundAndShape() throws Exception {
        var view =
                new View(
                        "1x2",
                        1,
                        List.of(
                                new View.Pane(
                                        0,
                                        "2.25.1",
                                        "2.25.2",
                                        "2.25.3",
                                        7,
                                        Optional.of(new View.Levels(-600, 1500)))));
        var all =
                new ReportContent(
                        content.text(),
                        content.caret(),
                        List.of(
                                content.marks().getFirst(),
                                new Mark(Section.FINDINGS, 0, 5, new Meaning.SaidAt(view)),
                                new Mark(
                                        Section.FINDINGS,
                                        19,
                                        21,
                                        new Meaning.Uncertain(
                                                0.5, Optional.of(new SoundPlace("p1", 1.5, 2)))),
                                new Mark(
                                        Section.FINDINGS,
                                        36,
                                        40,
                                        new Meaning.Measured("2.25.9", 8.4, "mm"))),
                        new Shape(Optional.of("2.25.5"), Optional.of("R:"), true));
        var json = new DraftJson();
        var head = Reports.begin().head();
        var back = json.read(head.id().value(), json.write(head, all, false)).content();
        assertEquals(all, back);
    }
}
