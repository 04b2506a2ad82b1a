package org.tyde.report.sign;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Uids;
import org.tyde.evidence.Awaits;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.MeasurementReport;
import org.tyde.refusal.Refusal;
import org.tyde.report.ReportHead;
import org.tyde.report.ReportKind;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The measurement reports that belong to a report.
///
/// @param made written with it
/// @param told what its forms tell: those made, and those of the reports it follows that hold still
/// @param dropped earlier ones that nothing measured stands in place of any more
record MeasuredObjects(List<DataSet> made, List<DataSet> told, List<InstanceReference> dropped) {
    /// Measurement reports that are there already.
    ///
    /// @param waiting not signed, of no report that is followed
    /// @param followed of the reports that are followed
    record Earlier(List<DataSet> waiting, List<DataSet> followed) {}

    /// What was measured for a report that is countersigned is signed with it, by the same hand. One who reads a
    /// second time or joins two readings leaves earlier measurements as they are; one who amends replaces them
    /// where he measured anything.
    ///
    /// @throws Refusal the header or an earlier one is malformed
    static MeasuredObjects of(
            ReportHead head,
            SigningSummary summary,
            Signature signature,
            DataSet header,
            Earlier earlier,
            LocalDateTime when)
            throws Refusal {
        // nobody may read what was measured before both readings are signed
        if (signature.life().awaits().equals(Optional.of(Awaits.INDEPENDENT_READING)))
            return new MeasuredObjects(List.of(), List.of(), List.of());
        var made = new ArrayList<DataSet>();
        var groups = summary.images().measured();
        var replaced =
                switch (head.kind()) {
                    case REPORT -> earlier.waiting();
                    case AMENDMENT -> earlier.followed();
                    case ADDENDUM, COUNTERSIGNATURE, SECOND_READING, CONSENSUS ->
                            List.<DataSet>of();
                };
        if (!groups.isEmpty())
            made.add(
                    new MeasurementReport(
                                    Uids.create(),
                                    head.studyUid(),
                                    signature.state(),
                                    summary.signer(),
                                    groups,
                                    references(replaced))
                            .write(header, when));
        boolean countersigned = head.kind() == ReportKind.COUNTERSIGNATURE;
        var kept = new ArrayList<DataSet>();
        for (var one : earlier.followed())
            if (countersigned && DocumentState.of(one) != DocumentState.SIGNED)
                made.add(
                        MeasurementReport.restated(
                                one,
                                signature.state(),
                                signature.author(),
                                signature.verifiers(),
                                when));
            else if (groups.isEmpty() || !replaced.contains(one)) kept.add(one);
        var told = new ArrayList<>(made);
        if (head.kind() != ReportKind.ADDENDUM) told.addAll(kept);
        boolean drops = groups.isEmpty() && head.kind() == ReportKind.REPORT;
        return new MeasuredObjects(made, told, drops ? references(replaced) : List.of());
    }

    /// @return the objects, as others name them
    static List<InstanceReference> references(List<DataSet> objects) throws Refusal {
        var references = new ArrayList<InstanceReference>();
        for (var object : objects)
            references.add(
                    new InstanceReference(
                            object.textOr(Tag.STUDY_INSTANCE_UID, ""),
                            object.textOr(Tag.SERIES_INSTANCE_UID, ""),
                            object.textOr(Tag.SOP_CLASS_UID, ""),
                            object.textOr(Tag.SOP_INSTANCE_UID, "")));
        return references;
    }
}
