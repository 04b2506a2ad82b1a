package org.tyde.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.hanging.HangingProtocols;
import org.tyde.hanging.Headers;
import org.tyde.study.Study;

import java.time.LocalDate;
import java.util.List;

/// Who is who: a prior opens beside a study only when both are known to be one person's.
class CaseStudyTest {
    private static Study study(String uid, String id, String issuer, String family)
            throws DicomFormatException {
        var header =
                DataSet.builder()
                        .text(Tag.STUDY_INSTANCE_UID, uid)
                        .text(Tag.PATIENT_ID, id)
                        .personName(Tag.PATIENT_NAME, PersonName.parse(family + "^Kari"))
                        .date(Tag.PATIENT_BIRTH_DATE, LocalDate.of(1958, 6, 17))
                        .date(Tag.STUDY_DATE, LocalDate.of(2026, 11, 20));
        if (!issuer.isEmpty()) header.text(Tag.ISSUER_OF_PATIENT_ID, issuer);
        return Study.from(header.build());
    }

    private static CaseStudy of(Study study) {
        return CaseStudy.of(study, Headers.study(study.uid()));
    }

    private static CaseStudy prior(Study prior, Study current) {
        return CaseStudy.prior(prior, Headers.study(prior.uid()), current);
    }

    private static void opens(Study current, Study prior) {
        new OpenCase(
                of(current), List.of(prior(prior, current)), HangingProtocols.defaults(), () -> 0);
    }

    @Test
    void oneIdentifierOfOneIssuerIsOnePerson() throws Exception {
        opens(study("1", "4711", "vest", "Nordmann"), study("2", "4711", "vest", "Nordmann"));
    }

    @Test
    void oneIdentifierOfTwoIssuersIsTwoPersons() throws Exception {
        var here = study("1", "4711", "vest", "Nordmann");
        var there = study("2", "4711", "øst", "Nordmann");
        assertThrows(IllegalArgumentException.class, () -> prior(there, here));
        assertFalse(of(here).patient().equals(of(there).patient()));
    }

    @Test
    void twoStudiesWithoutAnIdentifierAreTwoPersons() throws Exception {
        var one = study("1", "", "", "Nordmann");
        var two = study("2", "", "", "Nordmann");
        assertThrows(IllegalArgumentException.class, () -> prior(two, one));
        assertFalse(of(one).patient().equals(of(two).patient()));
    }

    @Test
    void whatIsLoggedHoldsNoIdentifier() throws Exception {
        assertFalse(of(study("1", "4711", "vest", "Nordmann")).toString().contains("4711"));
    }

    @Test
    void imagesAreOfTheStudyTheySayTheyAre() throws Exception {
        var study = study("1", "4711", "vest", "Nordmann");
        assertThrows(IllegalArgumentException.class, () -> CaseStudy.of(study, Headers.study("2")));
        assertEquals(LocalDate.of(2026, 11, 20), of(study).when().orElseThrow().toLocalDate());
    }
}
