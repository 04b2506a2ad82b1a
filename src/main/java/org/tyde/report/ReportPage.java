package org.tyde.report;

import org.tyde.evidence.Observer;
import org.tyde.refusal.Sentences;
import org.tyde.study.NationalId;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A report as it is printed or told as text: a heading, who and what, the sections, who signed. One home
/// for what the PDF and the text export both say.
///
/// @param heading such as "Beskrivelse, signert"
/// @param facts label and value, in order
/// @param paragraphs the sections
/// @param signature who answers for it, empty while nobody does
public record ReportPage(
        String heading,
        List<Fact> facts,
        List<PriorReport.Paragraph> paragraphs,
        Optional<String> signature) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT);

    /// A label and its value.
    ///
    /// @param label in the reader's language
    /// @param value as shown
    public record Fact(String label, String value) {}

    /// @throws NullPointerException never a missing part
    public ReportPage {
        facts = List.copyOf(facts);
        paragraphs = List.copyOf(paragraphs);
    }

    /// @param head of which study
    /// @param report what was signed or kept
    /// @param locale the reader's language
    /// @return the page
    public static ReportPage of(ReportHead head, PriorReport report, Locale locale) {
        var facts = new ArrayList<Fact>();
        add(facts, "patient", head.patientName().display(), locale);
        var national = NationalId.parse(head.patientId().value());
        add(
                facts,
                national.map(n -> "patientId." + n.kind().name()).orElse("patientId"),
                national.map(NationalId::display).orElse(head.patientId().value()),
                locale);
        add(facts, "birthDate", head.birthDate().map(DAY::format).orElse(""), locale);
        add(facts, "examination", head.examination(), locale);
        add(facts, "date", head.studyDate().map(DAY::format).orElse(""), locale);
        add(facts, "accession", head.accession(), locale);
        return new ReportPage(
                text("page.state." + report.document().state().name(), locale),
                facts,
                report.paragraphs(locale),
                report.document().author().map(a -> signature(a, report, locale)));
    }

    /// @return the page as plain text, lines ended by `\n`
    public String plain() {
        var text = new StringBuilder(heading).append("\n\n");
        for (var fact : facts)
            text.append(fact.label()).append(": ").append(fact.value()).append("\n");
        for (var paragraph : paragraphs)
            text.append("\n")
                    .append(paragraph.heading())
                    .append("\n")
                    .append(paragraph.text())
                    .append("\n");
        signature.ifPresent(s -> text.append("\n").append(s).append("\n"));
        return text.toString();
    }

    private static String signature(Observer who, PriorReport report, Locale locale) {
        var line = new StringBuilder(who.name().display());
        who.role().ifPresent(r -> line.append(", ").append(r));
        who.organisation().ifPresent(o -> line.append(", ").append(o));
        who.hprNumber().ifPresent(n -> line.append(", HPR ").append(n));
        var when = report.document().written();
        return when.isPresent()
                ? text("page.signature", locale, line, MINUTE.format(when.get()))
                : line.toString();
    }

    private static void add(List<Fact> facts, String key, String value, Locale locale) {
        if (!value.isBlank()) facts.add(new Fact(text("page." + key, locale), value));
    }

    private static String text(String key, Locale locale, Object... arguments) {
        return Sentences.text(ReportPage.class, key, locale, arguments);
    }
}
