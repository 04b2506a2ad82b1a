package org.tyde.ui.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
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
import org.tyde.report.Report;
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

/// Templates as a radiologist meets them: offered, put in by an act, filled by keyboard.
@Timeout(120)
class TemplatesOnScreenTest {
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

    private static Study study(String modality, String description) {
        return new Study(
                "1.2.3",
                new Patient(
                        new PatientId("1", Optional.empty()),
                        PersonName.of("Nordmann", "Kari"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
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
    }

    private ReportModel open(Study study) throws Exception {
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

    private static Report report(ReportModel model) throws Exception {
        return Screens.on(() -> model.reportProperty().get().orElseThrow());
    }

    private static Node find(Stage stage, String selector) throws Exception {
        return Screens.on(() -> stage.getScene().getRoot().lookup(selector));
    }

    private static void type(Node node, String text) throws Exception {
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

    private static void settle(Stage stage) throws Exception {
        Screens.run(() -> {});
        Screens.run(() -> stage.getScene().getRoot().layout());
    }

    @Test
    void theTemplateThatFitsIsOfferedAndPutInByOneAct() throws Exception {
        var model = open(study("CT", "CT thorax"));
        var report = report(model);
        var stage = show(model);
        var usual = (Button) find(stage, ".template-bar .usual");
        assertEquals("Sett inn mal: CT thorax", usual.getText());
        assertEquals("", report.text().of(Section.FINDINGS), "nothing is put in by itself");
        Screens.keep(stage, "template-offered");
        Screens.run(usual::fire);
        assertTrue(report.text().of(Section.FINDINGS).startsWith("Lunger og luftveier: [Lunger]"));
        assertTrue(report.content().unwritten(), "a template alone is no draft");
        assertTrue(report.missing().contains(Section.FINDINGS));
        var editor = find(stage, ".report-editor");
        Screens.run(editor::requestFocus);
        settle(stage);
        Screens.keep(stage, "template-begun");
        Screens.run(() -> messages.localeProperty().set(Messages.ENGLISH));
        settle(stage);
        Screens.keep(stage, "template-begun-english");
        assertTrue(Screens.on(report::undo), "one step of undo takes it away");
        assertEquals("", report.text().of(Section.FINDINGS));
        Screens.run(stage::close);
    }

    private ReportModel opened(Study study, boolean begins) throws Exception {
        var none = new Refusal(SpeechReason.NO_MODEL, "/opt/model");
        var model =
                Screens.on(
                        () ->
                                new ReportModel(
                                        new NotedServices(""),
                                        Dictation.without(none, runner),
                                        messages,
                                        Optional.empty()));
        Screens.run(() -> new TemplateStart(model, () -> begins));
        Screens.run(() -> model.open(study));
        Screens.until(() -> !model.templates().all().isEmpty());
        return model;
    }

    @Test
    void aReportBeginsFromItsTemplateWhereTheUserWantsThatAndOneStepTakesItAway() throws Exception {
        var model = opened(study("CT", "CT thorax"), true);
        var report = report(model);
        Screens.until(() -> !report.text().of(Section.FINDINGS).isEmpty());
        assertTrue(report.text().of(Section.FINDINGS).startsWith("Lunger og luftveier: [Lunger]"));
        assertTrue(report.content().unwritten(), "a template alone is no draft");
        var stage = show(model);
        var editor = find(stage, ".report-editor");
        Screens.run(editor::requestFocus);
        settle(stage);
        Screens.keep(stage, "template-begun-by-itself");
        assertTrue(Screens.on(report::undo));
        assertEquals("", report.text().of(Section.FINDINGS));
        Screens.run(() -> messages.localeProperty().set(Messages.ENGLISH));
        settle(stage);
        assertEquals("", report.text().of(Section.FINDINGS), "not given again");
        Screens.run(stage::close);
    }

    @Test
    void noTemplateGoesInByItselfWhereNobodyWantsThatOrSomethingIsWritten() throws Exception {
        var offered = opened(study("CT", "CT thorax"), false);
        Screens.run(() -> {});
        assertEquals("", report(offered).text().of(Section.FINDINGS));
        var wanted = new java.util.concurrent.atomic.AtomicBoolean();
        Screens.run(() -> new TemplateStart(offered, wanted::get));
        report(offered).type(Section.IMPRESSION, 0, 0, "Normal.");
        wanted.set(true);
        Screens.run(() -> messages.localeProperty().set(Messages.ENGLISH));
        Screens.run(() -> {});
        assertEquals("", report(offered).text().of(Section.FINDINGS));
    }

    @Test
    void fieldsAreFilledByTabAndChosenByNumber() throws Exception {
        var model = open(study("MR", "MR prostata"));
        var report = report(model);
        var stage = show(model);
        Screens.run(() -> ((Button) stage.getScene().getRoot().lookup(".usual")).fire());
        var editor = find(stage, ".report-editor");
        Screens.run(editor::requestFocus);
        settle(stage);
        assertTrue(report.text().of(Section.PROCEDURE).contains("diffusjon, [DCE]."));
        Screens.keep(stage, "template-choice");
        type(editor, "1");
        settle(stage);
        assertTrue(
                report.text().of(Section.PROCEDURE).contains("med dynamisk kontrastserie."),
                report.text().of(Section.PROCEDURE));
        assertFalse(report.content().unwritten());
        Screens.press(editor, KeyCode.TAB);
        settle(stage);
        type(editor, "50");
        settle(stage);
        Screens.press(editor, KeyCode.TAB);
        settle(stage);
        var said =
                Screens.on(
                        () ->
                                ((Label) stage.getScene().getRoot().lookup(".field-hint .warning"))
                                        .getText());
        assertEquals("50 ligger ikke fra 800 til 4000.", said);
        Screens.keep(stage, "template-range");
        type(editor, "1400");
        settle(stage);
        Screens.press(editor, KeyCode.TAB);
        settle(stage);
        assertTrue(
                report.text().of(Section.PROCEDURE).contains("Høyeste b-verdi: 1400 s/mm²"),
                report.text().of(Section.PROCEDURE));
        Screens.run(() -> model.templates().normalAll());
        settle(stage);
        assertTrue(report.text().of(Section.FINDINGS).contains("Lymfeknuter: Ingen patologisk"));
        Screens.keep(stage, "template-normal");
        Screens.run(stage::close);
    }

    @Test
    void anyTemplateIsFoundByTypingAndWhatIsWrittenStays() throws Exception {
        var model = open(study("CT", "CT thorax"));
        var report = report(model);
        report.type(Section.FINDINGS, 0, 0, "Embolus i høyre underlapp.");
        var stage = show(model);
        Screens.run(() -> ((Button) stage.getScene().getRoot().lookup(".others")).fire());
        settle(stage);
        Screens.keep(stage, "template-list");
        Screens.run(
                () ->
                        ((TextField) stage.getScene().getRoot().lookup(".templates .text-field"))
                                .setText("kne"));
        var search = find(stage, ".templates .text-field");
        Screens.press(search, KeyCode.ENTER);
        settle(stage);
        assertEquals("Embolus i høyre underlapp.", report.text().of(Section.FINDINGS));
        assertEquals("MR [Side] kne uten kontrast.", report.text().of(Section.PROCEDURE));
        Screens.run(stage::close);
    }

    private static Optional<String> at(Stage stage) throws Exception {
        return Optional.ofNullable(find(stage, ".field-hint .option:at"))
                .map(n -> ((Label) n).getText());
    }

    @Test
    void optionsAreChosenByArrowsAndEnterAndNobodyIsHeldAmongThem() throws Exception {
        var model = open(study("CT", "CT thorax"));
        var report = report(model);
        var stage = show(model);
        Screens.run(() -> ((Button) stage.getScene().getRoot().lookup(".usual")).fire());
        var editor = find(stage, ".report-editor");
        Screens.run(editor::requestFocus);
        settle(stage);
        assertEquals("CT thorax [Kontrast].", report.text().of(Section.PROCEDURE));
        for (int i = 0; i < 2; i++) Screens.press(editor, KeyCode.DOWN);
        settle(stage);
        assertEquals(Optional.of("2  med intravenøs kontrast"), at(stage));
        Screens.keep(stage, "template-arrows");
        for (int i = 0; i < 2; i++) Screens.press(editor, KeyCode.UP);
        settle(stage);
        assertEquals(Optional.empty(), at(stage), "out at the top");
        assertEquals(Section.PROCEDURE, report.caret().section());
        for (int i = 0; i < 5; i++) Screens.press(editor, KeyCode.DOWN);
        settle(stage);
        assertEquals(Section.FINDINGS, report.caret().section(), "out at the bottom");
        Screens.press(editor, KeyCode.UP);
        settle(stage);
        Screens.run(
                () ->
                        report.place(
                                new org.tyde.report.Caret(
                                        Section.PROCEDURE, "CT thorax [".length())));
        settle(stage);
        for (int i = 0; i < 2; i++) Screens.press(editor, KeyCode.DOWN);
        Screens.press(editor, KeyCode.ENTER);
        settle(stage);
        assertEquals("CT thorax med intravenøs kontrast.", report.text().of(Section.PROCEDURE));
        Screens.press(editor, KeyCode.ENTER);
        assertTrue(
                report.text().of(Section.PROCEDURE).contains("kontrast\n"),
                "once chosen, Enter is a new line");
        Screens.run(stage::close);
    }

    @Test
    void whereSomethingIsWrittenTheListAsksWhetherTheTemplateGoesAroundIt() throws Exception {
        var model = open(study("CT", "CT thorax"));
        var report = report(model);
        report.type(Section.FINDINGS, 0, 0, "Embolus i høyre underlapp.");
        var stage = show(model);
        Screens.run(() -> ((Button) stage.getScene().getRoot().lookup(".usual")).fire());
        settle(stage);
        assertEquals("Embolus i høyre underlapp.", report.text().of(Section.FINDINGS));
        assertTrue(Screens.on(() -> model.templates().choosingProperty().get()));
        Screens.keep(stage, "template-around");
        Screens.run(() -> messages.localeProperty().set(Messages.ENGLISH));
        settle(stage);
        Screens.keep(stage, "template-around-english");
        Screens.run(() -> messages.localeProperty().set(Messages.BOKMAAL));
        Screens.run(() -> ((Button) stage.getScene().getRoot().lookup(".around")).fire());
        assertTrue(
                report.text()
                        .of(Section.FINDINGS)
                        .startsWith("Embolus i høyre underlapp.\nLunger og luftveier: [Lunger]"),
                report.text().of(Section.FINDINGS));
        assertTrue(Screens.on(report::undo), "one step of undo takes it away");
        assertEquals("Embolus i høyre underlapp.", report.text().of(Section.FINDINGS));
        Screens.run(stage::close);
    }

    @Test
    void anAutotextTakesThePlaceOfItsNameByOneKey() throws Exception {
        var model = open(study("CT", "CT thorax"));
        var book =
                org.tyde.report.template.AutotextBook.EMPTY.with(
                        new org.tyde.report.template.Autotext(
                                "nodul", "Nodul på [Størrelse: #mm 0..100]."));
        Screens.run(() -> model.templates().autotextsThrough(() -> book));
        var report = report(model);
        var stage = show(model);
        var editor = find(stage, ".report-editor");
        Screens.run(editor::requestFocus);
        type(editor, "Funn: nodul");
        Screens.run(
                () ->
                        editor.fireEvent(
                                new KeyEvent(
                                        KeyEvent.KEY_PRESSED,
                                        " ",
                                        "",
                                        KeyCode.SPACE,
                                        false,
                                        true,
                                        false,
                                        false)));
        settle(stage);
        assertEquals("Funn: Nodul på [Størrelse].", report.text().of(Section.FINDINGS));
        type(editor, "8");
        Screens.press(editor, KeyCode.TAB);
        assertEquals("Funn: Nodul på 8 mm.", report.text().of(Section.FINDINGS));
        Screens.run(stage::close);
    }
}
