package org.tyde.hanging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.geometry.Turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

class HangingProtocolsTest {
    private static Hang hang(HangStudy current, HangStudy... prior) {
        return HangingProtocols.defaults()
                .hang(
                        new HangInput(
                                current,
                                prior.length == 0 ? Optional.empty() : Optional.of(prior[0])));
    }

    private static String at(Stage stage, int page, int row, int column) {
        return stage.page(page).stream()
                .filter(p -> p.row() == row && p.column() == column)
                .map(p -> p.stack().id())
                .findFirst()
                .orElse("-");
    }

    private static List<DataSet> mr(String series, int number, String description) {
        return Headers.with(
                Headers.with(
                        Headers.axial("MR", series, "f" + series, 3, 0),
                        Tag.SERIES_DESCRIPTION,
                        description),
                Tag.SERIES_NUMBER,
                "" + number);
    }

    @Test
    void ctHangsBesideTheMatchingSeriesOfThePrior() {
        var current = Headers.study("c", Headers.axial("CT", "thorax", "f", 5, 0));
        var coronal =
                List.of(
                        Headers.section("CT", "cor", 1, "g", Headers.CORONAL, 0, 0, 0),
                        Headers.section("CT", "cor", 2, "g", Headers.CORONAL, 0, 5, 0));
        var prior = Headers.study("p", coronal, Headers.axial("CT", "thorax prior", "g", 4, 100));
        var hang = hang(current, prior);
        assertEquals("CT", hang.protocol());
        var stage = hang.stages().getFirst();
        assertEquals(new ScreenLayout(1, 2), stage.layout());
        assertEquals("thorax", at(stage, 0, 0, 0));
        assertEquals("thorax prior", at(stage, 0, 0, 1));
        assertTrue(stage.page(0).get(1).prior());
        assertEquals(3, hang.stacks().size());
    }

    @Test
    void ctKernelsGoBesideTheirLike() {
        var soft =
                Headers.with(Headers.axial("CT", "a", "f", 3, 0), Tag.CONVOLUTION_KERNEL, "B30f");
        var hard =
                Headers.with(Headers.axial("CT", "b", "f", 3, 0), Tag.CONVOLUTION_KERNEL, "B70f");
        var pHard =
                Headers.with(Headers.axial("CT", "pb", "g", 3, 0), Tag.CONVOLUTION_KERNEL, "B70f");
        var pSoft =
                Headers.with(Headers.axial("CT", "pa", "g", 3, 0), Tag.CONVOLUTION_KERNEL, "B30f");
        var stage =
                hang(Headers.study("c", soft, hard), Headers.study("p", pHard, pSoft))
                        .stages()
                        .getFirst();
        assertEquals(new ScreenLayout(2, 2), stage.layout());
        assertEquals("a", at(stage, 0, 0, 0));
        assertEquals("pa", at(stage, 0, 0, 1));
        assertEquals("b", at(stage, 0, 1, 0));
        assertEquals("pb", at(stage, 0, 1, 1));
    }

    @Test
    void whatMatchesNothingInThePriorHangsOnTheNextStep() {
        var coronal =
                List.of(
                        Headers.section("CT", "cor", 1, "f", Headers.CORONAL, 0, 0, 0),
                        Headers.section("CT", "cor", 2, "f", Headers.CORONAL, 0, 5, 0));
        var hang =
                hang(
                        Headers.study("c", Headers.axial("CT", "ax", "f", 5, 0), coronal),
                        Headers.study("p", Headers.axial("CT", "p", "g", 5, 0)));
        assertEquals(List.of("ax", "p"), ids(hang.stages().getFirst()));
        assertEquals(new ScreenLayout(1, 2), hang.stages().getFirst().layout());
        assertEquals(
                List.of(Because.of("note.no-match-next", "cor")), hang.stages().getFirst().notes());
        assertEquals(List.of("ax", "cor"), ids(hang.stages().get(1)));
        assertEquals(List.of(), hang.unplaced());
    }

