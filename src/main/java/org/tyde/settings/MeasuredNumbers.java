package org.tyde.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Set;
import java.util.function.Consumer;

/// How measured numbers stand in reports, and from when on a lesion has changed: `measurements` in `tyde.json`.
///
/// @param centimetres whether lengths are written in cm instead of mm
/// @param decimals of a length, 0 to 2
/// @param percentDecimals of a change in per cent, 0 or 1
/// @param growth per cent from which on a lesion has grown, above 0, at most 200
/// @param decrease per cent from which on it has shrunk, above 0, at most 100
/// @param least mm below which neither is a change, 0 to 20
public record MeasuredNumbers(
        boolean centimetres,
        int decimals,
        int percentDecimals,
        double growth,
        double decrease,
        double least) {
    /// Whole mm and whole per cents; 20 per cent more, 30 per cent less, 2 mm.
    public static final MeasuredNumbers USUAL = new MeasuredNumbers(false, 0, 0, 20, 30, 2);

    private static final Set<String> KEYS =
            Set.of(
                    "unit",
                    "decimals",
                    "percentDecimals",
                    "growthPercent",
                    "decreasePercent",
                    "leastMillimetres");

    /// @throws IllegalArgumentException for a number beyond its bounds
    public MeasuredNumbers {
        within("decimals", decimals, 0, 2);
        within("percentDecimals", percentDecimals, 0, 1);
        within("growthPercent", growth, Double.MIN_VALUE, 200);
        within("decreasePercent", decrease, Double.MIN_VALUE, 100);
        within("leastMillimetres", least, 0, 20);
    }

    private static void within(String key, double value, double least, double most) {
        if (!(value >= least && value <= most))
            throw new IllegalArgumentException(key + ": " + value);
    }

    /// @param next whether lengths are written in cm
    /// @param decimals of a length
    /// @param percent decimals of a change in per cent
    /// @return these settings with it
    public MeasuredNumbers rounded(boolean next, int decimals, int percent) {
        return new MeasuredNumbers(next, decimals, percent, growth, decrease, least);
    }

    /// @param growth per cent
    /// @param decrease per cent
    /// @param least mm
    /// @return these settings with it
    public MeasuredNumbers changed(double growth, double decrease, double least) {
        return new MeasuredNumbers(centimetres, decimals, percentDecimals, growth, decrease, least);
    }

    /// @param unknown takes keys that mean nothing here
    /// @throws IllegalArgumentException for a value that cannot be
    static MeasuredNumbers read(MeasuredNumbers below, JsonNode json, Consumer<String> unknown) {
        if (!json.isObject()) throw new IllegalArgumentException("no object: " + json);
        json.fieldNames()
                .forEachRemaining(
                        key -> {
                            if (!KEYS.contains(key)) unknown.accept("measurements." + key);
                        });
        return new MeasuredNumbers(
                json.has("unit") ? centimetres(json.get("unit").asText()) : below.centimetres,
                whole(json, "decimals", below.decimals),
                whole(json, "percentDecimals", below.percentDecimals),
                number(json, "growthPercent", below.growth),
                number(json, "decreasePercent", below.decrease),
                number(json, "leastMillimetres", below.least));
    }

    private static boolean centimetres(String unit) {
        return switch (unit) {
            case "mm" -> false;
            case "cm" -> true;
            default -> throw new IllegalArgumentException("mm or cm: " + unit);
        };
    }

    private static int whole(JsonNode json, String key, int below) {
        if (!json.has(key)) return below;
        if (!json.get(key).isInt()) throw new IllegalArgumentException(key + ": " + json.get(key));
        return json.get(key).asInt();
    }

    private static double number(JsonNode json, String key, double below) {
        if (!json.has(key)) return below;
        if (!json.get(key).isNumber())
            throw new IllegalArgumentException(key + ": " + json.get(key));
        return json.get(key).asDouble();
    }

    void write(ObjectNode json) {
        json.putObject("measurements")
                .put("unit", centimetres ? "cm" : "mm")
                .put("decimals", decimals)
                .put("percentDecimals", percentDecimals)
                .put("growthPercent", growth)
                .put("decreasePercent", decrease)
                .put("leastMillimetres", least);
    }
}
