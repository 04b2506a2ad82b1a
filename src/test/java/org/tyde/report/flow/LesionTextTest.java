package org.tyde.report.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tyde.dicom.Code;
import org.tyde.dicom.PersonName;
import org.tyde.evidence.MeasuredValue;
import org.tyde.measure.Unit;
import org.tyde.reading.LesionRemark;
import org.tyde.reading.Tracked;
import org.tyde.refusal.Refusal;
import org.tyde.report.Meaning;
import org.tyde.report.Referral;
import org.tyde.report.Report;
import org.tyde.report.ReportHead;
import org.tyde.report.ReportId;
import org.tyde.report.ReportKind;
import org.tyde.report.Section;
import org.tyde.report.check.Surroundings.Threshold;
import org.tyde.report.flow.ChangeText.Manner;
import org.tyde.report.flow.MeasuredText.Rounding;
import org.tyde.report.lesion.LesionTable;
import org.tyde.report.lesion.Sighting;
import org.tyde.report.lesion.Size;
import org.tyde.report.lesion.TimePoint;
import org.tyde.study.Laterality;
import org.tyde.study.PatientId;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

class LesionTextTest {
    private static final Manner NORWEGIAN = Manner.usual(Locale.of("nb", "NO"));
    private static final TimePoint MARCH = at("march", 3);
    private static final TimePoint NOW = at("now", 11);
    private static final Code LENGTH = new Code("410668003", "SCT", "Length");
    private static final Code SHORT = new Code("103340004", "SCT", "Short Axis");
    private static final Code VOLUME = new Code("118565006", "SCT", "Volume");
    private Report report;

