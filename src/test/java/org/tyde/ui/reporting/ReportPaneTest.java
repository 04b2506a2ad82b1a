package org.tyde.ui.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;
import org.tyde.dictation.Dictation;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.EncapsulatedPdf;
import org.tyde.evidence.Examples;
import org.tyde.refusal.Refusal;
import org.tyde.report.Caret;
import org.tyde.report.Meaning;
import org.tyde.report.PriorReport;
import org.tyde.report.Report;
import org.tyde.report.Section;
import org.tyde.report.View;
import org.tyde.report.check.CheckKind;
import org.tyde.report.check.Surroundings;
import org.tyde.report.flow.MeasuredText;
import org.tyde.report.flow.SaidAtViews;
import org.tyde.report.sign.SigningCheck;
import org.tyde.speech.Hearing;
import org.tyde.speech.SpeechReason;
import org.tyde.speech.WavSource;
import org.tyde.study.NationalId;
import org.tyde.study.Patient;
import org.tyde.study.PatientId;
import org.tyde.study.Sex;
import org.tyde.study.Study;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.ui.reporting.editor.ReportEditor;
import org.tyde.work.JobRunner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The pane as a radiologist meets it.
@Timeout(120)
class ReportPaneTest {
    private static final String CLINICAL =
            "Røyker. Hoste i seks uker. Kontroll av nodul høyre overlapp.";
    private final JobRunner runner = new JobRunner(1);
    private final Messages messages = new Messages();
    private final NotedServices services = new NotedServices(CLINICAL);

    @BeforeEach
    void norwegian() throws Exception {
        Screens.start();
    }

    @AfterEach
    void close() {
        runner.close();
    }

    static Study study() {
        var id = "15886210016";
        var patient =
                new Patient(
                        new PatientId(id, Optional.empty()),
                        PersonName.of("Nordmann-Østensjø", "Kari Åse"),
                        Optional.of(LocalDate.of(1962, 8, 15)),
                        Optional.of(Sex.FEMALE),
                        NationalId.parse(id));
        return new Study(
                "1.2.3",
                patient,
                Optional.of(LocalDate.of(2026, 11, 20)),
                Optional.of(LocalTime.of(10, 30)),
                "A26-00123",
                "CT thorax med kontrast",
                Set.of("CT"),
                Optional.of("CHEST"),
                Optional.of("Demosykehuset"),
                Optional.empty(),
                Optional.empty(),
                2,
                200);
    }

    private ReportModel model(Dictation dictation) throws Exception {
        return Screens.on(
                () ->
                        new ReportModel(
                                services,
                                dictation,
                                messages,
                                Optional.of(
                                        new WavSource(
                                                Path.of("samples/speech/demo.wav"),
                                                WavSource.Pace.FASTEST))));
    }

    private ReportModel silent() throws Exception {
        return model(Dictation.without(new Refusal(SpeechReason.NO_MODEL, "/opt/model"), runner));
    }

    private Report report(ReportModel model) throws Exception {
        Screens.run(() -> model.open(study()));
        return Screens.on(() -> model.reportProperty().get().orElseThrow());
    }

