package org.tyde.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tyde.ui.Action;
import org.tyde.ui.Keymap;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class ShellPartsTest {
    private static final Identity KARI =
            new Identity(
                    "NORDMANN-HANSEN, Kari Annelise Marie",
                    "Fødselsnummer",
                    "158855 12345",
                    "71 år",
                    "Kvinne",
                    "CT Thorax med kontrast",
                    "14.11.2026 10:32",
                    "NO4711-2026-88",
                    "Sykehuset i Vestfold, Tønsberg");

    private final Messages messages = new Messages();

    @BeforeAll
    static void start() throws Exception {
        Screens.start();
    }

    @Test
    void theStripNeverCutsANameHoweverNarrowTheWindow() throws Exception {
        var identity = new SimpleObjectProperty<>(Optional.of(KARI));
        var strip = Screens.on(() -> new PatientStrip(identity, messages));
        var stage = Screens.show(new BorderPane(null, strip, null, null, null), 420, 300);
        Screens.keep(stage, "strip-narrow");
        var name = Screens.on(() -> (Label) strip.lookup(".name"));
        assertEquals(KARI.name(), name.getText());
        assertTrue(Screens.on(() -> name.getWidth() >= name.prefWidth(-1)));
        Screens.run(() -> identity.set(Optional.empty()));
        assertEquals("Ingen pasient er åpen", Screens.on(name::getText));
        Screens.run(stage::close);
    }

    @Test
    void thePaletteFindsByAnyPartsOfANameAndDoesWhatIsChosen() throws Exception {
        var done = new ArrayList<Action>();
        var keymap = Keymap.standard();
        var palette = Screens.on(() -> new CommandPalette(messages, keymap, _ -> true, done::add));
        var stage = Screens.show(new StackPane(new Region(), palette), 1000, 800);
        Screens.run(palette::open);
        Screens.keep(stage, "palette");
        var field = Screens.on(() -> (TextField) palette.lookup(".text-field"));
        Screens.run(() -> field.setText("mål leng"));
        assertEquals(List.of(Action.TOOL_LENGTH), Screens.on(() -> palette.matches().toList()));
        Screens.press(field, KeyCode.ENTER);
        assertEquals(List.of(Action.TOOL_LENGTH), done);
        assertFalse(Screens.on(palette::isVisible));
        Screens.run(stage::close);
    }

    @Test
    void theSheetNamesEveryBoundAction() throws Exception {
        var keymap = Keymap.standard();
        var sheet = Screens.on(() -> new KeySheet(messages, keymap));
        var stage = Screens.show(new StackPane(sheet), 1000, 1000);
        Screens.run(sheet::open);
        Screens.keep(stage, "keys");
        var said =
                Screens.on(
                        () ->
                                sheet.lookupAll(".label").stream()
                                        .map(l -> ((Label) l).getText())
                                        .toList());
        assertTrue(said.contains("Neste undersøkelse"));
        assertTrue(said.contains("F8"));
        Screens.run(stage::close);
    }

    @Test
    void theFootLineOffersToStopWhileFetchingAndToTryAgainWhenItFailed() throws Exception {
        var model = new FootModel();
        var foot = Screens.on(() -> new FootLine(model, messages, () -> {}));
        var stage = Screens.show(new BorderPane(null, null, null, foot, null), 1000, 200);
        var stopped = new ArrayList<String>();
        Screens.run(
                () -> {
                    model.archiveProperty().set("Demoarkiv");
                    model.microphoneOnProperty().set(true);
                    model.levelProperty().set(-20);
                    model.fetchProperty()
                            .set(
                                    new FootModel.Fetch(
                                            FetchState.RUNNING,
                                            84,
                                            200,
                                            41.25,
                                            () -> stopped.add("stop"),
                                            () -> stopped.add("retry")));
                });
        Screens.keep(stage, "foot");
        assertTrue(
                Screens.on(
                        () ->
                                foot.getChildren().stream()
                                        .anyMatch(
                                                n ->
                                                        n instanceof Label l
                                                                && l.getText()
                                                                        .equals(
                                                                                "84 av 200 bilder"
                                                                                    + " hentet ·"
                                                                                    + " 41,2"
                                                                                    + " MB/s"))));
        Screens.run(stage::close);
    }
}
