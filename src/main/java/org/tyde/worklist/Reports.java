package org.tyde.worklist;

import org.tyde.dicom.SopClass;

import java.util.Set;

/// What a structured report means for the status of its study.
final class Reports {
    private static final Set<String> NARRATIVE =
            Set.of(
                    SopClass.BASIC_TEXT_SR_STORAGE,
                    SopClass.ENHANCED_SR_STORAGE,
                    SopClass.COMPREHENSIVE_SR_STORAGE,
                    SopClass.COMPREHENSIVE_3D_SR_STORAGE);

    private Reports() {}

    /// Verification Flag (0040,A493); dose reports and the like say nothing here.
    static ReadingStatus status(String sopClass, String verification) {
        if (!NARRATIVE.contains(sopClass)) return ReadingStatus.UNREAD;
        if (verification.equals("VERIFIED")) return ReadingStatus.SIGNED;
        // unverified measurements of programs come as Comprehensive SR: nobody has begun a report
        // then
        boolean text = sopClass.equals(SopClass.BASIC_TEXT_SR_STORAGE);
        boolean enhanced = sopClass.equals(SopClass.ENHANCED_SR_STORAGE);
        return text || enhanced ? ReadingStatus.PRELIMINARY : ReadingStatus.UNREAD;
    }
}
