package org.tyde.ui.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.SopClass;
import org.tyde.dictation.Dictation;
import org.tyde.evidence.Awaits;
import org.tyde.evidence.Concepts;
import org.tyde.evidence.DocumentSection;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.Life;
import org.tyde.evidence.Observer;
import org.tyde.evidence.ReportDocument;
import org.tyde.evidence.ScreeningFinding;
import org.tyde.evidence.ScreeningFinding.Outcome;
import org.tyde.evidence.ScreeningFinding.Score;
import org.tyde.refusal.Refusal;
import org.tyde.report.ReportKind;
import org.tyde.report.Section;
import org.tyde.report.screening.Readings;
import org.tyde.report.sign.StoredReport;
import org.tyde.speech.SpeechReason;
import org.tyde.study.Laterality;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.work.JobRunner;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Two readers of screening: what each of them sees beside the images, before both have signed and after.
@Timeout(120)
class ReadingsPaneTest {
    private static final LocalDateTime MORNING = LocalDateTime.of(2026, 11, 23, 8, 12);
    private final JobRunner runner = new JobRunner(1);
    private final Messages messages = new Messages();
    private final NotedServices services = new NotedServices("Ingen symptomer oppgitt.");

    @AfterEach
    void close() {
        runner.close();
    }

    private static StoredReport reading(
            int number, String name, int right, int left, String findings) {
        var uid = "2.25.6" + number;
        var image =
                new InstanceReference(
                        "1.2.3", "2.25.9", "1.2.840.10008.5.1.4.1.1.1.2", "2.25.9" + number);
        var said =
                new ArrayList<ScreeningFinding>(
                        List.of(
                                new Score(Laterality.RIGHT, right),
                                new Score(Laterality.LEFT, left)));
        boolean negative = right + left == 2;
        return new StoredReport(
                new InstanceReference("1.2.3", "2.25.5", SopClass.ENHANCED_SR_STORAGE, uid),
                new ReportDocument(
                        uid,
                        "1.2.3",
                        Concepts.IMAGING_REPORT,
                        DocumentState.AWAITING,
                        Optional.of(MORNING.plusMinutes(40L * number)),
                        Optional.of(
                                new Observer(
                                        PersonName.parse(name),
                                        Optional.empty(),
                                        Optional.of("Brystsenteret"),
                                        Optional.of("914490" + number))),
                        List.of(),
                        Life.awaiting(Awaits.INDEPENDENT_READING),
                        List.of(
                                new DocumentSection(
                                        Concepts.FINDINGS,
                                        findings,
                                        negative ? List.of() : List.of(image),
                                        said),
                                new DocumentSection(
                                        Concepts.CONCLUSIONS,
                                        negative ? "Negativ" : "Til konsensus",
                                        List.of(),
                                        List.of(
                                                negative
                                                        ? Outcome.NEGATIVE
                                                        : Outcome.TO_CONSENSUS))),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private ReportModel opened() throws Exception {
        Screens.start();
        var model =
                Screens.on(
                        () ->
                                new ReportModel(
                                        services,
                                        Dictation.without(
                                                new Refusal(SpeechReason.NO_MODEL, "/opt/model"),
                                                runner),
                                        messages,
                                        Optional.empty()));
        Screens.run(() -> model.open(ReportPaneTest.study()));
        return model;
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
                            split.setDividerPositions(0.25);
                            return split;
                        }),
                620,
                990);
    }

    private static boolean says(Stage stage, String words) throws Exception {
        return Screens.on(
                () ->
                        stage.getScene().getRoot().lookupAll("*").stream()
                                .anyMatch(
                                        n ->
                                                n instanceof Labeled l
                                                        && visible(l)
                                                        && l.getText().contains(words)));
    }

    private static boolean visible(javafx.scene.Node node) {
        for (javafx.scene.Node n = node; n != null; n = n.getParent())
            if (!n.isVisible()) return false;
        return true;
    }

