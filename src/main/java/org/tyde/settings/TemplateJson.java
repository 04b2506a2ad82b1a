package org.tyde.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Set;
import java.util.function.Consumer;

/// How templates are used, in `tyde.json`: `"templates": "offer"`, `"mammography": {"category": "national", "density":
/// "letters"}`.
final class TemplateJson {
    private static final String CATEGORY = "category";
    private static final String DENSITY = "density";

    private TemplateJson() {}

    /// @throws IllegalArgumentException for a word that means nothing
    static Settings use(Settings below, JsonNode json) {
        if (json.isMissingNode()) return below;
        return below.withTemplates(below.templates().withUse(TemplateUse.of(json.asText())));
    }

    /// @throws IllegalArgumentException for a word that means nothing
    static Settings mammography(Settings below, JsonNode json, Consumer<String> unknown) {
        json.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!Set.of(CATEGORY, DENSITY).contains(name))
                                unknown.accept("mammography." + name);
                        });
        var scales = below.templates().mammography();
        if (json.has(CATEGORY))
            scales = scales.withCategory(Mammography.Category.of(json.get(CATEGORY).asText()));
        if (json.has(DENSITY))
            scales = scales.withDensity(Mammography.Density.of(json.get(DENSITY).asText()));
        return below.withTemplates(below.templates().withMammography(scales));
    }

    static void write(ObjectNode json, TemplateSettings settings) {
        json.put("templates", settings.use().text());
        json.putObject("mammography")
                .put(CATEGORY, settings.mammography().category().text())
                .put(DENSITY, settings.mammography().density().text());
    }
}
