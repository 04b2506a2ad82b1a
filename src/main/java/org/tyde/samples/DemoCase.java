package org.tyde.samples;

import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Uids;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/// One examination of a fictitious patient: what every instance of it says about patient, study and
/// request.
///
/// @param key names it; its UIDs follow from it
/// @param patient who
/// @param date of the examination
/// @param time of the examination
/// @param modality such as CT
/// @param description of the study
/// @param bodyPart as PS3.16 Annex L writes it
/// @param hospital where it was made
/// @param unit that referred
/// @param priority `HIGH`, `ROUTINE`, ...
/// @param referral what was asked
record DemoCase(
        String key,
        Patient patient,
        LocalDate date,
        LocalTime time,
        String modality,
        String description,
        String bodyPart,
        String hospital,
        String unit,
        String priority,
        Referral referral) {
    /// A fictitious patient.
    ///
    /// @param family name
    /// @param given names
    /// @param birth date
    /// @param female or male
    /// @param number synthetic national identity number
    record Patient(String family, String given, LocalDate birth, boolean female, String number) {
        static Patient of(String family, String given, LocalDate birth, boolean female) {
            return new Patient(
                    family, given, birth, female, SyntheticNumber.of(birth, female, 100));
        }
    }

    /// What the referrer wrote.
    ///
    /// @param reason for the requested procedure
    /// @param history of the patient
    /// @param alerts medical alerts, may be empty
    /// @param allergies may be empty
    record Referral(String reason, String history, String alerts, String allergies) {}

    static String uid(String name) {
        return Uids.of(
                UUID.nameUUIDFromBytes(("tyde demo " + name).getBytes(StandardCharsets.UTF_8)));
    }

    String studyUid() {
        return uid(key);
    }

    String accession() {
        return "TYD" + (100000 + Math.floorMod(key.hashCode(), 900000));
    }

    /// Patient, General Study and request attributes (PS3.3 C.7.1.1, C.7.2.1, 10.6).
    DataSetBuilder common() {
        var request =
                DataSet.builder()
                        .text(Tag.ACCESSION_NUMBER, accession())
                        .text(Tag.STUDY_INSTANCE_UID, studyUid())
                        .text(Tag.REQUESTED_PROCEDURE_DESCRIPTION, description)
                        .text(Tag.REASON_FOR_THE_REQUESTED_PROCEDURE, referral.reason())
                        .text(Tag.REQUESTED_PROCEDURE_ID, accession())
                        .text(Tag.SCHEDULED_PROCEDURE_STEP_ID, accession() + "-1")
                        .build();
        var set =
                DataSet.builder()
                        .text(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                        .personName(
                                Tag.PATIENT_NAME, PersonName.of(patient.family(), patient.given()))
                        .text(Tag.PATIENT_ID, patient.number())
                        .text(Tag.ISSUER_OF_PATIENT_ID, "2.16.578.1.12.4.1.4.1")
                        .date(Tag.PATIENT_BIRTH_DATE, patient.birth())
                        .text(Tag.PATIENT_SEX, patient.female() ? "F" : "M")
                        .text(Tag.STUDY_INSTANCE_UID, studyUid())
                        .text(Tag.STUDY_ID, accession())
                        .date(Tag.STUDY_DATE, date)
                        .time(Tag.STUDY_TIME, time)
                        .text(Tag.ACCESSION_NUMBER, accession())
                        .text(Tag.STUDY_DESCRIPTION, description)
                        .text(Tag.INSTITUTION_NAME, hospital)
                        .text(Tag.MANUFACTURER, "Tyde")
                        .text(Tag.MANUFACTURER_MODEL_NAME, "Samples")
                        .text(Tag.DEVICE_SERIAL_NUMBER, "1")
                        .text(Tag.SOFTWARE_VERSIONS, "1")
                        .text(Tag.REFERRING_PHYSICIAN_NAME, "Fastlege^Eksempel")
                        .text(Tag.REQUESTING_SERVICE, unit)
                        .text(Tag.REQUESTED_PROCEDURE_PRIORITY, priority)
                        .text(Tag.REQUESTED_PROCEDURE_DESCRIPTION, description)
                        .text(Tag.REASON_FOR_THE_REQUESTED_PROCEDURE, referral.reason())
                        .text(Tag.ADDITIONAL_PATIENT_HISTORY, referral.history())
                        .sequence(Tag.REQUEST_ATTRIBUTES_SEQUENCE, request);
        if (!referral.alerts().isEmpty()) set.text(Tag.MEDICAL_ALERTS, referral.alerts());
        if (!referral.allergies().isEmpty()) set.text(Tag.ALLERGIES, referral.allergies());
        return set;
    }

    /// [#common()] with a series of images.
    DataSetBuilder series(int number, String seriesDescription) {
        return common().text(Tag.MODALITY, modality)
                .text(Tag.SERIES_INSTANCE_UID, seriesUid(number))
                .integer(Tag.SERIES_NUMBER, number)
                .text(Tag.SERIES_DESCRIPTION, seriesDescription)
                .date(Tag.SERIES_DATE, date)
                .time(Tag.SERIES_TIME, time.plusMinutes(number))
                .text(Tag.BODY_PART_EXAMINED, bodyPart);
    }

    String seriesUid(int number) {
        return uid(key + " series " + number);
    }

    /// What makes a data set an instance.
    DataSetBuilder instance(DataSetBuilder series, String sopClass, int seriesNumber, int number) {
        return series.text(Tag.SOP_CLASS_UID, sopClass)
                .text(Tag.SOP_INSTANCE_UID, sopUid(seriesNumber, number))
                .integer(Tag.INSTANCE_NUMBER, number)
                .date(Tag.CONTENT_DATE, date)
                .time(Tag.CONTENT_TIME, time.plusMinutes(seriesNumber).plusSeconds(number))
                .date(Tag.ACQUISITION_DATE, date)
                .time(Tag.ACQUISITION_TIME, time.plusMinutes(seriesNumber).plusSeconds(number));
    }

    String sopUid(int seriesNumber, int number) {
        return uid(key + " series " + seriesNumber + " instance " + number);
    }

    static Code snomed(String value, String meaning) {
        return new Code(value, "SCT", meaning);
    }
}
