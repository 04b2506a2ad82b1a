package org.tyde.store;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;
import org.tyde.study.Instance;
import org.tyde.study.Series;
import org.tyde.study.Study;

import java.time.Instant;

/// One kept instance, as the index will know it.
///
/// @param study of its study
/// @param series of its series
/// @param instance itself
/// @param blob where its Part 10 file lies
/// @param bytes of that file
/// @param arrived when it came
/// @param completion Completion Flag (0040,A491), empty where it has none
/// @param verification Verification Flag (0040,A493), empty where it has none
record IndexEntry(
        Study study,
        Series series,
        Instance instance,
        BlobId blob,
        long bytes,
        Instant arrived,
        String completion,
        String verification) {

    /// @throws Refusal an identifier is missing or a value malformed
    static IndexEntry of(
            DataSet header, TransferSyntax syntax, BlobId blob, long bytes, Instant arrived)
            throws Refusal {
        for (var tag :
                new Tag[] {Tag.STUDY_INSTANCE_UID, Tag.SERIES_INSTANCE_UID, Tag.SOP_INSTANCE_UID})
            if (header.text(tag).isEmpty())
                throw new Refusal(StoreReason.MISSING_ATTRIBUTE, tag.keyword() + " " + tag);
        return new IndexEntry(
                Study.from(header),
                Series.from(header),
                Instance.from(header, syntax.uid()),
                blob,
                bytes,
                arrived,
                header.textOr(Tag.COMPLETION_FLAG, ""),
                header.textOr(Tag.VERIFICATION_FLAG, ""));
    }
}
