package org.tyde.ui.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
import org.tyde.evidence.Verifier;
import org.tyde.refusal.Refusal;
import org.tyde.report.PriorReport;
import org.tyde.report.ReportKind;
import org.tyde.report.Section;
import org.tyde.report.sign.SignReason;
import org.tyde.report.sign.StoredReport;
import org.tyde.speech.SpeechReason;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.work.JobRunner;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/// What stands on the study is said, and what may be done about it is one press away.
@Timeout(120)
class StandingBarTest {
    private static final LocalDateTime NIGHT = LocalDateTime.of(2026, 11, 23, 2, 41);
    private final JobRunner runner = new JobRunner(1);
    private final Messages messages = new Messages();
    private final NotedServices services = new NotedServices("Hoste.");

    @BeforeEach
    void start() throws Exception {
        Screens.start();
    }

    @AfterEach
    void close() {
        runner.close();
    }

    private static Observer person(String family, String given, String role, String hpr) {
        return new Observer(
                PersonName.of(family, given),
                Optional.of(role),
                Optional.of("Demosykehuset"),
                Optional.of(hpr));
    }

    private static final Observer TRAINEE = person("Østby", "Jonas", "LIS", "9144911");

    private static StoredReport stored(Observer author, DocumentState state, Life life) {
        return stored("2.25.6", author, state, life);
    }

