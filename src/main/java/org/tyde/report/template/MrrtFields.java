package org.tyde.report.template;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.tyde.dicom.Code;
import org.tyde.refusal.Refusal;
import org.tyde.report.Field;
import org.tyde.report.Section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes fields of the inputs of a template.
final class MrrtFields {
    private static final int MOST = 500;
    private static final int LONGEST_LABEL = 120;
    private static final Set<String> NO_FIELD =
            Set.of("button", "submit", "reset", "hidden", "image", "file", "password");

    private final MrrtAttributes attributes;
    private final List<Refusal> warnings;
    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, List<Element>> groups = new HashMap<>();
    private final Set<String> groupsDone = new HashSet<>();

    /// Names of our own for the sections of a template.
    private static final Set<String> SECTIONS =
            Arrays.stream(Section.values())
                    .map(MrrtWriter::sectionId)
                    .collect(Collectors.toUnmodifiableSet());

    private final Set<String> optionIds = new HashSet<>();
    private final Set<String> idsTaken = new HashSet<>();
    private final Set<String> labelsTaken = new HashSet<>();
    private int count;

    MrrtFields(Document html, MrrtAttributes attributes, List<Refusal> warnings) {
        this.attributes = attributes;
        this.warnings = warnings;
        for (var label : html.select("label[for]"))
            labels.putIfAbsent(label.attr("for"), Pieces.line(label.text()));
        for (var box : html.select("input[type=radio], input[type=checkbox]")) {
            groups.computeIfAbsent(group(box), _ -> new ArrayList<>()).add(box);
            optionIds.add(box.id());
        }
    }

    private static String group(Element box) {
        var name = box.attr("name").isBlank() ? box.id() : box.attr("name");
        return box.attr("type").toLowerCase(Locale.ROOT) + " " + name;
    }

    /// @return whether the label's words are those of something to choose, not of the text
    boolean ofOption(Element label) {
        return optionIds.contains(label.attr("for"));
    }

    /// @return the piece that stands there; empty for what is no field, or the rest of a group
    Optional<Piece> of(Element element) throws Refusal {
        var type = element.attr("type").toLowerCase(Locale.ROOT);
        boolean input = element.normalName().equals("input");
        if (input && NO_FIELD.contains(type)) return Optional.empty();
        if (merges(element)) {
            var asked =
                    MergeValue.named(element.attr("name")).or(() -> MergeValue.named(element.id()));
            if (asked.isPresent()) return Optional.of(new Piece.Merged(asked.get()));
            warnings.add(
                    new Refusal(
                            TemplateReason.MERGE_UNKNOWN,
                            name(element),
                            element.attr("name").isBlank() ? element.id() : element.attr("name")));
        }
        if (input && (type.equals("radio") || type.equals("checkbox"))) return boxes(element);
        return Optional.of(single(element, input, type));
    }

    private static boolean merges(Element element) {
        return element.attr("data-field-type").equalsIgnoreCase("MERGE")
                || element.attr("data-field-merge-flag").equalsIgnoreCase("true");
    }

    private Piece single(Element element, boolean input, String type) throws Refusal {
        var label = label(element);
        var id = id(element, label);
        if (element.normalName().equals("select")) return select(element, id, label);
        if (element.normalName().equals("textarea"))
            return slot(element, id, label, new Field.Kind.Words(), element.text());
        if (!input) return slot(element, id, label, new Field.Kind.Words(), "");
        var kind = element.attr("data-field-type").toUpperCase(Locale.ROOT);
        if (type.equals("number") || type.equals("range") || kind.equals("NUMBER"))
            return slot(element, id, label, numeric(element, label), element.attr("value"));
        if (type.equals("date") || kind.equals("DATE"))
            return slot(element, id, label, new Field.Kind.Day(), "");
        return slot(element, id, label, new Field.Kind.Words(), element.attr("value"));
    }

    private Field.Kind numeric(Element element, String label) {
        var unit = Pieces.line(element.attr("data-field-units"));
        var number =
                new Field.Kind.Numeric(
                        Optional.of(unit).filter(u -> !u.isEmpty()),
                        bound(element, "min", label),
                        bound(element, "max", label));
        try {
            return Notation.ordered(label, number);
        } catch (Refusal turned) {
            warnings.add(new Refusal(TemplateReason.BOUNDS_LEFT_OUT, label));
            return new Field.Kind.Numeric(number.unit(), Optional.empty(), Optional.empty());
        }
    }

