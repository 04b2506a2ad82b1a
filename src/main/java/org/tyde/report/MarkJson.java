package org.tyde.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.tyde.dicom.Code;

import java.util.ArrayList;
import java.util.Optional;

/// What hangs on the text, as a draft keeps it.
final class MarkJson {
    private MarkJson() {}

    static void write(Mark mark, ObjectNode node) {
        node.put("section", mark.section().name())
                .put("start", mark.start())
                .put("end", mark.end());
        switch (mark.meaning()) {
            case Meaning.Uncertain(var confidence, var sound) -> {
                node.put("kind", "UNCERTAIN").put("confidence", confidence);
                sound.ifPresent(
                        s ->
                                node.put("recording", s.recording())
                                        .put("from", s.from())
                                        .put("to", s.to()));
            }
            case Meaning.Trial() -> node.put("kind", "TRIAL");
            case Meaning.Filled(var field) -> write(field, node.put("kind", "FIELD"));
            case Meaning.SaidAt(var view) -> write(view, node.put("kind", "SAID_AT"));
            case Meaning.Measured(var tracking, var value, var unit) ->
                    node.put("kind", "MEASURED")
                            .put("tracking", tracking)
                            .put("value", value)
                            .put("unit", unit);
        }
    }

    /// @throws IllegalArgumentException not what [#write] makes
    static Mark read(JsonNode node) {
        var kind = node.path("kind").asText();
        var meaning =
                switch (kind) {
                    case "UNCERTAIN" -> uncertain(node);
                    case "TRIAL" -> new Meaning.Trial();
                    case "FIELD" -> new Meaning.Filled(field(node));
                    case "SAID_AT" -> new Meaning.SaidAt(view(node));
                    case "MEASURED" ->
                            new Meaning.Measured(
                                    node.path("tracking").asText(),
                                    node.path("value").asDouble(),
                                    node.path("unit").asText());
                    default -> throw new IllegalArgumentException("no mark: " + kind);
                };
        return new Mark(
                DraftJson.section(node.path("section").asText()),
                node.path("start").asInt(),
                node.path("end").asInt(),
                meaning);
    }

    private static Meaning uncertain(JsonNode node) {
        var sound =
                node.has("recording")
                        ? Optional.of(
                                new SoundPlace(
                                        node.path("recording").asText(),
                                        node.path("from").asDouble(),
                                        node.path("to").asDouble()))
                        : Optional.<SoundPlace>empty();
        return new Meaning.Uncertain(node.path("confidence").asDouble(), sound);
    }

    private static void write(Field field, ObjectNode node) {
        node.put("field", field.id()).put("label", field.label()).put("required", field.required());
        field.trigger().ifPresent(t -> node.put("trigger", t));
        switch (field.kind()) {
            case Field.Kind.Words() -> node.put("takes", "WORDS");
            case Field.Kind.Day() -> node.put("takes", "DAY");
            case Field.Kind.Numeric(var unit, var least, var most) -> {
                node.put("takes", "NUMBER");
                unit.ifPresent(u -> node.put("unit", u));
                least.ifPresent(l -> node.put("least", l));
                most.ifPresent(m -> node.put("most", m));
            }
            case Field.Kind.Choice(var options, var several) -> {
                var list = node.put("takes", several ? "SOME" : "ONE").putArray("options");
                for (var option : options) {
                    var written = list.addObject().put("text", option.text());
                    option.code()
                            .ifPresent(
                                    c ->
                                            written.put("code", c.value())
                                                    .put("scheme", c.scheme())
                                                    .put("meaning", c.meaning()));
                }
            }
        }
    }

    private static Field field(JsonNode node) {
        var takes = node.path("takes").asText();
        var kind =
                switch (takes) {
                    case "WORDS" -> new Field.Kind.Words();
                    case "DAY" -> new Field.Kind.Day();
                    case "NUMBER" ->
                            new Field.Kind.Numeric(
                                    text(node, "unit"),
                                    number(node, "least"),
                                    number(node, "most"));
                    case "ONE", "SOME" -> choice(node, takes.equals("SOME"));
                    default -> throw new IllegalArgumentException("no field: " + takes);
                };
        return new Field(
                node.path("field").asText(),
                node.path("label").asText(),
                kind,
                node.path("required").asBoolean(),
                text(node, "trigger"));
    }

    private static Field.Kind choice(JsonNode node, boolean several) {
        var options = new ArrayList<Field.Option>();
        for (var option : node.path("options"))
            options.add(
                    new Field.Option(
                            option.path("text").asText(),
                            text(option, "code")
                                    .map(
                                            c ->
                                                    new Code(
                                                            c,
                                                            option.path("scheme").asText(),
                                                            option.path("meaning").asText()))));
        return new Field.Kind.Choice(options, several);
    }

    private static void write(View view, ObjectNode node) {
        var panes =
                node.put("layout", view.layout()).put("active", view.active()).putArray("shown");
        for (var pane : view.shown()) {
            var written =
                    panes.addObject()
                            .put("viewport", pane.viewport())
                            .put("study", pane.studyUid())
                            .put("series", pane.seriesUid())
                            .put("sop", pane.sopUid())
                            .put("frame", pane.frame());
            pane.window().ifPresent(w -> written.put("centre", w.centre()).put("width", w.width()));
        }
    }

    private static View view(JsonNode node) {
        var panes = new ArrayList<View.Pane>();
        for (var pane : node.path("shown"))
            panes.add(
                    new View.Pane(
                            pane.path("viewport").asInt(),
                            pane.path("study").asText(),
                            pane.path("series").asText(),
                            pane.path("sop").asText(),
                            pane.path("frame").asInt(),
                            number(pane, "width")
                                    .map(w -> new View.Levels(pane.path("centre").asDouble(), w))));
        return new View(node.path("layout").asText(), node.path("active").asInt(), panes);
    }

    private static Optional<String> text(JsonNode node, String name) {
        return node.has(name) ? Optional.of(node.path(name).asText()) : Optional.empty();
    }

    private static Optional<Double> number(JsonNode node, String name) {
        return node.has(name) ? Optional.of(node.path(name).asDouble()) : Optional.empty();
    }
}
