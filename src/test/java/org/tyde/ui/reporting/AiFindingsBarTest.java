package org.tyde.ui.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tyde.dicom.Code;
import org.tyde.dictation.Dictation;
import org.tyde.evidence.FoundBy;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.MeasuredValue;
import org.tyde.evidence.ReadGroup;
import org.tyde.evidence.ReadMeasurements;
import org.tyde.measure.Unit;
import org.tyde.refusal.Refusal;
import org.tyde.report.AiDecision;
import org.tyde.report.Caret;
import org.tyde.report.Meaning;
import org.tyde.report.Report;
import org.tyde.report.Section;
import org.tyde.report.flow.AiFinding;
import org.tyde.report.flow.MeasuredText;
import org.tyde.speech.SpeechReason;
import org.tyde.study.Laterality;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.work.JobRunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What machines found, as a radiologist meets it.
@Timeout(120)
class AiFindingsBarTest {
    private static final InstanceReference IMAGE =
            new InstanceReference("1.2.3", "1.2.3.1", "1.2.840.10008.5.1.4.1.1.2", "1.2.3.2");
    private final JobRunner runner = new JobRunner(1);

    @BeforeEach
    void start() throws Exception {
        Screens.start();
    }

    @AfterEach
    void close() {
        runner.close();
    }

    private static ReadGroup group(
            String tracking,
            String finding,
            List<FoundBy> by,
            double mm,
            List<ReadGroup.Judged> judged) {
        return new ReadGroup(
                "Finding",
                Optional.of(tracking),
                Optional.of(new Code("1", "99X", finding)),
                Optional.of(new Code("39607008", "SCT", "Lung")),
                Optional.of(Laterality.RIGHT),
                by,
                List.of(
                        new MeasuredValue(
                                new Code("410668003", "SCT", "Length"),
                                Optional.empty(),
                                mm,
                                new Unit("mm", "mm"))),
                judged,
                List.of(IMAGE));
    }

    private static List<AiFinding> found() {
        var net = List.of(new FoundBy("ChestNet", Optional.of("4.2.0")));
        var likely =
                new ReadGroup.Judged(
                        new Code("2", "99X", "Malignancy"), new Code("3", "99X", "Likely"));
        return AiFinding.of(
                new ReadMeasurements(
                        "2.25.9",
                        "1.2.3",
                        new Code("126000", "DCM", "Imaging Measurement Report"),
                        List.of(
                                group("2.25.7", "Nodule", net, 8.53, List.of(likely)),
                                group("2.25.6", "By a person", List.of(), 3, List.of()),
                                group("2.25.8", "Nodule", net, 4.21, List.of())),
                        0));
    }

    private ReportModel model() throws Exception {
        return Screens.on(
                () ->
                        new ReportModel(
                                new NotedServices(""),
                                Dictation.without(
                                        new Refusal(SpeechReason.NO_MODEL, "/opt"), runner),
                                new Messages(),
                                Optional.empty()));
    }

    private static Stage show(ReportModel model) throws Exception {
        var pane = Screens.on(() -> new ReportPane(model, _ -> {}));
        return Screens.show(pane, 460, 760);
    }

    private static Node bar(Stage stage) {
        return stage.getScene().getRoot().lookup(".ai-findings");
    }

    private static List<String> said(Stage stage) throws Exception {
        return Screens.on(
                () ->
                        bar(stage).lookupAll(".label").stream()
                                .map(n -> ((Labeled) n).getText())
                                .toList());
    }

    private static void press(Stage stage, String text) throws Exception {
        Screens.run(
                () ->
                        bar(stage).lookupAll(".button").stream()
                                .map(Button.class::cast)
                                .filter(b -> b.getText().equals(text))
                                .findFirst()
                                .orElseThrow()
                                .fire());
        Screens.run(() -> {});
    }

    private static Report open(ReportModel model) throws Exception {
        Screens.run(() -> model.open(ReportPaneTest.study()));
        var report = Screens.on(() -> model.reportProperty().get().orElseThrow());
        report.place(new Caret(Section.FINDINGS, 0));
        report.insert("Ingen pleuravæske.", java.util.Set.of());
        return report;
    }

    @Test
    void whatMachinesFoundEntersByAnActOrIsRejectedByOne() throws Exception {
        var model = model();
        var stage = show(model);
        var report = open(model);
        var shown = new ArrayList<InstanceReference>();
        Screens.run(
                () -> {
                    model.flow().onImage(shown::add);
                    model.flow().decidedBy(() -> "LIE, Ingrid");
                    model.flow().found("1.2.3", found());
                });
        assertTrue(Screens.on(() -> bar(stage).isVisible()));
        assertTrue(said(stage).contains("Nodule, lunge, høyre: Malignancy Likely, lengde 8,5 mm"));
        assertTrue(said(stage).contains("Funnet av ChestNet 4.2.0"));
        assertFalse(said(stage).stream().anyMatch(s -> s.contains("By a person")));
        assertEquals("Ingen pleuravæske.", report.text().of(Section.FINDINGS), "nothing by itself");
        Screens.keep(stage, "report-findings");
        press(stage, "Vis bilde");
        assertEquals(List.of(IMAGE), shown);
        press(stage, "Ta inn");
        assertEquals(
                "Ingen pleuravæske. Nodule, lunge, høyre: Malignancy Likely, lengde 8,5 mm"
                        + " (ChestNet 4.2.0).",
                report.text().of(Section.FINDINGS));
        var mark =
                report.marks().stream()
                        .filter(m -> m.meaning() instanceof Meaning.Measured)
                        .findFirst()
                        .orElseThrow();
        assertEquals(new Meaning.Measured("2.25.7", 8.53, "mm"), mark.meaning());
        assertEquals(
                "8,5 mm", report.text().of(Section.FINDINGS).substring(mark.start(), mark.end()));
        assertEquals(List.of(), MeasuredText.stale(report.content(), List.of()));
        press(stage, "Avvis");
        assertTrue(said(stage).contains("Står i svaret"));
        assertTrue(said(stage).contains("Avvist"));
        Screens.keep(stage, "report-findings-decided");
        var decisions = report.content().decisions();
        assertEquals(Optional.of(AiDecision.AI_REJECTED), AiDecision.last(decisions, "2.25.9#3"));
        assertEquals("LIE, Ingrid", decisions.getLast().by());
        report.undo();
        assertEquals("Ingen pleuravæske.", report.text().of(Section.FINDINGS), "one step");
        assertEquals(decisions, report.content().decisions());
        Screens.run(() -> {});
        assertFalse(said(stage).contains("Står i svaret"));
        Screens.run(stage::close);
    }

    @Test
    void whereNothingWasFoundOrInAnotherStudyThereIsNoPane() throws Exception {
        var model = model();
        var stage = show(model);
        open(model);
        assertFalse(Screens.on(() -> bar(stage).isVisible()));
        Screens.run(() -> model.flow().found("9.9.9", found()));
        assertFalse(Screens.on(() -> bar(stage).isVisible()));
        Screens.run(stage::close);
    }
}
