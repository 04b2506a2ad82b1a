package org.tyde.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tyde.dicom.PersonName;
import org.tyde.study.PatientId;

import java.util.Optional;

/// A referral may come after the first word of the report.
class LateReferralTest {
    private static Report begun(String clinical) {
        var head =
                new ReportHead(
                        ReportId.create(),
                        ReportKind.REPORT,
                        "1.2.3",
                        new PatientId("1", Optional.empty()),
                        PersonName.of("Nordmann", "Kari"),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        "",
                        "CT",
                        Optional.empty());
        return Report.begin(head, clinical);
    }

    @Test
    void itStandsUnderClinicalInformationAndUndoLeavesItThere() throws Exception {
        var report = begun("");
        report.insert("Ingen fraktur.", java.util.Set.of());
        long before = report.version();
        report.refer("Fall på isen.");
        assertEquals("Fall på isen.", report.text().of(Section.CLINICAL));
        assertEquals(before + 1, report.version());
        report.undo();
        assertEquals("", report.text().of(Section.FINDINGS));
        assertEquals("Fall på isen.", report.text().of(Section.CLINICAL));
        report.redo();
        assertEquals("Ingen fraktur.", report.text().of(Section.FINDINGS));
        assertEquals("Fall på isen.", report.text().of(Section.CLINICAL));
    }

    @Test
    void whatStandsThereAlreadyStays() {
        var report = begun("Første henvisning.");
        report.refer("En annen.");
        report.refer("");
        assertEquals("Første henvisning.", report.text().of(Section.CLINICAL));
    }
}
