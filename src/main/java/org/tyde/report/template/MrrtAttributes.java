package org.tyde.report.template;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.tyde.dicom.Code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The XML block of a template: what it is for, and what its fields mean. Files of others hide it in a
/// comment, leave elements open and nest them otherwise than the profile says; all of it is read.
final class MrrtAttributes {
    private static final int MOST_CODES = 2000;

    private final List<Code> codes = new ArrayList<>();
    private final Map<String, Code> entries = new LinkedHashMap<>();

    private MrrtAttributes() {}

    static MrrtAttributes of(Document html) {
        var read = new MrrtAttributes();
        for (var script : html.select("script")) {
            if (!script.data().contains("template_attributes")) continue;
            var text = script.data().replace("<!--", "").replace("-->", "");
            var xml = Jsoup.parse(text, "", Parser.xmlParser());
            for (var code : xml.select("code")) {
                if (read.codes.size() + read.entries.size() >= MOST_CODES) break;
                code(code).ifPresent(c -> read.add(code, c));
            }
            break;
        }
        return read;
    }

    private void add(Element element, Code code) {
        for (var parent = element.parent(); parent != null; parent = parent.parent()) {
            if (!parent.normalName().equals("entry")) continue;
            var id = Pieces.line(ignoringCase(parent, "origtxt"));
            if (!id.isEmpty()) entries.putIfAbsent(id, code);
            return;
        }
        codes.add(code);
    }

    private static Optional<Code> code(Element element) {
        var value = Pieces.line(ignoringCase(element, "value"));
        if (value.isEmpty()) return Optional.empty();
        return Optional.of(
                new Code(
                        value,
                        Pieces.line(ignoringCase(element, "scheme")),
                        Pieces.line(ignoringCase(element, "meaning"))));
    }

    private static String ignoringCase(Element element, String name) {
        for (var attribute : element.attributes())
            if (attribute.getKey().equalsIgnoreCase(name)) return attribute.getValue();
        return "";
    }

    List<Code> codes() {
        return codes;
    }

    Optional<Code> of(String id) {
        return Optional.ofNullable(entries.get(Pieces.line(id)));
    }
}