    @Test
    void aLocalizerIsNotHungWhereThereIsSomethingElse() {
        var scout =
                Headers.with(
                        Headers.axial("CT", "scout", "f", 2, 0),
                        Tag.IMAGE_TYPE,
                        "ORIGINAL",
                        "PRIMARY",
                        "LOCALIZER");
        var hang = hang(Headers.study("c", scout, Headers.axial("CT", "thorax", "f", 5, 0)));
        assertEquals(List.of("thorax"), ids(hang.stages().getFirst()));
        assertEquals("unplaced.localizer", hang.unplaced().getFirst().because().key());
        var only = hang(Headers.study("c", scout));
        assertEquals(List.of("scout"), ids(only.stages().getFirst()));
        assertEquals(List.of(), only.unplaced());
    }

    private static List<String> ids(Stage stage) {
        return stage.placements().stream().map(p -> p.stack().id()).toList();
    }

    @Test
    void whatIsOnlyCalledAScoutHangsLast() {
        var hang = hang(Headers.study("c", mr("1", 1, "FAST LOCALIZER"), mr("2", 2, "T2")));
        assertEquals(List.of("2", "1"), ids(hang.stages().getFirst()));
    }

    @Test
    void fourMrSeriesStandSideBySide() {
        var hang =
                hang(
                        Headers.study(
                                "c",
                                mr("4", 4, "DWI"),
                                mr("1", 1, "t1_se_tra"),
                                mr("2", 2, "t2_tse_tra"),
                                mr("3", 3, "FLAIR")));
        assertEquals("MR", hang.protocol());
        assertEquals(new ScreenLayout(2, 2), hang.stages().getFirst().layout());
        assertEquals(List.of("1", "2", "3", "4"), ids(hang.stages().getFirst()));
    }

    @Test
    void mrSeriesHangBesideThoseOfTheSameContrast() {
        var current = Headers.study("c", mr("1", 1, "T1"), mr("2", 2, "T2"), mr("3", 3, "FLAIR"));
        var prior =
                Headers.study(
                        "p", mr("a", 1, "AX FLAIR"), mr("b", 2, "AX T1W"), mr("d", 3, "AX T2"));
        var stage = hang(current, prior).stages().getFirst();
        assertEquals(new ScreenLayout(2, 4), stage.layout());
        assertEquals("b", at(stage, 0, 0, 2));
        assertEquals("d", at(stage, 0, 0, 3));
        assertEquals("a", at(stage, 0, 1, 2));
        assertEquals("3", at(stage, 0, 1, 0));
    }

    @Test
    void contrastHangsBesideContrast() {
        var current = Headers.study("c", mr("1", 1, "T1 tra"), mr("2", 2, "T1 tra Gd"));
        var prior = Headers.study("p", mr("b", 1, "ax T1 +C"), mr("a", 2, "ax T1"));
        var stage = hang(current, prior).stages().getFirst();
        assertEquals("a", at(stage, 0, 0, 1));
        assertEquals("b", at(stage, 0, 1, 1));
    }

    @Test
    void tooManySeriesAreSaidToBeAmongTheThumbnails() {
        var series = new ArrayList<DataSet>();
        for (int i = 1; i <= 8; i++) series.addAll(mr("" + i, i, "x" + i));
        var hang = hang(Headers.study("c", series));
        assertEquals(new ScreenLayout(2, 3), hang.stages().getFirst().layout());
        assertEquals(2, hang.unplaced().size());
        assertEquals("unplaced.no-room", hang.unplaced().getFirst().because().key());
        assertEquals(8, hang.stacks().size());
    }

    @Test
    void aPriorWithNothingLikeItStillHangsAndSaysSo() {
        var prior =
                Headers.study(
                        "p",
                        List.of(
                                Headers.section("CT", "sag", 1, "g", Headers.SAGITTAL, 0, 0, 0),
                                Headers.section("CT", "sag", 2, "g", Headers.SAGITTAL, 5, 0, 0)));
        var stage =
                hang(Headers.study("c", Headers.axial("CT", "ax", "f", 3, 0)), prior)
                        .stages()
                        .getFirst();
        assertEquals("place.prior-first", stage.page(0).get(1).because().key());
    }

