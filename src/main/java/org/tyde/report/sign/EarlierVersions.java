package org.tyde.report.sign;

import org.tyde.dicom.DataSet;
import org.tyde.evidence.Awaits;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.MeasurementReport;
import org.tyde.evidence.Observer;
import org.tyde.evidence.ReadDocument;
import org.tyde.evidence.ReportDocument;
import org.tyde.refusal.Refusal;
import org.tyde.report.Report;
import org.tyde.report.ReportKind;
import org.tyde.store.Cache;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// What stands on a study that is replaced by what is signed now: preliminary versions, and what one has
/// sent to be countersigned and writes anew. A sealed reading replaces only its author's own.
///
/// @param cache that holds the study
/// @param known its reports
record EarlierVersions(Cache cache, List<StoredReport> known) {
    ReportObjects.Replaced replaced(
            Report report, Observer signer, SigningChoices choices, List<ReportDocument> follows)
            throws Refusal {
        var ours = new ArrayList<InstanceReference>();
        var standing = StudyReports.standing(known).current();
        for (var one : known) {
            var document = one.document();
            boolean own = document.author().filter(signer::same).isPresent();
            boolean preliminary =
                    document.state() == DocumentState.PRELIMINARY
                            && (own || !choices.independent());
            boolean anew =
                    own
                            && report.head().kind() == ReportKind.REPORT
                            && standing.contains(document)
                            && document.life()
                                    .awaits()
                                    .equals(Optional.of(Awaits.COUNTERSIGNATURE));
            if (preliminary || anew) ours.add(one.place());
        }
        return new ReportObjects.Replaced(ours, measured(report, follows));
    }

    private MeasuredObjects.Earlier measured(Report report, List<ReportDocument> follows)
            throws Refusal {
        var named = new HashSet<String>();
        for (var before : follows) before.evidence().forEach(e -> named.add(e.sopUid()));
        var waiting = new ArrayList<DataSet>();
        var followed = new ArrayList<DataSet>();
        for (var located : cache.index().ofStudy(report.head().studyUid())) {
            var instance = located.instance();
            if (!ReadDocument.reads(instance.sopClass())) continue;
            var document = cache.header(instance.uid());
            if (!MeasurementReport.is(document)) continue;
            boolean signed =
                    switch (DocumentState.of(document)) {
                        case PRELIMINARY, AWAITING -> false;
                        case UNSIGNED, SIGNED -> true;
                    };
            if (named.contains(instance.uid())) followed.add(document);
            else if (!signed) waiting.add(document);
        }
        return new MeasuredObjects.Earlier(waiting, followed);
    }
}
