package org.tyde.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.evidence.Algorithm;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.Examples;
import org.tyde.evidence.Figure;
import org.tyde.evidence.FoundBy;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.MeasuredValue;
import org.tyde.evidence.MeasurementGroup;
import org.tyde.evidence.MeasurementReport;
import org.tyde.evidence.ReadFigures;
import org.tyde.evidence.ReadGroup;
import org.tyde.evidence.SpaceFigure;
import org.tyde.geometry.ImagePoint;
import org.tyde.hanging.ScreenLayout;
import org.tyde.imaging.FrameKey;
import org.tyde.measure.Unit;
import org.tyde.reading.OpenCase;
import org.tyde.report.Referral;
import org.tyde.report.Report;
import org.tyde.report.ReportHead;
import org.tyde.report.ReportId;
import org.tyde.report.ReportKind;
import org.tyde.report.flow.AiFinding;
import org.tyde.report.sign.FakeArchive;
import org.tyde.study.PatientId;
import org.tyde.ui.Screens;
import org.tyde.ui.reporting.flow.FlowModel;
import org.tyde.ui.viewport.DeskOfSamples;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// From documents of the archive to the findings of the open study, and to the image of one.
@Timeout(120)
class CaseFindingsTest {
    private static DataSet document(Optional<Algorithm> by, String sop) throws Exception {
        var group =
                new MeasurementGroup(
                        "Funn",
                        "2.25.7",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        by,
                        new Figure(
                                Figure.Graphic.POINT,
                                List.of(new ImagePoint(1, 1)),
                                Examples.SLICE),
                        List.of(
                                new MeasuredValue(
                                        new Code("410668003", "SCT", "Length"),
                                        Optional.empty(),
                                        8.5,
                                        new Unit("mm", "mm"))));
        return new MeasurementReport(
                        sop,
                        Examples.STUDY,
                        DocumentState.SIGNED,
                        Optional.of(Examples.RADIOLOGIST),
                        List.of(group),
                        List.of())
                .write(Examples.image().build(), Examples.NOON);
    }

    @Test
    void onlyWhatNoPersonMeasuredIsAFinding() throws Exception {
        var archive = new FakeArchive();
        archive.held.add(document(Optional.empty(), "2.25.51"));
        var good = document(Optional.of(new Algorithm("ChestNet", "4.2")), "2.25.52");
        archive.held.add(good);
        var found = CaseFindings.of(archive, Examples.STUDY);
        assertEquals(1, found.size());
        assertEquals("2.25.52#1", found.getFirst().id());
        assertEquals("ChestNet 4.2", found.getFirst().who());
    }

    @Test
    void anImageOfAFindingIsShownInTheActiveViewportAndAMissingOneIsSaid() throws Exception {
        try (var desk = new DeskOfSamples(1000, 800)) {
            var said = new ArrayList<String>();
            var flow = new FlowModel();
            Screens.run(() -> desk.desk.noticeThrough(said::add));
            Screens.on(() -> new CaseFindings(desk.desk, new FakeArchive(), flow, Optional::empty));
            var open = desk.open("MR");
            var stack = open.viewport(open.active()).stack().orElseThrow();
            var key = stack.frame(stack.size() - 1).key();
            Screens.run(() -> flow.showImage(reference(key)));
            assertEquals(
                    Optional.of(key),
                    Screens.on(() -> open.viewport(open.active()).frame().map(f -> f.key())));
            assertEquals(List.of(), said);
            Screens.run(() -> flow.showImage(reference(new FrameKey("9.9", 1))));
            assertEquals(1, said.size());
        }
    }

