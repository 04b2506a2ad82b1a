package org.tyde.report.template;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.tyde.refusal.Refusal;
import org.tyde.report.Section;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Reads IHE MRRT templates (RAD TF-3, 4.105) as they are found, not only as the profile has them. Nothing in
/// them runs and nothing is loaded; what is left out is said.
public final class MrrtReader {
    static final int MOST_BYTES = 2 << 20;
    private static final int DEEPEST = 100;
    private static final Set<String> BLOCKS =
            Set.of(
                    "p",
                    "div",
                    "tr",
                    "table",
                    "li",
                    "ul",
                    "ol",
                    "dl",
                    "dt",
                    "dd",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "section",
                    "header",
                    "fieldset",
                    "legend",
                    "article",
                    "form",
                    "body",
                    "hr",
                    "pre");
    private static final Set<String> SILENT =
            Set.of(
                    "head",
                    "script",
                    "style",
                    "template",
                    "noscript",
                    "option",
                    "optgroup",
                    "title");
    private static final Set<String> ELSEWHERE =
            Set.of("embed", "object", "iframe", "img", "video", "audio", "link", "svg");

    private final Document html;
    private final String name;
    private final List<Refusal> warnings = new ArrayList<>();
    private final MrrtAttributes attributes;
    private final MrrtFields fields;
    private final Map<Section, List<Piece>> parts = new EnumMap<>(Section.class);
    private final Deque<Optional<Section>> within = new ArrayDeque<>();
    private Optional<String> conclusion = Optional.empty();
    private boolean conclusionFirst;
    private boolean lineBegun;

    private MrrtReader(Document html, String name) {
        this.html = html;
        this.name = name;
        attributes = MrrtAttributes.of(html);
        fields = new MrrtFields(html, attributes, warnings);
    }

    /// @param file bytes of it, UTF-8
    /// @param name of the file, for a template without title
    /// @return the template, and what of the file is not in it
    /// @throws Refusal it is too large or deep, not in UTF-8, has too many fields, or says nothing
    public static MrrtRead read(byte[] file, String name) throws Refusal {
        if (file.length > MOST_BYTES)
            throw new Refusal(TemplateReason.TOO_LARGE, MOST_BYTES >> 20).withPlace(name);
        try {
            return new MrrtReader(Jsoup.parse(text(file), ""), name).read();
        } catch (Refusal refused) {
            throw refused.withPlace(name);
        }
    }

