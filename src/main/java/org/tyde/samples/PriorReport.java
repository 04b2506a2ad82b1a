package org.tyde.samples;

import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;

import java.util.ArrayList;
import java.util.List;

/// The signed report of an earlier demo examination: an Enhanced SR of TID 2000.
final class PriorReport {
    private static final int SERIES = 9001;

    private PriorReport() {}

    /// @param demo the examination
    /// @param findings its text
    /// @param impression its text
    static DemoInstance of(DemoCase demo, String findings, String impression) {
        return new DemoInstance(
                demo.studyUid(), demo.sopUid(SERIES, 1), () -> make(demo, findings, impression));
    }

    private static DataSet make(DemoCase demo, String findings, String impression) {
        var signer = PersonName.of("Radiolog", "Eksempel");
        var content = new ArrayList<DataSet>();
        content.add(
                item(
                                "HAS CONCEPT MOD",
                                "CODE",
                                new Code(
                                        "121049",
                                        "DCM",
                                        "Language of Content Item and Descendants"))
                        .code(
                                Tag.CONCEPT_CODE_SEQUENCE,
                                new Code("nb", "RFC5646", "Bokmål, Norwegian"))
                        .build());
        content.add(
                item("HAS OBS CONTEXT", "CODE", new Code("121005", "DCM", "Observer Type"))
                        .code(Tag.CONCEPT_CODE_SEQUENCE, new Code("121006", "DCM", "Person"))
                        .build());
        content.add(
                item("HAS OBS CONTEXT", "PNAME", new Code("121008", "DCM", "Person Observer Name"))
                        .personName(Tag.PERSON_NAME, signer)
                        .build());
        content.add(section("121070", "Findings", "121071", "Finding", findings));
        content.add(section("121072", "Impressions", "121073", "Impression", impression));
        var set = demo.common();
        demo.instance(set, SopClass.ENHANCED_SR_STORAGE, SERIES, 1)
                .text(Tag.MODALITY, "SR")
                .text(Tag.SERIES_INSTANCE_UID, demo.seriesUid(SERIES))
                .integer(Tag.SERIES_NUMBER, SERIES)
                .text(Tag.SERIES_DESCRIPTION, "Beskrivelse")
                .sequence(Tag.REFERENCED_PERFORMED_PROCEDURE_STEP_SEQUENCE)
                .text(Tag.COMPLETION_FLAG, "COMPLETE")
                .text(Tag.VERIFICATION_FLAG, "VERIFIED")
                .sequence(
                        Tag.VERIFYING_OBSERVER_SEQUENCE,
                        DataSet.builder()
                                .personName(Tag.VERIFYING_OBSERVER_NAME, signer)
                                .text(Tag.VERIFYING_ORGANIZATION, demo.hospital())
                                .dateTime(
                                        Tag.VERIFICATION_DATE_TIME,
                                        demo.date().atTime(demo.time().plusHours(2)))
                                .sequence(Tag.VERIFYING_OBSERVER_IDENTIFICATION_CODE_SEQUENCE)
                                .build())
                .sequence(Tag.PERFORMED_PROCEDURE_CODE_SEQUENCE)
                .text(Tag.VALUE_TYPE, "CONTAINER")
                .code(
                        Tag.CONCEPT_NAME_CODE_SEQUENCE,
                        new Code("18748-4", "LN", "Diagnostic imaging report"))
                .text(Tag.CONTINUITY_OF_CONTENT, "SEPARATE")
                .sequence(
                        Tag.CONTENT_TEMPLATE_SEQUENCE,
                        DataSet.builder()
                                .text(Tag.MAPPING_RESOURCE, "DCMR")
                                .text(Tag.TEMPLATE_IDENTIFIER, "2000")
                                .build())
                .sequence(Tag.CONTENT_SEQUENCE, content)
                .remove(Tag.REQUEST_ATTRIBUTES_SEQUENCE)
                .remove(Tag.ACQUISITION_DATE)
                .remove(Tag.ACQUISITION_TIME);
        return set.build();
    }

    private static DataSet section(
            String code, String name, String itemCode, String itemName, String text) {
        var item =
                item("CONTAINS", "TEXT", new Code(itemCode, "DCM", itemName))
                        .text(Tag.TEXT_VALUE, text)
                        .build();
        return item("CONTAINS", "CONTAINER", new Code(code, "DCM", name))
                .text(Tag.CONTINUITY_OF_CONTENT, "SEPARATE")
                .sequence(Tag.CONTENT_SEQUENCE, List.of(item))
                .build();
    }

    private static DataSetBuilder item(String relationship, String type, Code name) {
        return DataSet.builder()
                .text(Tag.RELATIONSHIP_TYPE, relationship)
                .text(Tag.VALUE_TYPE, type)
                .code(Tag.CONCEPT_NAME_CODE_SEQUENCE, name);
    }
}
