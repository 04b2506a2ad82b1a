package org.tyde.ui.viewport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.evidence.presentation.PresentationState;
import org.tyde.hanging.HangingProtocols;
import org.tyde.hanging.StudyHeaders;
import org.tyde.reading.CaseStudy;
import org.tyde.reading.OpenCase;
import org.tyde.ui.Action;
import org.tyde.ui.Screens;
import org.tyde.ui.control.OutlinedText;
import org.tyde.ui.viewport.state.StateList;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// An image through the presentation states of its study: offered in words, applied by key, named while applied.
class PresentedTest {
    private static DeskOfSamples desk;

    @BeforeAll
    static void open() throws Exception {
        desk = new DeskOfSamples(900, 700);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static DataSetBuilder state(DataSet image, String uid, String label) throws Exception {
        var reference =
                DataSet.builder()
                        .text(
                                Tag.REFERENCED_SOP_INSTANCE_UID,
                                image.textOr(Tag.SOP_INSTANCE_UID, ""))
                        .build();
        return DataSet.builder()
                .text(Tag.SOP_CLASS_UID, SopClass.GRAYSCALE_SOFTCOPY_PRESENTATION_STATE_STORAGE)
                .text(Tag.SOP_INSTANCE_UID, uid)
                .text(Tag.CONTENT_LABEL, label)
                .text(Tag.PRESENTATION_LUT_SHAPE, "IDENTITY")
                .sequence(
                        Tag.REFERENCED_SERIES_SEQUENCE,
                        DataSet.builder()
                                .sequence(Tag.REFERENCED_IMAGE_SEQUENCE, reference)
                                .build());
    }

    private static OpenCase openWith(List<PresentationState> states) throws Exception {
        var image = radiograph();
        desk.put(image);
        var uid = image.textOr(Tag.STUDY_INSTANCE_UID, "");
        var study =
                new CaseStudy(
                        uid,
                        "1",
                        Optional.empty(),
                        StudyHeaders.read(uid, List.of(image)),
                        states,
                        List.of());
        var open = new OpenCase(study, List.of(), HangingProtocols.defaults(), System::nanoTime);
        Screens.run(
                () -> {
                    desk.desk.open(Optional.of(open));
                    desk.grid.perform(Action.LAYOUT_1X1);
                });
        desk.settle();
        return open;
    }

    private static DataSet radiograph() throws Exception {
        return DeskOfSamples.images(DeskOfSamples.studies("DX").getFirst()).getFirst();
    }

    private static void press(Action action) throws Exception {
        assertTrue(Screens.on(() -> desk.grid.perform(action)), action.name());
        desk.settle();
    }

    /// Waits until the viewport says so.
    private static void says(Predicate<String> sentence) throws Exception {
        Screens.until(() -> desk.pane(0).words().warnings().stream().anyMatch(sentence));
    }

    private static void says(String sentence) throws Exception {
        says(sentence::equals);
    }

    private static int argb() throws Exception {
        int middle = (int) (desk.pane(0).getWidth() / 2);
        return Screens.on(() -> desk.pane(0).argb(middle, middle));
    }

    @Test
    void statesAreOfferedInWordsAndAppliedOneAfterTheOther() throws Exception {
        var turned =
                PresentationState.of(
                        state(radiograph(), "2.25.950", "SNUDD")
                                .integer(Tag.IMAGE_ROTATION, 90)
                                .text(Tag.IMAGE_HORIZONTAL_FLIP, "N")
                                .build());
        var hidden =
                PresentationState.of(
                        state(radiograph(), "2.25.951", "LUKKER")
                                .text(Tag.SHUTTER_SHAPE, "CIRCULAR")
                                .integer(Tag.CENTER_OF_CIRCULAR_SHUTTER, 1, 1)
                                .integer(Tag.RADIUS_OF_CIRCULAR_SHUTTER, 1)
                                .integer(Tag.SHUTTER_PRESENTATION_VALUE, 0xFFFF)
                                .build());
        var open = openWith(List.of(turned, hidden));
        says("Presentasjonstilstander for bildet: 2 (ingen brukt)");
        int plain = argb();

        press(Action.PRESENTATION_STATE);
        says("Presentasjonstilstand: SNUDD");
        assertEquals(1, open.viewport(0).view().turn().quarters());

        press(Action.PRESENTATION_STATE);
        says("Presentasjonstilstand: LUKKER");
        assertEquals(0, open.viewport(0).view().turn().quarters());
        assertEquals(0xFFFFFFFF, argb(), "hidden, and white");

        press(Action.PRESENTATION_STATE);
        says("Presentasjonstilstander for bildet: 2 (ingen brukt)");
        assertEquals(plain, argb(), "as the image itself wants it");
    }

    @Test
    void aStateOfAKindThatIsNotAppliedSaysSoAndLeavesTheImage() throws Exception {
        var kind = SopClass.GRAYSCALE_PLANAR_MPR_VOLUMETRIC_PRESENTATION_STATE_STORAGE;
        var state = state(radiograph(), "2.25.952", "FARGER").text(Tag.SOP_CLASS_UID, kind).build();
        openWith(List.of(PresentationState.of(state)));
        says("Presentasjonstilstander for bildet: 1 (ingen brukt)");
        int plain = argb();
        press(Action.PRESENTATION_STATE);
        says(
                w ->
                        w.startsWith("Presentasjonstilstand FARGER ikke brukt: ")
                                && w.contains("Volumetric"));
        assertEquals(plain, argb());
    }

    private static DataSetBuilder told(String uid, String label, String words, int day)
            throws Exception {
        return state(radiograph(), uid, label)
                .text(Tag.CONTENT_DESCRIPTION, words)
                .personName(Tag.CONTENT_CREATOR_NAME, PersonName.parse("Aas^Anne"))
                .date(Tag.PRESENTATION_CREATION_DATE, LocalDate.of(2026, 11, day))
                .time(Tag.PRESENTATION_CREATION_TIME, LocalTime.of(8, 5));
    }

    private static StateList list() {
        return (StateList) desk.pane(0).lookup(".state-list");
    }

    private static void key(KeyCode code) throws Exception {
        Screens.press(desk.stage.getScene().getFocusOwner(), code);
        desk.settle();
    }

    @Test
    void aStateIsChosenFromAListThatTellsWhoMadeItAndWhen() throws Exception {
        var first = told("2.25.960", "LUNGE", "Lungevindu", 20);
        var second = told("2.25.961", "BEN", "", 21).integer(Tag.IMAGE_ROTATION, 180);
        var open =
                openWith(
                        List.of(
                                PresentationState.of(first.build()),
                                PresentationState.of(second.build())));
        press(Action.PRESENTATION_LIST);
        Screens.until(() -> list().isVisible());
        var lines = Screens.on(() -> list().lines());
        assertEquals(3, lines.size());
        assertEquals(Optional.empty(), lines.get(0).uid());
        assertTrue(lines.get(0).on());
        assertEquals("LUNGE – Lungevindu", lines.get(1).name());
        assertEquals("AAS, Anne · 20.11.2026 08:05 · 1 bilde", lines.get(1).about());
        Screens.keep(desk.stage, "presentation-list");
        key(KeyCode.DOWN);
        key(KeyCode.DOWN);
        key(KeyCode.ENTER);
        says("Presentasjonstilstand: BEN");
        assertEquals(2, open.viewport(0).view().turn().quarters());
        assertTrue(!Screens.on(() -> list().isVisible()));

        press(Action.PRESENTATION_LIST);
        Screens.until(() -> list().isVisible());
        assertTrue(Screens.on(() -> list().lines()).get(2).on());
        press(Action.CANCEL);
        assertTrue(!Screens.on(() -> list().isVisible()));
        assertEquals(Optional.of("2.25.961"), open.viewport(0).view().presentation());

        press(Action.PRESENTATION_LIST);
        key(KeyCode.UP);
        key(KeyCode.UP);
        key(KeyCode.ENTER);
        says("Presentasjonstilstander for bildet: 2 (ingen brukt)");
        assertEquals(0, open.viewport(0).view().turn().quarters());
    }

    @Test
    void theLineThatTellsOfStatesOpensTheirListWhenClicked() throws Exception {
        openWith(List.of(PresentationState.of(told("2.25.962", "EN", "", 20).build())));
        var words = "Presentasjonstilstander for bildet: 1 (ingen brukt)";
        says(words);
        var at =
                Screens.on(
                        () -> {
                            desk.stage.getScene().getRoot().layout();
                            for (var node : desk.pane(0).lookupAll(".outlined-text"))
                                if (node instanceof OutlinedText text
                                        && text.isVisible()
                                        && text.getText().equals(words))
                                    return desk.pane(0)
                                            .sceneToLocal(
                                                    text.localToScene(
                                                            text.getLayoutBounds().getCenterX(),
                                                            text.getLayoutBounds().getCenterY()));
                            throw new AssertionError("the line is not on screen");
                        });
        Screens.run(() -> desk.pane(0).fireEvent(press(at.getX(), at.getY())));
        Screens.until(() -> list().isVisible());
        press(Action.CANCEL);
        Screens.run(() -> desk.pane(0).fireEvent(press(at.getX(), at.getY() - 150)));
        assertTrue(!Screens.on(() -> list().isVisible()));
    }

    private static MouseEvent press(double x, double y) {
        return new MouseEvent(
                MouseEvent.MOUSE_PRESSED,
                x,
                y,
                x,
                y,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                null);
    }

    @Test
    void withoutStatesTheListSaysThatThereIsNone() throws Exception {
        openWith(List.of());
        press(Action.PRESENTATION_LIST);
        assertTrue(!Screens.on(() -> list().isVisible()));
    }
}
