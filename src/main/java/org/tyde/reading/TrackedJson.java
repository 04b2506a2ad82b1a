package org.tyde.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.tyde.dicom.Code;
import org.tyde.study.Laterality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What measurements measure, and what is said of it, as [ReadingJson] keeps it.
final class TrackedJson {
    private TrackedJson() {}

    static void write(Tracked one, ObjectNode node) {
        node.put("uid", one.uid()).put("identifier", one.identifier());
        one.finding().ifPresent(c -> code(c, node.putObject("finding")));
        one.site().ifPresent(c -> code(c, node.putObject("site")));
        one.side().ifPresent(s -> node.put("side", s.code()));
    }

    private static void code(Code code, ObjectNode node) {
        node.put("value", code.value()).put("scheme", code.scheme()).put("meaning", code.meaning());
    }

    /// @return empty where there is none
    /// @throws IllegalArgumentException it is malformed
    static Optional<Tracked> read(JsonNode node) {
        if (!node.isObject()) return Optional.empty();
        return Optional.of(
                new Tracked(
                        node.path("uid").asText(),
                        node.path("identifier").asText(),
                        code(node.path("finding")),
                        code(node.path("site")),
                        Laterality.of(node.path("side").asText())));
    }

    static void write(List<LesionRemark> remarks, ArrayNode array) {
        for (var one : remarks)
            array.addObject()
                    .put("uid", one.uid())
                    .put("kind", one.kind().name().toLowerCase(Locale.ROOT));
    }

    /// @throws IllegalArgumentException one says what is not known
    static List<LesionRemark> remarks(JsonNode array) {
        var remarks = new ArrayList<LesionRemark>();
        for (var one : array)
            remarks.add(
                    new LesionRemark(
                            one.path("uid").asText(),
                            LesionRemark.Kind.valueOf(
                                    one.path("kind").asText().toUpperCase(Locale.ROOT))));
        return remarks;
    }

    private static Optional<Code> code(JsonNode node) {
        if (!node.isObject()) return Optional.empty();
        return Optional.of(
                new Code(
                        node.path("value").asText(),
                        node.path("scheme").asText(),
                        node.path("meaning").asText()));
    }
}
