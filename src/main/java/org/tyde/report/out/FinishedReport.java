package org.tyde.report.out;

import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.evidence.Act;
import org.tyde.evidence.Awaits;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.ReadGroup;
import org.tyde.evidence.ReadMeasurements;
import org.tyde.evidence.ReportDocument;
import org.tyde.refusal.Refusal;
import org.tyde.report.PriorReport;
import org.tyde.report.ReportHead;
import org.tyde.report.Section;
import org.tyde.study.Study;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A report as it goes out: everything a form says, taken from its structured report.
///
/// @param object the structured report
/// @param report what it says
/// @param study it is of
/// @param measurements made in it, as its measurement report says them
/// @param status how final it is
/// @param written when
public record FinishedReport(
        DataSet object,
        PriorReport report,
        Study study,
        List<ReadGroup> measurements,
        ReportStatus status,
        LocalDateTime written) {
    /// Copies the measurements.
    public FinishedReport {
        measurements = List.copyOf(measurements);
    }

    /// @param object a structured report
    /// @param measurements its measurement reports (TID 1500)
    /// @return the report
    /// @throws Refusal malformed, without a date, or one of two independent readings
    public static FinishedReport of(DataSet object, List<DataSet> measurements) throws Refusal {
        var report = PriorReport.of(object);
        var written = report.document().written();
        if (written.isEmpty()) throw new Refusal(OutReason.UNDATED);
        if (report.document().life().awaits().equals(Optional.of(Awaits.INDEPENDENT_READING)))
            throw new Refusal(OutReason.ONE_OF_TWO_READINGS);
        var groups = new ArrayList<ReadGroup>();
        for (var one : measurements) groups.addAll(ReadMeasurements.of(one).groups());
        return new FinishedReport(
                object, report, Study.from(object), groups, status(report), written.get());
    }

    private static ReportStatus status(PriorReport report) {
        if (report.document().state() != DocumentState.SIGNED) return ReportStatus.PRELIMINARY;
        if (report.document().life().act().equals(Optional.of(Act.AMENDS)))
            return ReportStatus.AMENDED;
        return report.text(Section.ADDENDUM).isPresent()
                ? ReportStatus.APPENDED
                : ReportStatus.FINAL;
    }

    /// @return what it says
    ReportDocument document() {
        return report.document();
    }

    /// @return whose it is and of which examination
    ReportHead head() {
        return ReportHead.of(study);
    }

    /// @return its sections in order; what stands under headings that are none of ours is among the findings
    Map<Section, String> sections() {
        var sections = new EnumMap<Section, String>(Section.class);
        for (var section : Section.values())
            report.text(section).ifPresent(text -> sections.put(section, text));
        var others = new ArrayList<String>();
        for (var part : document().sections())
            if (PriorReport.section(part.title()).isEmpty() && !part.text().isBlank())
                others.add(part.title().meaning() + "\n" + part.text());
        if (!others.isEmpty())
            sections.merge(Section.FINDINGS, String.join("\n\n", others), (a, b) -> a + "\n\n" + b);
        return sections;
    }

    /// @return its key images, each once
    List<InstanceReference> keyImages() {
        return document().sections().stream().flatMap(s -> s.images().stream()).distinct().toList();
    }

    Optional<PersonName> referrer() throws DicomFormatException {
        return object.personName(Tag.REFERRING_PHYSICIAN_NAME).filter(n -> !n.isEmpty());
    }

    Optional<Code> procedure() throws DicomFormatException {
        var codes = object.codes(Tag.PERFORMED_PROCEDURE_CODE_SEQUENCE);
        return codes.isEmpty() ? Optional.empty() : Optional.of(codes.getFirst());
    }

    String ofRequest(Tag tag) throws DicomFormatException {
        var request = object.item(Tag.REFERENCED_REQUEST_SEQUENCE);
        return request.isPresent() ? request.get().textOr(tag, "") : "";
    }

    /// @return the modality of the images, as far as the report's title tells
    String modality() {
        return switch (document().title().value()) {
            case "18747-6", "11538-6", "11540-2", "11539-4" -> "CT";
            case "18755-9", "11541-0", "18756-7" -> "MR";
            case "18760-9" -> "US";
            case "18782-3" -> "DX";
            case "18757-5" -> "NM";
            case "18758-3" -> "PT";
            default -> head().modality();
        };
    }
}
