package org.tyde.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tyde.dicom.Code;
import org.tyde.geometry.ImagePoint;
import org.tyde.measure.Angle;
import org.tyde.measure.Caveat;
import org.tyde.measure.Ellipse;
import org.tyde.measure.Length;
import org.tyde.measure.Measured;
import org.tyde.measure.Measurement;
import org.tyde.measure.Quantity;
import org.tyde.measure.Unit;
import org.tyde.study.Laterality;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// TID 1500: what is measured here, as others read it.
class MeasurementReportTest {
    private static final Unit HU = new Unit("[hnsf'U]", "HU");
    private static final Length LINE = new Length(new ImagePoint(10, 20), new ImagePoint(22, 20));
    private static final Ellipse ROUND =
            new Ellipse(new ImagePoint(10, 20), new ImagePoint(30, 60));

    @TempDir Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource(DocumentState.class)
    void theJudgesOfModulesAndTreeFindNoError(DocumentState state) throws Exception {
        var said = SrJudges.assertFlawless(written(state, all()), folder);
        assertTrue(said.contains("Comprehensive 3D SR"), said);
        assertTrue(said.contains("\"12\" (mm,UCUM"), said);
    }

    /// The judge takes all groups of a report for what one of them is, so each kind is judged alone.
    @Test
    void theJudgeOfTemplatesFindsNoErrorInLinesAndAngles() throws Exception {
        var unbounded = all().stream().filter(g -> !g.figure().closed()).toList();
        SrJudges.assertAfterTemplate(written(DocumentState.SIGNED, unbounded), folder, "TID_1500");
    }

    @Test
    void theJudgeOfTemplatesFindsNoErrorInARegion() throws Exception {
        var region = all().stream().filter(g -> g.figure().closed()).toList();
        SrJudges.assertAfterTemplate(written(DocumentState.SIGNED, region), folder, "TID_1500");
    }

    @Test
    void anSrCountsPixelsFromTheCornerOfTheFirst() {
        assertEquals(
                List.of(new ImagePoint(10.5, 20.5), new ImagePoint(22.5, 20.5)),
                line("2.25.1").figure().points());
    }

    @Test
    void anEllipseNamesTheEndsOfItsLongerAxisFirst() {
        assertEquals(
                List.of(
                        new ImagePoint(20.5, 20.5),
                        new ImagePoint(20.5, 60.5),
                        new ImagePoint(10.5, 40.5),
                        new ImagePoint(30.5, 40.5)),
                region("2.25.2").figure().points());
        assertTrue(region("2.25.2").figure().closed());
    }

    @Test
    void aGroupOfNoMeasurementCannotBeMade() {
        assertEquals(
                Optional.empty(),
                MeasurementGroup.of(
                        LINE,
                        new Measured(List.of(), Caveat.NONE),
                        Examples.SLICE,
                        "1",
                        "2.25.1",
                        "CT"));
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new MeasurementGroup(
                                "1",
                                "2.25.1",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                line("2.25.1").figure(),
                                List.of()));
    }

    @Test
    void twoGroupsNeverTrackTheSameThing() {
        assertThrows(
                IllegalArgumentException.class,
                () -> report(DocumentState.SIGNED, List.of(line("2.25.1"), region("2.25.1"))));
    }

    @Test
    void twoFiguresOfOneThingAreOneGroupAndEachNumberNamesItsFigure() throws Exception {
        var both = line("2.25.1").plus(region("2.25.1"));
        var written = written(DocumentState.SIGNED, List.of(both));
        var read = ReadMeasurements.of(written).groups();
        assertEquals(1, read.size());
        assertEquals(both.allValues().size(), read.getFirst().values().size());
        SrJudges.assertFlawless(written, folder);
    }

    @Test
    void aUnitThatIsNoneOfUcumIsNotWritten() {
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new MeasuredValue(
                                MeasurementConcepts.PIXEL_VALUE,
                                Optional.empty(),
                                1,
                                new Unit("xx", "xx")));
    }

    private static MeasurementGroup line(String tracking) {
        return group(
                LINE, tracking, new Measured.Value(Measured.Kind.LENGTH, quantity(12, Unit.MM)));
    }

    private static MeasurementGroup region(String tracking) {
        return group(
                ROUND,
                tracking,
                new Measured.Value(Measured.Kind.AREA, quantity(628.3, Unit.MM2)),
                new Measured.Value(Measured.Kind.MEAN, quantity(41.5, HU)),
                new Measured.Value(Measured.Kind.DEVIATION, quantity(7, HU)),
                new Measured.Value(Measured.Kind.LEAST, quantity(-12, HU)),
                new Measured.Value(Measured.Kind.GREATEST, quantity(77, HU)));
    }

    private static Quantity quantity(double value, Unit unit) {
        return new Quantity(value, unit);
    }

    private static MeasurementGroup group(
            Measurement drawn, String tracking, Measured.Value... values) {
        return MeasurementGroup.of(
                        drawn,
                        new Measured(List.of(values), Caveat.NONE),
                        Examples.SLICE,
                        "Lesjon 1",
                        tracking,
                        "CT")
                .orElseThrow();
    }

    private static List<MeasurementGroup> all() {
        var angle =
                group(
                        new Angle(new ImagePoint(0, 0), new ImagePoint(5, 5), new ImagePoint(9, 0)),
                        "2.25.3",
                        new Measured.Value(Measured.Kind.ANGLE, quantity(88.5, Unit.DEGREE)));
        var line = line("2.25.1");
        var told =
                new MeasurementGroup(
                        line.identifier(),
                        line.trackingUid(),
                        Optional.of(new Code("27925004", "SCT", "Nodule")),
                        Optional.of(new Code("39607008", "SCT", "Lung")),
                        Optional.of(Laterality.RIGHT),
                        Optional.of(new Algorithm("Knutefinner", "2.1")),
                        line.figure(),
                        line.values());
        var axes = line("2.25.4").plus(line("2.25.4"));
        return List.of(told, region("2.25.2"), angle, axes);
    }

    private static MeasurementReport report(DocumentState state, List<MeasurementGroup> groups) {
        return new MeasurementReport(
                "2.25.6001",
                Examples.STUDY,
                state,
                Optional.of(Examples.RADIOLOGIST),
                groups,
                List.of());
    }

    private static org.tyde.dicom.DataSet written(
            DocumentState state, List<MeasurementGroup> groups) throws Exception {
        return report(state, groups).write(Examples.image().build(), Examples.NOON);
    }
}
