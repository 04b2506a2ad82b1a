package org.tyde.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.dicom.io.DigestedJson;
import org.tyde.dicom.io.Explanations;
import org.tyde.dicom.io.JsonDifference;
import org.tyde.dicom.io.OtherToolkits;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/// `tyde dump --json` of every real file is pydicom's `to_json`, but for the explained differences.
class DumpOfSharedDataTest {
    @Test
    void jsonIsPydicomsJson(@TempDir Path work) throws Exception {
        var explanations = new Explanations("pydicom");
        for (var entry : OtherToolkits.pydicom(work).entrySet()) {
            var name = entry.getKey();
            var theirs = entry.getValue();
            var file = OtherToolkits.folder().resolve(name);
            var out = new StringWriter();
            var err = new StringWriter();
            int exit =
                    CommandLineOfTyde.line()
                            .setOut(new PrintWriter(out))
                            .setErr(new PrintWriter(err))
                            .execute("dump", "--json", file.toString());
            if (!theirs.refusal().isEmpty())
                explanations.add(name, "-", "REFUSED_THERE", theirs.refusal());
            if (exit != 0) explanations.add(name, "-", "REFUSED_HERE", err.toString());
            if (exit != 0 || !theirs.refusal().isEmpty()) continue;
            var ours = new ObjectMapper().readTree(out.toString());
            agree(ours, theirs.set(), file.toUri() + "#");
            explanations.add(name, JsonDifference.between(DigestedJson.of(ours), theirs.set()));
        }
        var faults = explanations.faults();
        faults.removeIf(
                fault -> fault.startsWith("no longer needed") && fault.contains("7FE00010"));
        assertEquals("", String.join("\n", faults));
    }

    /// A place that is told stands for the bytes there, which another test compares.
    private static void agree(JsonNode ours, JsonNode theirs, String place) {
        ours.properties()
                .forEach(
                        entry -> {
                            var element = entry.getValue();
                            var other = theirs.path(entry.getKey());
                            var here = place + entry.getKey();
                            if (element.path("BulkDataURI").asText().equals(here)
                                    && other.has("BulkDataURI"))
                                ((ObjectNode) element)
                                        .set("BulkDataURI", other.path("BulkDataURI"));
                            var items = element.path("Value");
                            for (int i = 0; i < items.size(); i++)
                                if (items.get(i).isObject())
                                    agree(
                                            items.get(i),
                                            other.path("Value").path(i),
                                            here + "/" + (i + 1) + "/");
                        });
    }
}
