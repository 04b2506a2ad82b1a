package org.tyde.ui.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tyde.dictation.Dictation;
import org.tyde.refusal.Refusal;
import org.tyde.report.Caret;
import org.tyde.report.Meaning;
import org.tyde.report.Report;
import org.tyde.report.Section;
import org.tyde.report.SoundPlace;
import org.tyde.speech.AudioSource;
import org.tyde.speech.Microphone;
import org.tyde.speech.SpeechReason;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

@Timeout(120)
class UncertainWordsTest {
    private final JobRunner runner = new JobRunner(1);
    private final List<String> played = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        Screens.start();
    }

    @AfterEach
    void close() {
        runner.close();
    }

    private final class Played implements Voice {
        @Override
        public AudioSource microphone() {
            return Microphone.ofSystem();
        }

        @Override
        public Job<Boolean> play(String report, String recording, double from, double to) {
            played.add(recording + " " + from + " " + to);
            return Job.done(true);
        }

        @Override
        public Job<List<String>> alternatives(
                String report, String recording, double from, double to) {
            return Job.done(List.of("nodul", "modul"));
        }
    }

    private ReportModel model() throws Exception {
        return Screens.on(
                () -> {
                    var model =
                            new ReportModel(
                                    new NotedServices(""),
                                    Dictation.without(
                                            new Refusal(SpeechReason.NO_MODEL, "/opt"), runner),
                                    new Messages(),
                                    Optional.empty());
                    model.dictation().hearThrough(new Played());
                    return model;
                });
    }

    private static Report report(ReportModel model) throws Exception {
        Screens.run(() -> model.open(ReportPaneTest.study()));
        var report = Screens.on(() -> model.reportProperty().get().orElseThrow());
        report.place(new Caret(Section.FINDINGS, 0));
        report.insert(
                "Nodul",
                Set.of(new Meaning.Uncertain(0.4, Optional.of(new SoundPlace("press", 0.5, 1.1)))));
        report.insert(" i høyre lunge.", Set.of());
        return report;
    }

    private static void click(Region editor) throws Exception {
        Screens.run(
                () ->
                        editor.fireEvent(
                                new MouseEvent(
                                        MouseEvent.MOUSE_CLICKED,
                                        1,
                                        1,
                                        1,
                                        1,
                                        MouseButton.PRIMARY,
                                        1,
                                        false,
                                        false,
                                        false,
                                        false,
                                        true,
                                        false,
                                        false,
                                        false,
                                        false,
                                        true,
                                        null)));
    }

    @Test
    void aClickOnADoubtfulWordPlaysItAndOneBesideItDoesNot() throws Exception {
        var model = model();
        var report = report(model);
        var editor = Screens.on(Region::new);
        Screens.on(() -> new UncertainWords(editor, model));
        report.place(new Caret(Section.FINDINGS, 12));
        click(editor);
        assertEquals(List.of(), played);
        report.place(new Caret(Section.FINDINGS, 2));
        click(editor);
        assertEquals(List.of("press 0.5 1.1"), played);
    }

    @Test
    void otherWordingsAreOfferedAndOneIsTaken() throws Exception {
        var model = model();
        var report = report(model);
        var editor = Screens.on(Region::new);
        Stage stage = Screens.show(editor, 300, 200);
        Screens.on(() -> new UncertainWords(editor, model));
        report.place(new Caret(Section.FINDINGS, 2));
        Screens.run(
                () ->
                        editor.fireEvent(
                                new ContextMenuEvent(
                                        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                                        5,
                                        5,
                                        5,
                                        5,
                                        true,
                                        null)));
        Screens.until(() -> items().contains("modul"));
        assertTrue(Screens.on(() -> !items().contains("nodul")));
        Screens.run(
                () ->
                        menu().orElseThrow().getItems().stream()
                                .filter(i -> "modul".equals(i.getText()))
                                .findFirst()
                                .orElseThrow()
                                .fire());
        assertEquals("modul i høyre lunge.", report.text().of(Section.FINDINGS));
        assertTrue(
                report.marks().stream().noneMatch(m -> m.meaning() instanceof Meaning.Uncertain));
        Screens.run(stage::close);
    }

    private static Optional<ContextMenu> menu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst();
    }

    private static Set<String> items() {
        return menu().stream()
                .flatMap(m -> m.getItems().stream())
                .map(MenuItem::getText)
                .filter(t -> t != null)
                .collect(Collectors.toSet());
    }
}