    private Optional<Double> bound(Element element, String name, String label) {
        var written = element.attr(name).strip();
        if (written.isEmpty()) return Optional.empty();
        var bound = Numbers.parse(written);
        if (bound.isEmpty())
            warnings.add(new Refusal(TemplateReason.BOUND_UNREADABLE, label, written));
        return bound;
    }

    private Piece select(Element element, String id, String label) throws Refusal {
        var options = new ArrayList<Field.Option>();
        var normal = new ArrayList<String>();
        for (var option : element.select("option")) {
            var text = Pieces.line(option.text());
            if (text.isEmpty() || options.size() >= MOST) continue;
            options.add(new Field.Option(text, attributes.of(option.id())));
            if (option.hasAttr("selected")) normal.add(text);
        }
        return choice(element, id, label, options, element.hasAttr("multiple"), normal);
    }

    private Optional<Piece> boxes(Element first) throws Refusal {
        var group = group(first);
        if (!groupsDone.add(group)) return Optional.empty();
        var options = new ArrayList<Field.Option>();
        var normal = new ArrayList<String>();
        for (var box : groups.getOrDefault(group, List.of())) {
            var text = labels.getOrDefault(box.id(), "");
            if (text.isEmpty()) text = Pieces.line(box.attr("value"));
            if (text.isEmpty()) text = Pieces.line(box.id());
            if (text.isEmpty() || options.size() >= MOST) continue;
            options.add(new Field.Option(text, attributes.of(box.id())));
            if (box.hasAttr("checked")) normal.add(text);
        }
        var label = label(first);
        boolean several = first.attr("type").equalsIgnoreCase("checkbox");
        return Optional.of(choice(first, id(first, label), label, options, several, normal));
    }

    private Piece choice(
            Element element,
            String id,
            String label,
            List<Field.Option> options,
            boolean several,
            List<String> normal)
            throws Refusal {
        if (options.isEmpty()) {
            warnings.add(new Refusal(TemplateReason.NO_OPTIONS, label));
            return slot(element, id, label, new Field.Kind.Words(), "");
        }
        var kind = new Field.Kind.Choice(options, several);
        return slot(element, id, label, kind, String.join(", ", normal));
    }

    private Piece slot(Element element, String id, String label, Field.Kind kind, String normal)
            throws Refusal {
        if (++count > MOST) throw new Refusal(TemplateReason.TOO_MANY_FIELDS, MOST);
        var action = element.attr("data-field-completion-action").toUpperCase(Locale.ROOT);
        var trigger = Pieces.line(element.attr("data-field-verbal-trigger"));
        return new Piece.Slot(
                new Field(
                        id,
                        label,
                        kind,
                        action.equals("PROHIBIT")
                                || action.equals("ALERT")
                                || element.hasAttr("required"),
                        Optional.of(trigger).filter(t -> !t.isEmpty())),
                normal);
    }

    private String label(Element element) {
        return unique(name(element));
    }

    private String name(Element element) {
        for (var said :
                List.of(
                        element.attr("name"),
                        labels.getOrDefault(element.id(), ""),
                        element.attr("title"),
                        element.attr("placeholder"),
                        element.id())) {
            var plain = Pieces.line(said.replaceAll("[\\[\\]]+", " ")).replaceAll("[: ]+$", "");
            if (!plain.isEmpty())
                return plain.length() > LONGEST_LABEL
                        ? plain.substring(0, LONGEST_LABEL).strip()
                        : plain;
        }
        return "?";
    }

    private String unique(String wanted) {
        var plain = Pieces.line(wanted.replaceAll("[\\[\\]]+", " "));
        if (plain.isEmpty()) plain = "?";
        var label = plain;
        for (int i = 2; !labelsTaken.add(label.toLowerCase(Locale.ROOT)); i++)
            label = plain + " " + i;
        if (!label.equals(plain))
            warnings.add(new Refusal(TemplateReason.LABEL_TWICE, plain, label));
        return label;
    }

    private String id(Element element, String label) {
        var wanted = Pieces.line(element.id());
        if (wanted.isEmpty()) wanted = Notation.id(label);
        var id = wanted;
        for (int i = 2; SECTIONS.contains(id) || !idsTaken.add(id); i++) id = wanted + "-" + i;
        return id;
    }

    /// @return what fields of these ids mean
    Map<String, Code> codes(Template withoutCodes) {
        var codes = new HashMap<String, Code>();
        withoutCodes
                .slots()
                .forEach(
                        s ->
                                attributes
                                        .of(s.field().id())
                                        .ifPresent(c -> codes.put(s.field().id(), c)));
        return codes;
    }
}
