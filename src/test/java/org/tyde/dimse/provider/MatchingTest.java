package org.tyde.dimse.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Dictionary;
import org.tyde.dicom.Tag;

class MatchingTest {
    private static final DataSet HELD =
            DataSet.builder()
                    .text(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100")
                    .text(Tag.PATIENT_NAME, "Bjørnstad^Åse")
                    .text(Tag.PATIENT_ID, "AB12")
                    .text(Tag.STUDY_DATE, "20260314")
                    .text(Tag.STUDY_TIME, "093015.5")
                    .text(Tag.MODALITIES_IN_STUDY, "CT", "SR")
                    .text(Tag.STUDY_INSTANCE_UID, "1.2.3")
                    .integer(Tag.SERIES_NUMBER, 7)
                    .code(Tag.PROCEDURE_CODE_SEQUENCE, new Code("RA1", "99X", "thorax"))
                    .build();

    private static boolean matches(DataSet keys) throws Exception {
        return new Matching(keys, _ -> true).matches(HELD);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # key,             value,             matches (PS3.4 C.2.2.2)
                    PatientName,       '',                true
                    PatientName,       *,                 true
                    PatientName,       BJØRNSTAD*,        true
                    PatientName,       bjoernstad^aase,   true
                    PatientName,       Bj?rnstad^*,       true
                    PatientName,       Bjørn,             false
                    PatientName,       Bjørnstad^Åse^^,   true
                    PatientID,         AB12,              true
                    PatientID,         ab12,              false
                    PatientID,         A*2,               true
                    PatientID,         A?2,               false
                    StudyDate,         20260314,          true
                    StudyDate,         20260314-,         true
                    StudyDate,         -20260314,         true
                    StudyDate,         20260301-20260331, true
                    StudyDate,         20260315-,         false
                    StudyDate,         20260101-20260313, false
                    StudyTime,         0930,              true
                    StudyTime,         093015,            true
                    StudyTime,         09-0931,           true
                    StudyTime,         0931-,             false
                    StudyTime,         -0930,             true
                    ModalitiesInStudy, SR,                true
                    ModalitiesInStudy, MR,                false
                    ModalitiesInStudy, MR\\CT,            true
                    StudyInstanceUID,  1.2.9\\1.2.3,      true
                    StudyInstanceUID,  1.2.*,             false
                    SeriesNumber,      007,               true
                    SeriesNumber,      8,                 false
                    AccessionNumber,   A1,                false
                    """)
    void aKeyMatchesAsTheStandardSays(String keyword, String value, boolean expected)
            throws Exception {
        var tag = Dictionary.standard().entry(keyword).orElseThrow().tag();
        var keys = DataSet.builder().asFound().text(tag, value.split("\\\\")).build();
        assertEquals(expected, matches(keys));
    }

    private static DataSet procedure(String value) {
        return DataSet.builder()
                .sequence(
                        Tag.PROCEDURE_CODE_SEQUENCE,
                        DataSet.builder().text(Tag.CODE_VALUE, value).build())
                .build();
    }

    @Test
    void aSequenceMatchesByOneOfItsItems() throws Exception {
        assertTrue(matches(procedure("RA1")));
        assertFalse(matches(procedure("RA2")));
        assertTrue(matches(procedure("")));
        assertTrue(matches(DataSet.builder().sequence(Tag.PROCEDURE_CODE_SEQUENCE).build()));
    }

    @Test
    void allKeysMustMatch() throws Exception {
        var keys = DataSet.builder().text(Tag.PATIENT_ID, "AB12").text(Tag.MODALITY, "CT").build();
        assertFalse(matches(keys));
    }

    @Test
    void aKeyThatIsNotKnownIsPassedOverAndSaid() throws Exception {
        var keys = DataSet.builder().text(Tag.PATIENT_ID, "AB12").text(Tag.OCCUPATION, "X").build();
        var matching = new Matching(keys, tag -> !tag.equals(Tag.OCCUPATION));
        assertTrue(matching.ignoresSome());
        assertTrue(matching.matches(HELD));
    }
}
