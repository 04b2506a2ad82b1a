package org.tyde.ui.reporting;

import org.tyde.evidence.EncapsulatedPdf;
import org.tyde.report.PriorReport;
import org.tyde.report.Referral;
import org.tyde.report.Report;
import org.tyde.report.ReportId;
import org.tyde.report.out.PageImage;
import org.tyde.report.sign.Offer;
import org.tyde.report.sign.SigningCheck;
import org.tyde.report.sign.SigningChoices;
import org.tyde.report.sign.SigningOutcome;
import org.tyde.report.sign.SigningSummary;
import org.tyde.report.sign.Staying;
import org.tyde.report.sign.StudyStanding;
import org.tyde.report.template.TemplateLibrary;
import org.tyde.study.Study;
import org.tyde.work.Job;

import java.util.List;
import java.util.Optional;

/// What the report's pane asks of the rest of the house. Every answer is a job: nothing waits.
public interface ReportServices {
    /// @param study to be described
    /// @return its draft as it was left, or a new report
    Job<Report> begin(Study study);

    /// @param study to be described
    /// @return what the referrer asked and told; [Referral#NONE] where nothing came with the study
    Job<Referral> referral(Study study);

    /// @param document a referral that came as a PDF
    /// @param width px of each page
    /// @return its pages for a dark room, once it is here
    Job<List<PageImage>> pages(EncapsulatedPdf document, int width);

    /// @param study to be described
    /// @return the latest report on the patient that stands already, of this study before earlier ones
    Job<Optional<PriorReport>> prior(Study study);

    /// @return all templates of this desk, read anew
    Job<TemplateLibrary.Read> templates();

    /// @param study to be described
    /// @return where its reports stand, and what may be begun on them
    Job<StudyStanding> standing(Study study);

    /// @param study that was described
    /// @param offer what is begun on its reports
    /// @return the draft as it was left, or a new one
    Job<Report> follow(Study study, Offer offer);

    /// @param report which
    /// @return once the draft is durable
    Job<ReportId> save(ReportId report);

    /// @param report which
    /// @return once the sentence about each prior that has been on screen stands in the report
    Job<ReportId> compare(ReportId report);

    /// The first act of signing.
    ///
    /// @param report which
    /// @return what would be signed, with what was found
    Job<SigningSummary> summary(ReportId report);

    /// Somebody looked at a check and lets the text stand.
    ///
    /// @param report which
    /// @param check that is right as it is
    /// @return once that is durable: what would be signed, looked over anew
    Job<SigningSummary> decide(ReportId report, SigningCheck check);

    /// The second act of signing.
    ///
    /// @param summary what was looked at
    /// @param choices decided by the signer
    /// @return how it ended
    Job<SigningOutcome> sign(SigningSummary summary, SigningChoices choices);

    /// @param report which
    /// @return once it is kept as preliminary
    Job<ReportId> preliminary(ReportId report);

    /// @param report which
    /// @return once the draft is saved and the study may be left
    Job<ReportId> putAside(ReportId report);

    /// @return reports that are signed and can be taken back, the oldest first
    Job<List<Staying>> staying();

    /// @param report signed, and still here
    /// @return it, to be written on as it was
    Job<Report> takeBack(ReportId report);

    /// @param report being written
    /// @return what another window or program has saved as the same report; empty where nobody has
    Job<Optional<Report>> theirs(ReportId report);

    /// @param report that another has written too
    /// @param mine whether the text of this window goes on
    /// @return once it is settled
    Job<ReportId> settle(ReportId report, boolean mine);
}
