package org.tyde.dicomweb;

import static org.tyde.dicom.Tag.*;

import org.tyde.dicom.Tag;

import java.util.List;

/// What a search looks for, with the attributes an answer always has (PS3.18 10.6.3.3).
public enum QidoLevel {
    /// Studies (Table 10.6.3-3).
    STUDY(
            "studies",
            STUDY_DATE,
            STUDY_TIME,
            ACCESSION_NUMBER,
            INSTANCE_AVAILABILITY,
            MODALITIES_IN_STUDY,
            REFERRING_PHYSICIAN_NAME,
            PATIENT_NAME,
            PATIENT_ID,
            PATIENT_BIRTH_DATE,
            PATIENT_SEX,
            STUDY_INSTANCE_UID,
            STUDY_ID,
            NUMBER_OF_STUDY_RELATED_SERIES,
            NUMBER_OF_STUDY_RELATED_INSTANCES),
    /// Series (Table 10.6.3-4).
    SERIES(
            "series",
            MODALITY,
            SERIES_DESCRIPTION,
            SERIES_INSTANCE_UID,
            SERIES_NUMBER,
            NUMBER_OF_SERIES_RELATED_INSTANCES,
            PERFORMED_PROCEDURE_STEP_START_DATE,
            PERFORMED_PROCEDURE_STEP_START_TIME),
    /// Instances (Table 10.6.3-5).
    INSTANCE(
            "instances",
            SOP_CLASS_UID,
            SOP_INSTANCE_UID,
            INSTANCE_NUMBER,
            ROWS,
            COLUMNS,
            BITS_ALLOCATED,
            NUMBER_OF_FRAMES);

    private final String segment;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<Tag> always;

    QidoLevel(String segment, Tag... always) {
        this.segment = segment;
        this.always = List.of(always);
    }

    /// @return the word in the path
    public String segment() {
        return segment;
    }

    /// @return attributes of every answer, where known
    public List<Tag> always() {
        return always;
    }

    /// @return the attribute that names what is found
    public Tag uid() {
        return switch (this) {
            case STUDY -> STUDY_INSTANCE_UID;
            case SERIES -> SERIES_INSTANCE_UID;
            case INSTANCE -> SOP_INSTANCE_UID;
        };
    }
}
