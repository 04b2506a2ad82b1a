package org.tyde.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tyde.dicom.Tag;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.ReadDocument;
import org.tyde.evidence.ReportFlaw;
import org.tyde.samples.DemoInstance;
import org.tyde.samples.DemoStudies;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// The demo's own referrals and prior reports, as the workstation reads them.
class DemoReportsTest {
    @Test
    void theFirstStudyHasAReferralInNorwegian() throws Exception {
        var first = DemoStudies.instances().getFirst().make().get();
        var referral = Referral.of(List.of(first));
        assertFalse(referral.absent());
        assertFalse(referral.sections().values().stream().allMatch(String::isBlank));
    }

    @Test
    void theFirstPriorReportIsSignedAndFlawless() throws Exception {
        var last = new LinkedHashMap<String, DemoInstance>();
        for (var instance : DemoStudies.instances()) last.put(instance.studyUid(), instance);
        int reports = 0;
        for (var instance : last.values()) {
            var object = instance.make().get();
            if (!ReadDocument.reads(object.textOr(Tag.SOP_CLASS_UID, ""))) continue;
            reports++;
            var prior = PriorReport.of(object);
            assertEquals(DocumentState.SIGNED, prior.document().state());
            assertTrue(prior.text(Section.FINDINGS).isPresent());
            assertTrue(prior.text(Section.IMPRESSION).isPresent());
            assertEquals(Set.of(), ReportFlaw.of(object));
            break; // making the images of all studies takes long
        }
        assertEquals(1, reports);
    }
}
