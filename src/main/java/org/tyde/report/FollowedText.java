package org.tyde.report;

import org.tyde.evidence.ReportDocument;

import java.util.EnumMap;

/// The text of a report that stands already, laid into our sections so that a new version can go on from
/// it. Nothing of it is left out: what stands under a heading that is none of ours goes with that heading
/// to the findings.
public final class FollowedText {
    private FollowedText() {}

    /// @param document that is followed
    /// @return what it says
    public static ReportText of(ReportDocument document) {
        var texts = new EnumMap<Section, String>(Section.class);
        for (var part : document.sections()) {
            if (part.text().isBlank()) continue;
            var known = PriorReport.section(part.title()).filter(s -> s != Section.ADDENDUM);
            var text =
                    known.isPresent() || part.title().meaning().isBlank()
                            ? part.text()
                            : part.title().meaning() + ":\n" + part.text();
            texts.merge(
                    known.orElse(Section.FINDINGS),
                    text.strip(),
                    (before, more) -> before + "\n" + more);
        }
        return new ReportText(texts);
    }

    /// @param kind of what follows
    /// @param document that is followed
    /// @param text as it is signed now
    /// @return whether what a radiologist writes differs from what stood there
    public static boolean changed(ReportKind kind, ReportDocument document, ReportText text) {
        var before = of(document);
        for (var section : Section.of(kind))
            if (section.editable() && !before.of(section).strip().equals(text.of(section).strip()))
                return true;
        return false;
    }
}
