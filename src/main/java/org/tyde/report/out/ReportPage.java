package org.tyde.report.out;

import org.tyde.dicom.DicomFormatException;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.Observer;
import org.tyde.refusal.Sentences;
import org.tyde.report.PriorReport;
import org.tyde.report.ReportHead;
import org.tyde.report.Section;
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
/// @param mark what nobody may overlook: that it is preliminary, unsigned, or an addendum
/// @param patient name
/// @param examination what was done, possibly empty
/// @param facts label and value, in order
/// @param paragraphs the sections
/// @param measured what was measured, a row each
/// @param signature who answers for it, empty while nobody does
/// @param requestedBy who asked for it, where known
/// @param pictures key images, in order
public record ReportPage(
        String heading,
        Optional<String> mark,
        String patient,
        String examination,
        List<Fact> facts,
        List<PriorReport.Paragraph> paragraphs,
        List<MeasuredRow> measured,
        Optional<String> signature,
        Optional<String> requestedBy,
        List<Picture> pictures) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT);

    /// A label and its value.
    ///
    /// @param of what it tells of
    /// @param label in the reader's language
    /// @param value as shown
    public record Fact(Of of, String label, String value) {}

    /// What a fact tells of.
    public enum Of {
        /// The patient's or the examination's name, which stands larger.
        TITLE,
        /// The patient.
        PATIENT,
        /// The examination.
        EXAMINATION
    }

    /// A key image.
    ///
    /// @param image as shown
    /// @param caption which image it is
    public record Picture(PageImage image, String caption) {
        float width() {
            return image.width();
        }

        float height() {
            return image.height();
        }
    }

    /// Copies the lists.
    public ReportPage {
        facts = List.copyOf(facts);
        paragraphs = List.copyOf(paragraphs);
        measured = List.copyOf(measured);
        pictures = List.copyOf(pictures);
    }

    /// @param report as it goes out
    /// @param images that it speaks of
    /// @param locale the reader's language
    /// @return the page with what was measured and the key images that are at hand
    /// @throws DicomFormatException the structured report is malformed
    public static ReportPage of(FinishedReport report, Illustrations images, Locale locale)
            throws DicomFormatException {
        var plain = of(report.head(), report.report(), locale);
        var rows =
                report.measurements().stream()
                        .map(g -> MeasuredRow.of(g, images, locale))
                        .filter(r -> !r.values().isEmpty())
                        .toList();
        return new ReportPage(
                plain.heading,
                plain.mark,
                plain.patient,
                plain.examination,
                plain.facts,
                plain.paragraphs,
                rows,
                plain.signature,
                report.referrer().map(r -> text("page.requestedBy", locale, r.display())),
                images.pictures(report.keyImages(), locale));
    }

    /// @return identity number and birth date, as they stand under the name
    List<String> identity() {
        return facts.stream()
                .filter(f -> f.of == Of.PATIENT)
                .map(f -> f.label() + " " + f.value())
                .toList();
    }

    /// @return date and number of the examination, as they stand under it
    List<String> when() {
        return facts.stream()
                .filter(f -> f.of == Of.EXAMINATION)
                .map(f -> f.label() + " " + f.value())
                .toList();
    }

    /// @param head of which study
    /// @param report what was signed or kept
    /// @param locale the reader's language
    /// @return the page
    public static ReportPage of(ReportHead head, PriorReport report, Locale locale) {
        var facts = new ArrayList<Fact>();
        add(facts, Of.TITLE, "patient", head.patientName().display(), locale);
        var national = NationalId.parse(head.patientId().value());
        add(
                facts,
                Of.PATIENT,
                national.map(n -> "patientId." + n.kind().name()).orElse("patientId"),
                national.map(NationalId::display).orElse(head.patientId().value()),
                locale);
        add(facts, Of.PATIENT, "birthDate", head.birthDate().map(DAY::format).orElse(""), locale);
        add(facts, Of.TITLE, "examination", head.examination(), locale);
        add(facts, Of.EXAMINATION, "date", head.studyDate().map(DAY::format).orElse(""), locale);
        add(facts, Of.EXAMINATION, "accession", head.accession(), locale);
        return new ReportPage(
                text("page.state." + report.document().state().name(), locale),
                mark(report, locale),
                head.patientName().display(),
                head.examination(),
                facts,
                report.paragraphs(locale),
                List.of(),
                report.document().responsible().map(a -> signature(a, report, locale)),
                Optional.empty(),
                List.of());
    }

    /// @param locale the reader's language
    /// @return the page as plain text, lines ended by `\n`
    public String plain(Locale locale) {
        var text = new StringBuilder();
        mark.ifPresent(m -> text.append(m).append("\n\n"));
        text.append(heading).append("\n\n");
        for (var fact : facts)
            text.append(fact.label()).append(": ").append(fact.value()).append("\n");
        for (var paragraph : paragraphs)
            text.append("\n")
                    .append(paragraph.heading())
                    .append("\n")
                    .append(paragraph.text())
                    .append("\n");
        if (!measured.isEmpty())
            text.append("\n").append(text("page.measured", locale)).append("\n");
        for (var row : measured) text.append(row.line()).append("\n");
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

    private static Optional<String> mark(PriorReport report, Locale locale) {
        var state = report.document().state();
        if (state != DocumentState.SIGNED)
            return Optional.of(text("page.mark." + state.name(), locale));
        return report.text(Section.ADDENDUM).map(_ -> text("page.mark.ADDENDUM", locale));
    }

    private static void add(List<Fact> facts, Of of, String key, String value, Locale locale) {
        if (!value.isBlank()) facts.add(new Fact(of, text("page." + key, locale), value));
    }

    private static String text(String key, Locale locale, Object... arguments) {
        return Sentences.text(ReportPage.class, key, locale, arguments);
    }
}
