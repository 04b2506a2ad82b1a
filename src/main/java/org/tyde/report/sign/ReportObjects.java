package org.tyde.report.sign;

import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Uids;
import org.tyde.evidence.Awaits;
import org.tyde.evidence.Concepts;
import org.tyde.evidence.DocumentSection;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.KeyObjectSelection;
import org.tyde.evidence.ReportDocument;
import org.tyde.evidence.StructuredReport;
import org.tyde.refusal.Refusal;
import org.tyde.refusal.Sentences;
import org.tyde.report.ReportHead;
import org.tyde.report.ReportKind;
import org.tyde.report.Section;
import org.tyde.report.screening.ScreeningText;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// From a report as it was summed up to the objects that are stored: the SR, and the key objects.
final class ReportObjects {
    private static final Locale NORWEGIAN = Locale.of("nb", "NO");

    private ReportObjects() {}

    /// @param header any object of the study
    /// @param keys key images, frame numbers only where there are several
    /// @param replaces earlier preliminary versions, and their measurements
    /// @throws Refusal the header is of another study, or malformed
    static SigningOutcome.Signed write(
            ReportHead head,
            SigningSummary summary,
            Signature signature,
            ScreeningText screening,
            DataSet header,
            List<InstanceReference> keys,
            Replaced replaces,
            List<ReportDocument> follows,
            LocalDateTime when)
            throws Refusal {
        var study = header.textOr(Tag.STUDY_INSTANCE_UID, "");
        if (!study.equals(head.studyUid()))
            throw new Refusal(SignReason.OTHER_STUDY, study, head.studyUid());
        boolean sealed = signature.life().awaits().equals(Optional.of(Awaits.INDEPENDENT_READING));
        var measured =
                MeasuredObjects.of(head, summary, signature, header, replaces.measurements(), when);
        var predecessors = new ArrayList<>(replaces.reports());
        predecessors.addAll(measured.dropped());
        predecessors.addAll(head.follows());
        var evidence = new LinkedHashSet<>(summary.images().evidence());
        var compared = new LinkedHashSet<>(summary.images().compared());
        for (var before : follows) {
            evidence.addAll(before.evidence());
            compared.addAll(before.otherEvidence());
        }
        evidence.addAll(MeasuredObjects.references(measured.made()));
        var document =
                new ReportDocument(
                        Uids.create(),
                        head.studyUid(),
                        Concepts.titleOf(head.modality()),
                        signature.state(),
                        Optional.of(when),
                        signature.author(),
                        signature.verifiers(),
                        signature.life(),
                        sections(head, summary, screening, keys, follows),
                        List.copyOf(evidence),
                        List.copyOf(compared),
                        predecessors);
        return new SigningOutcome.Signed(
                document,
                StructuredReport.write(document, header),
                keys.isEmpty() || sealed
                        ? Optional.empty()
                        : Optional.of(keyObjects(summary, keys).write(header, when)),
                measured.made(),
                measured.told());
    }

    /// Earlier versions that what is written now stands in place of.
    ///
    /// @param reports what was said
    /// @param measurements that are there already
    record Replaced(List<InstanceReference> reports, MeasuredObjects.Earlier measurements) {}

    private static KeyObjectSelection keyObjects(
            SigningSummary summary, List<InstanceReference> keys) {
        return new KeyObjectSelection(
                Uids.create(),
                KeyObjectSelection.OF_INTEREST,
                Optional.empty(),
                summary.signer(),
                keys);
    }

    private static List<DocumentSection> sections(
            ReportHead head,
            SigningSummary summary,
            ScreeningText screening,
            List<InstanceReference> keys,
            List<ReportDocument> follows) {
        if (head.kind() == ReportKind.SECOND_READING) return follows.getFirst().sections();
        var images = illustrating(keys, follows);
        var sections = new ArrayList<DocumentSection>();
        for (var section : Section.of(head.kind())) {
            var text = summary.text().of(section).strip();
            if (section == recordsMissing(head) && summary.images().incomplete())
                text = (text.isEmpty() ? "" : text + "\n") + missing(summary.images());
            if (text.isEmpty()) continue;
            sections.add(
                    new DocumentSection(
                            title(section),
                            text,
                            section == illustrated(head) ? images : List.of(),
                            screening.of(section)));
        }
        return sections;
    }

    /// What the followed report pointed out stays pointed out.
    private static List<InstanceReference> illustrating(
            List<InstanceReference> keys, List<ReportDocument> follows) {
        var images = new LinkedHashSet<>(keys);
        for (var before : follows)
            for (var section : before.sections())
                for (var image : section.images())
                    if (keys.stream().noneMatch(k -> k.sopUid().equals(image.sopUid())))
                        images.add(image);
        return List.copyOf(images);
    }

    static String say(String key) {
        return Sentences.text(ReportObjects.class, key, NORWEGIAN);
    }

    /// The choice to sign without all images stands in the report itself.
    static String missing(ImagesRead images) {
        return Sentences.text(
                ReportObjects.class,
                "signed.without",
                NORWEGIAN,
                images.received(),
                images.expected().orElseThrow());
    }

    private static Section recordsMissing(ReportHead head) {
        return head.kind() == ReportKind.ADDENDUM ? Section.ADDENDUM : Section.PROCEDURE;
    }

    private static Section illustrated(ReportHead head) {
        return head.kind() == ReportKind.ADDENDUM ? Section.ADDENDUM : Section.FINDINGS;
    }

    private static Code title(Section section) {
        return switch (section) {
            case ORDER -> Concepts.REQUEST;
            case HISTORY -> Concepts.HISTORY;
            case PROCEDURE -> Concepts.CURRENT_PROCEDURE;
            case COMPARISON -> Concepts.PRIOR_PROCEDURE;
            case FINDINGS -> Concepts.FINDINGS;
            case IMPRESSION -> Concepts.CONCLUSIONS;
            case RECOMMENDATION -> Concepts.RECOMMENDATIONS;
            case COMMUNICATION -> Concepts.COMMUNICATION;
            case ADDENDUM -> Concepts.ADDENDUM;
        };
    }
}
