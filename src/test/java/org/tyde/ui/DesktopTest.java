package org.tyde.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.collections.FXCollections;
import javafx.scene.layout.Region;

import org.junit.jupiter.api.Test;
import org.tyde.settings.Monitor;

import java.util.List;
import java.util.Optional;

class DesktopTest {
    private static final Monitor LEFT = new Monitor(0, 0, 500, 1000, 1, 96);
    private static final Monitor RIGHT = new Monitor(500, 0, 500, 1000, 1, 96);

    @Test
    void aWindowStandsOnTheMonitorThatHoldsMostOfIt() throws Exception {
        var stage = Screens.show(new Region(), 300, 200);
        var desktop = new Desktop(FXCollections.observableArrayList(RIGHT, LEFT));
        var under = Screens.on(() -> desktop.under(stage));
        Screens.run(() -> stage.setX(40));
        assertEquals(Optional.of(LEFT), Screens.on(under::get));
        Screens.run(() -> stage.setX(340));
        assertEquals(Optional.of(LEFT), Screens.on(under::get), "160 of 300 px");
        Screens.run(() -> stage.setX(360));
        assertEquals(Optional.of(RIGHT), Screens.on(under::get), "160 of 300 px");
        Screens.run(() -> desktop.monitors().setAll(LEFT));
        assertEquals(Optional.of(LEFT), Screens.on(under::get), "its monitor is gone");
        assertEquals(List.of(LEFT, RIGHT), two().fromTheLeft());
        Screens.run(stage::close);
    }

    private static Desktop two() {
        return new Desktop(FXCollections.observableArrayList(RIGHT, LEFT));
    }

    @Test
    void theDesktopOfTheSystemHasTheMonitorOfTheHeadlessPlatform() throws Exception {
        var monitors = Screens.on(() -> List.copyOf(Desktop.ofSystem().monitors()));
        assertTrue(monitors.stream().anyMatch(m -> m.width() == 1000 && m.height() == 1000));
    }
}
