package org.tyde.report;

import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.evidence.Concepts;
import org.tyde.evidence.DocumentSection;
import org.tyde.evidence.ReadDocument;
import org.tyde.evidence.ReportDocument;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A report that stands already, ours or another's, as text to be read beside the images.
///
/// @param document what it says
public record PriorReport(ReportDocument document) {
    private static final Map<String, Section> OURS =
            Map.of(
                    Concepts.REQUEST.value(), Section.ORDER,
                    Concepts.HISTORY.value(), Section.HISTORY,
                    Concepts.CURRENT_PROCEDURE.value(), Section.PROCEDURE,
                    Concepts.PRIOR_PROCEDURE.value(), Section.COMPARISON,
                    Concepts.FINDINGS.value(), Section.FINDINGS,
                    Concepts.CONCLUSIONS.value(), Section.IMPRESSION,
                    Concepts.IMPRESSIONS.value(), Section.IMPRESSION,
                    Concepts.RECOMMENDATIONS.value(), Section.RECOMMENDATION,
                    Concepts.ADDENDUM.value(), Section.ADDENDUM);

    /// One heading and its text.
    ///
    /// @param heading in the reader's language where we know the concept, else as written
    /// @param text paragraphs parted by `\n`
    public record Paragraph(String heading, String text) {}

    /// @param structuredReport of whatever template
    /// @return it as text
    /// @throws DicomFormatException malformed
    public static PriorReport of(DataSet structuredReport) throws DicomFormatException {
        return new PriorReport(ReadDocument.of(structuredReport));
    }

    /// @param locale the reader's language
    /// @return its sections in order
    public List<Paragraph> paragraphs(Locale locale) {
        return document.sections().stream()
                .map(s -> new Paragraph(heading(s.title(), locale), s.text()))
                .toList();
    }

    /// @param section of ours
    /// @return what it says there
    public Optional<String> text(Section section) {
        var said =
                document.sections().stream()
                        .filter(s -> section(s.title()).equals(Optional.of(section)))
                        .map(DocumentSection::text)
                        .collect(Collectors.joining("\n"));
        return Optional.of(said).filter(t -> !t.isBlank());
    }

    /// @param title of a part of any report
    /// @return the section it is, empty for a heading that is none of ours
    public static Optional<Section> section(Code title) {
        if (title.same(Concepts.COMMUNICATION)) return Optional.of(Section.COMMUNICATION);
        return title.scheme().equals("DCM")
                ? Optional.ofNullable(OURS.get(title.value()))
                : Optional.empty();
    }

    private static String heading(Code title, Locale locale) {
        return section(title).map(s -> s.heading(locale)).orElse(title.meaning());
    }
}
