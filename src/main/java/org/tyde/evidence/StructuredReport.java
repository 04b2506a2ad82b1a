package org.tyde.evidence;

import static org.tyde.evidence.ContentItems.code;
import static org.tyde.evidence.ContentItems.container;
import static org.tyde.evidence.ContentItems.image;
import static org.tyde.evidence.ContentItems.text;
import static org.tyde.evidence.DocumentParts.CONTAINS;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Uids;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/// A report as an Enhanced SR after TID 2000, language Bokmål (PS3.16; PS3.3 A.35.2).
public final class StructuredReport {
    private StructuredReport() {}

    /// @param report what to say; signed ones need an author with organisation
    /// @param ofStudy any object of the same study: whose report it is
    /// @return the data set, without file meta information
    /// @throws DicomFormatException the study's header is malformed
    /// @throws IllegalArgumentException a signed report without author or organisation, or another study's header
    public static DataSet write(ReportDocument report, DataSet ofStudy)
            throws DicomFormatException {
        if (!ofStudy.textOr(Tag.STUDY_INSTANCE_UID, "").equals(report.studyUid()))
            throw new IllegalArgumentException("the header is of another study");
        var when = report.written().orElseGet(LocalDateTime::now);
        var document =
                DocumentHeader.of(
                        ofStudy,
                        SopClass.ENHANCED_SR_STORAGE,
                        "SR",
                        report.sopUid(),
                        Uids.create());
        DocumentHeader.written(document, when);
        document.sequence(Tag.REFERENCED_PERFORMED_PROCEDURE_STEP_SEQUENCE, List.of());
        Observers.write(document, report.state(), report.author(), report.verifiers());
        DocumentParts.codingSchemes(
                document,
                Observers.registered(report.author(), report.verifiers()),
                !report.life().equals(Life.PLAIN) || !report.screening().isEmpty());
        DocumentParts.procedures(ofStudy, document);
        DocumentParts.evidence(document, report.studyUid(), images(report), report.predecessors());
        return document.text(Tag.VALUE_TYPE, "CONTAINER")
                .code(Tag.CONCEPT_NAME_CODE_SEQUENCE, report.title())
                .text(Tag.CONTINUITY_OF_CONTENT, "SEPARATE")
                .sequence(Tag.CONTENT_TEMPLATE_SEQUENCE, DocumentParts.template("2000"))
                .sequence(Tag.CONTENT_SEQUENCE, content(report, ofStudy))
                .build();
    }

    private static List<InstanceReference> images(ReportDocument report) {
        var images = new ArrayList<>(report.evidence());
        images.addAll(report.otherEvidence());
        for (var section : report.sections()) images.addAll(section.images());
        return images;
    }

    private static List<DataSet> content(ReportDocument report, DataSet study)
            throws DicomFormatException {
        var content = new ArrayList<DataSet>();
        content.add(DocumentParts.language());
        content.addAll(DocumentParts.proceduresReported(study));
        content.addAll(Observers.context(report.author(), report.verifiers()));
        content.addAll(life(report.life()));
        for (var section : report.sections()) content.add(section(section));
        return content;
    }

    private static List<DataSet> life(Life life) {
        var items = new ArrayList<DataSet>();
        life.awaits().ifPresent(a -> items.add(code(CONTAINS, Awaits.CONCEPT, a.code())));
        life.act().ifPresent(a -> items.add(code(CONTAINS, Act.CONCEPT, a.code())));
        if (!life.reason().isEmpty())
            items.add(text(CONTAINS, Act.REASON, life.reason(), List.of()));
        return items;
    }

    private static DataSet section(DocumentSection section) {
        var images = new ArrayList<DataSet>();
        for (var reference : section.images())
            images.add(image("INFERRED FROM", Concepts.BEST_ILLUSTRATION, reference));
        var content = new ArrayList<DataSet>();
        content.add(text(CONTAINS, Concepts.itemOf(section.title()), section.text(), images));
        for (var finding : section.screening()) content.add(finding.item());
        return container(CONTAINS, section.title(), content);
    }
}
