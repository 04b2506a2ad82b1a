package org.tyde.evidence;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.Tag;

import java.time.LocalDateTime;

/// The modules around every document of ours: whose, of which study, made by whom. Patient and study are
/// copied from an object of that study as they are, in our character set (UTF-8).
public final class DocumentHeader {
    /// Manufacturer (0008,0070) of every document of ours.
    static final String MAKER = "Tyde";

    private static final Tag[] COPIED = {
        Tag.PATIENT_NAME,
        Tag.PATIENT_ID,
        Tag.ISSUER_OF_PATIENT_ID,
        Tag.PATIENT_BIRTH_DATE,
        Tag.PATIENT_SEX,
        Tag.STUDY_INSTANCE_UID,
        Tag.STUDY_ID,
        Tag.STUDY_DATE,
        Tag.STUDY_TIME,
        Tag.ACCESSION_NUMBER,
        Tag.REFERRING_PHYSICIAN_NAME,
        Tag.STUDY_DESCRIPTION
    };

    private DocumentHeader() {}

    /// @param ofStudy any object of the study the document belongs to
    /// @param sopClass of the document
    /// @param modality of the document's series
    /// @param sopUid of the document
    /// @param seriesUid of its series
    /// @return the document as far as that goes
    public static DataSetBuilder of(
            DataSet ofStudy, String sopClass, String modality, String sopUid, String seriesUid) {
        var header = DataSet.builder().text(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192");
        for (var tag : COPIED) header.text(tag); // the other system may leave out what is of type 2
        return header.copy(ofStudy, COPIED)
                .text(Tag.SOP_CLASS_UID, sopClass)
                .text(Tag.SOP_INSTANCE_UID, sopUid)
                .text(Tag.SERIES_INSTANCE_UID, seriesUid)
                .text(Tag.MODALITY, modality)
                .text(Tag.SERIES_NUMBER, "1")
                .text(Tag.INSTANCE_NUMBER, "1")
                .text(Tag.MANUFACTURER, MAKER)
                .text(Tag.MANUFACTURER_MODEL_NAME, "Tyde");
    }

    static void written(DataSetBuilder document, LocalDateTime when) {
        document.date(Tag.CONTENT_DATE, when.toLocalDate())
                .time(Tag.CONTENT_TIME, when.toLocalTime().withNano(0))
                .date(Tag.INSTANCE_CREATION_DATE, when.toLocalDate())
                .time(Tag.INSTANCE_CREATION_TIME, when.toLocalTime().withNano(0));
    }
}
