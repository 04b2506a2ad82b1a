package org.tyde.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// What leaves with a signed report besides its structured report: `reportForms` in `tyde.json`.
///
/// @param pdfToArchive whether its PDF goes to the archive as an object
/// @param folders where files go, by form: `pdf`, `fhir`, `hl7`, `text`; absolute
public record ReportOutputs(boolean pdfToArchive, Map<String, Path> folders) {
    /// Nothing besides.
    public static final ReportOutputs NONE = new ReportOutputs(false, Map.of());

    private static final Set<String> FORMS = Set.of("pdf", "fhir", "hl7", "text");

    /// @throws IllegalArgumentException a folder without its whole path: where it lies would depend on where the
    ///     program was started
    public ReportOutputs {
        folders = Map.copyOf(folders);
        for (var folder : folders.values())
            if (!folder.isAbsolute())
                throw new IllegalArgumentException("not a whole path: " + folder);
    }

    static ReportOutputs read(JsonNode json, Consumer<String> unknown) {
        var folders = new TreeMap<String, Path>();
        for (var entry : json.properties()) {
            if (entry.getKey().equals("pdfToArchive")) continue;
            if (FORMS.contains(entry.getKey()))
                folders.put(entry.getKey(), Path.of(entry.getValue().asText()));
            else unknown.accept("reportForms." + entry.getKey());
        }
        return new ReportOutputs(json.path("pdfToArchive").asBoolean(false), folders);
    }

    void write(ObjectNode settings) {
        settings.remove("reportForms");
        if (equals(NONE)) return;
        var json = settings.putObject("reportForms").put("pdfToArchive", pdfToArchive);
        new TreeMap<>(folders).forEach((form, folder) -> json.put(form, folder.toString()));
    }
}
