package org.tyde.prior;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.study.Age;
import org.tyde.study.PatientTimeline;
import org.tyde.study.Study;

import java.util.List;

/// What archives get wrong about patients and days, and what comes of it.
class PriorFaultsTest {
    private static Study study(String uid, String patient, String day, String time)
            throws Exception {
        var parts = patient.split("\\|");
        return Study.from(
                DataSet.builder()
                        .text(Tag.STUDY_INSTANCE_UID, uid)
                        .text(Tag.PATIENT_ID, parts[0])
                        .text(Tag.ISSUER_OF_PATIENT_ID, "A")
                        .text(Tag.PATIENT_NAME, parts[1])
                        .text(Tag.PATIENT_BIRTH_DATE, parts[2])
                        .text(Tag.STUDY_DATE, day)
                        .text(Tag.STUDY_TIME, time)
                        .text(Tag.ACCESSION_NUMBER, "NO1")
                        .text(Tag.STUDY_DESCRIPTION, "CT thorax")
                        .text(Tag.MODALITY, "CT")
                        .build());
    }

    private static final String KARI = "7|Berg^Kari|19650715";

    private static List<String> uids(RelevantPriors priors) {
        return priors.all().stream().map(p -> p.study().uid()).toList();
    }

    @Test
    void oneAccessionNumberOfTwoPatientsJoinsNothing() throws Exception {
        var now = study("now", KARI, "20261122", "1000");
        var other = study("other", "8|Vik^Ola|19810101", "20250101", "1000");
        var priors = RelevantPriors.of(now, List.of(other));
        assertEquals(List.of(), uids(priors));
        assertEquals(List.of(), priors.apart());
    }

    @Test
    void oneAccessionNumberOfTwoStudiesLeavesThemTwo() throws Exception {
        var now = study("now", KARI, "20261122", "1000");
        var first = study("a", KARI, "20250101", "1000");
        var second = study("b", KARI, "20250101", "1010");
        assertEquals(List.of("b", "a"), uids(RelevantPriors.of(now, List.of(first, second))));
    }

    @Test
    void onePatientIdOfTwoPatientsIsShownAndNeverHung() throws Exception {
        var now = study("now", KARI, "20261122", "1000");
        var other = study("other", "7|Vik^Ola|19810101", "20250101", "1000");
        var priors = RelevantPriors.of(now, List.of(other));
        assertTrue(priors.toHang().isEmpty());
        assertEquals(List.of("other"), priors.apart().stream().map(e -> e.study().uid()).toList());
    }

    @Test
    void aPatientRenamedUnderTheSameIdKeepsTheEarlierStudies() throws Exception {
        var now = study("now", "7|Vik^Kari|19650715", "20261122", "1000");
        var before = study("before", KARI, "20250101", "1000");
        assertEquals(List.of("before"), uids(RelevantPriors.of(now, List.of(before))));
    }

    @Test
    void aLeapDayIsADayOfBirthAndOfExamination() throws Exception {
        var born = "7|Berg^Kari|20000229";
        var now = study("now", born, "20250228", "1000");
        var before = study("before", born, "20240229", "1000");
        assertEquals(List.of("before"), uids(RelevantPriors.of(now, List.of(before))));
        assertEquals(
                new Age(24, Age.Unit.YEARS),
                now.patient().ageAt(now.date().orElseThrow()).orElseThrow());
        assertEquals(
                new Age(24, Age.Unit.YEARS),
                before.patient().ageAt(before.date().orElseThrow()).orElseThrow());
    }

    /// 25.10.2026, 03:00 is 02:00 again; the clock of the data set cannot tell the two hours apart.
    @Test
    void inTheHourThatComesTwiceTheClockOfTheDataSetsDecides() throws Exception {
        var now = study("now", KARI, "20261025", "0250");
        var before = study("before", KARI, "20261025", "0210");
        assertEquals(List.of("before"), uids(RelevantPriors.of(now, List.of(before))));
        assertEquals(List.of(), uids(RelevantPriors.of(before, List.of(now))));
    }

    @Test
    void aStudyThatAWrongClockDatesTomorrowIsNoPriorAndStaysInTheTimeline() throws Exception {
        var now = study("now", KARI, "20261122", "1000");
        var skewed = study("skewed", KARI, "20261123", "0900");
        assertEquals(List.of(), uids(RelevantPriors.of(now, List.of(skewed))));
        assertEquals(
                List.of("skewed"),
                PatientTimeline.of(now.patient(), List.of(skewed)).joined().stream()
                        .map(Study::uid)
                        .toList());
    }
}
