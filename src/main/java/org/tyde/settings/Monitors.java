package org.tyde.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/// How each monitor is used, and those that nothing is said of.
///
/// @param others monitors that are not in the table, and what is left open there
/// @param known by monitor, in the order in which they were set
public record Monitors(MonitorSetup others, Map<Monitor, MonitorSetup> known) {
    /// Nothing is said: text at 100 %, pixels of unknown size.
    public static final Monitors DEFAULT = new Monitors(MonitorSetup.NONE, Map.of());

    /// Keeps the order of the table.
    public Monitors {
        known = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(known));
    }

    /// @param monitor any
    /// @return what is said of it, and of it alone
    public MonitorSetup of(Monitor monitor) {
        return known.getOrDefault(monitor, MonitorSetup.NONE);
    }

    /// @param monitor any
    /// @return scale of all text on it, 1 to 2
    public double textScale(Monitor monitor) {
        return of(monitor).textScale().orElse(others.textScale().orElse(1));
    }

    /// @param monitor any
    /// @return mm from pixel to pixel, where known
    public OptionalDouble pixelMm(Monitor monitor) {
        var own = of(monitor).pixelMm();
        return own.isPresent() ? own : others.pixelMm();
    }

    /// @param monitor set
    /// @param setup how
    /// @return these with it
    public Monitors with(Monitor monitor, MonitorSetup setup) {
        var next = new LinkedHashMap<>(known);
        if (setup.equals(MonitorSetup.NONE)) next.remove(monitor);
        else next.put(monitor, setup);
        return new Monitors(others, next);
    }

    /// @param setup of monitors that are not in the table
    /// @return these with it
    public Monitors withOthers(MonitorSetup setup) {
        return new Monitors(setup, known);
    }
}
