package org.tyde.ui.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tyde.report.ReportHead;
import org.tyde.report.sign.Staying;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.ui.Theme;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The line that counts down what was signed and has not left.
@Timeout(60)
class TakeBackStripTest {
    private final Messages messages = new Messages();
    private final NotedServices services = new NotedServices("");

    @BeforeEach
    void start() throws Exception {
        Screens.start();
    }

    @Test
    void itSaysWhoseReportStaysHowLongAndTakesItBack() throws Exception {
        var head = ReportHead.of(ReportPaneTest.study());
        services.begin(ReportPaneTest.study());
        services.staying.add(new Staying(head, Duration.ofSeconds(43)));
        Screens.run(
                () -> {
                    var model = new TakeBackModel(services, _ -> {}, _ -> {}, () -> 0);
                    var strip = new TakeBackStrip(model, messages);
                    var stage = new Stage();
                    var scene = new Scene(strip, 900, 40, Theme.NIGHT);
                    new Theme().dress(scene, 1);
                    stage.setScene(scene);
                    stage.show();
                    assertFalse(strip.isVisible());
                    model.look();
                    assertTrue(strip.isVisible());
                    var said = ((Label) strip.lookup(".label")).getText();
                    assertTrue(said.endsWith("Sendes om 0:43."), said);
                    assertTrue(said.contains(head.patientName().display()), said);
                    ((Button) strip.lookup(".button")).fire();
                    assertEquals(List.of("takeBack"), services.asked);
                    assertFalse(strip.isVisible());
                    model.takeBack(Optional.of(head.id()));
                    assertEquals(List.of("takeBack"), services.asked);
                    services.staying.add(new Staying(head, Duration.ofSeconds(43)));
                    model.look();
                });
        var stage = (Stage) javafx.stage.Window.getWindows().getLast();
        Screens.keep(stage, "take-back-strip");
        Screens.run(stage::close);
    }
}
