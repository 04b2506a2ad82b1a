package org.tyde.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.tyde.archive.ArchiveReason;
import org.tyde.archive.Completeness;
import org.tyde.archive.FetchPriority;
import org.tyde.archive.LineState;
import org.tyde.archive.RegionalArchive;
import org.tyde.dicom.Tag;
import org.tyde.dimse.command.Service;
import org.tyde.dimse.command.Status;
import org.tyde.refusal.Refusal;
import org.tyde.samples.DemoStudies;
import org.tyde.study.Study;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.work.Job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class TrafficSheetTest {
    private final Messages messages = new Messages();
    private final List<String> done = new ArrayList<>();
    private Traffic now = new Traffic(List.of(), List.of(), List.of());

    private final Traffic.Watch watch =
            new Traffic.Watch() {
                @Override
                public Job<Traffic> look() {
                    return Job.done(now);
                }

                @Override
                public void forgetEnded() {
                    done.add("forget");
                }
            };

    private Traffic.Fetch fetch(
            String uid, FetchPriority priority, Completeness here, Optional<Throwable> failure)
            throws Exception {
        var header = DemoStudies.instances().getFirst().make().get();
        var study =
                Study.from(
                        header.toBuilder()
                                .text(Tag.STUDY_INSTANCE_UID, uid)
                                .text(Tag.STUDY_DESCRIPTION, "CT toraks " + uid)
                                .build());
        boolean running = failure.isEmpty() && !here.complete();
        return new Traffic.Fetch(
                uid,
                Optional.of(study),
                priority,
                here,
                running ? 41.25 : 0,
                running ? Optional.of(Duration.ofSeconds(9)) : Optional.empty(),
                !running,
                failure,
                () -> done.add("cancel " + uid),
                () -> done.add("retry " + uid));
    }

    private Traffic.Outgoing outgoing(Traffic.Stage state, int attempts, int seconds) {
        return new Traffic.Outgoing(
                "Region",
                "1.2." + done.size(),
                state,
                attempts,
                Duration.ofSeconds(seconds),
                locale -> new Status(0xA900).text(Service.STORE, locale),
                () -> done.add("send " + state),
                _ -> {});
    }

    @Test
    void whatIsSentConfirmedAndRefusedIsSaidAndTheRefusedIsSentAgainByHand() throws Exception {
        now =
                new Traffic(
                        List.of(new RegionalArchive.State("Region", Optional.empty())),
                        List.of(),
                        List.of(
                                outgoing(Traffic.Stage.REFUSED, 1, 0),
                                outgoing(Traffic.Stage.SENT, 1, 0),
                                outgoing(Traffic.Stage.CONFIRMED, 1, 0),
                                outgoing(Traffic.Stage.CONFIRMED, 1, 0)));
        var stage = open();
        Screens.until(() -> stage.getScene().getRoot().lookupAll(".small-action").size() == 2);
        Screens.keep(stage, "traffic-refused");
        var said = said(stage);
        assertTrue(said.contains("Region: ett objekt sendt, ikke funnet der ennå"), said::toString);
        assertTrue(
                said.contains("Region: 2 objekter sendt og funnet der det siste døgnet"),
                said::toString);
        assertTrue(
                said.stream()
                        .anyMatch(t -> t.startsWith("Region tar ikke imot") && t.contains("A900")),
                said::toString);
        assertEquals(1, buttons(stage, "Lagre som fil …").size());
        Screens.run(buttons(stage, "Send på nytt").getFirst()::fire);
        assertEquals(List.of("send REFUSED"), done);
        Screens.run(stage::close);
    }

    private Stage open() throws Exception {
        Screens.start();
        var sheet = Screens.on(() -> new TrafficSheet(messages, watch));
        var stage = Screens.show(new StackPane(new Region(), sheet), 1000, 700);
        Screens.run(sheet::open);
        return stage;
    }

    private static List<String> said(Stage stage) throws Exception {
        return Screens.on(
                () ->
                        stage.getScene().getRoot().lookupAll(".label").stream()
                                .map(l -> ((Labeled) l).getText())
                                .toList());
    }

    private static List<Button> buttons(Stage stage, String text) throws Exception {
        return Screens.on(
                () ->
                        stage.getScene().getRoot().lookupAll(".button").stream()
                                .map(Button.class::cast)
                                .filter(b -> b.isVisible() && b.getText().equals(text))
                                .toList());
    }

    @Test
    void everyArchiveEveryFetchAndWhatWaitsIsSaid() throws Exception {
        var refused = new Refusal(ArchiveReason.STUDY_NOWHERE);
        now =
                new Traffic(
                        List.of(
                                new RegionalArchive.State("Region", Optional.empty()),
                                new RegionalArchive.State(
                                        "Kalnes", Optional.of(refused), LineState.OPEN)),
                        List.of(
                                fetch(
                                        "1",
                                        FetchPriority.OPEN,
                                        Completeness.of(43, 144),
                                        Optional.empty()),
                                fetch(
                                        "2",
                                        FetchPriority.PRIOR,
                                        Completeness.of(144, 144),
                                        Optional.empty()),
                                fetch(
                                        "3",
                                        FetchPriority.NEXT,
                                        Completeness.of(144, 144, 2, 1),
                                        Optional.empty()),
                                fetch(
                                        "4",
                                        FetchPriority.BACKGROUND,
                                        Completeness.of(7, 20),
                                        Optional.of(refused))),
                        List.of(
                                outgoing(Traffic.Stage.WAITING, 3, 12),
                                outgoing(Traffic.Stage.WAITING, 0, 0)));
        var stage = open();
        Screens.until(() -> stage.getScene().getRoot().lookupAll(".progress-bar").size() == 4);
        Screens.keep(stage, "traffic");
        var said = said(stage);
        assertTrue(
                said.contains("Granskes · 43 av 144 objekter · 41,2 MB/s · 9 s igjen"),
                said::toString);
        assertTrue(said.contains("Alle 144 objekter er her"), said::toString);
        assertTrue(
                said.contains("Endret i arkivet siden sist: 2 fjernet, 1 annerledes"),
                said::toString);
        assertTrue(
                said.stream().anyMatch(s -> s.endsWith("Spørres igjen om litt.")), said::toString);
        assertTrue(
                said.contains("Region: 2 objekter; 3 forsøk til nå, neste om 12 s"),
                said::toString);
        Screens.run(buttons(stage, "Stopp").getFirst()::fire);
        Screens.run(buttons(stage, "Prøv igjen").getFirst()::fire);
        Screens.run(buttons(stage, "Fjern ferdige").getFirst()::fire);
        assertEquals(List.of("cancel 1", "retry 4", "forget"), done);
        Screens.run(stage::close);
    }

    @Test
    void emptyItSaysSoAndEscapeCloses() throws Exception {
        var stage = open();
        Screens.until(() -> stage.getScene().getRoot().lookupAll(".label").size() > 5);
        var said = said(stage);
        assertTrue(said.contains("Ingenting hentes."), said::toString);
        assertTrue(said.contains("Alt er sendt."), said::toString);
        Screens.keep(stage, "traffic-empty");
        var sheet = (TrafficSheet) stage.getScene().getRoot().lookup(".palette-veil");
        Screens.press(sheet, KeyCode.ESCAPE);
        assertFalse(Screens.on(sheet::isVisible));
        Screens.run(stage::close);
    }
}
