package org.tyde.evidence;

import static org.tyde.evidence.ContentItems.code;
import static org.tyde.evidence.ContentItems.container;
import static org.tyde.evidence.ContentItems.image;
import static org.tyde.evidence.ContentItems.name;
import static org.tyde.evidence.ContentItems.text;

import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Uids;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A report as an Enhanced SR after TID 2000, language Bokmål (PS3.16; PS3.3 A.35.2).
public final class StructuredReport {
    private static final Tag[] OF_THE_REQUEST = {
        Tag.ACCESSION_NUMBER,
        Tag.PLACER_ORDER_NUMBER_IMAGING_SERVICE_REQUEST,
        Tag.FILLER_ORDER_NUMBER_IMAGING_SERVICE_REQUEST,
        Tag.REQUESTED_PROCEDURE_ID,
        Tag.REQUESTED_PROCEDURE_DESCRIPTION
    };
    private static final DateTimeFormatter DT =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx", Locale.ROOT);
    private static final String HPR_OID = "2.16.578.1.12.4.1.4.4";
    private static final String HPR = "99HPR";
    private static final String OURS = "99TYDE";
    private static final String CONTAINS = "CONTAINS";
    private static final String MODIFIER = "HAS CONCEPT MOD";
    private static final String CONTEXT = "HAS OBS CONTEXT";

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
        report.state().write(document);
        if (report.state() == DocumentState.SIGNED)
            document.sequence(Tag.VERIFYING_OBSERVER_SEQUENCE, verifier(report, when));
        codingSchemes(report, document);
        procedures(ofStudy, document);
        evidence(report, document);
        return document.text(Tag.VALUE_TYPE, "CONTAINER")
                .code(Tag.CONCEPT_NAME_CODE_SEQUENCE, report.title())
                .text(Tag.CONTINUITY_OF_CONTENT, "SEPARATE")
                .sequence(Tag.CONTENT_TEMPLATE_SEQUENCE, template("2000"))
                .sequence(Tag.CONTENT_SEQUENCE, content(report, ofStudy))
                .build();
    }

    static DataSet template(String identifier) {
        return DataSet.builder()
                .text(Tag.MAPPING_RESOURCE, "DCMR")
                .text(Tag.TEMPLATE_IDENTIFIER, identifier)
                .build();
    }

    private static DataSet verifier(ReportDocument report, LocalDateTime when) {
        var who =
                report.author()
                        .orElseThrow(() -> new IllegalArgumentException("signed, and by nobody"));
        var at = OffsetDateTime.of(when, ZoneId.systemDefault().getRules().getOffset(when));
        var item =
                DataSet.builder()
                        .personName(Tag.VERIFYING_OBSERVER_NAME, who.name())
                        .text(
                                Tag.VERIFYING_ORGANIZATION,
                                who.organisation()
                                        .orElseThrow(
                                                () ->
                                                        new IllegalArgumentException(
                                                                "signed without organisation")))
                        .text(Tag.VERIFICATION_DATE_TIME, DT.format(at));
        if (who.hprNumber().isPresent())
            item.code(
                    Tag.VERIFYING_OBSERVER_IDENTIFICATION_CODE_SEQUENCE,
                    new Code(who.hprNumber().get(), HPR, who.name().display()));
        else item.sequence(Tag.VERIFYING_OBSERVER_IDENTIFICATION_CODE_SEQUENCE, List.of());
        return item.build();
    }

    private static void codingSchemes(ReportDocument report, DataSetBuilder document) {
        var schemes = new ArrayList<DataSet>();
        if (report.author().flatMap(Observer::hprNumber).isPresent())
            schemes.add(
                    DataSet.builder()
                            .text(Tag.CODING_SCHEME_DESIGNATOR, HPR)
                            .text(Tag.CODING_SCHEME_UID, HPR_OID)
                            .text(Tag.CODING_SCHEME_NAME, "Helsepersonellregisteret (HPR)")
                            .build());
        if (report.author().flatMap(Observer::role).isPresent())
            schemes.add(
                    DataSet.builder()
                            .text(Tag.CODING_SCHEME_DESIGNATOR, OURS)
                            .text(Tag.CODING_SCHEME_NAME, "Tyde: roles in their own words")
                            .build());
        if (!schemes.isEmpty())
            document.sequence(Tag.CODING_SCHEME_IDENTIFICATION_SEQUENCE, schemes);
    }

    private static void procedures(DataSet study, DataSetBuilder document)
            throws DicomFormatException {
        document.codes(
                Tag.PERFORMED_PROCEDURE_CODE_SEQUENCE, study.codes(Tag.PROCEDURE_CODE_SEQUENCE));
        if (study.text(Tag.ACCESSION_NUMBER).isEmpty()) return;
        var request =
                DataSet.builder()
                        .copy(study, Tag.STUDY_INSTANCE_UID)
                        .sequence(Tag.REFERENCED_STUDY_SEQUENCE, List.of())
                        .sequence(Tag.REQUESTED_PROCEDURE_CODE_SEQUENCE)
                        .copy(study, Tag.REQUESTED_PROCEDURE_CODE_SEQUENCE);
        for (var tag : OF_THE_REQUEST) request.text(tag);
        request.copy(study, OF_THE_REQUEST);
        document.sequence(Tag.REFERENCED_REQUEST_SEQUENCE, request.build());
    }

    private static void evidence(ReportDocument report, DataSetBuilder document) {
        var current = new ArrayList<>(report.evidence());
        var other = new ArrayList<>(report.otherEvidence());
        for (var section : report.sections())
            for (var image : section.images())
                (image.studyUid().equals(report.studyUid()) ? current : other).add(image);
        if (!current.isEmpty())
            document.sequence(
                    Tag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE,
                    EvidenceSequence.of(current));
        if (!other.isEmpty())
            document.sequence(Tag.PERTINENT_OTHER_EVIDENCE_SEQUENCE, EvidenceSequence.of(other));
        if (!report.predecessors().isEmpty())
            document.sequence(
                    Tag.PREDECESSOR_DOCUMENTS_SEQUENCE, EvidenceSequence.of(report.predecessors()));
    }

    private static List<DataSet> content(ReportDocument report, DataSet study)
            throws DicomFormatException {
        var content = new ArrayList<DataSet>();
        content.add(
                code(
                        MODIFIER,
                        Concepts.LANGUAGE,
                        Concepts.NORWEGIAN,
                        code(MODIFIER, Concepts.COUNTRY, Concepts.NORWAY)));
        for (var procedure : study.codes(Tag.PROCEDURE_CODE_SEQUENCE))
            content.add(code(MODIFIER, Concepts.PROCEDURE_REPORTED, procedure));
        if (report.author().isPresent()) content.addAll(observer(report));
        for (var section : report.sections()) content.add(section(section));
        return content;
    }

    private static List<DataSet> observer(ReportDocument report) {
        var who = report.author().orElseThrow();
        var items = new ArrayList<DataSet>();
        items.add(code(CONTEXT, Concepts.OBSERVER_TYPE, Concepts.PERSON));
        items.add(name(CONTEXT, Concepts.OBSERVER_NAME, who.name()));
        if (who.organisation().isPresent())
            items.add(
                    text(
                            CONTEXT,
                            Concepts.OBSERVER_ORGANISATION,
                            who.organisation().get(),
                            List.of()));
        if (who.role().isPresent())
            items.add(
                    code(
                            CONTEXT,
                            Concepts.ROLE_IN_ORGANISATION,
                            new Code("ROLE", OURS, who.role().get())));
        items.add(
                code(
                        CONTEXT,
                        Concepts.ROLE_IN_PROCEDURE,
                        report.state() == DocumentState.SIGNED
                                ? Concepts.VERIFYING
                                : Concepts.RECORDING));
        return items;
    }

    private static DataSet section(DocumentSection section) {
        var images = new ArrayList<DataSet>();
        for (var reference : section.images())
            images.add(image("INFERRED FROM", Concepts.BEST_ILLUSTRATION, reference));
        return container(
                CONTAINS,
                section.title(),
                List.of(text(CONTAINS, Concepts.itemOf(section.title()), section.text(), images)));
    }
}
