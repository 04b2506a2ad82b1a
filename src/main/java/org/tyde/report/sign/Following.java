package org.tyde.report.sign;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.archive.StudySource;
import org.tyde.evidence.Observer;
import org.tyde.refusal.Refusal;
import org.tyde.report.Caret;
import org.tyde.report.FollowedText;
import org.tyde.report.Referral;
import org.tyde.report.Report;
import org.tyde.report.ReportContent;
import org.tyde.report.ReportHead;
import org.tyde.report.ReportKind;
import org.tyde.report.ReportStore;
import org.tyde.report.Section;
import org.tyde.report.Shape;
import org.tyde.report.screening.JointReading;
import org.tyde.store.Cache;
import org.tyde.study.Study;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Begins what follows a report that stands: countersigning, second reading, amendment, addendum. Waits
/// for disk and network: call it in a job.
public final class Following {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

    private final StudyReports stored;
    private final ReportStore reports;

    /// @param cache that holds studies
    /// @param reports being written
    public Following(Cache cache, ReportStore reports) {
        stored = new StudyReports(cache);
        this.reports = reports;
    }

    /// @param study as a list has it
    /// @param source of it, asked where the study is said to hold a document
    /// @param who is at the desk
    /// @param training whether he is in training
    /// @return where its reports stand; of a silent archive, by what is here
    /// @throws Refusal the cache cannot be read
    public StudyStanding look(
            Study study, StudySource source, Optional<Observer> who, boolean training)
            throws Refusal {
        var here = stored.here(study.uid());
        if (!study.modalities().contains("SR")) return new StudyStanding(here, who, training, true);
        try {
            var there = stored.there(source, study.uid());
            return new StudyStanding(StudyReports.both(here, there), who, training, true);
        } catch (Refusal silent) {
            LOG.info("the archive does not tell of reports: {}", silent.reason().name());
            return new StudyStanding(here, who, training, false);
        }
    }

    /// The draft as it was left, or a new one. While nobody changes it, it is none, and goes when the study
    /// is left.
    ///
    /// @param study that was described
    /// @param offer what is begun
    /// @return the report, with the text it goes on from; of an addendum without
    /// @throws Refusal `work.db` cannot be read or written
    public Report begin(Study study, Offer offer) throws Refusal {
        var follows = offer.kind() == ReportKind.REPORT ? List.<StoredReport>of() : offer.on();
        var head =
                ReportHead.of(
                        study, offer.kind(), follows.stream().map(StoredReport::place).toList());
        if (offer.kind() == ReportKind.ADDENDUM)
            return reports.goOn(Report.begin(head, Referral.NONE));
        if (offer.kind() == ReportKind.CONSENSUS)
            return reports.goOn(new Report(head, joint(offer).draft(Locale.getDefault())));
        var text = FollowedText.of(offer.on().getFirst().document());
        var caret = new Caret(Section.FINDINGS, text.of(Section.FINDINGS).length());
        // one's own report sent anew is a draft at once: it says all of it for itself
        var shape = offer.kind() == ReportKind.REPORT ? Shape.PLAIN : Shape.PLAIN.laid(text);
        return reports.goOn(new Report(head, new ReportContent(text, caret, List.of(), shape)));
    }

    private static JointReading joint(Offer offer) {
        return new JointReading(offer.on().stream().map(StoredReport::document).toList());
    }
}
