package org.tyde.ui.shell;

import org.tyde.imaging.lut.DisplayFunction;
import org.tyde.settings.MonitorCheck;
import org.tyde.ui.viewport.badge.Monitor;

import java.util.Optional;

/// From what is set of the monitor that images stand on to what their badge says and how greys are sent to it.
final class ImageMonitor {
    private ImageMonitor() {}

    static Monitor of(Optional<MonitorCheck> check) {
        return check.<Monitor>map(
                        c ->
                                new Monitor.Checked(
                                        c.day(),
                                        c.until(),
                                        switch (c.found()) {
                                            case GSDF -> Monitor.Found.GSDF;
                                            case SRGB -> Monitor.Found.SRGB;
                                            case NEITHER -> Monitor.Found.NEITHER;
                                        }))
                .orElseGet(Monitor.NotKnown::new);
    }

    /// P-values as they are, where nothing is known or the monitor does the rest. An outdated measurement is
    /// still the best there is.
    static DisplayFunction display(Optional<MonitorCheck> check) {
        return check.filter(c -> c.found() == MonitorCheck.Found.SRGB)
                .flatMap(MonitorCheck::light)
                .map(l -> DisplayFunction.srgb(l.black(), l.white(), l.ambient()))
                .orElse(DisplayFunction.STRAIGHT);
    }
}
