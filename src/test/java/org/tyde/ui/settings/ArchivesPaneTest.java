package org.tyde.ui.settings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.settings.ArchiveNode;
import org.tyde.settings.DimseAddress;
import org.tyde.settings.Login;
import org.tyde.settings.RetrieveMethod;
import org.tyde.settings.SecretRef;
import org.tyde.settings.Settings;
import org.tyde.settings.vault.LockedFile;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.ui.control.ControlStyles;
import org.tyde.work.JobRunner;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

class ArchivesPaneTest {
    private static final String PHRASE = "fire ord som ingen vet";

    @TempDir Path folder;
    private final JobRunner runner = new JobRunner(1);
    private final Messages messages = new Messages();
    private LockedFile secrets = new LockedFile(Path.of("nowhere"));
    private SettingsModel model = model(Settings.DEFAULTS);
    private Optional<Stage> shown = Optional.empty();

    private SettingsModel model(Settings settings) {
        return new SettingsModel(settings, _ -> {}, _ -> {}, secrets, runner, messages);
    }

    @BeforeEach
    void open() throws Exception {
        Screens.start();
        secrets = new LockedFile(folder.resolve("secrets.json"));
        show(Settings.DEFAULTS);
    }

    private void show(Settings settings) throws Exception {
        model = model(settings);
        var pane =
                Screens.on(
                        () -> {
                            var scroll = new ScrollPane(new ArchivesPane(model, messages));
                            scroll.setFitToWidth(true);
                            scroll.getStyleClass().add("settings");
                            ControlStyles.wear(scroll, SettingsPane.class, "settings.css");
                            return scroll;
                        });
        shown = Optional.of(Screens.show(pane, 760, 900));
    }

    @AfterEach
    void end() throws Exception {
        Screens.run(stage()::close);
        runner.close();
    }

    private Stage stage() {
        return shown.orElseThrow();
    }

    private void press(String text) throws Exception {
        Screens.run(() -> button(text).fire());
    }

    private Button button(String text) {
        return stage().getScene().getRoot().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(b -> b.isVisible() && text.equals(named(b)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + text));
    }

    private static String named(Button button) {
        return button.getText().isEmpty() ? button.getAccessibleText() : button.getText();
    }

    private NodeForm form() {
        return (NodeForm) stage().getScene().getRoot().lookup(".node-form");
    }

    private void type(NodeField field, String text) throws Exception {
        Screens.run(() -> form().field(field).setText(text));
    }

    private void logInBy(LoginKind kind) throws Exception {
        Screens.run(() -> form().logins().setValue(kind));
    }

    private boolean says(String text) {
        return stage().getScene().getRoot().lookupAll(".label").stream()
                .map(Labeled.class::cast)
                .anyMatch(l -> l.isVisible() && l.getText().contains(text));
    }

    private void enterRegion() throws Exception {
        secrets.unlock(PHRASE.toCharArray());
        press("Legg til arkiv …");
        type(NodeField.NAME, "Region");
        type(NodeField.ADDRESS, "https://arkiv.eksempel.no/dicom-web");
        logInBy(LoginKind.BASIC);
        type(NodeField.USER, "kari");
        type(NodeField.PASSWORD, "hunter2");
        type(NodeField.HOST, "arkiv.eksempel.no");
        type(NodeField.PORT, "11112");
        type(NodeField.TITLE, "REGION");
    }

    private void keepRegion() throws Exception {
        press("Lagre");
        Screens.until(() -> !model.settingsProperty().get().archives().isEmpty());
        Screens.until(() -> form() == null);
    }

    @Test
    void anArchiveWithBothAddressesIsKeptAndItsPasswordLiesInTheKeyStoreOnly() throws Exception {
        enterRegion();
        Screens.keep(stage(), "settings-archive-form");
        keepRegion();
        var node = model.settingsProperty().get().archives().getFirst();
        assertEquals(
                Optional.of(new DimseAddress("arkiv.eksempel.no", 11112, "REGION", false)),
                node.dimse());
        assertEquals(List.of(RetrieveMethod.values()), node.retrieve());
        var login = (Login.Basic) node.web().orElseThrow().login();
        assertEquals("kari", login.user());
        assertArrayEquals("hunter2".toCharArray(), secrets.of(login.password()));
        assertEquals(new SecretRef.Stored("Region / password"), login.password());
        Screens.keep(stage(), "settings-archive-kept");
    }

    @Test
    void anEditedArchiveKeepsItsPasswordAndARemovedOneLeavesNoneBehind() throws Exception {
        enterRegion();
        keepRegion();
        press("Endre Region");
        assertEquals("", Screens.on(() -> form().field(NodeField.PASSWORD).getText()));
        type(NodeField.TITLE, "REGION2");
        press("Lagre");
        Screens.until(
                () ->
                        model.settingsProperty().get().archives().stream()
                                .anyMatch(
                                        n -> n.dimse().orElseThrow().aeTitle().equals("REGION2")));
        assertArrayEquals("hunter2".toCharArray(), secrets.read("Region / password").orElseThrow());
        Screens.until(() -> form() == null);
        press("Fjern Region");
        Screens.until(
                () -> {
                    try {
                        return secrets.read("Region / password").isEmpty();
                    } catch (java.io.IOException failed) {
                        throw new AssertionError(failed);
                    }
                });
        assertEquals(List.of(), model.settingsProperty().get().archives());
    }

