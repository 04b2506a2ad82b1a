package org.tyde.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.dicom.Code;
import org.tyde.geometry.AnatomicPlane;
import org.tyde.geometry.ImagePoint;
import org.tyde.geometry.Point3;
import org.tyde.geometry.Turn;
import org.tyde.geometry.Vector3;
import org.tyde.hanging.Headers;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.lut.Window;
import org.tyde.measure.Angle;
import org.tyde.measure.Ellipse;
import org.tyde.measure.Length;
import org.tyde.refusal.Refusal;
import org.tyde.store.WorkDatabase;
import org.tyde.study.Laterality;
import org.tyde.volume.Slab;
import org.tyde.volume.SlabProjection;
import org.tyde.work.JobRunner;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class CaseJournalTest {
    @TempDir Path folder;

    private static ImagePoint at(double column, double row) {
        return new ImagePoint(column, row);
    }

    private static ReadingState full() {
        var key = new FrameKey("1.2.3", 1);
        var seen = new HashSet<>(Set.of(key, new FrameKey("1.2.4", 7)));
        for (int f = 1; f <= 30; f++) if (f != 12) seen.add(new FrameKey("1.2.5", f));
        return new ReadingState(
                Map.of(
                        "a",
                        ViewState.FIRST,
                        "b",
                        new ViewState(
                                12,
                                new VoiChoice.Chosen(new Window(-600.5, 1500)),
                                new Zoom.Times(2.25),
                                Optional.of(at(3.5, -4)),
                                new Turn(3, true),
                                true,
                                Optional.of("1.2.9")),
                        "c",
                        ViewState.FIRST.with(new VoiChoice.Auto()).with(new Zoom.OneToOne()),
                        "d",
                        ViewState.FIRST.with(new VoiChoice.OfFile(2)).with(new Zoom.LifeSize()),
                        "e",
                        ViewState.FIRST.with(new Slab(SlabProjection.MEAN, 7.5))),
                new Marks(
                        List.of(
                                new FrameMeasurement("1", key, new Length(at(1, 2), at(3, 4.25))),
                                new FrameMeasurement(
                                        "2", key, new Angle(at(0, 0), at(1, 1), at(2, 0))),
                                new FrameMeasurement(
                                        "3",
                                        key,
                                        new Ellipse(at(5, 5), at(8.125, 9)),
                                        Optional.of(
                                                new Tracked(
                                                        "2.25.7",
                                                        "S7",
                                                        Optional.of(
                                                                new Code("4147007", "SCT", "Mass")),
                                                        Optional.of(
                                                                new Code(
                                                                        "64033007",
                                                                        "SCT",
                                                                        "Kidney")),
                                                        Optional.of(Laterality.LEFT))))),
                        List.of(key, new FrameKey("1.2.5", 4)),
                        List.of(
                                new PlaneLength(
                                        "4",
                                        "b",
                                        AnatomicPlane.CORONAL,
                                        new Point3(1.5, -2, 3),
                                        new Point3(4, 5.25, 3),
                                        new Vector3(1, 0, 0),
                                        new Vector3(0, 0.6, 0.8),
                                        new Vector3(0, -0.8, 0.6))),
                        List.of(new LesionRemark("2.25.7", LesionRemark.Kind.TARGET))),
                seen);
    }

    @Test
    void aStateComesBackAsItWasWritten() throws Exception {
        assertEquals(full(), ReadingJson.read(ReadingJson.write(full())));
    }

    @Test
    void theTextIsTheSameForTheSameState() {
        assertEquals(ReadingJson.write(full()), ReadingJson.write(full()));
        assertTrue(ReadingJson.write(full()).contains("\"1.2.5\":[[1,11],[13,30]]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "not json",
                "{\"version\":2}",
                "{\"version\":1,\"keyImages\":[{\"image\":\"1\",\"frame\":0}]}",
                "{\"version\":1,\"views\":{\"a\":{\"zoom\":\"huge\"}}}",
                "{\"version\":1,\"measurements\":[{\"kind\":\"angle\",\"frame\":"
                        + "{\"image\":\"1\",\"frame\":1},\"points\":[[1,2]]}]}"
            })
    void whatIsNoStateIsRefused(String text) {
        assertThrows(Refusal.class, () -> ReadingJson.read(text));
    }

    @Test
    void aCaseOpensAsItWasLeft() throws Exception {
        var study = Cases.thorax("c", "f", 0);
        try (var work = WorkDatabase.open(folder);
                var runner = new JobRunner(1)) {
            var open = Cases.open(study);
            try (var journal = new CaseJournal(open, work.readingStates(), runner, Runnable::run)) {
                open.scroll(0, 17);
                open.view(0, v -> v.with(Turn.NONE.right()));
                open.shown(new Derivation.AsStored(open.viewport(0).frame().orElseThrow().key()));
                open.marking().toggleKeyImage(open.viewport(0).frame().orElseThrow().key());
                assertNotEquals(null, journal);
            }
            var kept = await(work);
            var again = Cases.open(study);
            CaseJournal.restore(again, Optional.of(kept));
            assertEquals(open.viewport(0).view(), again.viewport(0).view());
            assertEquals(open.marks(), again.marks());
            assertEquals(open.coverage().all(), again.coverage().all());
            assertFalse(again.marking().undo(), "what was kept is no step to undo");
        }
    }

    private static String await(WorkDatabase work) throws Exception {
        for (int i = 0; i < 200; i++) {
            var kept = work.readingStates().find("c");
            if (kept.isPresent() && kept.get().contains("\"keyImages\":[{")) return kept.get();
            Thread.sleep(10);
        }
        throw new AssertionError("nothing was kept");
    }

    @Test
    void whatWasKeptOfImagesThatAreGoneDoesNoHarm() throws Exception {
        var open = Cases.open(Cases.study("c", Headers.axial("CT", "b", "f", 3, 0)));
        CaseJournal.restore(open, Optional.of(ReadingJson.write(full())));
        assertEquals(2, open.viewport(0).view().frame());
        assertTrue(open.viewport(0).view().mirrored());
        CaseJournal.restore(open, Optional.empty());
    }
}