    private static void press(Stage stage, String words) throws Exception {
        Screens.run(
                () ->
                        stage.getScene().getRoot().lookupAll(".button").stream()
                                .filter(n -> n instanceof Button b && b.getText().equals(words))
                                .filter(ReadingsPaneTest::visible)
                                .map(Button.class::cast)
                                .findFirst()
                                .orElseThrow(() -> new AssertionError("no button " + words))
                                .fire());
    }

    @Test
    void theSecondReaderIsToldThatThereIsAReadingAndSignsHisOwnSealed() throws Exception {
        services.stored =
                List.of(reading(1, "Lierskogen^Ida", 1, 4, "Fortetning kl. 2 i venstre bryst."));
        var model = opened();
        var stage = show(model);
        assertTrue(says(stage, "Den er forseglet til du har signert din."));
        for (var secret : List.of("LIERSKOGEN", "Fortetning", "Til konsensus"))
            assertFalse(says(stage, secret), secret);
        assertTrue(says(stage, "Lagre som foreløpig"));
        Screens.run(
                () -> {
                    try {
                        var report = model.reportProperty().get().orElseThrow();
                        report.become(report.content(), Readings.reading(1, 1, "Negativ"));
                    } catch (Refusal never) {
                        throw new AssertionError(never);
                    }
                });
        assertFalse(
                says(stage, "Lagre som foreløpig"), "it leaves sealed and whole, or not at all");
        Screens.keep(stage, "screening-second-reader");
        Screens.run(model::sign);
        assertTrue(says(stage, "en av to uavhengige granskninger"));
        assertFalse(says(stage, "Signer og be om dobbeltgransking"));
        assertTrue(says(stage, "Signer og forsegle"));
        Screens.keep(stage, "screening-sign-sealed");
        Screens.run(stage::close);
    }

    @Test
    void bothReadingsStandSideBySideForTheConsensus() throws Exception {
        services.stored =
                List.of(
                        reading(
                                1,
                                "Lierskogen^Ida",
                                1,
                                4,
                                "Spikulert fortetning på 9 mm kl. 2 i venstre bryst, ny siden 2024."
                                        + " Forkalkninger ved samme sted."),
                        reading(2, "Haugland^Per", 1, 2, "Asymmetri lateralt i venstre bryst."));
        var shown = new ArrayList<InstanceReference>();
        var model = opened();
        Screens.run(() -> model.flow().onImage(shown::add));
        var stage = show(model);
        for (var said :
                List.of("LIERSKOGEN, Ida", "HAUGLAND, Per", "trolig ondartet", "trolig godartet"))
            assertTrue(says(stage, said), said);
        Screens.keep(stage, "screening-consensus");
        press(stage, "Bilde 1");
        assertEquals(1, shown.size(), "what the first reader pointed at");
        press(stage, "Skriv konsensus");
        var report = Screens.on(() -> model.reportProperty().get().orElseThrow());
        assertEquals(ReportKind.CONSENSUS, report.head().kind());
        Screens.keep(stage, "screening-consensus-writing");
        Screens.run(stage::close);
    }

    @Test
    void twoNegativeReadingsAreOneActFromTheJointSummary() throws Exception {
        services.stored =
                List.of(
                        reading(1, "Lierskogen^Ida", 1, 1, "Ingen funn."),
                        reading(2, "Haugland^Per", 1, 1, "Ingen funn."));
        var model = opened();
        var stage = show(model);
        Screens.keep(stage, "screening-negative");
        press(stage, "Begge negative: signer felles resultat");
        var report = Screens.on(() -> model.reportProperty().get().orElseThrow());
        assertTrue(report.text().of(Section.IMPRESSION).startsWith("Negativ"));
        assertTrue(services.asked.contains("summary"), "shown, not signed");
        assertFalse(services.asked.contains("sign"));
        Screens.keep(stage, "screening-joint-sign");
        Screens.run(() -> model.messages().localeProperty().set(Messages.ENGLISH));
        Screens.keep(stage, "screening-joint-sign-en");
        Screens.run(stage::close);
    }
}
