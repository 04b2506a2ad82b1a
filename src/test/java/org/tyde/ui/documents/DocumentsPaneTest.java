package org.tyde.ui.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.SharedData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.io.DicomReader;
import org.tyde.evidence.Concepts;
import org.tyde.evidence.DocumentSection;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.Examples;
import org.tyde.evidence.KeyObjectSelection;
import org.tyde.evidence.Life;
import org.tyde.evidence.ReportDocument;
import org.tyde.evidence.StructuredReport;
import org.tyde.evidence.Verifier;
import org.tyde.prior.Prior;
import org.tyde.report.Caret;
import org.tyde.report.Referral;
import org.tyde.report.Report;
import org.tyde.report.ReportHead;
import org.tyde.report.Section;
import org.tyde.report.documents.StudyDocument;
import org.tyde.study.Study;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The pane as a radiologist meets it.
@Timeout(120)
class DocumentsPaneTest {
    private final Messages messages = new Messages();
    private final KnownDocuments services = new KnownDocuments();
    private Optional<Report> writing = Optional.empty();

    @BeforeEach
    void start() throws Exception {
        Screens.start();
    }

    @Test
    void theListSaysWhenWhatHowFinalAndWhyItMatters() throws Exception {
        services.add(prior("Knute på 8 mm i høyre overlapp.", DocumentState.SIGNED), prior());
        services.add(signed(DocumentState.PRELIMINARY), Optional.empty());
        var keys =
                new KeyObjectSelection(
                        "2.25.51",
                        KeyObjectSelection.OF_INTEREST,
                        Optional.of("Knuten"),
                        Optional.of(Examples.RADIOLOGIST),
                        List.of(Examples.SLICE));
        var selected =
                services.add(keys.write(Examples.image().build(), Examples.NOON), Optional.empty());
        var stage = open(560, 420);
        Screens.keep(stage, "documents-list");
        assertEquals("Nøkkelbilder", Screens.on(() -> model().name(selected)));
        var said = words(stage);
        assertTrue(said.contains("Nøkkelbilder: Av interesse"), said::toString);
        assertTrue(said.contains("Foreløpig · ÆRLIG, Åse · 22.11.2026"), said::toString);
        assertTrue(said.contains("CT thorax høyre"), said::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "highdicom/sr_document.dcm, measurements, Målerapport",
        "dcmjs/structured_report.dcm, viewer, Målerapport",
        "pydicom/test_files/test-SR.dcm, features, Diagnosis",
        "cornerstone3D/no-pixel-data.dcm, consultation, Consultation Report"
    })
    void aRealReportOfAnotherIsReadable(String path, String name, String title) throws Exception {
        var set = DicomReader.read(SharedData.require("data/files/" + path)).dataSet();
        var document = services.add(set, Optional.empty());
        services.here.add("1.3.6.1.4.1.25403.52237031786.3872.20100510032220.11");
        var stage = open(560, 900);
        choose(stage, document);
        Screens.keep(stage, "documents-" + name);
        assertTrue(words(stage).contains(title), () -> words(stage).toString());
    }

    @Test
    void enterOnALineShowsItsImageAndAGoneOneSaysWhy() throws Exception {
        var document = services.add(signed(DocumentState.SIGNED), Optional.empty());
        var stage = open(560, 700);
        choose(stage, document);
        Screens.keep(stage, "documents-signed");
        assertTrue(
                words(stage).stream().anyMatch(w -> w.contains("ikke blant bildene")),
                () -> words(stage).toString());
        services.here.add(Examples.SLICE.sopUid());
        Screens.run(() -> pane(stage).refresh());
        var lines = lines(stage);
        Screens.run(
                () -> {
                    for (int i = 0; i < lines.getItems().size(); i++)
                        if (lines.getItems().get(i).line().link().isPresent())
                            lines.getSelectionModel().clearAndSelect(i);
                    lines.requestFocus();
                });
        Screens.press(lines, KeyCode.ENTER);
        assertEquals(
                List.of(Examples.SLICE.sopUid()),
                services.shown.stream().map(l -> l.reference().sopUid()).toList());
        Screens.keep(stage, "documents-signed-here");
        assertTrue(Screens.on(() -> !stage.getScene().getRoot().lookupAll(".hyperlink").isEmpty()));
    }

