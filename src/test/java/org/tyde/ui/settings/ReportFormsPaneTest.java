package org.tyde.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.report.out.check.FormCheck;
import org.tyde.settings.ReportOutputs;
import org.tyde.settings.Secrets;
import org.tyde.settings.Settings;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.ui.control.ControlStyles;
import org.tyde.work.JobRunner;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which forms of a report go where, in the settings.
@Timeout(60)
class ReportFormsPaneTest {
    private final JobRunner runner = new JobRunner(1);
    private final Messages messages = new Messages();
    private final List<Settings> kept = new ArrayList<>();

    @AfterEach
    void close() {
        runner.close();
    }

    private ReportFormsModel model() throws Exception {
        var none =
                (Secrets)
                        Proxy.newProxyInstance(
                                Secrets.class.getClassLoader(),
                                new Class<?>[] {Secrets.class},
                                (_, _, _) -> Optional.empty());
        return Screens.on(
                () ->
                        new ReportFormsModel(
                                new SettingsModel(
                                        Settings.DEFAULTS,
                                        kept::add,
                                        _ -> {},
                                        none,
                                        runner,
                                        messages),
                                runner,
                                messages));
    }

    @Test
    void aFolderIsTakenWithItsWholePathOnlyAndASampleShowsThatItIsReached(@TempDir Path folder)
            throws Exception {
        Screens.start();
        var model = model();
        var stage =
                Screens.show(
                        Screens.on(
                                () -> {
                                    var page = new VBox(new ReportFormsPane(model));
                                    page.getStyleClass().addAll("settings", "page");
                                    ControlStyles.wear(page, SettingsPane.class, "settings.css");
                                    return page;
                                }),
                        760,
                        360);
        var fields = new ArrayList<TextField>();
        var samples = new ArrayList<Button>();
        Screens.run(
                () -> {
                    var root = stage.getScene().getRoot();
                    root.lookupAll(".text-field").forEach(f -> fields.add((TextField) f));
                    root.lookupAll(".button").stream()
                            .map(Button.class::cast)
                            .filter(b -> b.getText().equals("Skriv en prøve"))
                            .forEach(samples::add);
                    ((CheckBox) root.lookup(".check-box")).fire();
                    fields.getFirst().setText("svar");
                    fields.getFirst().getOnAction().handle(null);
                });
        assertEquals(
                "«svar» er ikke en mappe med hele stien, for eksempel /srv/svar eller D:\\svar.",
                Screens.on(() -> model.saidProperty().get()));
        Screens.keep(stage, "settings-forms-refused");
        for (int i = 0; i < 4; i++) {
            var field = fields.get(i);
            var sample = samples.get(i);
            Screens.run(
                    () -> {
                        field.setText(folder.toString());
                        sample.fire();
                    });
            Screens.until(() -> model.saidProperty().get().contains(".sample"));
        }
        Screens.keep(stage, "settings-forms");
        for (var name : List.of("tyde.pdf", "tyde.json", "tyde.hl7", "tyde.txt"))
            assertTrue(Files.size(folder.resolve(name + ".sample")) > 100, name);
        var pdf = Files.readAllBytes(folder.resolve("tyde.pdf.sample"));
        assertEquals(List.of(), FormCheck.of(pdf, Optional.empty()).flaws());
        assertEquals(
                new ReportOutputs(
                        true, Map.of("pdf", folder, "fhir", folder, "hl7", folder, "text", folder)),
                Screens.on(model::now));
        Screens.run(() -> messages.localeProperty().set(Messages.ENGLISH));
        Screens.keep(stage, "settings-forms-english");
        Files.delete(folder.resolve("tyde.pdf.sample"));
        Screens.run(() -> model.folder(org.tyde.report.out.ReportForms.Form.PDF, folder + "/gone"));
        Screens.run(() -> model.sample(org.tyde.report.out.ReportForms.Form.PDF));
        Screens.until(
                () ->
                        model.saidProperty()
                                .get()
                                .equals(
                                        "Mappen "
                                                + folder
                                                + "/gone finnes ikke, eller er ikke koblet til."));
        Screens.run(stage::close);
    }
}
