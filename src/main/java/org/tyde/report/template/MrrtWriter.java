package org.tyde.report.template;

import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.tyde.dicom.Code;
import org.tyde.report.Field;
import org.tyde.report.ReportKind;
import org.tyde.report.Section;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A template as an IHE MRRT file (RAD TF-3, 4.105): HTML5 with one block of `template_attributes`, a
/// `section` for each part, each line a paragraph. What a field takes by an explicit act is its default
/// value. Nothing in the file runs, and it names nothing elsewhere.
public final class MrrtWriter {
    /// Known schemes by their designator in codes, and the object identifier a file names them by.
    private static final List<Map.Entry<String, String>> SCHEMES =
            List.of(
                    Map.entry("LN", "2.16.840.1.113883.6.1"),
                    Map.entry("SCT", "2.16.840.1.113883.6.96"),
                    Map.entry("DCM", "1.2.840.10008.2.16.4"),
                    Map.entry("RADLEX", "2.16.840.1.113883.6.256"),
                    Map.entry("99TYDE", "2.25.126342097183428204152036082696127745680"));

    /// Of our own: how many independent readings an examination needs.
    static final String READINGS = "tyde-independent-readings";

    private final Template template;

    private MrrtWriter(Template template) {
        this.template = template;
    }

    /// @param template any
    /// @return the file's text
    public static String write(Template template) {
        return new MrrtWriter(template).document();
    }

    private String document() {
        var html = new Document("");
        html.outputSettings().prettyPrint(false).charset(StandardCharsets.UTF_8);
        var root = html.appendElement("html");
        var head = template.head();
        root.attr("lang", head.language().toLanguageTag());
        var top = root.appendElement("head");
        line(top);
        top.appendElement("meta").attr("charset", "UTF-8");
        line(top);
        top.appendElement("title").appendText(head.title());
        meta(top, "title", head.title());
        meta(top, "identifier", head.id());
        meta(top, "type", "IMAGE_REPORT_TEMPLATE");
        meta(top, "language", head.language().toLanguageTag());
        meta(top, "publisher", head.publisher());
        meta(top, "rights", head.rights());
        meta(top, "license", head.license());
        meta(top, "date", head.date());
        meta(top, "creator", head.creator());
        if (head.independent()) {
            line(top);
            top.appendElement("meta").attr("name", READINGS).attr("content", "2");
        }
        line(top);
        top.appendElement("script")
                .attr("type", "text/xml")
                .appendChild(new DataNode(attributes()));
        line(top);
        line(root);
        var body = root.appendElement("body");
        for (var section : template.shape().order(ReportKind.REPORT))
            if (section == Section.IMPRESSION || template.part(section).isPresent())
                section(body, section, template.part(section).map(Part::pieces).orElse(List.of()));
        line(body);
        return "<!DOCTYPE html>\n" + html.outerHtml() + "\n";
    }

    private static void line(Element parent) {
        parent.appendChild(new TextNode("\n"));
    }

    private static void meta(Element top, String name, String content) {
        if (content.isEmpty()) return;
        line(top);
        top.appendElement("meta").attr("name", "dcterms." + name).attr("content", content);
    }

    private String attributes() {
        var xml =
                new StringBuilder("\n<template_attributes>\n<top-level-flag>true</top-level-flag>");
        xml.append("\n<status>ACTIVE</status>\n<coding_schemes>");
        var used = new HashSet<>(List.of("LN")); // the sections'
        template.codes().map(Code::scheme).forEach(used::add);
        for (var scheme : SCHEMES)
            if (used.contains(scheme.getKey()))
                xml.append(
                        "\n<coding_scheme name=\"%s\" designator=\"%s\"/>"
                                .formatted(scheme.getKey(), scheme.getValue()));
        xml.append("\n</coding_schemes>");
        for (var code : template.head().codes()) xml.append("\n").append(term(code));
        xml.append("\n<coded_content>");
        for (var section : Section.of(ReportKind.REPORT)) {
            if (section != Section.IMPRESSION && template.part(section).isEmpty()) continue;
            entry(
                    xml,
                    sectionId(section),
                    new Code(section.loinc(), "LN", section.heading(Locale.ENGLISH)));
        }
        template.fieldCodes().forEach((field, code) -> entry(xml, field, code));
        template.slots().forEach(slot -> options(xml, slot.field()));
        return xml.append("\n</coded_content>\n</template_attributes>\n").toString();
    }