    LesionTextTest() {
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
                        "now",
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

    private static TimePoint at(String uid, int month) {
        return new TimePoint(uid, Optional.of(LocalDateTime.of(2026, month, 14, 10, 0)));
    }

    private static Sighting seen(
            String key, Tracked lesion, TimePoint in, Code what, double value, String unit) {
        return new Sighting(
                key,
                lesion,
                in.studyUid(),
                Size.of(
                        List.of(
                                new MeasuredValue(
                                        what, Optional.empty(), value, new Unit(unit, unit)))),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static Tracked lesion(String name) {
        return new Tracked("2.25." + (name.hashCode() & 0xffff), name);
    }

    private static LesionTable table(List<LesionRemark> remarks, Sighting... seen) {
        return LesionTable.of(NOW, List.of(MARCH, NOW), Arrays.asList(seen), remarks);
    }

    private String findings() {
        return report.text().of(Section.FINDINGS);
    }

    private List<String> numbers() {
        return report.marks().stream()
                .filter(m -> m.meaning() instanceof Meaning.Measured)
                .map(m -> findings().substring(m.start(), m.end()))
                .toList();
    }

    @Test
    void aLengthMeasuredBeforeIsASentenceWithBothNumbersMeasured() throws Exception {
        var s7 = lesion("S7");
        var table =
                table(
                        List.of(),
                        seen("1.2#1", s7, MARCH, LENGTH, 8, "mm"),
                        seen("drawn", s7, NOW, LENGTH, 12, "mm"));
        LesionText.insert(report, table, table.rows().getFirst(), NORWEGIAN);
        assertEquals("S7: økt fra 8 til 12 mm siden 14.03.2026 (+4 mm, +50 %).", findings());
        assertEquals(List.of("8", "12 mm"), numbers());
        assertEquals(
                List.of(),
                MeasuredText.stale(report.content(), List.of()).stream()
                        .filter(
                                s ->
                                        s.mark().meaning() instanceof Meaning.Measured(var t, _, _)
                                                && t.equals("1.2#1"))
                        .toList(),
                "what stands in a document is never out of date");
    }

    @Test
    void theTableIsALineForEachAndSaysWhatWasNotMeasuredAndWhatIsGone() throws Exception {
        var known =
                new Tracked(
                        "2.25.9",
                        "M1",
                        Optional.of(new Code("27925004", "SCT", "Nodule")),
                        Optional.of(new Code("39607008", "SCT", "Lung")),
                        Optional.of(Laterality.LEFT));
        var table =
                table(
                        List.of(new LesionRemark(lesion("G").uid(), LesionRemark.Kind.GONE)),
                        seen("a#1", known, MARCH, SHORT, 8, "mm"),
                        seen("a#2", lesion("G"), MARCH, LENGTH, 7, "mm"),
                        seen("a#3", lesion("V"), MARCH, VOLUME, 1500, "mm3"),
                        seen("b", lesion("V"), NOW, VOLUME, 2, "ml"),
                        seen("c", lesion("N"), NOW, LENGTH, 5, "mm"));
        LesionText.insert(report, table, NORWEGIAN);
        assertEquals(
                """
                M1, nodul, lunge, venstre, korteste akse: 8 mm (14.03.2026) → ikke målt (14.11.2026).
                G: 7 mm (14.03.2026) → borte (14.11.2026).
                V, volum: 1,5 ml (14.03.2026) → 2,0 ml (14.11.2026), +0,5 ml, +33 %.
                N: 5 mm (14.11.2026), målt første gang.\
                """
                        .strip(),
                findings());
        assertEquals(List.of("8 mm", "7 mm", "1,5 ml", "2,0 ml", "5 mm"), numbers());
        report.undo();
        assertEquals("", findings(), "one step");
    }

    @Test
    void targetsAreAddedUpAndTheResponseIsPutInByAnActOfItsOwn() throws Exception {
        var a = lesion("A");
        var b = lesion("B");
        var remarks =
                List.of(
                        new LesionRemark(a.uid(), LesionRemark.Kind.TARGET),
                        new LesionRemark(b.uid(), LesionRemark.Kind.TARGET));
        var table =
                table(
                        remarks,
                        seen("a#1", a, MARCH, LENGTH, 60, "mm"),
                        seen("a#2", b, MARCH, LENGTH, 40, "mm"),
                        seen("c", a, NOW, LENGTH, 40, "mm"),
                        seen("d", b, NOW, LENGTH, 25, "mm"));
        assertEquals(
                "Sum av diametre av 2 mållesjoner: 100 mm (14.03.2026) → 65 mm (14.11.2026).",
                LesionText.sum(table, NORWEGIAN));
        LesionText.insertResponse(report, table, NORWEGIAN);
        assertEquals(
                "Mållesjoner etter RECIST 1.1: partiell respons (PR) (\u221235 % fra utgangspunktet"
                        + " 14.03.2026).",
                findings());
        var none = table(List.of(), seen("a#1", a, MARCH, LENGTH, 60, "mm"));
        var refused =
                assertThrows(
                        Refusal.class, () -> LesionText.insertResponse(report, none, NORWEGIAN));
        assertEquals(FlowReason.NO_RESPONSE, refused.reason());
    }

    @Test
    void numbersAreRoundedAsSetAndAChangeIsWhatIsSetToBeOne() {
        var manner = new Manner(new Threshold(60, 60, 2), new Rounding(true, 1, 1), Locale.ENGLISH);
        var s7 = lesion("S7");
        var table =
                table(
                        List.of(),
                        seen("1.2#1", s7, MARCH, LENGTH, 8, "mm"),
                        seen("drawn", s7, NOW, LENGTH, 12.3, "mm"));
        var row = table.rows().getFirst();
        assertEquals("+0.4 cm, +53.8 %", LesionText.standing(row, manner).orElseThrow());
        assertEquals("1.2 cm", LesionText.size(12.3, row.kind(), manner));
        assertEquals(
                "No definite change, from 8 to 12 mm.",
                ChangeText.sentence(
                        new ChangeText.Pair(
                                new org.tyde.report.check.Surroundings.Value(
                                        "a", 8, "mm", Optional.empty()),
                                new org.tyde.report.check.Surroundings.Value(
                                        "b", 12.3, "mm", Optional.empty()),
                                Optional.empty()),
                        new Manner(new Threshold(60, 60, 2), Rounding.WHOLE, Locale.ENGLISH)));
    }

    @Test
    void codesThatAreKnownHaveTheReadersWordsOthersTheirOwn() {
        var lung = new Code("39607008", "SCT", "Lung structure");
        assertEquals("lunge", CodedWords.of(lung, Locale.of("nb")));
        assertEquals("lung", CodedWords.of(lung, Locale.ENGLISH));
        assertEquals(
                "Something",
                CodedWords.of(new Code("39607008", "99X", "Something"), Locale.ENGLISH));
        assertEquals("99X 7", CodedWords.of(new Code("7", "99X", " "), Locale.ENGLISH));
    }
}
