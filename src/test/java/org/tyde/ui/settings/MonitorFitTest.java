package org.tyde.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.collections.FXCollections;
import javafx.scene.layout.Region;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.settings.Monitor;
import org.tyde.settings.MonitorSetup;
import org.tyde.settings.Monitors;
import org.tyde.settings.Settings;
import org.tyde.settings.TydeHome;
import org.tyde.settings.vault.Vaults;
import org.tyde.ui.Desktop;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.ui.Theme;
import org.tyde.work.JobRunner;

import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;

class MonitorFitTest {
    @TempDir Path folder;

    private static final Monitor LEFT = new Monitor(0, 0, 500, 1000, 1, 96);
    private static final Monitor RIGHT = new Monitor(500, 0, 500, 1000, 1, 96);

    @Test
    void aWindowTakesTextSizeAndPixelSizeOfTheMonitorItIsMovedTo() throws Exception {
        try (var runner = new JobRunner(1)) {
            var settings =
                    Settings.DEFAULTS.withMonitors(
                            Monitors.DEFAULT
                                    .withOthers(MonitorSetup.NONE.withTextScale(1.5))
                                    .with(
                                            RIGHT,
                                            MonitorSetup.NONE
                                                    .withTextScale(2)
                                                    .withPixelMm(OptionalDouble.of(0.25))));
            var model =
                    Screens.on(
                            () ->
                                    new SettingsModel(
                                            settings,
                                            _ -> {},
                                            _ -> {},
                                            Vaults.of(TydeHome.at(folder)),
                                            runner,
                                            new Messages()));
            var desktop = new Desktop(FXCollections.observableArrayList(LEFT, RIGHT));
            var stage = Screens.show(new Region(), 300, 200);
            var told = new AtomicInteger();
            Screens.run(
                    () -> {
                        stage.setX(40);
                        var fit =
                                new MonitorFit(
                                        stage, desktop, model, new Theme(), told::incrementAndGet);
                        var root = stage.getScene().getRoot();
                        assertEquals("-fx-font-size: 19.5px;", root.getStyle());
                        assertEquals(OptionalDouble.empty(), fit.pixelMm());
                        stage.setX(600);
                        assertEquals("-fx-font-size: 26.0px;", root.getStyle());
                        assertEquals(OptionalDouble.of(0.25), fit.pixelMm());
                        fit.resize(-0.5);
                        assertEquals("-fx-font-size: 19.5px;", root.getStyle());
                        assertEquals(2, told.get());
                        stage.setX(40);
                        fit.resize(-0.5);
                        assertEquals("-fx-font-size: 13.0px;", root.getStyle());
                        fit.end();
                        stage.setX(600);
                        assertEquals("-fx-font-size: 13.0px;", root.getStyle());
                        stage.close();
                    });
        }
    }
}