    private static Stage show(ReportModel model) throws Exception {
        return Screens.show(
                Screens.on(
                        () -> {
                            var split =
                                    new SplitPane(
                                            new ReferralPane(model),
                                            new ReportPane(model, _ -> {}));
                            split.setOrientation(javafx.geometry.Orientation.VERTICAL);
                            split.setDividerPositions(0.3);
                            return split;
                        }),
                560,
                960);
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

    private static Node editor(Stage stage) throws Exception {
        return Screens.on(() -> stage.getScene().getRoot().lookup(".report-editor"));
    }

    private static boolean says(Stage stage, String words) throws Exception {
        return Screens.on(
                () ->
                        stage.getScene().getRoot().lookupAll(".label").stream()
                                .anyMatch(
                                        n -> n instanceof Label l && l.getText().contains(words)));
    }

    @Test
    void theDemoRecordingIsWrittenByTheRealRecogniser() throws Exception {
        try (var hearing = Hearing.start()) {
            var dictation = Dictation.with(hearing.recognizer, runner);
            var model = model(dictation);
            var report = report(model);
            var stage = show(model);
            Screens.until(
                    () ->
                            model.dictation().stateProperty().get().recognizer()
                                    == org.tyde.speech.Recognizer.State.READY);
            assertTrue(says(stage, "Prøvemodell, bare syntetisk stemme"));
            Screens.run(model.dictation()::playDemo);
            Screens.until(() -> report.text().of(Section.IMPRESSION).endsWith("måneder."));
            assertEquals(
                    "Nodul i høyre overlapp måler 8,4 mm. Ingen pleuravæske. Ingen lymfadenopati.",
                    report.text().of(Section.FINDINGS));
            Screens.until(() -> model.savedProperty().get().kind() == SaveState.Kind.SAVED);
            report.place(NotedServices.end(report, Section.FINDINGS));
            report.insert("Usikkert ord", Set.of(new Meaning.Uncertain(0.4, Optional.empty())));
            report.insert("og prøveord.", Set.of(new Meaning.Trial()));
            report.hear("ingen tegn til");
            var editor = editor(stage);
            Screens.run(editor::requestFocus);
            Screens.keep(stage, "report-dictated");
            Screens.run(() -> messages.localeProperty().set(Messages.ENGLISH));
            assertTrue(says(stage, "Trial model, synthetic voice only"));
            Screens.keep(stage, "report-english");
            Screens.run(
                    () -> {
                        stage.setWidth(380);
                        stage.getScene().getRoot().setStyle("-fx-font-size: 17px;");
                    });
            Screens.keep(stage, "report-narrow");
            Screens.run(stage::close);
        }
    }

    @Test
    void typingGoesIntoFindingsAndNeverIntoHeadings() throws Exception {
        var model = silent();
        var report = report(model);
        var stage = show(model);
        var editor = editor(stage);
        assertTrue(says(stage, "Det finnes ingen talemodell i /opt/model. Du kan skrive."));
        type(editor, "Ingen fraktur.");
        assertEquals("Ingen fraktur.", report.text().of(Section.FINDINGS));
        Screens.press(editor, KeyCode.ENTER);
        type(editor, "Ny linje");
        Screens.press(editor, KeyCode.BACK_SPACE);
        assertEquals("Ingen fraktur.\nNy linj", report.text().of(Section.FINDINGS));
        Screens.press(editor, KeyCode.HOME);
        type(editor, "«");
        assertEquals("Ingen fraktur.\n«Ny linj", report.text().of(Section.FINDINGS));
        for (int i = 0; i < 60; i++) Screens.press(editor, KeyCode.BACK_SPACE);
        assertEquals("Ny linj", report.text().of(Section.FINDINGS));
        assertEquals(CLINICAL, report.text().of(Section.HISTORY));
        Screens.keep(stage, "report-typed");
        Screens.run(stage::close);
    }

    @Test
    void theCaretWalksFromSectionToSection() throws Exception {
        var model = silent();
        var report = report(model);
        var stage = show(model);
        var editor = editor(stage);
        Screens.press(editor, KeyCode.RIGHT);
        assertEquals(new Caret(Section.IMPRESSION, 0), report.caret());
        Screens.press(editor, KeyCode.LEFT);
        assertEquals(new Caret(Section.FINDINGS, 0), report.caret());
        Screens.press(editor, KeyCode.LEFT);
        assertEquals(
                Section.FINDINGS, report.caret().section(), "the referrer's words are read-only");
        Screens.run(() -> stage.getScene().getRoot().layout());
        Screens.press(editor, KeyCode.DOWN);
        assertEquals(Section.IMPRESSION, report.caret().section());
        Screens.press(editor, KeyCode.UP);
        assertEquals(Section.FINDINGS, report.caret().section());
        Screens.run(stage::close);
    }

    @Test
    void signingTakesTwoActsAndAHeldKeyIsOne() throws Exception {
        var model = silent();
        report(model);
        services.checks =
                List.of(
                        new SigningCheck(
                                CheckKind.IMAGES_MISSING,
                                new SigningCheck.Place.Images(),
                                List.of(198, 200)),
                        new SigningCheck(
                                CheckKind.NEVER_SHOWN,
                                new SigningCheck.Place.Images(),
                                List.of(12)));
        var stage = show(model);
        type(editor(stage), "Ingen fraktur.");
        Screens.run(() -> model.goTo(Section.IMPRESSION));
        type(editor(stage), "Normale funn.");
        for (int i = 0; i < 5; i++) Screens.run(model::sign);
        assertFalse(services.asked.contains("sign"), "a key held down opens the summary only");
        Screens.keep(stage, "report-signing");
        Screens.run(() -> model.signing().released());
        Screens.run(() -> model.signing().withoutMissingProperty().set(true));
        Screens.run(model::sign);
        assertTrue(services.asked.contains("sign"));
        assertTrue(services.signed.getFirst().withoutMissingImages());
        assertTrue(Screens.on(() -> model.signing().cancel()));
        assertTrue(Screens.on(() -> model.signing().summaryProperty().get().isEmpty()));
        Screens.run(stage::close);
    }

    @Test
    void eachCheckSaysWhyAndIsRightAsItIsByAnActOfItsOwn() throws Exception {
        var model = silent();
        report(model);
        services.checks =
                List.of(
                        new SigningCheck(
                                CheckKind.OTHER_SIDE,
                                new SigningCheck.Place.Text(Section.FINDINGS, 0),
                                List.of("venstre", 0)),
                        new SigningCheck(
                                CheckKind.NOT_UNCHANGED,
                                new SigningCheck.Place.Text(Section.IMPRESSION, 0),
                                List.of("uendret", "8,0 mm", "12,0 mm")),
                        new SigningCheck(
                                CheckKind.DOUBLED,
                                new SigningCheck.Place.Text(Section.FINDINGS, 3),
                                List.of("er er")));
        var stage = show(model);
        type(editor(stage), "Ingen fraktur.");
        Screens.run(() -> model.goTo(Section.IMPRESSION));
        type(editor(stage), "Normale funn.");
        Screens.run(model::sign);
        Screens.run(() -> model.signing().withoutMissingProperty().set(true));
        var list = stage.getScene().getRoot().lookup(".checks");
        var first = stage.getScene().getRoot().lookup(".check-row");
        assertTrue(Screens.on(first::isFocused));
        Screens.press(first, KeyCode.RIGHT);
        assertTrue(says(stage, services.checks.getFirst().rule(Locale.of("nb"))));
        Screens.keep(stage, "report-checks");
        Screens.press(first, KeyCode.SPACE);
        assertTrue(services.asked.contains("decide OTHER_SIDE"), services.asked.toString());
        Screens.keep(stage, "report-checks-decided");
        Screens.run(() -> model.messages().localeProperty().set(Locale.ENGLISH));
        Screens.keep(stage, "report-checks-en");
        Screens.run(() -> model.messages().localeProperty().set(Locale.of("nb", "NO")));
        assertTrue(list.getStyleClass().contains("checks"));
        Screens.run(stage::close);
    }

    @Test
    void aChangedMeasurementIsSaidBelowTheTextAndTakenOverByAnAct() throws Exception {
        var model = silent();
        var report = report(model);
        var stage = show(model);
        type(editor(stage), "Nodul i høyre overlapp på");
        var was = new Surroundings.Value("a", 12.2, "mm", Optional.empty());
        var nb = Locale.of("nb");
        Screens.run(
                () -> {
                    model.flow().measured(List.of(was));
                    try {
                        MeasuredText.insert(report, was, MeasuredText.Rounding.WHOLE, nb);
                    } catch (Refusal refused) {
                        throw new IllegalStateException(refused);
                    }
                });
        type(editor(stage), ".");
        assertFalse(says(stage, "målet er nå"));
        var returned = new ArrayList<View>();
        var view = new View("1x1", 0, List.of());
        Screens.run(
                () -> {
                    model.flow().onReturn(returned::add);
                    SaidAtViews.keep(report, view);
                    var now = new Surroundings.Value("a", 14.1, "mm", Optional.empty());
                    model.flow().measured(List.of(now));
                });
        assertTrue(says(stage, "12 mm i teksten: målet er nå 14 mm"));
        Screens.keep(stage, "report-measured");
        Screens.run(
                () ->
                        stage.getScene().getRoot().lookupAll(".measured-bar .button").stream()
                                .map(Button.class::cast)
                                .filter(b -> b.getText().equals("Ta over"))
                                .findFirst()
                                .orElseThrow()
                                .fire());
        assertTrue(report.text().of(Section.FINDINGS).endsWith("på 14 mm."));
        assertFalse(says(stage, "målet er nå"));
        Screens.run(stage::close);
    }

    @Test
    void theOtherWindowsTextIsSaidAndOneOfThemIsChosen() throws Exception {
        var model = silent();
        var first = report(model);
        services.theirs = Optional.of(first);
        report(model);
        var stage = show(model);
        assertTrue(Screens.on(() -> model.rivalProperty().get()));
        Screens.keep(stage, "report-rival");
        Screens.run(() -> model.settle(true));
        assertTrue(services.asked.contains("settle true"));
        assertFalse(Screens.on(() -> model.rivalProperty().get()));
        Screens.run(stage::close);
    }

    @Test
    void wordsThatCameTooLateSayWhoseTheyWere() throws Exception {
        var model = silent();
        var report = report(model);
        var stage = show(model);
        Screens.run(model::putAside);
        assertTrue(services.asked.contains("putAside"));
        model.dictation().lost(report.id(), "Ingen fraktur.");
        Screens.until(() -> !model.dictation().lost().isEmpty());
        assertTrue(says(stage, "til NORDMANN-ØSTENSJØ, Kari Åse: «Ingen fraktur.»"));
        Screens.keep(stage, "report-lost");
        Screens.run(() -> model.dictation().lost().clear());
        assertFalse(says(stage, "«Ingen fraktur.»"));
        Screens.run(stage::close);
    }

    @Test
    void aSelectionIsReplacedByWhatIsTyped() throws Exception {
        var model = silent();
        var report = report(model);
        var stage = show(model);
        var editor = (ReportEditor) editor(stage);
        type(editor, "Ingen sikker fraktur");
        Screens.run(editor::selectSection);
        type(editor, "Normalt");
        assertEquals("Normalt", report.text().of(Section.FINDINGS));
        Screens.run(() -> editor.undo(false));
        assertEquals("Ingen sikker fraktur", report.text().of(Section.FINDINGS));
        assertEquals(CLINICAL, report.text().of(Section.HISTORY));
        Screens.run(stage::close);
    }

    @Test
    void theLatestPriorReportStandsBelowTheReferral() throws Exception {
        var written = Examples.report(DocumentState.SIGNED, List.of());
        services.prior = Optional.of(new PriorReport(written));
        var model = silent();
        report(model);
        var stage = show(model);
        assertTrue(says(stage, "Tidligere beskrivelse 22.11.2026"));
        for (var section : written.sections()) assertTrue(says(stage, section.text()));
        Screens.keep(stage, "report-prior");
        Screens.run(stage::close);
    }

    private static byte[] scannedLetter() throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 14);
                content.newLineAtOffset(60, 760);
                content.showText("Henvisning: hoste i seks uker, vekttap. Nodul høyre overlapp?");
                content.endText();
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    @Test
    void aReferralThatCameAsAPdfIsReadOnDarkPaper() throws Exception {
        System.setProperty("pdfbox.fontcache", "target");
        var object =
                DataSet.builder()
                        .text(Tag.SOP_CLASS_UID, SopClass.ENCAPSULATED_PDF_STORAGE)
                        .text(Tag.SOP_INSTANCE_UID, "2.25.9")
                        .text(Tag.DOCUMENT_TITLE, "Henvisning")
                        .bytes(Tag.ENCAPSULATED_DOCUMENT, Vr.OB, scannedLetter())
                        .build();
        services.documents = EncapsulatedPdf.of(object).stream().toList();
        assertEquals(1, services.documents.size());
        var model = silent();
        report(model);
        var stage = show(model);
        Screens.until(() -> stage.getScene().getRoot().lookup(".document .image-view") != null);
        Screens.keep(stage, "report-pdf-referral");
        Screens.run(stage::close);
    }

    @Test
    void thePaneSaysWhoseReportItIs() throws Exception {
        var model = silent();
        report(model);
        var stage = show(model);
        assertTrue(says(stage, "NORDMANN-ØSTENSJØ, Kari Åse"));
        assertTrue(says(stage, "158862 10016"));
        assertTrue(says(stage, "CT thorax med kontrast"));
        assertTrue(says(stage, "20.11.2026"));
        Screens.run(model::leave);
        assertTrue(says(stage, "Ingen undersøkelse er åpen"));
        Screens.keep(stage, "report-blank");
        Screens.run(stage::close);
    }

    @Test
    void textsAreInTheLanguageChosen() throws Exception {
        Screens.run(() -> messages.localeProperty().set(Locale.UK));
        var model = silent();
        report(model);
        var stage = show(model);
        assertTrue(says(stage, "You can type."));
        Screens.run(stage::close);
    }
}
