package org.tyde.report.sign;

import org.tyde.archive.StudySource;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.ReadDocument;
import org.tyde.refusal.Refusal;
import org.tyde.study.Study;

import java.util.Optional;

/// Finds the signed report of a study in its archive: what an addendum adds to.
public final class SignedReports {
    private SignedReports() {}

    /// @param source of the study; asked only where the study is said to hold a document
    /// @param study whose report is looked for
    /// @return the signed report written last
    /// @throws Refusal the archive does not answer
    public static Optional<InstanceReference> latest(StudySource source, Study study)
            throws Refusal {
        if (!study.modalities().contains("SR")) return Optional.empty();
        var latest = Optional.<InstanceReference>empty();
        var written = "";
        for (var series : source.series(study.uid())) {
            if (!series.modality().equals("SR")) continue;
            for (var object : source.instances(study.uid(), series.uid())) {
                if (!signed(object)) continue;
                var when =
                        object.textOr(Tag.CONTENT_DATE, "") + object.textOr(Tag.CONTENT_TIME, "");
                if (latest.isPresent() && when.compareTo(written) < 0) continue;
                written = when;
                latest =
                        Optional.of(
                                new InstanceReference(
                                        study.uid(),
                                        series.uid(),
                                        object.textOr(Tag.SOP_CLASS_UID, ""),
                                        object.textOr(Tag.SOP_INSTANCE_UID, "")));
            }
        }
        return latest;
    }

    private static boolean signed(DataSet object) throws Refusal {
        return ReadDocument.narrates(object) && DocumentState.of(object) == DocumentState.SIGNED;
    }
}
