package org.tyde.evidence.document;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.evidence.ReadDocument;
import org.tyde.evidence.content.ContentTree;
import org.tyde.refusal.Sentences;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A structured report to be read.
///
/// @param head what stands above it
/// @param title in the reader's language where it is known
/// @param state in words, with who signed and when
/// @param template what its template is called; a sentence where it is not known
/// @param lines what it says
public record DocumentPage(
        DocumentHead head,
        String title,
        String state,
        Template template,
        List<DocumentLine> lines) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT);

    /// The root template of a document.
    ///
    /// @param known whether Tyde knows it
    /// @param words its name; where it is not known a sentence that says so
    public record Template(boolean known, String words) {}

    /// Copies the lines.
    public DocumentPage {
        lines = List.copyOf(lines);
    }

    /// @param document any object with a content tree
    /// @param locale the reader's language
    /// @return its page
    /// @throws DicomFormatException its header is malformed; a malformed item is a line that says so
    public static DocumentPage of(DataSet document, Locale locale) throws DicomFormatException {
        var report = ReadDocument.of(document);
        var tree = ContentTree.of(document);
        var head = DocumentHead.of(document, report, tree);
        var evidence = new ArrayList<>(report.evidence());
        evidence.addAll(report.otherEvidence());
        return new DocumentPage(
                head,
                ConceptNames.of(head.title(), locale),
                state(head, locale),
                template(head.template(), locale),
                new LineWriter(tree, evidence, report.written(), locale).write());
    }

    private static String state(DocumentHead head, Locale locale) {
        var said = text("state." + head.state().name(), locale);
        var by =
                head.signedBy().stream()
                        .map(DocumentPage::signature)
                        .collect(Collectors.joining("; "));
        var signed = by.isEmpty() ? said : said + " " + text("head.by", locale, by);
        return head.awaits()
                .map(one -> signed + " " + text("awaits." + one.name(), locale))
                .orElse(signed);
    }

    private static String signature(DocumentHead.Signature signature) {
        var when = signature.when().map(MINUTE::format).orElse("");
        return Stream.of(signature.name(), signature.organisation(), when)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    private static Template template(Optional<String> written, Locale locale) {
        if (written.isEmpty()) return new Template(false, text("head.template.none", locale));
        var key = "template." + written.get();
        var name = text(key, locale);
        return name.endsWith(key)
                ? new Template(false, text("head.template.unknown", locale, written.get()))
                : new Template(true, name);
    }

    /// @return the page as plain text, lines ended by `\n`
    public String plain() {
        var text = new StringBuilder(title).append('\n').append(state).append('\n');
        for (var line : lines)
            for (var one : line.plain().split("\n", -1))
                text.append("  ".repeat(line.depth())).append(one).append('\n');
        return text.toString();
    }

    private static String text(String key, Locale locale, Object... arguments) {
        return Sentences.text(DocumentPage.class, key, locale, arguments);
    }
}
