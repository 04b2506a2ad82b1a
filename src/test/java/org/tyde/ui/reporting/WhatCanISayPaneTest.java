package org.tyde.ui.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tyde.dictation.Dictation;
import org.tyde.dictation.words.SpokenCommand;
import org.tyde.dictation.words.SpokenContext;
import org.tyde.dictation.words.TextNormalizer;
import org.tyde.refusal.Refusal;
import org.tyde.speech.Hearing;
import org.tyde.speech.SpeechReason;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.ui.control.ControlStyles;
import org.tyde.work.JobRunner;

import java.util.List;
import java.util.Locale;

/// What can be said, as it is listened for.
@Timeout(120)
class WhatCanISayPaneTest {
    private final JobRunner runner = new JobRunner(1);
    private final Messages messages = new Messages();

    @BeforeEach
    void start() throws Exception {
        Screens.start();
    }

    @AfterEach
    void end() {
        runner.close();
    }

    private static List<String> shown(Parent pane) throws Exception {
        return Screens.on(
                () -> pane.lookupAll(".label").stream().map(n -> ((Label) n).getText()).toList());
    }

    @Test
    void whatTheModelDoesNotKnowIsSaidAndTypingSearches() throws Exception {
        try (var hearing = Hearing.start();
                var dictation = Dictation.with(hearing.recognizer, runner)) {
            var pane =
                    Screens.on(
                            () -> {
                                var say = new WhatCanISayPane(dictation, messages);
                                say.toggle();
                                return say;
                            });
            var root =
                    Screens.on(
                            () -> {
                                var around = new StackPane(pane);
                                around.getStyleClass().add("report-pane");
                                ControlStyles.wear(around, ReportPane.class, "reporting.css");
                                return around;
                            });
            var stage = Screens.show(root, 560, 960);
            Screens.keep(stage, "what-can-i-say");
            var all = shown(pane);
            assertTrue(all.contains("signer rapport · signer rapporten"), all.toString());
            assertTrue(all.contains("12 × 8 × 6 mm"));
            assertTrue(
                    all.stream()
                            .anyMatch(
                                    t ->
                                            t.startsWith(
                                                    "Lungevindu. Modellen kjenner ikke"
                                                            + " «lungevindu")),
                    all.toString());
            Screens.run(() -> ((TextField) pane.lookup(".text-field")).setText("signer"));
            var found = shown(pane);
            assertTrue(found.contains("signer rapport · signer rapporten"));
            assertFalse(found.contains("12 × 8 × 6 mm"));
            Screens.run(() -> ((TextField) pane.lookup(".text-field")).setText(""));
            Screens.run(() -> messages.localeProperty().set(Locale.UK));
            Screens.keep(stage, "what-can-i-say-english");
            Screens.run(pane::toggle);
            assertFalse(Screens.on(pane::isVisible));
            Screens.run(stage::close);
        }
    }

    @Test
    void withoutAModelNothingIsSaidToBeUnknown() throws Exception {
        var silent = Dictation.without(new Refusal(SpeechReason.NO_MODEL, "/opt/model"), runner);
        var pane = Screens.on(() -> new WhatCanISayPane(silent, messages));
        Screens.run(pane::toggle);
        assertTrue(shown(pane).stream().noneMatch(t -> t.contains("kjenner ikke")));
    }

    /// The tables name actions as the screens do.
    @Test
    void everyCommandForTheScreensIsAnActionOfThem() {
        for (var locale : List.of(Locale.of("nb"), Locale.ENGLISH))
            for (var line : TextNormalizer.of(locale).sayables(SpokenContext.NONE)) {
                if (!line.command() || line.gives().equals("SELECT")) continue;
                if (SpokenCommand.of(line.gives()) instanceof SpokenCommand.Screen(var name))
                    assertEquals(
                            name,
                            SpokenActions.named(name).map(Enum::name).orElse("none: " + name));
            }
    }
}
