package org.tyde.hanging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.geometry.Turn;
import org.tyde.prior.RelevantPriors;
import org.tyde.samples.DemoInstance;
import org.tyde.samples.DemoStudies;
import org.tyde.study.Study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The demo studies of single pictures and clips, hung beside the priors that the archive chooses.
class DemoStudiesHangTest {
    private static final Map<String, Hang> BY_PROTOCOL = new LinkedHashMap<>();

    @BeforeAll
    static void hangAll() throws Exception {
        Map<String, List<DataSet>> headers = new LinkedHashMap<>();
        var counts =
                DemoStudies.instances().stream()
                        .collect(
                                Collectors.groupingBy(
                                        DemoInstance::studyUid, Collectors.counting()));
        for (var instance : DemoStudies.instances())
            if (counts.getOrDefault(instance.studyUid(), 0L) < 20)
                headers.computeIfAbsent(instance.studyUid(), _ -> new ArrayList<>())
                        .add(instance.make().get().toBuilder().remove(Tag.PIXEL_DATA).build());
        var studies = new ArrayList<Study>();
        for (var its : headers.values()) studies.add(Study.from(its.getFirst()));
        for (var study : studies) {
            var prior =
                    RelevantPriors.of(study, studies)
                            .toHang()
                            .map(p -> p.study().uid())
                            .flatMap(uid -> Optional.ofNullable(headers.get(uid)))
                            .map(its -> StudyHeaders.read("prior", its));
            var its = Optional.ofNullable(headers.get(study.uid())).orElseThrow();
            var input = new HangInput(StudyHeaders.read(study.uid(), its), prior);
            var hang = HangingProtocols.defaults().hang(input);
            BY_PROTOCOL.putIfAbsent(hang.protocol(), hang);
        }
    }

    private static Stage first(String protocol) {
        return Optional.ofNullable(BY_PROTOCOL.get(protocol)).orElseThrow().stages().getFirst();
    }

    private static long walls(Stage stage, Placement.Wall wall) {
        return stage.placements().stream().filter(p -> p.wall() == wall).count();
    }

    @Test
    void theMammogramHangsBackToBackBesideItsPrior() {
        var stage = first("MG");
        assertEquals(new ScreenLayout(2, 4), stage.layout());
        assertEquals(8, stage.placements().size());
        assertEquals(4, walls(stage, Placement.Wall.RIGHT));
        assertEquals(4, walls(stage, Placement.Wall.LEFT));
        assertTrue(stage.placements().stream().allMatch(p -> p.turn().equals(Turn.NONE)));
        assertEquals(List.of(), stage.notes());
    }

    @Test
    void theChestHangsFrontalFirst() {
        var keys = first("DX").placements().stream().map(Placement::because).toList();
        assertEquals(List.of(Because.of("place.view", "PA"), Because.of("place.view", "LL")), keys);
    }

    @Test
    void theUltrasoundMixesStillsAndClips() {
        var frames = first("US").placements().stream().map(p -> p.stack().size()).toList();
        assertTrue(frames.contains(1) && frames.stream().anyMatch(f -> f > 1), "" + frames);
        assertTrue(first("US").plays());
    }

    @Test
    void theAngiogramsRunsStateTheirRate() {
        for (var p : first("XA").placements()) {
            assertTrue(p.stack().size() > 10);
            assertTrue(p.stack().playback().isPresent());
        }
    }

    @Test
    void nothingIsLeftOver() {
        for (var hang : BY_PROTOCOL.values()) assertEquals(List.of(), hang.unplaced());
    }
}
