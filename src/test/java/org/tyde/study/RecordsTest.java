package org.tyde.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.DicomReason;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Patient, study, series and instance say what the attributes say.
class RecordsTest {
    private static DataSet header() {
        return DataSet.builder()
                .text(Tag.STUDY_INSTANCE_UID, "2.25.1")
                .text(Tag.SERIES_INSTANCE_UID, "2.25.2")
                .text(Tag.SOP_INSTANCE_UID, "2.25.3")
                .text(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE_STORAGE)
                .text(Tag.PATIENT_NAME, "Gundersen^Roland")
                .text(Tag.PATIENT_ID, "15076500565")
                .text(Tag.ISSUER_OF_PATIENT_ID, "FNR")
                .text(Tag.PATIENT_BIRTH_DATE, "19650715")
                .text(Tag.PATIENT_SEX, "M")
                .text(Tag.STUDY_DATE, "20260314")
                .text(Tag.STUDY_TIME, "0915")
                .text(Tag.MODALITY, "CT")
                .text(Tag.LATERALITY, "L")
                .text(Tag.BODY_PART_EXAMINED, "CHEST")
                .integer(Tag.SERIES_NUMBER, 4)
                .integer(Tag.NUMBER_OF_FRAMES, 12)
                .build();
    }

    @Test
    void aStudyIsWhatItsAttributesSay() throws Exception {
        var study = Study.from(header());
        assertEquals("2.25.1", study.uid());
        assertEquals(Set.of("CT"), study.modalities());
        assertEquals(-1, study.seriesCount());
        assertEquals(Optional.empty(), study.priority());
        assertEquals(LocalDate.of(2026, 3, 14).atTime(9, 15), study.when().orElseThrow());
        var patient = study.patient();
        assertEquals("GUNDERSEN, Roland", patient.displayName());
        assertEquals("150765 00565", patient.nationalId().orElseThrow().display());
        assertEquals(new Age(60, Age.Unit.YEARS), patient.ageAt(study.date().get()).orElseThrow());
    }

    @Test
    void aQueryTellsModalitiesCountsAndPriority() throws Exception {
        var request = DataSet.builder().text(Tag.REQUESTED_PROCEDURE_PRIORITY, "HIGH").build();
        var row =
                header().toBuilder()
                        .text(Tag.MODALITIES_IN_STUDY, "SR", "CT", "")
                        .integer(Tag.NUMBER_OF_STUDY_RELATED_SERIES, 3)
                        .integer(Tag.NUMBER_OF_STUDY_RELATED_INSTANCES, 412)
                        .sequence(Tag.REQUEST_ATTRIBUTES_SEQUENCE, request)
                        .build();
        var study = Study.from(row);
        assertEquals(List.of("CT", "SR"), List.copyOf(study.modalities()));
        assertEquals(3, study.seriesCount());
        assertEquals(412, study.instanceCount());
        assertEquals(Optional.of(RequestPriority.HIGH), study.priority());
    }

    @Test
    void oneMalformedDateDoesNotHideAStudy() throws Exception {
        var row =
                header().toBuilder()
                        .asFound()
                        .text(Tag.PATIENT_BIRTH_DATE, "1965-7-15")
                        .text(Tag.STUDY_TIME, "late")
                        .build();
        var study = Study.from(row);
        assertEquals(Optional.empty(), study.time());
        assertEquals(Optional.empty(), study.patient().birthDate());
    }

    @Test
    void aMissingIdentifierIsRefused() {
        var row = header().toBuilder().remove(Tag.STUDY_INSTANCE_UID).build();
        for (var refusal :
                List.of(
                        assertThrows(DicomFormatException.class, () -> Study.from(row)),
                        assertThrows(DicomFormatException.class, () -> Series.from(row)),
                        assertThrows(DicomFormatException.class, () -> Instance.from(row)))) {
            assertEquals(DicomReason.MISSING, refusal.reason());
            assertEquals(List.of("StudyInstanceUID"), refusal.arguments());
        }
    }

    @Test
    void seriesAndInstanceAreWhatTheirAttributesSay() throws Exception {
        var series = Series.from(header());
        assertEquals(OptionalInt.of(4), series.number());
        assertEquals(Optional.of(Laterality.LEFT), series.laterality());
        assertEquals(Optional.of("CHEST"), series.bodyPart());
        var instance = Instance.from(header(), "1.2.840.10008.1.2.1");
        assertEquals(12, instance.frames());
        assertEquals(SopClass.CT_IMAGE_STORAGE, instance.sopClass());
        assertEquals("1.2.840.10008.1.2.1", instance.transferSyntax());
    }

    @Test
    void anIssuerWithoutANameIsKnownByItsOid() throws Exception {
        var oid = "2.16.578.1.12.4.1.4.1";
        var qualifiers = DataSet.builder().text(Tag.UNIVERSAL_ENTITY_ID, oid).build();
        var row =
                header().toBuilder()
                        .remove(Tag.ISSUER_OF_PATIENT_ID)
                        .sequence(Tag.ISSUER_OF_PATIENT_ID_QUALIFIERS_SEQUENCE, qualifiers)
                        .build();
        assertEquals(new PatientId("15076500565", Optional.of(oid)), PatientId.from(row));
        assertTrue(PatientId.from(row).same(PatientId.from(row)));
        assertFalse(PatientId.from(row).same(PatientId.from(header())));
    }

    @Test
    void otherNumbersOfThePatientAreLookedAtToo() throws Exception {
        var other = DataSet.builder().text(Tag.PATIENT_ID, "15876500016").build();
        var row =
                header().toBuilder()
                        .text(Tag.PATIENT_ID, "LOCAL-7")
                        .sequence(Tag.OTHER_PATIENT_IDS_SEQUENCE, other)
                        .build();
        assertTrue(Patient.from(row).nationalId().orElseThrow().synthetic());
    }

    @Test
    void nothingOfAPersonReachesALog() throws Exception {
        var study = Study.from(header());
        var said = study + " " + study.patient() + " " + study.patient().nationalId();
        assertFalse(said.contains("Gundersen") || said.contains("15076500565"), said);
    }

    @ParameterizedTest
    @CsvSource({
        "028D, 28 dager, 28 days",
        "001D, 1 dag, 1 day",
        "023M, 23 måneder, 23 months",
        "001M, 1 måned, 1 month",
        "003W, 3 uker, 3 weeks",
        "001Y, 1 år, 1 year",
        "070Y, 70 år, 70 years"
    })
    void anAgeIsSaidInWords(String text, String norwegian, String english) {
        var age = Age.parse(text).orElseThrow();
        assertEquals(norwegian, age.text(Locale.of("nb", "NO")));
        assertEquals(english, age.text(Locale.ENGLISH));
        assertTrue(Age.parse("70").isEmpty());
    }

    @Test
    void theBirthDateInANumberKnowsItsCentury() {
        assertEquals(
                LocalDate.of(1965, 7, 15),
                NationalId.parse("15076500565").orElseThrow().birthDate().orElseThrow());
        assertEquals(
                LocalDate.of(1950, 1, 1),
                NationalId.parse("01015000232").orElseThrow().birthDate().orElseThrow());
        assertEquals(Sex.MALE, NationalId.parse("15076500565").orElseThrow().sex().orElseThrow());
        assertTrue(NationalId.parse("80000000098").orElseThrow().birthDate().isEmpty());
    }
}