    @Test
    void radiographsHangFrontalFirstEachBesideTheSameViewOfThePrior() {
        var current =
                Headers.study(
                        "c",
                        List.of(
                                Headers.radiograph("lat", "LL", "P", "F", 1),
                                Headers.radiograph("pa", "PA", "L", "F", 2)));
        var prior =
                Headers.study(
                        "p",
                        List.of(
                                Headers.radiograph("pLat", "LL", "P", "F", 1),
                                Headers.radiograph("pAp", "AP", "L", "F", 2)));
        var stage = hang(current, prior).stages().getFirst();
        assertEquals(new ScreenLayout(2, 2), stage.layout());
        assertEquals("pa", at(stage, 0, 0, 0));
        assertEquals("pAp", at(stage, 0, 0, 1));
        assertEquals("lat", at(stage, 0, 1, 0));
        assertEquals("pLat", at(stage, 0, 1, 1));
        var alone = hang(current).stages().getFirst();
        assertEquals(new ScreenLayout(1, 2), alone.layout());
        assertEquals(List.of("pa", "lat"), ids(alone));
    }

    @Test
    void manyRadiographsArePagedTwoRowsAPageBesideThePrior() {
        var current = new ArrayList<DataSet>();
        for (int i = 0; i < 5; i++) current.add(Headers.radiograph("c" + i, "V" + i, "L", "F", i));
        var prior =
                List.of(
                        Headers.radiograph("p3", "V3", "L", "F", 1),
                        Headers.radiograph("pX", "OTHER", "L", "F", 2));
        var stage =
                hang(Headers.study("c", current), Headers.study("p", prior)).stages().getFirst();
        assertEquals(new ScreenLayout(2, 2), stage.layout());
        assertEquals(3, stage.pages());
        assertEquals("p3", at(stage, 1, 1, 1), "beside its like");
        assertEquals("pX", at(stage, 0, 0, 1), "what matches nothing fills a free place");
        assertEquals("place.prior-first", because(stage, "pX").key());
        assertEquals("c4", at(stage, 2, 0, 0));
    }

    private static Because because(Stage stage, String id) {
        return stage.placements().stream()
                .filter(p -> p.stack().id().equals(id))
                .findFirst()
                .orElseThrow()
                .because();
    }

