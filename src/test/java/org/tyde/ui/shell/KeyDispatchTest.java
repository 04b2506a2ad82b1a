package org.tyde.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tyde.ui.Action;
import org.tyde.ui.Keymap;
import org.tyde.ui.Screens;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class KeyDispatchTest {
    private final List<Action> done = new ArrayList<>();
    private final List<Action> letGo = new ArrayList<>();
    private final Region picture = new Region();
    private Optional<Stage> stage = Optional.empty();
    private Optional<TextField> field = Optional.empty();
    private Optional<KeyDispatch> dispatch = Optional.empty();
    private boolean reading = true;
    private boolean writing;
    private boolean overlay;

    @BeforeEach
    void open() throws Exception {
        field = Optional.of(Screens.on(TextField::new));
        picture.setFocusTraversable(true);
        stage = Optional.of(Screens.show(new StackPane(picture, text()), 400, 300));
        dispatch =
                Optional.of(
                        new KeyDispatch(
                                Keymap.standard(),
                                () -> overlay,
                                _ -> reading,
                                () -> writing,
                                done::add,
                                letGo::add));
        Screens.run(() -> dispatch().listen(stage.orElseThrow().getScene()));
        Screens.run(picture::requestFocus);
    }

    @AfterEach
    void close() throws Exception {
        Screens.run(() -> stage.orElseThrow().close());
    }

    private TextField text() {
        return field.orElseThrow();
    }

    private void key(boolean down, KeyCode code, boolean control) throws Exception {
        Screens.run(
                () -> {
                    Node target = stage.orElseThrow().getScene().getFocusOwner();
                    Event.fireEvent(
                            target,
                            new KeyEvent(
                                    down ? KeyEvent.KEY_PRESSED : KeyEvent.KEY_RELEASED,
                                    "",
                                    "",
                                    code,
                                    false,
                                    control,
                                    false,
                                    false));
                });
    }

    private void tap(KeyCode code, boolean control) throws Exception {
        key(true, code, control);
        key(false, code, control);
    }

    @Test
    void aHeldKeyNeitherSignsNorLeavesTwice() throws Exception {
        for (int i = 0; i < 5; i++) key(true, KeyCode.ENTER, true);
        key(false, KeyCode.ENTER, true);
        for (int i = 0; i < 5; i++) key(true, KeyCode.F8, false);
        key(false, KeyCode.F8, false);
        tap(KeyCode.ENTER, true);
        assertEquals(List.of(Action.SIGN, Action.NEXT_STUDY, Action.SIGN), done);
    }

    @Test
    void aKeyPressedInOneWindowAndLetGoInAnotherCountsAgain() throws Exception {
        var other = Screens.show(new StackPane(new Region()), 200, 200);
        Screens.run(() -> dispatch().listen(other.getScene()));
        key(true, KeyCode.F9, false);
        Screens.run(
                () ->
                        Event.fireEvent(
                                other.getScene(),
                                new KeyEvent(
                                        KeyEvent.KEY_RELEASED,
                                        "",
                                        "",
                                        KeyCode.F9,
                                        false,
                                        false,
                                        false,
                                        false)));
        tap(KeyCode.F9, false);
        assertEquals(List.of(Action.SECOND_WINDOW, Action.SECOND_WINDOW), done);
        Screens.run(other::close);
    }

    private KeyDispatch dispatch() {
        return dispatch.orElseThrow();
    }

    @Test
    void aHeldArrowGoesOnScrolling() throws Exception {
        for (int i = 0; i < 3; i++) key(true, KeyCode.DOWN, false);
        key(false, KeyCode.DOWN, false);
        assertEquals(List.of(Action.NEXT_IMAGE, Action.NEXT_IMAGE, Action.NEXT_IMAGE), done);
    }

    @Test
    void lettersAreTextWhileTextHasTheFocusAndChordsGoOn() throws Exception {
        Screens.run(() -> text().requestFocus());
        tap(KeyCode.Y, false);
        tap(KeyCode.DIGIT1, false);
        tap(KeyCode.F2, false);
        tap(KeyCode.K, true);
        assertEquals(List.of(Action.RECORD, Action.COMMAND_PALETTE), done);
    }

    @Test
    void lettersAreTextInTheReportToo() throws Exception {
        writing = true;
        tap(KeyCode.Y, false);
        assertEquals(List.of(), done);
        writing = false;
        tap(KeyCode.Y, false);
        assertEquals(List.of(Action.LINK_PRIOR), done);
    }

    @Test
    void theListKeepsItsLettersAndAnOverlayItsKeys() throws Exception {
        reading = false;
        tap(KeyCode.K, false);
        overlay = true;
        tap(KeyCode.F8, false);
        assertEquals(List.of(), done);
    }

    @Test
    void noPlainLetterLeavesAPatientSignsOrDeletes() throws Exception {
        var forbidden =
                EnumSet.of(
                        Action.NEXT_STUDY,
                        Action.PREVIOUS_STUDY,
                        Action.GO_TO_LIST,
                        Action.SIGN,
                        Action.SAVE_PRELIMINARY,
                        Action.PUT_ASIDE,
                        Action.DELETE_SELECTED);
        for (var code : KeyCode.values()) if (code.isLetterKey()) tap(code, false);
        assertEquals(Set.of(), Set.copyOf(done.stream().filter(forbidden::contains).toList()));
    }

    @Test
    void theKeyToSpeakIsToldWhenItIsLetGo() throws Exception {
        key(true, KeyCode.F2, false);
        assertEquals(List.of(Action.RECORD), done);
        assertEquals(List.of(), letGo);
        key(false, KeyCode.F2, false);
        assertEquals(List.of(Action.RECORD), letGo);
    }
}
