package org.tyde.hanging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.dicom.DataSet;
import org.tyde.geometry.Turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

class MammographyProtocolTest {
    private static final String SHOW = "FOR PRESENTATION";

    private static Hang hang(List<DataSet> current, List<DataSet> prior) {
        var p = prior.isEmpty() ? Optional.<HangStudy>empty() : Optional.of(study("p", prior));
        return HangingProtocols.defaults().hang(new HangInput(study("c", current), p));
    }

    private static HangStudy study(String uid, List<DataSet> headers) {
        return Headers.study(uid, headers);
    }

    private static Map<String, String> places(Stage stage) {
        return stage.placements().stream()
                .collect(Collectors.toMap(p -> p.row() + "," + p.column(), p -> p.stack().id()));
    }

    private static Placement of(Hang hang, String id) {
        return hang.stages().getFirst().placements().stream()
                .filter(p -> p.stack().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rightIsOnTheLeftAndCcAboveMlo() {
        var hang = hang(Headers.fourBreasts(""), List.of());
        assertEquals("MG", hang.protocol());
        var stage = hang.stages().getFirst();
        assertEquals(new ScreenLayout(2, 2), stage.layout());
        assertEquals(
                Map.of("0,0", "RCC", "0,1", "LCC", "1,0", "RMLO", "1,1", "LMLO"), places(stage));
        assertEquals(1, hang.stages().size());
    }

    @Test
    void chestWallsLieTogetherAtOneScale() {
        var hang = hang(Headers.fourBreasts(""), Headers.fourBreasts("p"));
        for (var p : hang.stages().getFirst().placements()) {
            boolean right = p.column() % 2 == 0;
            assertEquals(right ? Placement.Wall.RIGHT : Placement.Wall.LEFT, p.wall());
            assertEquals(Optional.of("MG"), p.scale());
            assertEquals(Turn.NONE, p.turn());
        }
    }

    @Test
    void thePriorHangsOnTheRightInTheSameOrder() {
        var hang = hang(Headers.fourBreasts(""), Headers.fourBreasts("p"));
        var stage = hang.stages().getFirst();
        assertEquals(new ScreenLayout(2, 4), stage.layout());
        assertEquals(
                Map.of(
                        "0,0", "RCC", "0,1", "LCC", "0,2", "pRCC", "0,3", "pLCC", "1,0", "RMLO",
                        "1,1", "LMLO", "1,2", "pRMLO", "1,3", "pLMLO"),
                places(stage));
        assertTrue(stage.placements().stream().allMatch(p -> p.prior() == p.column() > 1));
        var alone = hang.stages().get(1);
        assertEquals(new ScreenLayout(2, 2), alone.layout());
        assertEquals(4, alone.placements().size());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # side, view, row, column, quarters, mirrored
                    R, CC,  P, L,  0, false
                    R, CC,  A, R,  2, false
                    R, CC,  A, L,  0, true
                    L, CC,  A, R,  0, false
                    L, CC,  P, L,  2, false
                    R, MLO, P, FL, 0, false
                    R, MLO, A, FL, 0, true
                    L, MLO, P, FR, 0, true
                    L, MLO, P, HL, 2, false
                    R, MLO, F, A,  1, false
                    """)
    void howAnImageLiesDecidesHowItIsTurned(
            String side, String view, String row, String column, int quarters, boolean mirrored) {
        var hang = hang(List.of(Headers.breast("x", side, view, SHOW, row, column)), List.of());
        var placement = of(hang, "x");
        assertEquals(new Turn(quarters, mirrored), placement.turn());
        assertEquals(
                side.equals("R") ? Placement.Wall.RIGHT : Placement.Wall.LEFT, placement.wall());
    }

    @Test
    void whereTheFileDoesNotSayHowItLiesItStaysAsStoredAndCentred() {
        var hang = hang(List.of(Headers.breast("x", "R", "CC", SHOW, "", "")), List.of());
        var placement = of(hang, "x");
        assertEquals(Placement.Wall.NONE, placement.wall());
        assertEquals(Turn.NONE, placement.turn());
        assertEquals("place.breast-unknown", placement.because().key());
    }

    @Test
    void missingLateralityIsNotPlacedAndSaidSo() {
        var headers = new ArrayList<>(Headers.fourBreasts(""));
        headers.set(1, Headers.breast("RCC", "", "CC", SHOW, "P", "L"));
        var hang = hang(headers, List.of());
        assertEquals(3, hang.stages().getFirst().placements().size());
        var said = hang.unplaced().getFirst();
        assertEquals(Optional.of("RCC"), said.sopInstanceUid());
        assertEquals("unplaced.no-laterality", said.because().key());
        assertTrue(said.because().text(Locale.of("nb")).contains("høyre eller venstre"));
        assertTrue(
                hang.stages()
                        .getFirst()
                        .notes()
                        .contains(Because.of("note.view-missing", "R", "CC")));
        assertTrue(
                hang.stacks().stream().anyMatch(s -> s.id().equals("RCC")),
                "it is still among the thumbnails");
    }

    @Test
    void bothSidesInOneImageIsNoSide() {
        var hang = hang(List.of(Headers.breast("x", "B", "CC", SHOW, "P", "L")), List.of());
        assertEquals("unplaced.no-laterality", hang.unplaced().getFirst().because().key());
    }

    @Test
    void forProcessingIsNotHungWhereForPresentationExists() {
        var headers = new ArrayList<>(Headers.fourBreasts(""));
        headers.add(0, Headers.breast("rawRCC", "R", "CC", "FOR PROCESSING", "P", "L"));
        var hang = hang(headers, List.of());
        assertEquals("RCC", places(hang.stages().getFirst()).get("0,0"));
        assertEquals(1, hang.stages().size());
        assertEquals("unplaced.for-processing", hang.unplaced().getFirst().because().key());
    }

    @Test
    void forProcessingHangsWhereThereIsNothingElse() {
        var hang =
                hang(
                        List.of(Headers.breast("raw", "R", "CC", "FOR PROCESSING", "P", "L")),
                        List.of());
        assertEquals("raw", places(hang.stages().getFirst()).get("0,0"));
    }

    @Test
    void aSpotViewDoesNotTakeThePlaceOfTheWholeBreast() {
        var headers = new ArrayList<>(Headers.fourBreasts(""));
        headers.add(0, Headers.modified(Headers.breast("spot", "R", "CC", SHOW, "P", "L")));
        var hang = hang(headers, List.of());
        assertEquals("RCC", places(hang.stages().getFirst()).get("0,0"));
        var others = hang.stages().getLast();
        assertEquals("stage.other-views", others.name());
        assertEquals("spot", others.placements().getFirst().stack().id());
        assertEquals(0, others.placements().getFirst().column());
    }

    @Test
    void otherViewsHangRightOnTheLeftOnAStageOfTheirOwn() {
        var headers = new ArrayList<>(Headers.fourBreasts(""));
        headers.add(Headers.breast("LML", "L", "ML", SHOW, "A", "F"));
        headers.add(Headers.breast("RML", "R", "ML", SHOW, "P", "F"));
        var hang = hang(headers, List.of());
        assertEquals(Map.of("0,0", "RML", "0,1", "LML"), places(hang.stages().getLast()));
    }

    @Test
    void neitherOrderNorNameDecides() {
        var reversed = new ArrayList<>(Headers.fourBreasts(""));
        java.util.Collections.reverse(reversed);
        assertEquals(
                places(hang(Headers.fourBreasts(""), List.of()).stages().getFirst()),
                places(hang(reversed, List.of()).stages().getFirst()));
    }

    @Test
    void everyPlacementSaysWhyInBothLanguages() {
        var hang = hang(Headers.fourBreasts(""), Headers.fourBreasts("p"));
        for (var p : hang.stages().getFirst().placements())
            for (var locale : List.of(Locale.ENGLISH, Locale.of("nb"))) {
                var text = p.because().text(locale);
                assertTrue(text.contains("CC") || text.contains("MLO"), text);
            }
    }
}
