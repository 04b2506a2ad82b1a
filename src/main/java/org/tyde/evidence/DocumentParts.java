package org.tyde.evidence;

import static org.tyde.evidence.ContentItems.code;
import static org.tyde.evidence.ContentItems.name;
import static org.tyde.evidence.ContentItems.text;

import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What every structured report of ours says of itself: who observed, who verified, in which language, on
/// which request and which objects it rests (PS3.3 C.17.2; PS3.16 TID 1001, 1204).
final class DocumentParts {
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
    static final String OURS = "99TYDE";
    static final String CONTAINS = "CONTAINS";
    static final String MODIFIER = "HAS CONCEPT MOD";
    static final String CONTEXT = "HAS OBS CONTEXT";

    private DocumentParts() {}

    static DataSet template(String identifier) {
        return DataSet.builder()
                .text(Tag.MAPPING_RESOURCE, "DCMR")
                .text(Tag.TEMPLATE_IDENTIFIER, identifier)
                .build();
    }

    /// @throws IllegalArgumentException signed without author or organisation
    static void state(
            DataSetBuilder document,
            DocumentState state,
            Optional<Observer> author,
            LocalDateTime when) {
        state.write(document);
        if (state != DocumentState.SIGNED) return;
        var who = author.orElseThrow(() -> new IllegalArgumentException("signed, and by nobody"));
        document.sequence(Tag.VERIFYING_OBSERVER_SEQUENCE, verifier(who, when));
    }

    private static DataSet verifier(Observer who, LocalDateTime when) {
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

    /// Private schemes are declared with what they are (PS3.3 C.12.1).
    static void codingSchemes(DataSetBuilder document, Optional<Observer> author, boolean ours) {
        var schemes = new ArrayList<DataSet>();
        if (author.flatMap(Observer::hprNumber).isPresent())
            schemes.add(
                    DataSet.builder()
                            .text(Tag.CODING_SCHEME_DESIGNATOR, HPR)
                            .text(Tag.CODING_SCHEME_UID, HPR_OID)
                            .text(Tag.CODING_SCHEME_NAME, "Helsepersonellregisteret (HPR)")
                            .build());
        if (ours)
            schemes.add(
                    DataSet.builder()
                            .text(Tag.CODING_SCHEME_DESIGNATOR, OURS)
                            .text(Tag.CODING_SCHEME_NAME, "Tyde: what the standard has no word for")
                            .build());
        if (!schemes.isEmpty())
            document.sequence(Tag.CODING_SCHEME_IDENTIFICATION_SEQUENCE, schemes);
    }

    static void procedures(DataSet study, DataSetBuilder document) throws DicomFormatException {
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

    static void evidence(
            DataSetBuilder document,
            String studyUid,
            Collection<InstanceReference> images,
            Collection<InstanceReference> predecessors) {
        var current = images.stream().filter(i -> i.studyUid().equals(studyUid)).toList();
        var other = images.stream().filter(i -> !i.studyUid().equals(studyUid)).toList();
        if (!current.isEmpty())
            document.sequence(
                    Tag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE,
                    EvidenceSequence.of(current));
        if (!other.isEmpty())
            document.sequence(Tag.PERTINENT_OTHER_EVIDENCE_SEQUENCE, EvidenceSequence.of(other));
        if (!predecessors.isEmpty())
            document.sequence(
                    Tag.PREDECESSOR_DOCUMENTS_SEQUENCE, EvidenceSequence.of(predecessors));
    }

    static DataSet language() {
        return code(
                MODIFIER,
                Concepts.LANGUAGE,
                Concepts.NORWEGIAN,
                code(MODIFIER, Concepts.COUNTRY, Concepts.NORWAY));
    }

    static List<DataSet> proceduresReported(DataSet study) throws DicomFormatException {
        var items = new ArrayList<DataSet>();
        for (var procedure : study.codes(Tag.PROCEDURE_CODE_SEQUENCE))
            items.add(code(MODIFIER, Concepts.PROCEDURE_REPORTED, procedure));
        return items;
    }

    static List<DataSet> observer(Observer who, DocumentState state) {
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
        var role = who.role().flatMap(RoleInOrganisation::of);
        if (role.isPresent()) items.add(code(CONTEXT, Concepts.ROLE_IN_ORGANISATION, role.get()));
        items.add(
                code(
                        CONTEXT,
                        Concepts.ROLE_IN_PROCEDURE,
                        state == DocumentState.SIGNED ? Concepts.VERIFYING : Concepts.RECORDING));
        return items;
    }
}
