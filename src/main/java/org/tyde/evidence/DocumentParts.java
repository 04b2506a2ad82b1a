package org.tyde.evidence;

import static org.tyde.evidence.ContentItems.code;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

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
    private static final String HPR_OID = "2.16.578.1.12.4.1.4.4";
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

    /// Private schemes are declared with what they are (PS3.3 C.12.1).
    static void codingSchemes(DataSetBuilder document, boolean hpr, boolean ours) {
        var schemes = new ArrayList<DataSet>();
        if (hpr)
            schemes.add(
                    DataSet.builder()
                            .text(Tag.CODING_SCHEME_DESIGNATOR, Observers.HPR)
                            .text(Tag.CODING_SCHEME_UID, HPR_OID)
                            .text(Tag.CODING_SCHEME_NAME, "Helsepersonellregisteret (HPR)")
                            .build());
        if (ours)
            schemes.add(
                    DataSet.builder()
                            .text(Tag.CODING_SCHEME_DESIGNATOR, OURS)
                            .text(
                                    Tag.CODING_SCHEME_UID,
                                    "2.25.126342097183428204152036082696127745680")
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
}
