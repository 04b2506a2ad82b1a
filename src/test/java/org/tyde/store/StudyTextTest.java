package org.tyde.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.study.PatientId;
import org.tyde.study.Study;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a row of the index keeps besides its own columns.
class StudyTextTest {
    private static final List<PatientId> IDS =
            List.of(
                    new PatientId("41819000032", Optional.of("DNR")),
                    new PatientId("7", Optional.empty()));
    private static final List<Code> CODES =
            List.of(new Code("72696002", "SCT", "Kne"), new Code("SNG0AG", "99NCRP", ""));

    @Test
    void idsAndCodesComeBackAsTheyWere() {
        assertEquals(IDS, StudyText.Lists.ids(StudyText.Lists.ofIds(IDS)));
        assertEquals(CODES, StudyText.Lists.codes(StudyText.Lists.ofCodes(CODES)));
        assertEquals(List.of(), StudyText.Lists.ids(StudyText.Lists.ofIds(List.of())));
        assertEquals(List.of(), StudyText.Lists.codes(""));
    }

    @Test
    void aRowWrittenBeforeTheyWereKeptIsReadWithoutThem() throws Exception {
        var other =
                DataSet.builder()
                        .text(Tag.PATIENT_ID, "41819000032")
                        .text(Tag.ISSUER_OF_PATIENT_ID, "DNR")
                        .build();
        var study =
                Study.from(
                        DataSet.builder()
                                .text(Tag.STUDY_INSTANCE_UID, "2.25.1")
                                .text(Tag.PATIENT_ID, "15876500016")
                                .sequence(Tag.OTHER_PATIENT_IDS_SEQUENCE, other)
                                .codes(Tag.PROCEDURE_CODE_SEQUENCE, CODES)
                                .build());
        var text = StudyText.of(study);
        var packed = text.packed();
        assertEquals(text, StudyText.unpacked(packed));
        int kept = 2 * Integer.BYTES + text.otherIds().length() + text.codes().length();
        var before = StudyText.unpacked(Arrays.copyOf(packed, packed.length - kept));
        assertEquals(text.patientId(), before.patientId());
        assertEquals(List.of(), StudyText.Lists.ids(before.otherIds()));
        assertEquals(study.patient().otherIds(), StudyText.Lists.ids(text.otherIds()));
    }
}
