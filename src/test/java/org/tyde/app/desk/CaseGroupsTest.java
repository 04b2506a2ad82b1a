package org.tyde.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tyde.dicom.Code;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.Examples;
import org.tyde.evidence.MeasurementGroup;
import org.tyde.evidence.MeasurementReport;
import org.tyde.evidence.SrJudges;
import org.tyde.geometry.ImagePoint;
import org.tyde.imaging.FrameKey;
import org.tyde.measure.Ellipse;
import org.tyde.measure.Length;
import org.tyde.reading.OpenCase;
import org.tyde.reading.Tracked;
import org.tyde.study.Instance;
import org.tyde.ui.Screens;
import org.tyde.ui.viewport.DeskOfSamples;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What leaves of the figures drawn in a case, on the demo studies.
@Timeout(120)
class CaseGroupsTest {
    private static final Length LINE = new Length(new ImagePoint(20, 20), new ImagePoint(32, 20));
    private static final Ellipse ROUND =
            new Ellipse(new ImagePoint(40, 40), new ImagePoint(60, 60));
    private static DeskOfSamples desk;
    private OpenCase open;
    private FrameKey key;

    @BeforeAll
    static void start() throws Exception {
        desk = new DeskOfSamples(1000, 800);
    }

    @AfterAll
    static void end() {
        desk.close();
    }

    @BeforeEach
    void begin() throws Exception {
        open = desk.open("CT");
        key = open.viewport(open.active()).frame().orElseThrow().key();
    }

    private List<MeasurementGroup> groups() throws Exception {
        var taken = Screens.on(() -> CaseGroups.of(open, desk.desk.source()));
        var images = new ArrayList<Instance>();
        for (var series : open.current().images().series())
            for (var image : series.images())
                images.add(
                        Instance.from(desk.desk.source().header(image.sopInstanceUid()).dataSet()));
        return taken.on(images);
    }

    @Test
    void whatWasDrawnAndNotDeletedLeavesAndItsUidStaysWhenItIsDrawnOtherwise() throws Exception {
        var line = Screens.on(() -> open.marking().add(key, LINE));
        var region = Screens.on(() -> open.marking().add(key, ROUND));
        var first = groups();
        assertEquals(2, first.size());
        assertEquals(line.trackingUid(), first.getFirst().trackingUid());
        assertEquals("mm", first.getFirst().values().getFirst().unit().ucum());
        assertTrue(first.getLast().figure().closed());
        Screens.run(
                () ->
                        open.marking()
                                .change(line.id(), LINE.withPoint(1, new ImagePoint(60, 20)), 1));
        Screens.run(() -> open.marking().delete(region.id()));
        var later = groups();
        assertEquals(1, later.size());
        assertEquals(first.getFirst().trackingUid(), later.getFirst().trackingUid());
        assertTrue(
                later.getFirst().values().getFirst().value()
                        > first.getFirst().values().getFirst().value());
    }

    @Test
    void twoAxesOfOneLesionLeaveAsOneGroupUnderTheUidItHadInTheEarlierStudy() throws Exception {
        var lesion =
                new Tracked(
                        "2.25.4711",
                        "Lesjon 1",
                        Optional.empty(),
                        Optional.of(new Code("39607008", "SCT", "Lung")),
                        Optional.empty());
        var across = new Length(new ImagePoint(26, 14), new ImagePoint(26, 26));
        for (var one : List.of(LINE, across)) {
            var made = Screens.on(() -> open.marking().add(key, one));
            Screens.run(() -> open.marking().tie(made.id(), Optional.of(lesion)));
        }
        var group = groups().getFirst();
        assertEquals(1, groups().size());
        assertEquals("2.25.4711", group.trackingUid());
        assertEquals("Lesjon 1", group.identifier());
        assertEquals(lesion.site(), group.site());
        assertEquals(2, group.allValues().size());
        var image = desk.desk.source().header(key.sopInstanceUid()).dataSet();
        var written =
                new MeasurementReport(
                                "2.25.6001",
                                open.current().uid(),
                                DocumentState.SIGNED,
                                Optional.of(Examples.RADIOLOGIST),
                                List.of(group),
                                List.of())
                        .write(image, Examples.NOON);
        SrJudges.assertFlawless(written, Files.createTempDirectory("groups"));
    }

    @Test
    void whatWasDrawnOnAPriorIsNoMeasurementOfThisStudy() throws Exception {
        var prior = open.priors().getFirst().images().series().getFirst().images().getFirst();
        Screens.on(() -> open.marking().add(new FrameKey(prior.sopInstanceUid(), 1), LINE));
        Screens.on(() -> open.marking().add(key, LINE));
        assertEquals(
                Set.of(key.sopInstanceUid()),
                groups().stream()
                        .flatMap(g -> g.images().stream())
                        .map(i -> i.sopUid())
                        .collect(Collectors.toSet()));
    }
}