    @Test
    void aRadiographForProcessingIsNotHungWhereOneForPresentationExists() {
        var raw =
                Headers.with(
                        List.of(Headers.radiograph("raw", "PA", "L", "F", 1)),
                        Tag.PRESENTATION_INTENT_TYPE,
                        "FOR PROCESSING");
        var hang =
                hang(Headers.study("c", raw, List.of(Headers.radiograph("pa", "PA", "L", "F", 2))));
        assertEquals(List.of("pa"), ids(hang.stages().getFirst()));
        assertEquals("unplaced.for-processing", hang.unplaced().getFirst().because().key());
        assertEquals(List.of("raw"), ids(hang(Headers.study("c", raw)).stages().getFirst()));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # view, row, column, quarters, mirrored
                    PA, L, F, 0, false
                    PA, R, F, 0, true
                    AP, R, H, 2, false
                    AP, F, R, 1, false
                    LL, A, F, 0, false
                    LL, P, H, 0, false
                    """)
    void aFrontalViewStandsUprightWithThePatientsLeftOnTheRight(
            String view, String row, String column, int quarters, boolean mirrored) {
        var hang = hang(Headers.study("c", List.of(Headers.radiograph("x", view, row, column, 1))));
        var turn = hang.stages().getFirst().placements().getFirst().turn();
        assertEquals(new Turn(quarters, mirrored), turn);
    }

    @Test
    void ultrasoundIsTiledInTheOrderOfAcquisitionAndPaged() {
        var headers = new ArrayList<DataSet>();
        for (int i = 0; i < 8; i++)
            headers.add(Headers.clip("US", "u" + i, 8 - i, i % 2 == 0 ? 1 : 20, "10:00:0" + i, 40));
        java.util.Collections.reverse(headers);
        var hang = hang(Headers.study("c", headers));
        assertEquals("US", hang.protocol());
        var stage = hang.stages().getFirst();
        assertEquals(new ScreenLayout(2, 3), stage.layout());
        assertEquals(Stage.Wheel.PAGES, stage.wheel());
        assertTrue(stage.plays());
        assertEquals(2, stage.pages());
        assertEquals("u0", at(stage, 0, 0, 0));
        assertEquals("u3", at(stage, 0, 1, 0));
        assertEquals("u6", at(stage, 1, 0, 0));
        assertEquals("place.clip", stage.page(0).get(1).because().key());
    }

    @Test
    void anUltrasoundPriorTakesTheRightHalf() {
        var current = new ArrayList<DataSet>();
        for (int i = 0; i < 5; i++)
            current.add(Headers.clip("US", "u" + i, i, 1, "10:00:0" + i, 0));
        var prior = List.of(Headers.clip("US", "p0", 1, 1, "10:00:00", 0));
        var stage =
                hang(Headers.study("c", current), Headers.study("p", prior)).stages().getFirst();
        assertEquals(new ScreenLayout(2, 4), stage.layout());
        assertEquals("p0", at(stage, 0, 0, 2));
        assertEquals("u2", at(stage, 0, 1, 0));
        assertEquals("u4", at(stage, 1, 0, 0));
    }

    @Test
    void angiographyHasOneRunAViewportAndPlays() {
        var hang =
                hang(
                        Headers.study(
                                "c",
                                List.of(
                                        Headers.clip("XA", "r2", 2, 40, "10:05:00", 66),
                                        Headers.clip("XA", "r1", 1, 60, "10:01:00", 66))));
        var stage = hang.stages().getFirst();
        assertEquals("XA", hang.protocol());
        assertEquals(List.of("r1", "r2"), ids(stage));
        assertEquals(Stage.Wheel.FRAMES, stage.wheel());
        assertTrue(stage.plays());
        assertEquals(60, stage.page(0).getFirst().stack().size());
    }

    @Test
    void whatIsNoPictureIsSaid() {
        var sr =
                DataSet.builder()
                        .text(Tag.SOP_INSTANCE_UID, "sr")
                        .text(Tag.SERIES_INSTANCE_UID, "srs")
                        .text(Tag.MODALITY, "SR")
                        .build();
        var hang = hang(Headers.study("c", List.of(sr), Headers.axial("CT", "a", "f", 3, 0)));
        assertEquals(List.of("a"), ids(hang.stages().getFirst()));
        assertEquals("unplaced.no-images", hang.unplaced().getFirst().because().key());
    }

    @Test
    void aStudyOfAnUnknownKindHangsImageByImage() {
        var hang = hang(Headers.study("c", List.of(Headers.clip("ES", "e", 1, 1, "10:00:00", 0))));
        assertEquals("OT", hang.protocol());
        assertTrue(hang.because().text(Locale.ENGLISH).contains("ES"));
    }

    @Test
    void sectionsAmongPicturesStayOneStack() {
        var nm = Headers.axial("NM", "spect", "f", 30, 0);
        var still = List.of(Headers.clip("NM", "still", 1, 1, "10:00:00", 0));
        var hang = hang(Headers.study("c", nm, still));
        assertEquals("OT", hang.protocol());
        assertEquals(Set.of("spect", "still"), Set.copyOf(ids(hang.stages().getFirst())));
        assertEquals(2, hang.stacks().size());
    }

    @Test
    void everyStackThatHangsIsAmongTheStacksOfTheCase() {
        var ct = Headers.axial("CT", "a", "f", 5, 0);
        var studies =
                List.of(
                        Headers.study("c", ct),
                        Headers.study("c", Headers.fourBreasts("")),
                        Headers.study("c", List.of(Headers.radiograph("x", "PA", "L", "F", 1)), ct),
                        Headers.study("c", List.of(Headers.clip("US", "u", 1, 9, "10:00:00", 40))),
                        Headers.study("c", Headers.axial("OT", "o", "f", 5, 0)));
        for (var current : studies)
            for (var prior : studies) {
                var hang = hang(current, new HangStudy("p", prior.series(), List.of()));
                for (var stage : hang.stages())
                    for (var p : stage.placements())
                        assertTrue(hang.stacks().contains(p.stack()), hang.protocol());
            }
    }

    @Test
    void aSegmentationIsNoPicture() {
        var seg = List.of(Headers.clip("SEG", "seg", 1, 7, "10:00:00", 0));
        var hang = hang(Headers.study("c", seg, Headers.axial("CT", "a", "f", 3, 0)));
        assertEquals("CT", hang.protocol());
        assertEquals(List.of("a"), ids(hang.stages().getFirst()));
        assertEquals(List.of(), ids(hang(Headers.study("c", seg)).stages().getFirst()));
    }

    @Test
    void anEmptyStudyHangsNothing() {
        var hang = hang(Headers.study("c"));
        assertEquals(List.of(), hang.stages().getFirst().placements());
        assertEquals("protocol.empty", hang.because().key());
    }

    @Test
    void sixteenLayoutsFromOneToFourByFour() {
        assertEquals(16, ScreenLayout.all().size());
        assertEquals(new ScreenLayout(2, 3), ScreenLayout.holding(5, 6));
        assertEquals(new ScreenLayout(2, 2), ScreenLayout.holding(9, 4));
        assertThrows(IllegalArgumentException.class, () -> new ScreenLayout(5, 1));
        assertTrue(ScreenLayout.all().contains(new ScreenLayout(4, 4)));
    }

    @Test
    void oneViewportHoldsOneStack() {
        var hang = hang(Headers.study("c", Headers.axial("CT", "a", "f", 3, 0)));
        var p = hang.stages().getFirst().placements().getFirst();
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new Stage(
                                "stage.current",
                                new ScreenLayout(1, 1),
                                List.of(p, p),
                                Stage.Wheel.FRAMES,
                                false,
                                List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new Stage(
                                "stage.current",
                                new ScreenLayout(1, 1),
                                List.of(Placement.of(0, 1, p.stack(), false, p.because())),
                                Stage.Wheel.FRAMES,
                                false,
                                List.of()));
    }

    @Test
    void aPriorOfAnotherKindHangsOnTheRightAsItWouldAlone() {
        var current =
                Headers.study(
                        "c",
                        List.of(
                                Headers.radiograph("pa", "PA", "L", "F", 1),
                                Headers.radiograph("lat", "LL", "P", "F", 2)));
        var hang =
                hang(
                        current,
                        Headers.study(
                                "p",
                                Headers.axial("CT", "a", "f", 5, 0),
                                Headers.axial("CT", "b", "f", 5, 0),
                                Headers.axial("CT", "c", "f", 5, 0)));
        var stage = hang.stages().getFirst();
        assertEquals("DX", hang.protocol());
        assertEquals(new ScreenLayout(1, 4), stage.layout());
        assertEquals(List.of("pa", "lat", "a", "b"), ids(stage));
        assertTrue(stage.placements().get(2).prior());
        assertEquals(List.of("pa", "lat"), ids(hang.stages().get(1)), "and alone on the next step");
    }

    @Test
    void sectionsOfOneModalityLieBesideThoseOfAnother() {
        var stage =
                hang(
                                Headers.study("c", Headers.axial("CT", "a", "f", 5, 0)),
                                Headers.study("p", Headers.axial("PT", "b", "g", 5, 0)))
                        .stages()
                        .getFirst();
        assertEquals(List.of("a", "b"), ids(stage));
        assertEquals(1, stage.placements().get(1).column());
    }
}