    private static void options(StringBuilder xml, Field field) {
        if (!(field.kind() instanceof Field.Kind.Choice(var options, var _))) return;
        for (int i = 0; i < options.size(); i++) {
            var code = options.get(i).code();
            if (code.isPresent()) entry(xml, optionId(field.id(), i), code.get());
        }
    }

    static String optionId(String field, int index) {
        return field + "." + (index + 1);
    }

    static String sectionId(Section section) {
        return "section-" + section.name().toLowerCase(Locale.ROOT);
    }

    private static void entry(StringBuilder xml, String id, Code code) {
        xml.append("\n<entry ORIGTXT=\"").append(escaped(id)).append("\">");
        xml.append(term(code)).append("</entry>");
    }

    private static String term(Code code) {
        return "<term type=\"code\"><code meaning=\"%s\" value=\"%s\" scheme=\"%s\"/></term>"
                .formatted(escaped(code.meaning()), escaped(code.value()), escaped(code.scheme()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private void section(Element body, Section section, List<Piece> pieces) {
        var head = template.head();
        var name =
                section == Section.IMPRESSION
                        ? head.conclusion().orElse(section.heading(head.language()))
                        : section.heading(head.language());
        line(body);
        var element =
                body.appendElement("section")
                        .attr("id", sectionId(section))
                        .attr("data-section-name", name)
                        .attr("data-section-required", String.valueOf(section.required()));
        line(element);
        element.appendElement("header").attr("class", "level1").appendText(name);
        var line = paragraph(element);
        for (var piece : pieces) {
            switch (piece) {
                case Piece.Words(var words) -> {
                    var lines = words.split("\n", -1);
                    for (int i = 0; i < lines.length; i++) {
                        if (i > 0) line = paragraph(element);
                        if (!lines[i].isEmpty()) line.appendText(lines[i]);
                    }
                }
                case Piece.Slot slot -> slot(line, slot);
                case Piece.Merged(var value) -> merged(line, value);
                case Piece.Nested(var name2) ->
                        throw new IllegalStateException("an autotext in a template: " + name2);
            }
        }
        for (var p : element.select("p")) if (p.childNodeSize() == 0) p.appendElement("br");
        line(element);
    }

    private static Element paragraph(Element section) {
        line(section);
        return section.appendElement("p");
    }

    private static void merged(Element line, MergeValue value) {
        line.appendElement("input")
                .attr("type", "text")
                .attr("name", value.name())
                .attr("data-field-type", "MERGE")
                .attr("data-field-merge-flag", "true");
    }

    private static void slot(Element line, Piece.Slot slot) {
        var field = slot.field();
        var element =
                switch (field.kind()) {
                    case Field.Kind.Words() -> words(line, slot.normal());
                    case Field.Kind.Day() -> input(line, "date", "DATE", slot.normal());
                    case Field.Kind.Numeric numeric -> number(line, numeric, slot.normal());
                    case Field.Kind.Choice(var options, var several) ->
                            select(line, field, options, several, slot.normal());
                };
        element.attr("id", field.id())
                .attr("name", field.label())
                .attr("data-field-completion-action", field.required() ? "PROHIBIT" : "NONE");
        field.trigger().ifPresent(t -> element.attr("data-field-verbal-trigger", t));
    }

    private static Element words(Element line, String normal) {
        var area = line.appendElement("textarea").attr("data-field-type", "TEXT");
        area.appendText(normal);
        return area;
    }

    private static Element input(Element line, String type, String kind, String normal) {
        var input = line.appendElement("input").attr("type", type).attr("data-field-type", kind);
        if (!normal.isEmpty()) input.attr("value", normal);
        return input;
    }

    private static Element number(Element line, Field.Kind.Numeric numeric, String normal) {
        var input = input(line, "number", "NUMBER", normal).attr("step", "any");
        numeric.unit().ifPresent(u -> input.attr("data-field-units", u));
        numeric.least().ifPresent(b -> input.attr("min", Numbers.plain(b)));
        numeric.most().ifPresent(b -> input.attr("max", Numbers.plain(b)));
        return input;
    }

    private static Element select(
            Element line, Field field, List<Field.Option> options, boolean several, String normal) {
        var select = line.appendElement("select").attr("data-field-type", "SELECTION_LIST");
        if (several) select.attr("multiple", true);
        var chosen = several ? List.of(normal.split(", ")) : List.of(normal);
        for (int i = 0; i < options.size(); i++) {
            var option = options.get(i);
            var element = select.appendElement("option").appendText(option.text());
            if (option.code().isPresent()) element.attr("id", optionId(field.id(), i));
            if (chosen.contains(option.text())) element.attr("selected", true);
        }
        return select;
    }
}
