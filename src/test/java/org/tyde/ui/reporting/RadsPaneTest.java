package org.tyde.ui.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tyde.dicom.PersonName;
import org.tyde.dictation.Dictation;
import org.tyde.refusal.Refusal;
import org.tyde.report.Section;
import org.tyde.speech.SpeechReason;
import org.tyde.study.Patient;
import org.tyde.study.PatientId;
import org.tyde.study.Study;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.work.JobRunner;

import java.util.Optional;
import java.util.Set;

/// A category calculated by keyboard and put into the report by an act.
@Timeout(120)
class RadsPaneTest {
    private final JobRunner runner = new JobRunner(1);
    private final Messages messages = new Messages();

    @BeforeEach
    void start() throws Exception {
        Screens.start();
    }

    @AfterEach
    void close() {
        runner.close();
    }

    private ReportModel open(String modality, String description) throws Exception {
        var patient =
                new Patient(
                        new PatientId("1", Optional.empty()),
                        PersonName.of("Nordmann", "Ola"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        var study =
                new Study(
                        "1.2.3",
                        patient,
                        Optional.empty(),
                        Optional.empty(),
                        "A1",
                        description,
                        Set.of(modality),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        1,
                        1);
        var none = new Refusal(SpeechReason.NO_MODEL, "/opt/model");
        var model =
                Screens.on(
                        () ->
                                new ReportModel(
                                        new NotedServices(""),
                                        Dictation.without(none, runner),
                                        messages,
                                        Optional.empty()));
        Screens.run(() -> model.open(study));
        Screens.until(() -> !model.templates().all().isEmpty());
        return model;
    }

    private static Stage show(ReportModel model) throws Exception {
        return Screens.show(Screens.on(() -> new ReportPane(model, _ -> {})), 560, 960);
    }

    private static Node keys(Stage stage) throws Exception {
        return Screens.on(() -> stage.getScene().getRoot().lookup(".rads .text-field"));
    }

    private static void fire(Stage stage, String selector) throws Exception {
        Screens.run(() -> ((Button) stage.getScene().getRoot().lookup(selector)).fire());
    }

    private static void type(Stage stage, String text) throws Exception {
        var node = keys(stage);
        for (var c : text.split(""))
            Screens.run(
                    () ->
                            node.fireEvent(
                                    new KeyEvent(
                                            KeyEvent.KEY_TYPED,
                                            c,
                                            "",
                                            KeyCode.UNDEFINED,
                                            false,
                                            false,
                                            false,
                                            false)));
    }

    private static void keep(Stage stage, String name) throws Exception {
        Screens.run(() -> stage.getScene().getRoot().layout());
        Screens.run(() -> stage.getScene().getRoot().layout());
        Screens.keep(stage, name);
    }

    @Test
    void piRadsFillsTheFieldsOfItsTemplateInOneStep() throws Exception {
        var model = open("MR", "MR prostata");
        var stage = show(model);
        fire(stage, ".template-bar .usual");
        var report = Screens.on(() -> model.reportProperty().get().orElseThrow());
        var before = report.text().of(Section.FINDINGS);
        fire(stage, ".template-bar .rads-open");
        keep(stage, "rads-zone");
        type(stage, "13");
        keep(stage, "rads-dce");
        type(stage, "1");
        keep(stage, "rads-found");
        assertEquals(before, report.text().of(Section.FINDINGS), "nothing without an act");
        Screens.press(keys(stage), KeyCode.ENTER);
        var after = report.text().of(Section.FINDINGS);
        assertTrue(after.contains("PI-RADS v2.1: 4"), after);
        assertTrue(after.contains("DWI-skår: 3"), after);
        assertTrue(after.contains("DCE: positiv"), after);
        assertTrue(after.contains("Sone: perifer sone"), after);
        assertFalse(Screens.on(() -> model.templates().calculatingProperty().get()));
        keep(stage, "rads-put");
        assertTrue(Screens.on(report::undo));
        assertEquals(before, report.text().of(Section.FINDINGS), "one step of undo");
        Screens.run(stage::close);
    }

    @Test
    void fleischnerGivesASentenceAtTheCaretInTheReadersLanguage() throws Exception {
        Screens.run(() -> messages.localeProperty().set(Messages.ENGLISH));
        var model = open("CT", "CT thorax");
        var stage = show(model);
        var report = Screens.on(() -> model.reportProperty().get().orElseThrow());
        fire(stage, ".template-bar .rads-open");
        keep(stage, "rads-which");
        type(stage, "8");
        type(stage, "2");
        keep(stage, "rads-bosniak");
        Screens.press(keys(stage), KeyCode.BACK_SPACE);
        Screens.press(keys(stage), KeyCode.BACK_SPACE);
        type(stage, "2112");
        Screens.press(keys(stage), KeyCode.BACK_SPACE);
        type(stage, "2");
        Screens.press(keys(stage), KeyCode.DOWN);
        Screens.press(keys(stage), KeyCode.ENTER);
        keep(stage, "rads-found-english");
        fire(stage, ".rads .put");
        assertEquals(
                "Fleischner 2017: CT at 6–12 months, then CT at 18–24 months.",
                report.text().of(Section.FINDINGS));
        Screens.run(stage::close);
    }

    @Test
    void aRowThatOnlyOneSourceHasIsSaidToBeSo() throws Exception {
        Screens.run(() -> messages.localeProperty().set(Messages.ENGLISH));
        var model = open("MR", "MR prostata");
        var stage = show(model);
        fire(stage, ".template-bar .rads-open");
        type(stage, "1332");
        keep(stage, "rads-once");
        var lines =
                Screens.on(
                        () ->
                                stage.getScene().getRoot().lookupAll(".rads .quiet").stream()
                                        .map(n -> ((javafx.scene.control.Label) n).getText())
                                        .toList());
        assertTrue(
                lines.stream().anyMatch(l -> l.startsWith("Only one of the sources")), "" + lines);
        Screens.run(stage::close);
    }

    @Test
    void aHeldEnterAnswersOnceAndPutsNothingIn() throws Exception {
        var model = open("MR", "MR prostata");
        var stage = show(model);
        var report = Screens.on(() -> model.reportProperty().get().orElseThrow());
        fire(stage, ".template-bar .rads-open");
        var held =
                new KeyEvent(
                        KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false);
        var keys = keys(stage);
        for (int i = 0; i < 9; i++) Screens.run(() -> keys.fireEvent(held));
        assertTrue(Screens.on(() -> model.templates().calculatingProperty().get()));
        assertTrue(report.content().unwritten());
        Screens.run(stage::close);
    }
}
