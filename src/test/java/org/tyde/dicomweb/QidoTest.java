package org.tyde.dicomweb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tyde.dicom.Tag.*;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Dictionary;
import org.tyde.dicom.PersonName;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

class QidoTest {
    private static final DataSet STUDY =
            DataSet.builder()
                    .text(SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                    .text(STUDY_INSTANCE_UID, "1.2.3")
                    .personName(PATIENT_NAME, PersonName.of("Ødegård", "Åse"))
                    .text(PATIENT_ID, "01019012345")
                    .date(STUDY_DATE, LocalDate.of(2026, 3, 14))
                    .text(STUDY_TIME, "101500.123")
                    .text(ACCESSION_NUMBER, "A[1].*")
                    .text(MODALITIES_IN_STUDY, "CT", "SR")
                    .text(STUDY_DESCRIPTION, "CT thorax")
                    .build();

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # keyword,          pattern,             matches   (PS3.4 C.2.2.2)
                    PatientName,        'Ødegård^Åse',       true
                    PatientName,        'ødegård*',          true
                    PatientName,        'ODEGARD*',          false
                    PatientName,        'oedegaard^aase',    true
                    PatientName,        '*gård*',            true
                    PatientName,        'Ødeg?rd*',          true
                    PatientName,        'Ødeg??rd*',         false
                    PatientName,        'Åse*',              false
                    PatientName,        '*',                 true
                    PatientName,        '',                  true
                    PatientID,          '010190*',           true
                    PatientID,          '01019012345',       true
                    PatientID,          '0101901234',        false
                    StudyDate,          '20260314',          true
                    StudyDate,          '20260301-20260314', true
                    StudyDate,          '20260314-',         true
                    StudyDate,          '-20260313',         false
                    StudyDate,          '-20260314',         true
                    StudyDate,          '20260315-',         false
                    StudyTime,          '1000-1100',         true
                    StudyTime,          '1015',              true
                    StudyTime,          '-1015',             true
                    StudyTime,          '1016-',             false
                    StudyInstanceUID,   '1.2.3',             true
                    StudyInstanceUID,   '9.9,1.2.3',         true
                    StudyInstanceUID,   '1.2',               false
                    ModalitiesInStudy,  'SR',                true
                    ModalitiesInStudy,  'MR',                false
                    ModalitiesInStudy,  'MR\\CT',            true
                    StudyDescription,   'ct THORAX',         true
                    AccessionNumber,    'A[1].*',            true
                    AccessionNumber,    'A[1]',              false
                    ReferringPhysicianName, '*',             true
                    ReferringPhysicianName, 'X',             false
                    """)
    void searchesMatchAsTheStandardSays(String keyword, String pattern, boolean matches)
            throws Exception {
        var tag = Dictionary.standard().entry(keyword).orElseThrow().tag();
        assertEquals(matches, new Matching(QidoQuery.ALL.with(tag, pattern)).matches(STUDY));
    }

    @Test
    void aQueryIsReadBackFromItsText() {
        var query =
                QidoQuery.ALL
                        .with(PATIENT_NAME, "*Ødegård*")
                        .with(PATIENT_ID, "a&b=c+d e")
                        .with(STUDY_DATE, Optional.of(LocalDate.of(2026, 3, 1)), Optional.empty())
                        .including(STUDY_DESCRIPTION, INSTITUTION_NAME)
                        .page(50, 100);
        assertEquals(query, QidoQuery.parse(query.text()).orElseThrow());
        assertTrue(query.text().contains("StudyDate=20260301-"));
        assertTrue(query.text().chars().allMatch(c -> c < 128));
    }

    @Test
    void keywordsTagsAndListsAreUnderstood() {
        var query =
                QidoQuery.parse(
                                "00100020=7&includefield=StudyDescription,00080080&includefield=all")
                        .orElseThrow();
        assertEquals("7", query.matches().get(PATIENT_ID));
        assertEquals(List.of(STUDY_DESCRIPTION, INSTITUTION_NAME), query.includes());
        assertTrue(query.includeAll());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NoSuchKeyword=1",
                "limit=many",
                "limit=-1",
                "offset=-2",
                "x",
                "PatientID=%zz"
            })
    void whatIsNotUnderstoodIsNotGuessed(String raw) {
        assertTrue(QidoQuery.parse(raw).isEmpty());
    }
}
