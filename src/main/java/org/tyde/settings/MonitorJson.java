package org.tyde.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Monitors in `tyde.json`: a row for each that is set, and what holds for all others beside them.
final class MonitorJson {
    private MonitorJson() {}

    /// @throws IllegalArgumentException for what cannot be
    static Monitors read(Monitors below, JsonNode list) {
        var all = below;
        for (var row : list) {
            var monitor = Monitor.parse(row.path("monitor").asText());
            all =
                    all.with(
                            monitor,
                            new MonitorSetup(
                                    number(row, "textScale"),
                                    number(row, "pixelMm"),
                                    check(row.path("check"))));
        }
        return all;
    }

    private static OptionalDouble number(JsonNode row, String key) {
        return row.has(key) ? OptionalDouble.of(number(row.get(key))) : OptionalDouble.empty();
    }

    private static double number(JsonNode node) {
        if (!node.isNumber()) throw new IllegalArgumentException("not a number: " + node);
        return node.asDouble();
    }

    private static Optional<MonitorCheck> check(JsonNode row) {
        if (row.isMissingNode()) return Optional.empty();
        var found = row.path("follows").asText("").toUpperCase(Locale.ROOT);
        try {
            return Optional.of(
                    new MonitorCheck(
                            MonitorCheck.Found.valueOf(found),
                            LocalDate.parse(row.path("day").asText("")),
                            row.path("by").asText(""),
                            light(row)));
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException("not a day: " + row.path("day"), wrong);
        }
    }

    private static Optional<MonitorCheck.Light> light(JsonNode row) {
        if (!row.has("white")) return Optional.empty();
        return Optional.of(
                new MonitorCheck.Light(
                        number(row.path("black")),
                        number(row.path("white")),
                        number(row.path("ambient"))));
    }

    static void write(ObjectNode json, Monitors monitors) {
        json.remove(List.of("textScale", "monitorPixelMm", "monitors"));
        monitors.others().textScale().ifPresent(scale -> json.put("textScale", scale));
        monitors.others().pixelMm().ifPresent(mm -> json.put("monitorPixelMm", mm));
        if (monitors.known().isEmpty()) return;
        var rows = json.putArray("monitors");
        monitors.known()
                .forEach(
                        (monitor, setup) -> {
                            var row = rows.addObject().put("monitor", monitor.toString());
                            setup.textScale().ifPresent(scale -> row.put("textScale", scale));
                            setup.pixelMm().ifPresent(mm -> row.put("pixelMm", mm));
                            setup.check().ifPresent(check -> write(row.putObject("check"), check));
                        });
    }

    private static void write(ObjectNode row, MonitorCheck check) {
        row.put("follows", check.found().name().toLowerCase(Locale.ROOT))
                .put("day", check.day().toString())
                .put("by", check.by());
        check.light()
                .ifPresent(
                        light ->
                                row.put("black", light.black())
                                        .put("white", light.white())
                                        .put("ambient", light.ambient()));
    }
}