    private static StoredReport stored(
            String uid, Observer author, DocumentState state, Life life) {
        var author1 = Optional.of(author);
        return new StoredReport(
                new InstanceReference("1.2.3", "2.25.5", SopClass.ENHANCED_SR_STORAGE, uid),
                new ReportDocument(
                        uid,
                        "1.2.3",
                        Concepts.titleOf("CT"),
                        state,
                        Optional.of(NIGHT),
                        author1,
                        Verifier.alone(state, author1, NIGHT),
                        life,
                        List.of(
                                new DocumentSection(
                                        Concepts.FINDINGS,
                                        "Knute på 8 mm i høyre overlapp. Ingen pleuravæske.",
                                        List.of()),
                                new DocumentSection(
                                        Concepts.CONCLUSIONS, "Lungeknute.", List.of())),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private ReportModel opened() throws Exception {
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
        services.prior =
                services.stored.stream().findFirst().map(s -> new PriorReport(s.document()));
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
                            split.setDividerPositions(0.42);
                            return split;
                        }),
                560,
                960);
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
                                .filter(StandingBarTest::visible)
                                .map(Button.class::cast)
                                .findFirst()
                                .orElseThrow(() -> new AssertionError("no button " + words))
                                .fire());
    }

    @Test
    void twoSignedReportsThatDoNotNameEachOtherAreSaid() throws Exception {
        var one = stored("2.25.6", TRAINEE, DocumentState.SIGNED, Life.PLAIN);
        services.stored = List.of(one);
        var alone = show(opened());
        assertFalse(says(alone, "uten å vise til hverandre"));
        var haug = person("Haug", "Per", "Overlege", "9144912");
        services.stored = List.of(one, stored("2.25.8", haug, DocumentState.SIGNED, Life.PLAIN));
        var stage = show(opened());
        assertTrue(says(stage, "uten å vise til hverandre"));
        Screens.keep(stage, "standing-beside");
    }

    @Test
    void aTraineesReportIsSaidToBePreliminaryAndIsCountersignedAsItStands() throws Exception {
        services.stored =
                List.of(
                        stored(
                                TRAINEE,
                                DocumentState.AWAITING,
                                Life.awaiting(Awaits.COUNTERSIGNATURE)));
        var model = opened();
        var stage = show(model);
        assertTrue(says(stage, "FORELØPIG: ØSTBY, Jonas, 23.11.2026 02:41."));
        assertTrue(says(stage, "Venter på kontrasignering."));
        assertTrue(says(stage, "FORELØPIG, ikke kontrasignert"), "beside it, as a prior");
        Screens.keep(stage, "standing-preliminary");
        press(stage, "Kontrasigner");
        var report = Screens.on(() -> model.reportProperty().get().orElseThrow());
        assertEquals(ReportKind.COUNTERSIGNATURE, report.head().kind());
        assertEquals("Lungeknute.", report.text().of(Section.IMPRESSION));
        assertTrue(says(stage, "Kontrasignering   CT thorax"));
        Screens.keep(stage, "standing-countersigning");
        report.insert("Kontroll om tre måneder. ", java.util.Set.of());
        Screens.run(model::sign);
        assertTrue(says(stage, "Kontrasignere?"));
        assertTrue(says(stage, "Skrevet av ØSTBY, Jonas. Endret av deg:"));
        assertFalse(says(stage, "Signer og be om dobbeltgransking"));
        Screens.keep(stage, "standing-countersign");
        Screens.run(() -> model.messages().localeProperty().set(Messages.ENGLISH));
        Screens.keep(stage, "standing-countersign-en");
        Screens.run(stage::close);
    }

    @Test
    void whoAgreesSignsTheSameTextAndWhoDoesNotAmendsIt() throws Exception {
        services.stored =
                List.of(
                        stored(
                                person("Haug", "Per", "Overlege", "9144912"),
                                DocumentState.SIGNED,
                                Life.awaiting(Awaits.SECOND_READING)));
        var model = opened();
        var stage = show(model);
        assertTrue(says(stage, "Venter på dobbeltgransking."));
        Screens.keep(stage, "standing-second");
        press(stage, "Enig, signer dobbeltgranskingen");
        assertTrue(services.asked.contains("follow SECOND_READING"));
        assertTrue(says(stage, "Enig med den første beskrivelsen?"));
        Screens.keep(stage, "standing-agree");
        Screens.run(() -> model.signing().cancel());
        press(stage, "Uenig, endre beskrivelsen");
        Screens.run(model::sign);
        assertTrue(says(stage, "Signere endringen?"));
        Screens.run(() -> model.signing().withoutMissingProperty().set(true));
        var sign = button(stage, "Signer endringen");
        assertTrue(sign.isDisabled(), "it says why first");
        var reason =
                (TextField)
                        Screens.on(
                                () ->
                                        stage.getScene()
                                                .getRoot()
                                                .lookup(".signing .foot .text-field"));
        Screens.run(() -> reason.setText("Knuten er i venstre lunge."));
        Screens.keep(stage, "standing-amend");
        assertFalse(sign.isDisabled());
        Screens.run(sign::fire);
        assertEquals("Knuten er i venstre lunge.", services.signed.getFirst().reason());
        Screens.run(stage::close);
    }

    private static Button button(Stage stage, String words) throws Exception {
        return Screens.on(
                () ->
                        stage.getScene().getRoot().lookupAll(".button").stream()
                                .filter(n -> n instanceof Button b && b.getText().equals(words))
                                .filter(StandingBarTest::visible)
                                .map(Button.class::cast)
                                .findFirst()
                                .orElseThrow());
    }

    @Test
    void whoIsInTrainingHasOneWayToSignAndIsToldWhy() throws Exception {
        services.training = true;
        var model = opened();
        var stage = show(model);
        Screens.run(model::sign);
        assertTrue(says(stage, "Under utdanning"));
        assertFalse(says(stage, "Signer og be om dobbeltgransking"));
        Screens.run(() -> model.signing().withoutMissingProperty().set(true));
        Screens.keep(stage, "signing-training");
        press(stage, "Signer som foreløpig, til kontrasignering");
        assertEquals(Optional.of(Awaits.COUNTERSIGNATURE), services.signed.getFirst().awaits());
        Screens.run(stage::close);
    }

    @Test
    void aSpecialistSignsAloneUnlessHeChoosesOtherwise() throws Exception {
        var model = opened();
        var stage = show(model);
        Screens.run(model::sign);
        Screens.run(() -> model.signing().withoutMissingProperty().set(true));
        Screens.keep(stage, "signing-ways");
        press(stage, "Signer og be om dobbeltgransking");
        assertEquals(Optional.of(Awaits.SECOND_READING), services.signed.getFirst().awaits());
        Screens.run(() -> model.signing().confirm());
        assertEquals(Optional.empty(), services.signed.getLast().awaits());
        Screens.run(stage::close);
    }

    @Test
    void whatTheArchiveHasNotTakenIsSaidWithTheReason() throws Exception {
        services.undelivered = Optional.of(new Refusal(SignReason.NOT_TAKEN, "Vest", "A700"));
        var model = opened();
        var stage = show(model);
        assertTrue(
                says(
                        stage,
                        "Ikke levert: Vest tar ikke imot beskrivelsen (status A700). Se"
                                + " hentekøen."));
        Screens.keep(stage, "standing-undelivered");
        Screens.run(stage::close);
    }

    @Test
    void whatOneHasSentToBeCountersignedCanBeMendedAndSentAnew() throws Exception {
        services.who = TRAINEE;
        services.training = true;
        services.stored =
                List.of(
                        stored(
                                TRAINEE,
                                DocumentState.AWAITING,
                                Life.awaiting(Awaits.COUNTERSIGNATURE)));
        var model = opened();
        var stage = show(model);
        assertTrue(says(stage, "Venter på at en spesialist kontrasignerer."));
        Screens.keep(stage, "standing-own");
        press(stage, "Rett og send på nytt");
        assertTrue(services.asked.contains("follow REPORT"));
        Screens.run(stage::close);
    }
}