    private static String text(byte[] file) throws Refusal {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw new Refusal(TemplateReason.NOT_UTF8).because(other);
        }
    }

    private MrrtRead read() throws Refusal {
        within.push(Optional.of(Section.FINDINGS));
        for (var script : html.select("script"))
            if (!script.data().contains("template_attributes"))
                warn(new Refusal(TemplateReason.SCRIPT));
        walk(html.body());
        var all = new ArrayList<Part>();
        parts.forEach((section, pieces) -> all.add(new Part(section, pieces)));
        var bare = new Template(head(), all, Map.of());
        if (bare.parts().isEmpty()) throw new Refusal(TemplateReason.EMPTY);
        return new MrrtRead(new Template(bare.head(), bare.parts(), fields.codes(bare)), warnings);
    }

    private TemplateHead head() {
        var title = meta("title");
        if (title.isEmpty()) title = Pieces.line(html.title());
        if (title.isEmpty()) {
            title = Pieces.line(name.replaceAll("\\.[xX]?[hH][tT][mM][lL]?$", ""));
            if (title.isEmpty()) title = "?";
            warnings.add(new Refusal(TemplateReason.NO_TITLE));
        }
        var id = meta("identifier");
        if (id.isEmpty()) {
            // the same file gets the same identifier
            id =
                    "2.25."
                            + new java.math.BigInteger(
                                    UUID.nameUUIDFromBytes(
                                                    html.outerHtml()
                                                            .getBytes(StandardCharsets.UTF_8))
                                            .toString()
                                            .replace("-", ""),
                                    16);
            warnings.add(new Refusal(TemplateReason.NO_ID));
        }
        var language = meta("language");
        return new TemplateHead(
                id,
                title,
                Locale.forLanguageTag(language.isEmpty() ? "en" : language.replace('_', '-')),
                meta("publisher"),
                meta("rights"),
                meta("license"),
                meta("date"),
                meta("creator"),
                attributes.codes(),
                conclusion,
                conclusionFirst && parts.containsKey(Section.FINDINGS),
                independent());
    }

    private boolean independent() {
        return !html.select("meta[name=" + MrrtWriter.READINGS + "][content=2]").isEmpty();
    }

    /// The profile's text writes a colon, files a point.
    private String meta(String term) {
        for (var meta : html.select("meta[name]")) {
            var said = meta.attr("name").toLowerCase(Locale.ROOT).replace(':', '.');
            if (said.equals("dcterms." + term)) return Pieces.line(meta.attr("content"));
        }
        return "";
    }

    /// Without recursion: how deep a file goes is its writer's choice.
    private void walk(Element root) throws Refusal {
        Node node = root;
        int depth = 0;
        while (true) {
            boolean into = enter(node) && node.childNodeSize() > 0;
            if (into) {
                if (++depth > DEEPEST) throw new Refusal(TemplateReason.TOO_DEEP, DEEPEST);
                node = node.childNode(0);
                continue;
            }
            while (true) {
                leave(node);
                if (node.equals(root)) return;
                var next = node.nextSibling();
                if (next != null) {
                    node = next;
                    break;
                }
                var parent = node.parent();
                if (parent == null) return;
                node = parent;
                depth--;
            }
        }
    }

    /// @return whether what lies in it is read
    private boolean enter(Node node) throws Refusal {
        if (node instanceof TextNode text) {
            words(text.getWholeText().replaceAll("\\s+", " "));
            return false;
        }
        if (!(node instanceof Element element)) return false;
        var tag = element.normalName();
        if (ELSEWHERE.contains(tag)) {
            warn(new Refusal(TemplateReason.ELSEWHERE, tag));
            return false;
        }
        if (SILENT.contains(tag)) return false;
        if (BLOCKS.contains(tag)) beginLine();
        return switch (tag) {
            case "input", "select", "textarea" -> {
                field(element);
                yield false;
            }
            case "br" -> {
                hardLine();
                yield false;
            }
            case "label" -> !fields.ofOption(element);
            case "header" -> {
                var section = element.parent();
                boolean named =
                        section != null
                                && section.normalName().equals("section")
                                && !section.attr("data-section-name").isBlank();
                yield !named;
            }
            case "section" -> {
                section(element);
                yield true;
            }
            default -> true;
        };
    }

    private void leave(Node node) {
        if (!(node instanceof Element element)) return;
        var tag = element.normalName();
        if (BLOCKS.contains(tag)) beginLine();
        if (tag.equals("td") || tag.equals("th")) words(" ");
        if (tag.equals("section") && within.size() > 1) within.pop();
    }

    private void section(Element element) {
        var said = Pieces.line(element.attr("data-section-name"));
        if (said.isEmpty()) {
            var header = element.selectFirst("> header");
            said = header == null ? "" : Pieces.line(header.text());
        }
        var named = said;
        var mapped =
                attributes
                        .of(element.id())
                        .flatMap(c -> SectionNames.ofLoinc(c.value()))
                        .or(() -> SectionNames.of(named));
        if (mapped.isPresent() && !mapped.get().editable()) {
            warn(new Refusal(TemplateReason.SECTION_OF_REFERRAL, named));
            within.push(Optional.empty());
            return;
        }
        if (mapped.isEmpty()) {
            if (within.size() == 1 && !named.isEmpty())
                warn(new Refusal(TemplateReason.SECTION_UNKNOWN, named));
            within.push(within.element());
            if (!named.isEmpty() && !element.attr("data-section-name").isBlank()) {
                words(named);
                beginLine();
            }
            return;
        }
        var section = mapped.get();
        within.push(mapped);
        lineBegun = false;
        if (section != Section.IMPRESSION) return;
        boolean usual =
                named.equalsIgnoreCase(section.heading(Locale.ENGLISH))
                        || named.equalsIgnoreCase(section.heading(Locale.of("nb")));
        conclusion = usual || named.isEmpty() ? Optional.empty() : Optional.of(named);
        conclusionFirst = !parts.containsKey(Section.FINDINGS);
    }

    private void field(Element element) throws Refusal {
        if (within.element().isEmpty()) return;
        var piece = fields.of(element);
        if (piece.isEmpty()) return;
        pieces().add(piece.get());
        lineBegun = true;
    }

    private void words(String text) {
        if (text.isEmpty() || within.element().isEmpty()) return;
        if (text.isBlank() && !lineBegun) return;
        pieces().add(new Piece.Words(text));
        lineBegun = true;
    }

    private void beginLine() {
        if (lineBegun) hardLine();
    }

    private void hardLine() {
        if (within.element().isEmpty()) return;
        pieces().add(new Piece.Words("\n"));
        lineBegun = false;
    }

    private List<Piece> pieces() {
        return parts.computeIfAbsent(within.element().orElseThrow(), _ -> new ArrayList<>());
    }

    private void warn(Refusal warning) {
        boolean said =
                warnings.stream()
                        .anyMatch(
                                w ->
                                        w.reason().equals(warning.reason())
                                                && w.arguments().equals(warning.arguments()));
        if (!said) warnings.add(warning);
    }
}
