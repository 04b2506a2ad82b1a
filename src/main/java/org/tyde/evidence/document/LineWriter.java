package org.tyde.evidence.document;

import org.tyde.dicom.Code;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.content.ContentItem;
import org.tyde.evidence.content.ContentTree;
import org.tyde.evidence.content.ContentValue;
import org.tyde.evidence.content.ObservationContext;
import org.tyde.evidence.content.Relationship;
import org.tyde.evidence.document.DocumentLine.Kind;
import org.tyde.refusal.Sentences;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes the items of a content tree as lines, each item at least once.
final class LineWriter {
    /// What the text of a section is called in CID 7002: the section's heading says it already.
    private static final Set<String> SILENT =
            Set.of("121060", "121065", "121069", "121071", "121073", "121075", "121077", "121078");

    private static final Code TRACKING = new Code("112039", "DCM", "Tracking Identifier");

    private static final List<Code> OBSERVERS =
            List.of(
                    new Code("121008", "DCM", "Person Observer Name"),
                    new Code("121013", "DCM", "Device Observer Name"),
                    new Code("121015", "DCM", "Device Observer Model Name"));

    private final ContentTree tree;
    private final Optional<LocalDateTime> written;
    private final Locale locale;
    private final Links links;
    private final List<DocumentLine> lines = new ArrayList<>();

    LineWriter(
            ContentTree tree,
            List<InstanceReference> evidence,
            Optional<LocalDateTime> written,
            Locale locale) {
        this.tree = tree;
        this.written = written;
        this.locale = locale;
        links = new Links(evidence);
    }

    /// @return what is said first, what tells of the document itself behind it
    List<DocumentLine> write() {
        var root = tree.root();
        flaws(root, 0);
        for (var child : root.children()) if (!child.isContext()) item(child, 0);
        var about = root.children().stream().filter(ContentItem::isContext).toList();
        if (about.isEmpty()) return lines;
        add(root, 0, Kind.HEADING, text("about"), "", "");
        for (var child : about) item(child, 1);
        return lines;
    }

    private void item(ContentItem item, int depth) {
        switch (item.value()) {
            case ContentValue.Container container -> container(item, container, depth);
            case ContentValue.Text said -> words(item, said.text(), depth);
            case ContentValue.Coded said -> fact(item, name(said.code()), depth);
            case ContentValue.Numeric number -> number(item, number, depth);
            case ContentValue.Moment when -> fact(item, Written.moment(when), depth);
            case ContentValue.Identifier uid -> fact(item, uid.uid(), depth);
            case ContentValue.Name who -> fact(item, who.name().display(), depth);
            case ContentValue.Reference to -> reference(item, to, depth);
            case ContentValue.Place place -> place(item, place, depth);
            case ContentValue.Times times ->
                    fact(item, text("times", times.range(), String.join(", ", times.at())), depth);
            case ContentValue.Table table -> table(item, table, depth);
            case ContentValue.Pointer pointer -> pointer(item, pointer, depth);
            case ContentValue.Unread unread ->
                    fact(
                            item,
                            unread.rest().isEmpty() ? text("number.none") : unread.rest(),
                            depth);
        }
    }

    private void container(ContentItem item, ContentValue.Container container, int depth) {
        var called = item.child(TRACKING).map(ContentItem::value).map(LineWriter::words);
        var heading = label(item);
        if (heading.isEmpty()) heading = text("part");
        add(item, depth, Kind.HEADING, heading, called.orElse(""), observed(item));
        flaws(item, depth + 1);
        if (!container.separate() && FlowingText.flows(item)) flowing(item, depth + 1);
        else
            for (var child : item.children())
                if (!child.is(TRACKING) || !child.children().isEmpty() || called.isEmpty())
                    item(child, depth + 1);
    }

    private static String words(ContentValue value) {
        return value instanceof ContentValue.Text said ? said.text().strip() : "";
    }

