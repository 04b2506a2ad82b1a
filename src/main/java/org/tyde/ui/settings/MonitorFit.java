package org.tyde.ui.settings;

import javafx.beans.binding.ObjectBinding;
import javafx.stage.Stage;
import javafx.util.Subscription;

import org.tyde.settings.Monitor;
import org.tyde.settings.MonitorCheck;
import org.tyde.settings.Monitors;
import org.tyde.ui.Desktop;
import org.tyde.ui.Theme;

import java.util.Optional;
import java.util.OptionalDouble;

/// A window has the text size of the monitor it stands on; it follows when the window is moved, and when
/// the settings change.
public final class MonitorFit {
    private final SettingsModel settings;
    private final ObjectBinding<Optional<Monitor>> monitor;
    private final Subscription follows;

    /// @param stage with a scene
    /// @param desktop the monitors
    /// @param settings in force
    /// @param theme scales the text
    /// @param changed told when the window may be on another monitor, or the monitor be set otherwise
    public MonitorFit(
            Stage stage, Desktop desktop, SettingsModel settings, Theme theme, Runnable changed) {
        this.settings = settings;
        monitor = desktop.under(stage);
        Runnable fit =
                () -> {
                    theme.scale(stage.getScene(), textScale());
                    changed.run();
                };
        theme.scale(stage.getScene(), textScale());
        follows =
                Subscription.combine(
                        monitor.subscribe((_, _) -> fit.run()),
                        settings.settingsProperty().subscribe((_, _) -> fit.run()));
    }

    private Monitors monitors() {
        return settings.settingsProperty().get().monitors();
    }

    private Optional<Monitor> monitor() {
        return monitor.get();
    }

    private double textScale() {
        return monitor().map(monitors()::textScale).orElse(1.0);
    }

    /// @return mm from pixel to pixel of the monitor the window stands on, where known
    public OptionalDouble pixelMm() {
        return monitor().map(monitors()::pixelMm).orElse(OptionalDouble.empty());
    }

    /// @return how the monitor the window stands on was checked, where somebody has said
    public Optional<MonitorCheck> check() {
        return monitor().flatMap(m -> monitors().of(m).check());
    }

    /// Grows or shrinks all text on that monitor by a step.
    ///
    /// @param by added to the scale, such as 0.1
    public void resize(double by) {
        monitor().ifPresent(m -> settings.resize(m, by));
    }

    /// The window no longer follows.
    public void end() {
        follows.unsubscribe();
    }
}
