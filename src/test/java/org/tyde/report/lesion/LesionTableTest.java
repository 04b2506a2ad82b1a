package org.tyde.report.lesion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.dicom.Code;
import org.tyde.evidence.MeasuredValue;
import org.tyde.evidence.ReadGroup;
import org.tyde.evidence.ReadMeasurements;
import org.tyde.geometry.Point3;
import org.tyde.measure.Unit;
import org.tyde.reading.LesionRemark;
import org.tyde.reading.Tracked;
import org.tyde.study.Laterality;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

class LesionTableTest {
    private static final TimePoint MARCH = at("march", 3);
    private static final TimePoint JUNE = at("june", 6);
    private static final TimePoint NOW = at("now", 11);
    private static final List<TimePoint> STUDIES = List.of(MARCH, NOW, JUNE);
    private static final Code LIVER = new Code("10200004", "SCT", "Liver");

    private static TimePoint at(String uid, int month) {
        return new TimePoint(uid, Optional.of(LocalDateTime.of(2026, month, 14, 10, 0)));
    }

    private static MeasuredValue value(Code concept, double value, String unit) {
        return new MeasuredValue(concept, Optional.empty(), value, new Unit(unit, unit));
    }

    private static Sighting seen(String key, String lesion, TimePoint in, Code what, double mm) {
        return new Sighting(
                key,
                new Tracked("2.25." + lesion.hashCode(), lesion),
                in.studyUid(),
                Size.of(List.of(value(what, mm, "mm"))),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static Sighting length(String key, String lesion, TimePoint in, double mm) {
        return seen(key, lesion, in, SizeKind.LENGTH, mm);
    }

    private static LesionRemark remark(String lesion, LesionRemark.Kind kind) {
        return new LesionRemark("2.25." + lesion.hashCode(), kind);
    }

    private static LesionTable table(List<LesionRemark> remarks, Sighting... seen) {
        return LesionTable.of(NOW, STUDIES, Arrays.asList(seen), remarks);
    }

    @Test
    void aRowIsALesionByItsTrackingUidAndTheNewestStudyStandsFirst() {
        var table =
                table(
                        List.of(),
                        length("n", "S7", NOW, 12),
                        length("m", "S7", MARCH, 8),
                        length("j", "S7", JUNE, 10));
        assertEquals(List.of(NOW, JUNE, MARCH), table.columns());
        var cells = table.rows().getFirst().cells();
        assertEquals(1, table.rows().size());
        var change = cells.getFirst().measured().orElseThrow().change().orElseThrow();
        assertEquals(new Change(10, 12, Optional.of(JUNE)), change);
        assertEquals(2, change.by());
        assertEquals(20, change.percent().orElseThrow(), 1e-12);
        assertEquals(Optional.empty(), cells.getLast().measured().orElseThrow().change());
    }

    @Test
    void whatWasNotMeasuredInBetweenIsSaidAndComparedWithTheLastBefore() {
        var table =
                table(
                        List.of(),
                        length("m", "S7", MARCH, 8),
                        length("n", "S7", NOW, 6),
                        length("x", "S8", JUNE, 5));
        var cells = table.of("2.25." + "S7".hashCode()).getFirst().cells();
        assertInstanceOf(Cell.NotMeasured.class, cells.get(1));
        assertEquals(
                new Change(8, 6, Optional.of(MARCH)),
                cells.getFirst().measured().orElseThrow().change().orElseThrow());
        assertInstanceOf(
                Cell.NotMeasured.class,
                table.of("2.25." + "S8".hashCode()).getFirst().cells().getFirst());
    }

    @Test
    void whatIsMeasuredOtherwiseIsNotCompared() {
        var table =
                table(
                        List.of(),
                        seen("m", "S7", MARCH, SizeKind.LONG_AXIS, 8),
                        length("n", "S7", NOW, 12));
        assertEquals(2, table.rows().size());
        for (var row : table.rows())
            for (var cell : row.cells())
                assertTrue(cell.measured().flatMap(Cell.Measured::change).isEmpty());
        var otherwise =
                assertInstanceOf(Cell.Otherwise.class, table.rows().getFirst().cells().getFirst());
        assertEquals("Length", otherwise.kind().concept().meaning());
    }

    @Test
    void goneIsAWordOfTheReaderNeverOfAnAbsence() {
        var gone = List.of(remark("S7", LesionRemark.Kind.GONE));
        assertInstanceOf(
                Cell.Gone.class,
                table(gone, length("m", "S7", MARCH, 8)).rows().getFirst().cells().getFirst());
        assertInstanceOf(
                Cell.NotMeasured.class,
                table(List.of(), length("m", "S7", MARCH, 8)).rows().getFirst().cells().getFirst());
    }

    @Test
    void ofSeveralInOneStudyTheLastOneCounts() {
        var table =
                table(List.of(), length("signed#1", "S7", NOW, 12), length("drawn", "S7", NOW, 13));
        assertEquals(
                "drawn", table.rows().getFirst().cells().getFirst().measured().orElseThrow().key());
    }

    @Test
    void targetsStandFirstAndAreAddedUpWhereAllAreMeasured() {
        var remarks =
                List.of(
                        remark("node", LesionRemark.Kind.TARGET),
                        remark("node", LesionRemark.Kind.NODE),
                        remark("S7", LesionRemark.Kind.TARGET));
        var table =
                table(
                        remarks,
                        length("a", "other", MARCH, 99),
                        length("b", "S7", MARCH, 30),
                        seen("c", "node", MARCH, SizeKind.LONG_AXIS, 40),
                        seen("c", "node", MARCH, SizeKind.SHORT_AXIS, 16),
                        length("d", "S7", JUNE, 20),
                        length("e", "S7", NOW, 20),
                        seen("f", "node", NOW, SizeKind.SHORT_AXIS, 9.5));
        assertEquals(
                List.of("S7", "node", "node", "other"),
                table.rows().stream().map(r -> r.lesion().identifier()).toList());
        var diameters = Diameters.of(table);
        assertEquals(
                List.of(OptionalDouble.of(29.5), OptionalDouble.empty(), OptionalDouble.of(46)),
                diameters.sums().stream().map(Diameters.Sum::millimetres).toList());
        assertEquals(List.of("node"), diameters.sums().get(1).missing());
        // 29.5 / 46 is 35.9 % less
        assertEquals(
                List.of(
                        Recist.Response.PARTIAL,
                        Recist.Response.NOT_EVALUABLE,
                        Recist.Response.BASELINE),
                diameters.assessed().stream().map(Recist.Assessment::response).toList());
    }

    @Test
    void aTargetOfSeveralLengthsOfWhichNoneIsNamedIsNotAddedUp() {
        var target = List.of(remark("S7", LesionRemark.Kind.TARGET));
        var diameters =
                Diameters.of(
                        table(
                                target,
                                length("a", "S7", NOW, 30),
                                seen("b", "S7", NOW, SizeKind.DIAMETER, 28)));
        assertEquals(List.of("S7"), diameters.unclear());
        assertEquals(OptionalDouble.empty(), diameters.sums().getFirst().millimetres());
        assertEquals(List.of(), diameters.assessed());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # code,     scheme, value, unit,  size,  unit of the size
                    410668003,  SCT,    1.25,  cm,    12.5,  mm
                    G-D7FE,     SRT,    7,     mm,    7,     mm
                    42798000,   SCT,    2,     cm2,   200,   mm2
                    118565006,  SCT,    1500,  mm3,   1.5,   ml
                    118565006,  SCT,    3,     cm3,   3,     ml
                    """)
    void sizesOfOneKindHaveOneUnit(
            String code, String scheme, double value, String unit, double size, String as) {
        var read = Size.of(value(new Code(code, scheme, "x"), value, unit)).orElseThrow();
        assertEquals(size, read.value(), 1e-12);
        assertEquals(as, read.kind().unit());
        assertEquals("SCT", read.kind().concept().scheme());
    }

    @Test
    void attenuationIsNoSizeAndOfTwoLengthsOfOneFigureTheLongerCounts() {
        var sizes =
                Size.of(
                        List.of(
                                value(SizeKind.LENGTH, 8, "mm"),
                                value(SizeKind.LENGTH, 11, "mm"),
                                value(new Code("112031", "DCM", "Attenuation"), 40, "[hnsf'U]")));
        assertEquals(List.of(11.0), sizes.stream().map(Size::value).toList());
    }

    @Test
    void aGroupWithoutTrackingUidIsCountedAndFollowsNothing() {
        var group =
                new ReadGroup(
                        "Lesion",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(value(SizeKind.LENGTH, 8, "mm")),
                        List.of(),
                        List.of());
        var read = Sighting.of(new ReadMeasurements("1", "2", SizeKind.LENGTH, List.of(group), 0));
        assertEquals(List.of(), read.sightings());
        assertEquals(1, read.unfollowed());
    }

    private static Sighting placed(String name, double mm, Optional<Spot> spot, boolean left) {
        return new Sighting(
                name + mm,
                new Tracked(
                        "2.25." + (int) mm,
                        name,
                        Optional.empty(),
                        Optional.of(LIVER),
                        Optional.of(left ? Laterality.LEFT : Laterality.RIGHT)),
                "s",
                Size.of(List.of(value(SizeKind.LENGTH, mm, "mm"))),
                Optional.empty(),
                List.of(),
                spot);
    }

    private static Optional<Spot> spot(String frame, double x) {
        return Optional.of(new Spot(frame, new Point3(x, 0, 0)));
    }

    @Test
    void aProposalNeedsANameOrAPlaceAndNothingThatDisagrees() {
        var drawn = placed("new", 10, spot("F", 0), false);
        assertEquals(Optional.empty(), proposed(drawn, placed("a", 12, Optional.empty(), false)));
        assertEquals(Optional.empty(), proposed(drawn, placed("a", 12, spot("G", 0), false)));
        assertEquals(
                Optional.of(EnumSet.of(Proposal.Why.SIZE, Proposal.Why.SITE, Proposal.Why.PLACE)),
                proposed(drawn, placed("a", 12, spot("F", 15), false)));
        assertEquals(Optional.empty(), proposed(drawn, placed("a", 12, spot("F", 15.1), false)));
        assertEquals(Optional.empty(), proposed(drawn, placed("a", 12, spot("F", 1), true)));
        assertEquals(Optional.empty(), proposed(drawn, placed("a", 20, spot("F", 1), false)));
        assertEquals(
                Optional.of(EnumSet.of(Proposal.Why.SIZE, Proposal.Why.SITE, Proposal.Why.NAME)),
                proposed(drawn, placed("NEW ", 12, spot("G", 0), false)));
        var best =
                Proposal.of(
                        drawn,
                        List.of(
                                placed("new", 12, spot("F", 1), false),
                                placed("a", 13, spot("F", 1), false)));
        assertEquals("new", best.orElseThrow().lesion().identifier());
    }

    private static Optional<Set<Proposal.Why>> proposed(Sighting drawn, Sighting before) {
        return Proposal.of(drawn, List.of(before)).map(Proposal::why);
    }
}
