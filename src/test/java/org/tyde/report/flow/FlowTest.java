package org.tyde.report.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tyde.dicom.PersonName;
import org.tyde.refusal.Refusal;
import org.tyde.report.Caret;
import org.tyde.report.Field;
import org.tyde.report.Mark;
import org.tyde.report.Meaning;
import org.tyde.report.Referral;
import org.tyde.report.Report;
import org.tyde.report.ReportHead;
import org.tyde.report.ReportId;
import org.tyde.report.ReportKind;
import org.tyde.report.Section;
import org.tyde.report.View;
import org.tyde.report.check.Surroundings.Value;
import org.tyde.report.flow.ChangeText.Manner;
import org.tyde.report.flow.MeasuredText.Rounding;
import org.tyde.study.PatientId;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

class FlowTest {
    private static final Locale NORWEGIAN = Locale.of("nb", "NO");
    private static final View VIEW = new View("1x1", 0, List.of());
    private Report report;

    FlowTest() {
        report = begin();
    }

    @BeforeEach
    void anew() {
        report = begin();
    }

    private static Report begin() {
        var head =
                new ReportHead(
                        ReportId.create(),
                        ReportKind.REPORT,
                        "2.25.1",
                        new PatientId("1", Optional.empty()),
                        PersonName.parse("Bråten^Kari"),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        "CT thorax",
                        "CT",
                        List.of());
        return Report.begin(head, Referral.NONE);
    }

    private static Value length(String id, double mm) {
        return new Value(id, mm, "mm", Optional.empty());
    }

    private String findings() {
        return report.text().of(Section.FINDINGS);
    }

    @Test
    void aSecondLengthRightBehindTheFirstIsItsOtherAxisAndBothStayMeasured() throws Exception {
        report.type(Section.FINDINGS, 0, 0, "Nodul");
        MeasuredText.insert(report, length("a", 12.2), Rounding.WHOLE, NORWEGIAN);
        assertEquals("Nodul 12 mm", findings());
        MeasuredText.insert(report, length("b", 7.8), Rounding.WHOLE, NORWEGIAN);
        assertEquals("Nodul 12 × 8 mm", findings());
        assertEquals(
                List.of("12", "8 mm"),
                report.marks().stream()
                        .map(m -> findings().substring(m.start(), m.end()))
                        .toList());
        report.undo();
        assertEquals("Nodul 12 mm", findings());
    }

    @Test
    void numbersAreWrittenAsTheReportsLanguageWritesThem() {
        var hu = new Value("h", -12.4, "[hnsf'U]", Optional.empty());
        var suv = new Value("s", 8.24, "{SUVbw}g/ml", Optional.empty());
        assertEquals("12,4 mm", MeasuredText.text(length("a", 12.36), Rounding.TENTH, NORWEGIAN));
        assertEquals("\u221212 HU", MeasuredText.text(hu, Rounding.WHOLE, NORWEGIAN));
        assertEquals("SUV 8,2", MeasuredText.text(suv, Rounding.WHOLE, NORWEGIAN));
        assertEquals("SUV 8.2", MeasuredText.text(suv, Rounding.WHOLE, Locale.ENGLISH));
    }

    @Test
    void aNumericFieldTakesTheNumberInItsOwnUnitAndRefusesAnother() throws Exception {
        field("cm");
        MeasuredText.insert(report, length("a", 12.2), Rounding.WHOLE, NORWEGIAN);
        assertEquals("Størrelse 1,2 cm", findings());
        assertTrue(report.marks().stream().anyMatch(m -> m.field().isPresent()));
        report = begin();
        field("[hnsf'U]");
        var refused =
                assertThrows(
                        Refusal.class,
                        () ->
                                MeasuredText.insert(
                                        report, length("a", 12.2), Rounding.WHOLE, NORWEGIAN));
        assertEquals(FlowReason.OTHER_UNIT, refused.reason());
        assertEquals("Størrelse [mål] cm", findings());
    }

    private void field(String unit) throws Refusal {
        report.type(Section.FINDINGS, 0, 0, "Størrelse [mål] cm");
        var field =
                new Field(
                        "size",
                        "mål",
                        new Field.Kind.Numeric(
                                Optional.of(unit), Optional.empty(), Optional.empty()),
                        false,
                        Optional.empty());
        report.hang(List.of(new Mark(Section.FINDINGS, 10, 15, new Meaning.Filled(field))));
        report.place(new Caret(Section.FINDINGS, 11));
    }

    @Test
    void aChangedMeasurementIsToldAndTakenOverOnlyByAnAct() throws Exception {
        MeasuredText.insert(report, length("a", 12.2), Rounding.WHOLE, NORWEGIAN);
        assertEquals(List.of(), MeasuredText.stale(report.content(), List.of(length("a", 12.2))));
        var stale = MeasuredText.stale(report.content(), List.of(length("a", 14.1)));
        assertEquals("12 mm", stale.getFirst().text());
        assertEquals("12 mm", findings());
        MeasuredText.update(report, stale.getFirst(), Rounding.WHOLE, NORWEGIAN);
        assertEquals("14 mm", findings());
        assertEquals(List.of(), MeasuredText.stale(report.content(), List.of(length("a", 14.1))));
        assertEquals(
                Optional.empty(),
                MeasuredText.stale(report.content(), List.of()).getFirst().now(),
                "deleted");
        report.undo();
        assertEquals("12 mm", findings());
    }

    @Test
    void aLesionsChangeIsOneSentenceWithBothNumbersMeasured() throws Exception {
        var pair =
                new ChangeText.Pair(
                        length("old", 8),
                        length("new", 12),
                        Optional.of(LocalDate.of(2026, 3, 14)));
        ChangeText.insert(report, "", pair, Manner.usual(NORWEGIAN));
        assertEquals("Økt fra 8 til 12 mm siden 14.03.2026 (+4 mm, +50 %).", findings());
        assertEquals(2, report.marks().size());
        var same = new ChangeText.Pair(length("old", 8), length("new", 9), Optional.empty());
        assertEquals(
                "No definite change, from 8 to 9 mm.",
                ChangeText.sentence(same, Manner.usual(Locale.ENGLISH)));
    }

    @Test
    void aSentenceKeepsOneViewTheOneAtItsEnd() throws Exception {
        report.type(Section.FINDINGS, 0, 0, "Nodul i høyre");
        SaidAtViews.keep(report, VIEW);
        assertEquals(List.of(), report.marks(), "not at its end yet");
        report.type(Section.FINDINGS, 13, 13, " overlapp.");
        SaidAtViews.keep(report, VIEW);
        SaidAtViews.keep(report, VIEW);
        assertEquals(1, report.marks().size());
        report.type(Section.FINDINGS, 23, 23, " Ingen væske.");
        SaidAtViews.keep(report, VIEW);
        assertEquals(
                List.of("Nodul i høyre overlapp.", "Ingen væske."),
                report.marks().stream()
                        .map(m -> findings().substring(m.start(), m.end()))
                        .toList());
        assertEquals(
                Optional.of(VIEW),
                SaidAtViews.at(report.content(), new Caret(Section.FINDINGS, 3)));
    }

    @Test
    void aKeyImageStandsInTheTextByItsNumbersAndRemembersItsView() throws Exception {
        report.type(Section.FINDINGS, 0, 0, "Nodul");
        KeyImageText.insert(report, OptionalInt.of(3), 45, VIEW, NORWEGIAN);
        assertEquals("Nodul (serie 3, bilde 45)", findings());
        assertTrue(report.marks().getFirst().meaning() instanceof Meaning.SaidAt);
    }
}