    /// One sentence of several items; what stands below them follows it.
    private void flowing(ContentItem item, int depth) {
        add(item, depth, Kind.TEXT, "", FlowingText.of(item, this::inline), "");
        for (var child : item.children()) {
            if (child.isContext()) {
                item(child, depth);
                continue;
            }
            flaws(child, depth);
            for (var below : child.children()) item(below, depth + 1);
        }
    }

    private String inline(ContentItem item) {
        return switch (item.value()) {
            case ContentValue.Text said -> lines(said.text());
            case ContentValue.Coded said -> name(said.code());
            case ContentValue.Numeric number ->
                    number.written().map(w -> Written.number(w, locale)).orElse("–")
                            + number.unit().map(u -> " " + Written.unit(u, locale)).orElse("");
            case ContentValue.Moment when -> Written.moment(when);
            case ContentValue.Name who -> who.name().display();
            case ContentValue other -> other.type();
        };
    }

    private void words(ContentItem item, String said, int depth) {
        var concept = item.concept();
        boolean silent =
                concept.filter(c -> c.scheme().equals("DCM") && SILENT.contains(c.value()))
                        .isPresent();
        boolean about = isAbout(item);
        var kind = about ? Kind.ABOUT : Kind.TEXT;
        add(item, depth, kind, silent ? "" : label(item), lines(said), remark(item));
        below(item, depth);
    }

    private void fact(ContentItem item, String said, int depth) {
        add(item, depth, isAbout(item) ? Kind.ABOUT : Kind.FACT, label(item), said, remark(item));
        below(item, depth);
    }

    private void number(ContentItem item, ContentValue.Numeric number, int depth) {
        var notes = new ArrayList<String>();
        number.qualifier().map(this::name).ifPresent(notes::add);
        number.written()
                .filter(Written::shortened)
                .ifPresent(w -> notes.add(text("number.exact", w)));
        var remark = remark(item);
        if (!remark.isEmpty()) notes.add(remark);
        lines.add(
                new DocumentLine(
                        item.position(),
                        depth,
                        Kind.NUMBER,
                        label(item),
                        number.written()
                                .map(w -> Written.number(w, locale))
                                .orElse(text("number.none")),
                        number.unit().map(u -> Written.unit(u, locale)).orElse(""),
                        String.join("; ", notes),
                        List.of(),
                        link(item)));
        below(item, depth);
    }

    private void reference(ContentItem item, ContentValue.Reference to, int depth) {
        var object = to.object();
        var said =
                new StringBuilder(
                        ObjectNames.of(object.sopClass())
                                .map(name -> text("object." + to.type(), name))
                                .orElseGet(() -> text("object.unknown", object.sopClass())));
        if (!object.frames().isEmpty()) said.append(text("object.frames", joined(object.frames())));
        if (!object.segments().isEmpty())
            said.append(text("object.segments", joined(object.segments())));
        if (!object.channels().isEmpty())
            said.append(text("object.channels", joined(object.channels())));
        object.throughState().ifPresent(_ -> said.append(text("object.state")));
        link(item, depth, said.toString(), links.of(to, Optional.empty()));
        below(item, depth);
    }

    private void place(ContentItem item, ContentValue.Place place, int depth) {
        var image = links.image(item);
        var said =
                text(
                        "place." + place.type(),
                        graphic(place.graphic()),
                        place.data().size() / size(place));
        if (image.isEmpty()) {
            fact(item, said, depth);
            return;
        }
        link(item, depth, said, links.of(image.get(), Optional.of(place)));
        below(item, depth);
    }

    private static int size(ContentValue.Place place) {
        return place.type().equals("SCOORD3D") ? 3 : 2;
    }

    private String graphic(String written) {
        var key = "graphic." + written;
        var said = text(key);
        return said.endsWith(key) ? written : said;
    }

    private void table(ContentItem item, ContentValue.Table table, int depth) {
        add(item, depth, Kind.HEADING, label(item), "", "");
        flaws(item, depth + 1);
        if (table.columns().stream().anyMatch(c -> !c.isBlank()))
            row(item, depth + 1, "", table.columns());
        for (int i = 0; i < table.cells().size(); i++)
            row(item, depth + 1, table.rows().get(i), table.cells().get(i));
        for (var child : item.children()) item(child, depth + 1);
    }

