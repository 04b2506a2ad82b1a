package org.tyde.report.documents;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.report.PriorReport;
import org.tyde.report.Report;
import org.tyde.report.Section;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The text of a report, heading by heading, as it is compared with another.
///
/// @param parts in order; one heading once
public record DocumentText(List<Part> parts) {
    /// A heading and what stands under it.
    ///
    /// @param heading in the reader's language
    /// @param text paragraphs parted by `\n`
    public record Part(String heading, String text) {}

    /// Joins what stands under the same heading.
    public DocumentText {
        var joined = new ArrayList<Part>();
        for (var part : parts) {
            int at = -1;
            for (int i = 0; i < joined.size(); i++)
                if (joined.get(i).heading().equals(part.heading())) at = i;
            if (at < 0) joined.add(part);
            else
                joined.set(
                        at, new Part(part.heading(), joined.get(at).text() + "\n" + part.text()));
        }
        parts = List.copyOf(joined);
    }

    /// @param structuredReport of whatever template
    /// @param locale the reader's language
    /// @return its text
    /// @throws DicomFormatException malformed
    public static DocumentText of(DataSet structuredReport, Locale locale)
            throws DicomFormatException {
        return new DocumentText(
                PriorReport.of(structuredReport).paragraphs(locale).stream()
                        .map(p -> new Part(p.heading(), p.text()))
                        .toList());
    }

    /// @param report being written
    /// @param locale the reader's language
    /// @return its text as it is now
    public static DocumentText of(Report report, Locale locale) {
        var parts = new ArrayList<Part>();
        for (var section : Section.values()) {
            var text = report.text().of(section);
            if (!text.isBlank()) parts.add(new Part(section.heading(locale), text));
        }
        return new DocumentText(parts);
    }
}
