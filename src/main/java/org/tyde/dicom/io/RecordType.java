package org.tyde.dicom.io;

import org.tyde.dicom.Dictionary;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;

import java.util.List;
import java.util.Optional;

/// What a directory record is about, and the keys it has (PS3.3 F.4 and F.5): those that must have a
/// value, those that may be empty, and those told where the instance has them.
@SuppressWarnings("ImmutableEnumChecker") // the lists are of List.of
enum RecordType {
    PATIENT("PATIENT", keys(Tag.PATIENT_ID), keys(Tag.PATIENT_NAME), keys()),
    STUDY(
            "STUDY",
            keys(Tag.STUDY_DATE, Tag.STUDY_TIME, Tag.STUDY_INSTANCE_UID, Tag.STUDY_ID),
            keys(Tag.STUDY_DESCRIPTION, Tag.ACCESSION_NUMBER),
            keys()),
    SERIES(
            "SERIES",
            keys(Tag.MODALITY, Tag.SERIES_INSTANCE_UID, Tag.SERIES_NUMBER),
            keys(),
            keys(Tag.SERIES_DESCRIPTION)),
    IMAGE(
            "IMAGE",
            keys(Tag.INSTANCE_NUMBER),
            keys(),
            keys(Tag.IMAGE_TYPE, Tag.NUMBER_OF_FRAMES, Tag.ROWS, Tag.COLUMNS)),
    RT_DOSE("RT DOSE", keys(Tag.INSTANCE_NUMBER, Tag.DOSE_SUMMATION_TYPE), keys(), keys()),
    RT_STRUCTURE_SET(
            "RT STRUCTURE SET",
            keys(Tag.INSTANCE_NUMBER, Tag.STRUCTURE_SET_LABEL),
            keys(Tag.STRUCTURE_SET_DATE, Tag.STRUCTURE_SET_TIME),
            keys()),
    RT_PLAN(
            "RT PLAN",
            keys(Tag.INSTANCE_NUMBER, keyword("RTPlanLabel")),
            keys(keyword("RTPlanDate"), keyword("RTPlanTime")),
            keys()),
    RT_TREAT_RECORD(
            "RT TREAT RECORD",
            keys(Tag.INSTANCE_NUMBER),
            keys(keyword("TreatmentDate"), keyword("TreatmentTime")),
            keys()),
    PRESENTATION(
            "PRESENTATION",
            keys(
                    Tag.INSTANCE_NUMBER,
                    Tag.CONTENT_LABEL,
                    Tag.PRESENTATION_CREATION_DATE,
                    Tag.PRESENTATION_CREATION_TIME),
            keys(Tag.CONTENT_DESCRIPTION, Tag.CONTENT_CREATOR_NAME),
            keys(Tag.REFERENCED_SERIES_SEQUENCE, Tag.BLENDING_SEQUENCE)),
    WAVEFORM(
            "WAVEFORM",
            keys(Tag.INSTANCE_NUMBER, Tag.CONTENT_DATE, Tag.CONTENT_TIME),
            keys(),
            keys()),
    SR_DOCUMENT(
            "SR DOCUMENT",
            keys(
                    Tag.INSTANCE_NUMBER,
                    Tag.COMPLETION_FLAG,
                    Tag.VERIFICATION_FLAG,
                    Tag.CONTENT_DATE,
                    Tag.CONTENT_TIME,
                    Tag.CONCEPT_NAME_CODE_SEQUENCE),
            keys(),
            keys(Tag.CONTENT_SEQUENCE)),
    KEY_OBJECT_DOC(
            "KEY OBJECT DOC",
            keys(
                    Tag.INSTANCE_NUMBER,
                    Tag.CONTENT_DATE,
                    Tag.CONTENT_TIME,
                    Tag.CONCEPT_NAME_CODE_SEQUENCE),
            keys(),
            keys(Tag.CONTENT_SEQUENCE)),
    SPECTROSCOPY(
            "SPECTROSCOPY",
            keys(
                    Tag.IMAGE_TYPE,
                    Tag.CONTENT_DATE,
                    Tag.CONTENT_TIME,
                    Tag.INSTANCE_NUMBER,
                    Tag.NUMBER_OF_FRAMES,
                    Tag.ROWS,
                    Tag.COLUMNS,
                    Tag.DATA_POINT_ROWS,
                    Tag.DATA_POINT_COLUMNS),
            keys(),
            keys(Tag.REFERENCED_IMAGE_EVIDENCE_SEQUENCE)),
    RAW_DATA(
            "RAW DATA",
            keys(Tag.CONTENT_DATE, Tag.CONTENT_TIME),
            keys(Tag.INSTANCE_NUMBER),
            keys()),
    REGISTRATION("REGISTRATION", described(), keys(Tag.CONTENT_DESCRIPTION), keys()),
    FIDUCIAL("FIDUCIAL", described(), keys(Tag.CONTENT_DESCRIPTION), keys()),
    VALUE_MAP("VALUE MAP", described(), keys(Tag.CONTENT_DESCRIPTION), keys()),
    STEREOMETRIC("STEREOMETRIC", keys(), keys(), keys(Tag.INSTANCE_NUMBER)),
    ENCAP_DOC(
            "ENCAP DOC",
            keys(Tag.INSTANCE_NUMBER, Tag.MIME_TYPE_OF_ENCAPSULATED_DOCUMENT),
            keys(
                    Tag.CONTENT_DATE,
                    Tag.CONTENT_TIME,
                    Tag.DOCUMENT_TITLE,
                    Tag.CONCEPT_NAME_CODE_SEQUENCE),
            keys(keyword("HL7InstanceIdentifier")));

