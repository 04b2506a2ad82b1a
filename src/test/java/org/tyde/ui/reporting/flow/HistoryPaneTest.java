package org.tyde.ui.reporting.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tyde.refusal.Refusal;
import org.tyde.report.Decision;
import org.tyde.report.ReportId;
import org.tyde.report.flow.FlowReason;
import org.tyde.report.sign.SignedRecord;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.ui.control.ControlStyles;
import org.tyde.ui.reporting.ReportPane;
import org.tyde.work.JobRunner;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was decided at signing, read again.
@Timeout(60)
class HistoryPaneTest {
    private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");
    private final JobRunner runner = new JobRunner(1);

    @BeforeEach
    void start() throws Exception {
        Screens.start();
    }

    @AfterEach
    void close() {
        runner.close();
    }

    private static SignedRecord signed(boolean independent, List<Decision> decisions) {
        return new SignedRecord(
                new ReportId("3f2504e0-4f89-41d3-9a0c-0305e82c3301"),
                "2.25.1",
                SignedRecord.Event.SIGNED,
                NOON,
                "LIE, Ingrid, 1234567",
                "2.25.9",
                decisions,
                independent ? Optional.empty() : Optional.of(new SignedRecord.Images(108, 120)),
                !independent,
                independent);
    }

    private static Stage show(HistoryModel model) throws Exception {
        return Screens.show(
                Screens.on(
                        () -> {
                            var pane = new StackPane(new HistoryPane(model, () -> {}));
                            pane.getStyleClass().add("report-pane");
                            ControlStyles.wear(pane, ReportPane.class, "reporting.css");
                            return pane;
                        }),
                460,
                560);
    }

    private static List<String> said(Stage stage) throws Exception {
        return Screens.on(
                () ->
                        stage.getScene().getRoot().lookupAll(".label").stream()
                                .map(n -> ((Labeled) n).getText())
                                .toList());
    }

    @Test
    void everyDecisionIsToldWithTimeAndNameTheNewestFirst() throws Exception {
        var decisions =
                List.of(
                        new Decision(
                                "NUMBER_SLIP",
                                "\"120 mm\" in the text, 12 mm as it was measured.",
                                NOON,
                                "LIE, Ingrid"),
                        new Decision(
                                "AI_REJECTED 2.25.5#1",
                                "Nodul, lunge: lengde 4,2 mm (ChestNet 4.2).",
                                NOON,
                                "LIE, Ingrid"));
        var back =
                new SignedRecord(
                        new ReportId("3f2504e0-4f89-41d3-9a0c-0305e82c3301"),
                        "2.25.1",
                        SignedRecord.Event.TAKEN_BACK,
                        NOON.plusSeconds(30),
                        "",
                        "",
                        List.of(),
                        Optional.empty(),
                        false,
                        false);
        var model = Screens.on(() -> new HistoryModel(new Messages()));
        var records = List.of(signed(false, decisions), back, signed(true, List.of()));
        Screens.run(() -> model.readThrough(_ -> runner.waiting("read", _ -> records)));
        var stage = show(model);
        Screens.run(() -> model.open("2.25.1"));
        Screens.until(() -> !model.recordsProperty().get().isEmpty());
        Screens.keep(stage, "report-history");
        var said = said(stage);
        assertTrue(said.contains("Signert med 108 av 120 bilder"), said.toString());
        assertTrue(said.contains("Signert uten at arkivet svarte"));
        assertTrue(
                said.stream()
                        .anyMatch(
                                s ->
                                        s.startsWith(
                                                "KI-funn avvist: Nodul, lunge: lengde 4,2 mm"
                                                        + " (ChestNet 4.2).")));
        assertTrue(said.stream().anyMatch(s -> s.startsWith("Riktig som det er: \"120 mm\"")));
        assertTrue(said.stream().anyMatch(s -> s.startsWith("Uavhengig granskning:")));
        assertTrue(
                said.indexOf("Signert med 108 av 120 bilder")
                        > said.stream()
                                .filter(s -> s.startsWith("Tatt tilbake"))
                                .map(said::indexOf)
                                .findFirst()
                                .orElseThrow());
        assertTrue(Screens.on(model::close));
        assertFalse(Screens.on(model::close));
        Screens.run(stage::close);
    }

    @Test
    void whatCannotBeReadIsSaid() throws Exception {
        var model = Screens.on(() -> new HistoryModel(new Messages()));
        Screens.run(
                () ->
                        model.readThrough(
                                _ ->
                                        runner.waiting(
                                                "read",
                                                _ -> {
                                                    throw new Refusal(FlowReason.NO_IMAGE);
                                                })));
        var stage = show(model);
        Screens.run(() -> model.open("2.25.1"));
        Screens.until(() -> model.failedProperty().get().isPresent());
        assertEquals(1, said(stage).stream().filter(s -> s.contains("Ingen bilder")).count());
        Screens.run(stage::close);
    }
}