    @Test
    void findingUnfoldsWhatHoldsTheWord() throws Exception {
        var document = services.add(signed(DocumentState.SIGNED), Optional.empty());
        var stage = open(560, 700);
        choose(stage, document);
        assertTrue(words(stage).stream().noneMatch(w -> w.contains("Norsk bokmål")));
        fire(stage, KeyCode.F, true);
        var field = Screens.on(() -> (TextField) stage.getScene().lookup(".text-field"));
        Screens.run(() -> field.setText("norsk"));
        Screens.keep(stage, "documents-find");
        assertTrue(words(stage).contains("1 sted"), () -> words(stage).toString());
        assertTrue(words(stage).contains("Norsk bokmål"), () -> words(stage).toString());
        assertTrue(Screens.on(() -> pane(stage).cancel()), "first the search is put away");
        assertTrue(Screens.on(() -> pane(stage).cancel()), "then the document");
    }

    @Test
    void aDocumentIsCopiedAsText() throws Exception {
        var document = services.add(signed(DocumentState.SIGNED), Optional.empty());
        var stage = open(560, 700);
        choose(stage, document);
        Screens.run(
                () ->
                        stage.getScene().getRoot().lookupAll(".button").stream()
                                .map(Button.class::cast)
                                .filter(b -> b.getText().equals("Kopier"))
                                .forEach(Button::fire));
        var copied = Screens.on(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(copied.contains("Knute på 8,4 mm i høyre overlapp."), copied);
    }

    @Test
    void aPriorIsComparedWithTheTextBeingWritten() throws Exception {
        var document =
                services.add(
                        prior(
                                "Knute på 8 mm i høyre overlapp. Ingen pleuravæske. Hjertet er"
                                        + " normalt stort.",
                                DocumentState.SIGNED),
                        prior());
        writing = Optional.of(report());
        var stage = open(560, 620);
        choose(stage, document);
        Screens.run(() -> pane(stage).focus());
        Screens.run(() -> model().compareWithMine());
        assertTrue(Screens.on(() -> pane(stage).focused()), "Esc still leads back");
        Screens.keep(stage, "documents-difference");
        var pieces = pieces(stage);
        assertTrue(pieces.contains("8 mm"), pieces::toString);
        assertTrue(pieces.contains("11 mm"), pieces::toString);
        assertTrue(
                words(stage).contains("2 overskrifter er ulike."), () -> words(stage).toString());
    }

    @Test
    void twoReportsAreComparedTheEarlierFirst() throws Exception {
        var old = services.add(prior("Knute på 8 mm.", DocumentState.PRELIMINARY), prior());
        var later = services.add(signed(DocumentState.SIGNED), Optional.empty());
        var stage = open(560, 620);
        choose(stage, later);
        Screens.run(() -> model().compareWith(old));
        var compared = Screens.on(() -> model().comparedProperty().get().orElseThrow());
        assertTrue(compared.before().endsWith("14.03.2026"), compared::before);
        Screens.keep(stage, "documents-versions");
    }

    private Optional<DocumentsModel> model = Optional.empty();

    private DocumentsModel model() {
        return model.orElseThrow();
    }

    private Stage open(int width, int height) throws Exception {
        Screens.run(() -> messages.localeProperty().set(Messages.BOKMAAL));
        var made = Screens.on(() -> new DocumentsModel(services, messages, () -> writing));
        model = Optional.of(made);
        var pane = Screens.on(() -> new DocumentsPane(made));
        var stage = Screens.show(pane, width, height);
        var study = study();
        Screens.run(() -> made.open(study));
        Screens.until(() -> !made.documents().isEmpty());
        return stage;
    }

    private void choose(Stage stage, StudyDocument document) throws Exception {
        Screens.run(() -> model().choose(document));
        Screens.until(() -> model().pageProperty().get().isPresent());
        Screens.run(() -> stage.getScene().getRoot().layout());
    }

    private static DocumentsPane pane(Stage stage) {
        return (DocumentsPane) stage.getScene().getRoot();
    }

    @SuppressWarnings("unchecked")
    private static ListView<PageModel.Shown> lines(Stage stage) throws Exception {
        return Screens.on(
                () -> (ListView<PageModel.Shown>) stage.getScene().lookup(".document-lines"));
    }

    private static void fire(Stage stage, KeyCode code, boolean control) throws Exception {
        Screens.run(
                () ->
                        stage.getScene()
                                .lookup(".document-pane")
                                .fireEvent(
                                        new KeyEvent(
                                                KeyEvent.KEY_PRESSED,
                                                "",
                                                "",
                                                code,
                                                false,
                                                control,
                                                false,
                                                false)));
    }

    private static List<String> words(Stage stage) {
        try {
            return Screens.on(
                    () ->
                            stage.getScene().getRoot().lookupAll("*").stream()
                                    .filter(DocumentsPaneTest::seen)
                                    .map(
                                            n ->
                                                    switch (n) {
                                                        case Label l -> l.getText();
                                                        case Hyperlink h -> h.getText();
                                                        default -> "";
                                                    })
                                    .filter(t -> t != null && !t.isBlank())
                                    .toList());
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static boolean seen(Node node) {
        for (var n = node; n != null; n = n.getParent()) if (!n.isVisible()) return false;
        return true;
    }

    private static List<String> pieces(Stage stage) throws Exception {
        return Screens.on(
                () ->
                        stage.getScene().getRoot().lookupAll(".piece").stream()
                                .map(n -> ((Text) n).getText())
                                .toList());
    }

    private static Study study() throws Exception {
        return Study.from(Examples.image().build());
    }

    private static Optional<Prior> prior() throws Exception {
        return Optional.of(new Prior(study(), Prior.Relation.SAME_KIND, Set.of()));
    }

    private static DataSet prior(String findings, DocumentState state) throws Exception {
        var report =
                new ReportDocument(
                        "2.25.4001",
                        "2.25.2001",
                        Concepts.titleOf("CT"),
                        state,
                        Optional.of(Examples.NOON.minusMonths(8)),
                        Optional.of(Examples.RADIOLOGIST),
                        Verifier.alone(
                                state,
                                Optional.of(Examples.RADIOLOGIST),
                                Examples.NOON.minusMonths(8)),
                        Life.PLAIN,
                        List.of(
                                new DocumentSection(Concepts.FINDINGS, findings, List.of()),
                                new DocumentSection(
                                        Concepts.CONCLUSIONS, "Lungeknute.", List.of())),
                        List.of(),
                        List.of(),
                        List.of());
        var image =
                Examples.image()
                        .text(Tag.STUDY_INSTANCE_UID, "2.25.2001")
                        .text(Tag.STUDY_DATE, "20260314")
                        .build();
        return StructuredReport.write(report, image);
    }

    private static DataSet signed(DocumentState state) throws Exception {
        return StructuredReport.write(Examples.report(state, List.of()), Examples.image().build());
    }

    private static Report report() throws Exception {
        var report = Report.begin(ReportHead.of(study()), Referral.NONE);
        report.place(new Caret(Section.FINDINGS, 0));
        report.type(
                Section.FINDINGS,
                0,
                0,
                "Knute på 11 mm i høyre overlapp. Sparsom pleuravæske på høyre side. Hjertet er"
                        + " normalt stort.");
        report.type(Section.IMPRESSION, 0, 0, "Økende lungeknute.");
        return report;
    }
}
