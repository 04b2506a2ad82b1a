package org.tyde.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kordamp.ikonli.feather.Feather;
import org.tyde.ui.Screens;

import java.util.concurrent.atomic.AtomicInteger;

class ControlTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # dB,  share
                    -90,   0
                    -60,   0
                    -30,   0.5
                    0,     1
                    6,     1
                    """)
    void theLevelGoesFromSixtyDecibelBelowFullScaleToFullScale(double decibel, double share)
            throws Exception {
        double level =
                Screens.on(
                        () -> {
                            var meter = new LevelMeter();
                            meter.setLevel(decibel);
                            return meter.level();
                        });
        assertEquals(share, level, 1e-9);
    }

    @Test
    void aStateIsSaidInWordsAndOffersAtMostOneWayOn() throws Exception {
        var steps = new AtomicInteger();
        Screens.run(
                () -> {
                    var state = new StatePane();
                    state.show(StatePane.Kind.ERROR, "Dead", "The archive does not answer.");
                    state.offer("Try again", steps::incrementAndGet);
                    state.offer("Try again", steps::incrementAndGet);
                    var buttons =
                            state.getChildren().stream().filter(n -> n instanceof Button).toList();
                    assertEquals(1, buttons.size());
                    ((Button) buttons.getFirst()).fire();
                    assertEquals("Dead. The archive does not answer.", state.getAccessibleText());
                    state.show(StatePane.Kind.LOADING, "Loading", "");
                    assertTrue(
                            state.getChildren().stream().anyMatch(n -> n instanceof ProgressBar));
                    assertFalse(state.getChildren().stream().anyMatch(n -> n instanceof Button));
                });
        assertEquals(1, steps.get());
    }

    @Test
    void outlinedTextIsReadableOnBlackAndOnWhite() throws Exception {
        var text = Screens.on(() -> new OutlinedText("W 400 L 40"));
        var ground = Screens.on(() -> new StackPane(text));
        var stage = Screens.show(ground, 200, 60);
        for (var colour : new String[] {"black", "white"}) {
            Screens.run(() -> ground.setStyle("-fx-background-color: " + colour));
            Thread.sleep(80);
            var picture = Screens.on(() -> stage.getScene().snapshot(null));
            int darkest = 255;
            int brightest = 0;
            for (int y = 15; y < 45; y++)
                for (int x = 60; x < 140; x++) {
                    int grey = picture.getPixelReader().getArgb(x, y) & 0xFF;
                    darkest = Math.min(darkest, grey);
                    brightest = Math.max(brightest, grey);
                }
            assertTrue(brightest - darkest > 150, colour + ": " + darkest + " to " + brightest);
        }
        Screens.run(stage::close);
    }

    @Test
    void aButtonWithOnlyAnIconHasAName() throws Exception {
        var button = Screens.on(() -> Icons.button(Feather.PLAY, "Play", () -> {}));
        assertEquals("Play", button.getAccessibleText());
    }
}
