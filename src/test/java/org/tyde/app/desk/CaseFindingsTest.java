package org.tyde.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.evidence.Algorithm;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.Examples;
import org.tyde.evidence.Figure;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.MeasuredValue;
import org.tyde.evidence.MeasurementGroup;
import org.tyde.evidence.MeasurementReport;
import org.tyde.geometry.ImagePoint;
import org.tyde.imaging.FrameKey;
import org.tyde.measure.Unit;
import org.tyde.report.sign.FakeArchive;
import org.tyde.ui.Screens;
import org.tyde.ui.reporting.flow.FlowModel;
import org.tyde.ui.viewport.DeskOfSamples;

import java.util.ArrayList;
import java.util.List;
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
            Screens.on(() -> new CaseFindings(desk.desk, new FakeArchive(), flow));
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

    private static InstanceReference reference(FrameKey key) {
        return new InstanceReference("", "", "", key.sopInstanceUid(), List.of(key.frame()));
    }
}