    /// Of the current study, on its first image; and in space, on the plane of its third.
    private static DataSet ofStudy(OpenCase open, DeskOfSamples desk, String sop) throws Exception {
        var stack =
                open.currentStacks().stream()
                        .filter(t -> t.size() > 4 && t.frameOfReference().isPresent())
                        .findFirst()
                        .orElseThrow();
        var image = stack.frame(0).key().sopInstanceUid();
        var of = desk.desk.source().header(image).dataSet();
        var group =
                new MeasurementGroup(
                        "Funn",
                        "2.25.7",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Algorithm("ChestNet", "4.2")),
                        new Figure(
                                Figure.Graphic.CIRCLE,
                                List.of(new ImagePoint(40.5, 40.5), new ImagePoint(60.5, 40.5)),
                                new InstanceReference(
                                        stack.studyUid(),
                                        stack.seriesUid(),
                                        of.textOr(Tag.SOP_CLASS_UID, ""),
                                        image)),
                        List.of(
                                new MeasuredValue(
                                        new Code("410668003", "SCT", "Length"),
                                        Optional.empty(),
                                        8.5,
                                        new Unit("mm", "mm"))));
        return new MeasurementReport(
                        sop,
                        open.current().uid(),
                        DocumentState.SIGNED,
                        Optional.of(Examples.RADIOLOGIST),
                        List.of(group),
                        List.of())
                .write(of, Examples.NOON);
    }

    @Test
    void whatComesLaterIsOfferedAndToldAndItsFiguresAreDrawnUntilItIsRejected() throws Exception {
        try (var desk = new DeskOfSamples(1000, 800)) {
            var archive = new FakeArchive();
            var said = new ArrayList<String>();
            var flow = new FlowModel();
            var report = new ArrayList<Report>();
            Screens.run(() -> desk.desk.noticeThrough(said::add));
            var findings =
                    Screens.on(
                            () ->
                                    new CaseFindings(
                                            desk.desk,
                                            archive,
                                            flow,
                                            () -> report.stream().findFirst()));
            var open = desk.open("CT");
            archive.held.add(ofStudy(open, desk, "2.25.70"));
            Screens.run(findings::again);
            Screens.until(() -> !flow.foundProperty().get().isEmpty());
            Screens.until(() -> !said.isEmpty());
            assertEquals("Ett nytt KI-funn er kommet: se under teksten i svaret.", said.getFirst());
            var stack =
                    open.currentStacks().stream()
                            .filter(t -> t.size() > 4 && t.frameOfReference().isPresent())
                            .findFirst()
                            .orElseThrow();
            Screens.run(
                    () -> {
                        open.layout(new ScreenLayout(1, 1));
                        open.show(0, stack);
                        open.goTo(0, 0);
                    });
            Screens.until(() -> drawn(desk) == 2);
            desk.keepFor("viewport-ai-figures");
            Screens.run(() -> desk.desk.foundShownProperty().set(false));
            assertEquals(0, drawn(desk));
            Screens.run(() -> desk.desk.foundShownProperty().set(true));
            assertEquals(2, drawn(desk));
            var head =
                    new ReportHead(
                            ReportId.create(),
                            ReportKind.REPORT,
                            open.current().uid(),
                            new PatientId("1", Optional.empty()),
                            PersonName.parse("Nordmann^Kari"),
                            Optional.empty(),
                            Optional.empty(),
                            "",
                            "CT",
                            "CT",
                            List.of());
            report.add(Report.begin(head, Referral.NONE));
            flow.foundProperty()
                    .get()
                    .getFirst()
                    .reject(report.getFirst(), Locale.of("nb"), Instant.now(), "");
            Screens.run(flow::decided);
            assertEquals(0, drawn(desk));
        }
    }

    private static int drawn(DeskOfSamples desk) {
        return desk.root().lookupAll(".found-region").size()
                + desk.root().lookupAll(".found-label").size();
    }

    @Test
    void aFigureInSpaceIsDrawnOnTheSliceItLiesInOfItsOwnFrameOfReferenceOnly() throws Exception {
        try (var desk = new DeskOfSamples(600, 500)) {
            var open = desk.open("CT");
            var stack =
                    open.currentStacks().stream()
                            .filter(t -> t.size() > 4 && t.frameOfReference().isPresent())
                            .findFirst()
                            .orElseThrow();
            var plane = stack.frame(2).plane().orElseThrow();
            var corners =
                    List.of(
                            plane.toPatient(10, 20),
                            plane.toPatient(30, 20),
                            plane.toPatient(30, 40));
            var here =
                    new SpaceFigure(
                            SpaceFigure.Graphic.POLYGON,
                            corners,
                            stack.frameOfReference().orElseThrow());
            var elsewhere = new SpaceFigure(SpaceFigure.Graphic.POLYGON, corners, "2.25.404");
            var across =
                    new SpaceFigure(
                            SpaceFigure.Graphic.POLYLINE,
                            List.of(
                                    plane.toPatient(10, 20),
                                    stack.frame(4).plane().orElseThrow().toPatient(10, 20)),
                            stack.frameOfReference().orElseThrow());
            var group =
                    new ReadGroup(
                            "Funn",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(new FoundBy("ChestNet", Optional.of("4.2"))),
                            List.of(),
                            List.of(),
                            List.of(),
                            new ReadFigures(List.of(), List.of(here, elsewhere, across)));
            var on = FoundFigures.on(List.of(stack), List.of(new AiFinding("2.25.1#1", group)));
            assertEquals(
                    List.of(stack.frame(2).key()), on.stream().map(r -> r.region().key()).toList());
            var points = on.getFirst().region().figure().points();
            assertEquals(4, points.size(), "a polygon is closed");
            assertEquals(10.5, points.getFirst().column(), 1e-6);
            assertEquals(20.5, points.getFirst().row(), 1e-6);
            assertEquals("ChestNet 4.2", on.getFirst().label());
        }
    }

    private static InstanceReference reference(FrameKey key) {
        return new InstanceReference("", "", "", key.sopInstanceUid(), List.of(key.frame()));
    }
}