    @Test
    void whatCannotBeIsSaidAtItsFieldAndNotKept() throws Exception {
        press("Legg til arkiv …");
        press("Lagre");
        assertTrue(Screens.on(() -> says("trenger et navn")));
        type(NodeField.NAME, "Region");
        press("Lagre");
        assertTrue(Screens.on(() -> says("DICOMweb-adresse som begynner")));
        type(NodeField.HOST, "arkiv");
        type(NodeField.PORT, "70000");
        press("Lagre");
        assertTrue(Screens.on(() -> says("fra 1 til 65535")));
        type(NodeField.PORT, "104");
        type(NodeField.TITLE, "ØSTFOLD");
        press("Lagre");
        assertTrue(Screens.on(() -> says("1 til 16 tegn")));
        Screens.keep(stage(), "settings-archive-wrong");
        assertEquals(List.of(), model.settingsProperty().get().archives());
        type(NodeField.TITLE, "OSTFOLD");
        press("Lagre");
        Screens.until(() -> !model.settingsProperty().get().archives().isEmpty());
    }

    @Test
    void withoutAKeyStoreAPassPhraseIsAskedForAndNothingSecretIsKeptBefore() throws Exception {
        Screens.until(() -> says("ikke noe nøkkellager"));
        press("Legg til arkiv …");
        type(NodeField.NAME, "Region");
        type(NodeField.ADDRESS, "https://arkiv.eksempel.no/dicom-web");
        logInBy(LoginKind.BEARER);
        type(NodeField.TOKEN, "hunter2");
        press("Lagre");
        Screens.until(() -> says("er låst"));
        assertEquals(List.of(), model.settingsProperty().get().archives());
        Screens.keep(stage(), "settings-secrets-locked");
        Screens.run(
                () -> {
                    var phrase =
                            (PasswordField)
                                    stage().getScene().getRoot().lookup(".secrets .password-field");
                    phrase.setText(PHRASE);
                    phrase.fireEvent(new javafx.event.ActionEvent());
                });
        Screens.until(() -> says("åpen til Tyde lukkes"));
        type(NodeField.TOKEN, "hunter2");
        press("Lagre");
        Screens.until(() -> !model.settingsProperty().get().archives().isEmpty());
        assertArrayEquals("hunter2".toCharArray(), secrets.read("Region / token").orElseThrow());
    }

    @Test
    void whatIsWrittenAsAVariableIsNoSecret() throws Exception {
        press("Legg til arkiv …");
        type(NodeField.NAME, "Region");
        type(NodeField.ADDRESS, "https://arkiv.eksempel.no/dicom-web");
        logInBy(LoginKind.OPENID);
        type(NodeField.ISSUER, "https://id.eksempel.no");
        type(NodeField.CLIENT, "tyde");
        type(NodeField.CLIENT_KEY, "env:TYDE_CLIENT_KEY");
        Screens.keep(stage(), "settings-archive-openid");
        press("Lagre");
        Screens.until(() -> !model.settingsProperty().get().archives().isEmpty());
        assertEquals(
                new Login.OpenId(
                        URI.create("https://id.eksempel.no"),
                        "tyde",
                        List.of("openid"),
                        false,
                        Optional.of(new SecretRef.Environment("TYDE_CLIENT_KEY"))),
                model.settingsProperty().get().archives().getFirst().web().orElseThrow().login());
    }

    @Test
    void twoArchivesCannotHaveOneName() throws Exception {
        Screens.run(stage()::close);
        var node = ArchiveNode.web("Region", URI.create("https://a.eksempel.no/web"));
        show(Settings.DEFAULTS.withArchives(List.of(node)));
        press("Legg til arkiv …");
        type(NodeField.NAME, "Region");
        type(NodeField.ADDRESS, "https://b.eksempel.no/web");
        press("Lagre");
        assertTrue(Screens.on(() -> says("ingen av de andre")));
        assertEquals(List.of(node), model.settingsProperty().get().archives());
    }

    @Test
    void thisStationsTitleAndPortAreKeptOrSaidToBeWrong() throws Exception {
        Screens.run(
                () -> {
                    var fields =
                            stage().getScene().getRoot().lookupAll(".archives > .form .text-field");
                    var all = fields.stream().map(TextField.class::cast).toList();
                    all.get(1).setText("0");
                    all.get(1).fireEvent(new javafx.event.ActionEvent());
                    assertTrue(says("tall fra 1 til 65535"));
                    all.get(1).setText("11113");
                    all.get(0).setText("ROM 3");
                    all.get(0).fireEvent(new javafx.event.ActionEvent());
                });
        var station = model.settingsProperty().get().station();
        assertEquals("ROM 3", station.aeTitle());
        assertEquals(OptionalInt.of(11113), station.port());
        assertTrue(
                Screens.on(
                        () ->
                                stage().getScene().getRoot().lookupAll(".danger").stream()
                                        .map(Label.class::cast)
                                        .allMatch(l -> l.getText().isEmpty())));
    }
}
