package org.tyde.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class ReferralTest {
    @Test
    void whereNobodyWroteAnythingNoReferralWasReceived() throws Exception {
        assertTrue(Referral.of(List.of(DataSet.empty())).absent());
        assertTrue(Referral.NONE.sections().values().stream().allMatch(String::isEmpty));
    }

    @Test
    void textsAreCollectedOnceFromWhereverTheyStand() throws Exception {
        var request =
                DataSet.builder()
                        .text(Tag.REASON_FOR_THE_REQUESTED_PROCEDURE, "Hoste i seks uker.")
                        .text(Tag.REQUESTED_PROCEDURE_DESCRIPTION, "CT thorax")
                        .build();
        var first =
                DataSet.builder()
                        .sequence(Tag.REQUEST_ATTRIBUTES_SEQUENCE, request)
                        .text(Tag.ADDITIONAL_PATIENT_HISTORY, "Røyker.")
                        .text(Tag.ALLERGIES, "Jodkontrast")
                        .build();
        var second =
                DataSet.builder()
                        .text(Tag.REASON_FOR_THE_REQUESTED_PROCEDURE, "Hoste i seks uker.")
                        .text(Tag.MEDICAL_ALERTS, "Pacemaker", "eGFR 35")
                        .build();
        var referral = Referral.of(List.of(first, second));
        assertEquals(Optional.of("Hoste i seks uker."), referral.reason());
        assertEquals(Optional.of("CT thorax"), referral.procedure());
        assertEquals(List.of("Pacemaker", "eGFR 35"), referral.alerts());
        assertEquals(List.of("Jodkontrast"), referral.allergies());
        assertEquals(
                Map.of(Section.ORDER, "Hoste i seks uker.", Section.HISTORY, "Røyker."),
                referral.sections());
    }

    @Test
    void theProceduresCodeIsNamedWhereItHasNoDescription() throws Exception {
        var object =
                DataSet.builder()
                        .code(
                                Tag.REQUESTED_PROCEDURE_CODE_SEQUENCE,
                                new Code("SDD0AA", "99NCRP", "CT thorax"))
                        .build();
        assertEquals(Optional.of("CT thorax"), Referral.of(List.of(object)).procedure());
    }

    @Test
    void anEncapsulatedPdfIsHandedOutWithoutItsPadding() throws Exception {
        byte[] padded = {'%', 'P', 'D', 'F', '-', 0};
        var object =
                DataSet.builder()
                        .text(Tag.SOP_CLASS_UID, SopClass.ENCAPSULATED_PDF_STORAGE)
                        .text(Tag.DOCUMENT_TITLE, "Henvisning")
                        .bytes(Tag.ENCAPSULATED_DOCUMENT, Vr.OB, padded)
                        .integer(Tag.ENCAPSULATED_DOCUMENT_LENGTH, 5)
                        .build();
        var document = Referral.of(List.of(object)).documents().getFirst();
        assertEquals("Henvisning", document.title());
        assertArrayEquals(new byte[] {'%', 'P', 'D', 'F', '-'}, document.pdf());
    }
}