    private final String term;
    private final List<Tag> required;
    private final List<Tag> maybeEmpty;
    private final List<Tag> wherePresent;

    RecordType(String term, List<Tag> required, List<Tag> maybeEmpty, List<Tag> wherePresent) {
        this.term = term;
        this.required = required;
        this.maybeEmpty = maybeEmpty;
        this.wherePresent = wherePresent;
    }

    private static List<Tag> keys(Tag... keys) {
        return List.of(keys);
    }

    private static Tag keyword(String keyword) {
        return Dictionary.standard().entry(keyword).orElseThrow().tag();
    }

    private static List<Tag> described() {
        return List.of(Tag.INSTANCE_NUMBER, Tag.CONTENT_LABEL, Tag.CONTENT_DATE, Tag.CONTENT_TIME);
    }

    /// Directory Record Type (0004,1430).
    String term() {
        return term;
    }

    List<Tag> required() {
        return required;
    }

    List<Tag> maybeEmpty() {
        return maybeEmpty;
    }

    List<Tag> wherePresent() {
        return wherePresent;
    }

    /// The type for instances of a SOP class; its name in PS3.4 B.5 says of which kind it is. Empty for
    /// what belongs to no patient, and for the second generation of radiotherapy.
    static Optional<RecordType> of(String sopClass) {
        return SopClass.name(sopClass).flatMap(RecordType::named);
    }

    private static Optional<RecordType> named(String name) {
        if (name.contains("Presentation State Storage")) return Optional.of(PRESENTATION);
        if (name.endsWith("Waveform Storage")) return Optional.of(WAVEFORM);
        if (name.startsWith("Key Object Selection")) return Optional.of(KEY_OBJECT_DOC);
        if (name.endsWith("SR Storage")
                || name.equals("Procedure Log Storage")
                || name.endsWith("Agent Administration SR Storage"))
            return Optional.of(SR_DOCUMENT);
        if (name.startsWith("Encapsulated ")) return Optional.of(ENCAP_DOC);
        if (name.contains("Image Storage")
                || name.equals("Segmentation Storage")
                || name.equals("Parametric Map Storage")
                || name.equals("Enhanced US Volume Storage")) return Optional.of(IMAGE);
        return switch (name) {
            case "RT Dose Storage" -> Optional.of(RT_DOSE);
            case "RT Structure Set Storage" -> Optional.of(RT_STRUCTURE_SET);
            case "RT Plan Storage", "RT Ion Plan Storage" -> Optional.of(RT_PLAN);
            case "RT Beams Treatment Record Storage",
                    "RT Brachy Treatment Record Storage",
                    "RT Treatment Summary Record Storage",
                    "RT Ion Beams Treatment Record Storage" ->
                    Optional.of(RT_TREAT_RECORD);
            case "MR Spectroscopy Storage" -> Optional.of(SPECTROSCOPY);
            case "Raw Data Storage" -> Optional.of(RAW_DATA);
            case "Spatial Registration Storage", "Deformable Spatial Registration Storage" ->
                    Optional.of(REGISTRATION);
            case "Spatial Fiducials Storage" -> Optional.of(FIDUCIAL);
            case "Real World Value Mapping Storage" -> Optional.of(VALUE_MAP);
            case "Stereometric Relationship Storage" -> Optional.of(STEREOMETRIC);
            default -> Optional.empty();
        };
    }
}
