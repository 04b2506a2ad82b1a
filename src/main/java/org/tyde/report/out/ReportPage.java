package org.tyde.report.out;

import org.tyde.dicom.DicomFormatException;
import org.tyde.evidence.Act;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.Observer;
import org.tyde.evidence.ReportDocument;
import org.tyde.refusal.Sentences;
import org.tyde.report.PriorReport;
import org.tyde.report.ReportHead;
import org.tyde.report.Section;
import org.tyde.study.NationalId;

import java.time.LocalDateTime;
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

    /// @param rows what was measured
    /// @return the page with them
    ReportPage with(List<MeasuredRow> rows) {
        return new ReportPage(
                heading,
                mark,
                patient,
                examination,
                facts,
                paragraphs,
                rows,
                signature,
                requestedBy,
                pictures);
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
                heading(report, locale),
                mark(report, locale),
                head.patientName().display(),
                head.examination(),
                facts,
                report.paragraphs(locale),
                List.of(),
                signature(report.document(), locale),
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

    /// Who wrote it, and below him each who answers for it since: `Kontrasignert av ...`.
    private static Optional<String> signature(ReportDocument document, Locale locale) {
        var written = document.written();
        var verifiers = document.verifiers();
        boolean alone =
                verifiers.isEmpty()
                        || verifiers.size() == 1
                                && document.author()
                                        .filter(verifiers.getFirst().who()::same)
                                        .isPresent();
        if (alone)
            return document.author()
                    .or(document::responsible)
                    .map(
                            a ->
                                    when(
                                            person(a),
                                            verifiers.isEmpty()
                                                    ? written
                                                    : verifiers.getFirst().when().or(() -> written),
                                            locale));
        var lines = new ArrayList<String>();
        document.author().ifPresent(a -> lines.add(text("page.wrote", locale, person(a))));
        var act = document.life().act().map(Enum::name).orElse("SIGNED");
        for (var one : verifiers) {
            boolean author = document.author().filter(one.who()::same).isPresent();
            var key = author ? "page.by.SIGNED" : "page.by." + act;
            lines.add(text(key, locale, when(person(one.who()), one.when(), locale)));
        }
        return Optional.of(String.join("\n", lines));
    }

    private static String person(Observer who) {
        var line = new StringBuilder(who.name().display());
        who.role().ifPresent(r -> line.append(", ").append(r));
        who.organisation().ifPresent(o -> line.append(", ").append(o));
        who.hprNumber().ifPresent(n -> line.append(", HPR ").append(n));
        return line.toString();
    }

    private static String when(String who, Optional<LocalDateTime> at, Locale locale) {
        return at.map(w -> text("page.signature", locale, who, MINUTE.format(w))).orElse(who);
    }

    private static String heading(PriorReport report, Locale locale) {
        var document = report.document();
        if (document.state() != DocumentState.SIGNED)
            return text("page.state." + document.state().name(), locale);
        if (report.text(Section.ADDENDUM).isPresent()) return text("page.state.ADDENDUM", locale);
        return text(amends(document) ? "page.state.AMENDED" : "page.state.SIGNED", locale);
    }

    private static boolean amends(ReportDocument document) {
        return document.life().act().equals(Optional.of(Act.AMENDS));
    }

    private static Optional<String> mark(PriorReport report, Locale locale) {
        var document = report.document();
        if (document.state() != DocumentState.SIGNED)
            return Optional.of(text("page.mark." + document.state().name(), locale));
        if (amends(document)) {
            var why = document.life().reason().strip();
            return Optional.of(
                    why.isEmpty()
                            ? text("page.mark.AMENDED", locale)
                            : text("page.mark.AMENDED.why", locale, why));
        }
        return report.text(Section.ADDENDUM).map(_ -> text("page.mark.ADDENDUM", locale));
    }

    private static void add(List<Fact> facts, Of of, String key, String value, Locale locale) {
        if (!value.isBlank()) facts.add(new Fact(of, text("page." + key, locale), value));
    }

    private static String text(String key, Locale locale, Object... arguments) {
        return Sentences.text(ReportPage.class, key, locale, arguments);
    }
}