    private void row(ContentItem item, int depth, String heading, List<String> cells) {
        lines.add(
                new DocumentLine(
                        item.position(),
                        depth,
                        Kind.ROW,
                        heading,
                        "",
                        "",
                        "",
                        cells,
                        Optional.empty()));
    }

    private void pointer(ContentItem item, ContentValue.Pointer pointer, int depth) {
        var target = tree.at(pointer.target());
        var named = target.map(this::label).filter(l -> !l.isEmpty());
        var place = pointer.target().stream().map(String::valueOf).collect(Collectors.joining("."));
        lines.add(
                new DocumentLine(
                        item.position(),
                        depth,
                        Kind.LINK,
                        related(item),
                        text("pointer", named.orElse(""), place).strip(),
                        "",
                        "",
                        List.of(),
                        target.map(t -> new DocumentLink.ToLine(t.position()))));
        flaws(item, depth + 1);
        for (var child : item.children()) item(child, depth + 1);
    }

    private String related(ContentItem item) {
        return item.relationship()
                .filter(r -> r != Relationship.CONTAINS)
                .map(r -> text("relation." + r.name()))
                .orElse("");
    }

    private void link(ContentItem item, int depth, String said, DocumentLink.ToObject to) {
        var called = label(item);
        lines.add(
                new DocumentLine(
                        item.position(),
                        depth,
                        Kind.LINK,
                        called.isEmpty() ? related(item) : called,
                        said,
                        "",
                        remark(item),
                        List.of(),
                        Optional.of(to)));
    }

    private void below(ContentItem item, int depth) {
        flaws(item, depth + 1);
        var only = links.only(item);
        for (var child : item.children())
            if (!Remarks.isOne(child)
                    && !links.tells(item, child)
                    && !only.equals(Optional.of(child))) item(child, depth + 1);
    }

    /// The one image that something was found in takes no line of its own.
    private Optional<DocumentLink> link(ContentItem item) {
        return links.only(item).map(links::of);
    }

    private void flaws(ContentItem item, int depth) {
        for (var flaw : item.flaws()) add(item, depth, Kind.FLAW, "", flaw.sentence(locale), "");
    }

    private void add(
            ContentItem item, int depth, Kind kind, String label, String text, String remark) {
        lines.add(
                new DocumentLine(
                        item.position(),
                        depth,
                        kind,
                        label,
                        text,
                        "",
                        remark,
                        List.of(),
                        kind == Kind.TEXT || kind == Kind.FACT ? link(item) : Optional.empty()));
    }

    private String remark(ContentItem item) {
        return Stream.of(Remarks.of(item, this::label, this::name), observed(item))
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /// Who observed a part, and when, where that is not who and when of the whole.
    private String observed(ContentItem item) {
        var who =
                ObservationContext.own(item).stream()
                        .filter(i -> OBSERVERS.stream().anyMatch(i::is))
                        .map(ContentItem::value)
                        .map(v -> v instanceof ContentValue.Name n ? n.name().display() : words(v))
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.joining(", "));
        var when =
                item.observed()
                        .filter(w -> !tree.root().observed().equals(Optional.of(w)))
                        .filter(w -> !written.equals(Optional.of(w.earliest())))
                        .map(Written::of);
        var said = new ArrayList<String>();
        if (!who.isEmpty()) said.add(text("observed.by", who));
        when.ifPresent(w -> said.add(text("observed.at", w)));
        return String.join("; ", said);
    }

    private static boolean isAbout(ContentItem item) {
        return item.relationship().filter(Relationship.HAS_OBS_CONTEXT::equals).isPresent();
    }

    private String label(ContentItem item) {
        return item.concept().map(this::name).orElse("");
    }

    private String name(Code code) {
        return ConceptNames.of(code, locale);
    }

    private static String joined(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /// Text with line ends of one kind and none at its end.
    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').stripTrailing();
    }

    private String text(String key, Object... arguments) {
        return Sentences.text(LineWriter.class, key, locale, arguments);
    }
}
