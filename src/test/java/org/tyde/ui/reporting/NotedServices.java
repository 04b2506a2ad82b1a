package org.tyde.ui.reporting;

import org.tyde.dicom.PersonName;
import org.tyde.evidence.EncapsulatedPdf;
import org.tyde.evidence.Observer;
import org.tyde.refusal.Refusal;
import org.tyde.report.Caret;
import org.tyde.report.FollowedText;
import org.tyde.report.PriorReport;
import org.tyde.report.Referral;
import org.tyde.report.Report;
import org.tyde.report.ReportContent;
import org.tyde.report.ReportHead;
import org.tyde.report.ReportId;
import org.tyde.report.ReportKind;
import org.tyde.report.ReportReason;
import org.tyde.report.Section;
import org.tyde.report.out.PageImage;
import org.tyde.report.out.ReportPdfPages;
import org.tyde.report.screening.JointReading;
import org.tyde.report.sign.ImagesRead;
import org.tyde.report.sign.Offer;
import org.tyde.report.sign.SigningCheck;
import org.tyde.report.sign.SigningChoices;
import org.tyde.report.sign.SigningOutcome;
import org.tyde.report.sign.SigningSummary;
import org.tyde.report.sign.Staying;
import org.tyde.report.sign.StoredReport;
import org.tyde.report.sign.StudyStanding;
import org.tyde.report.template.TemplateLibrary;
import org.tyde.study.Study;
import org.tyde.work.Job;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// Services that note what they were asked, and find what a test wants them to find.
final class NotedServices implements ReportServices {
    final List<String> asked = new ArrayList<>();
    final List<Staying> staying = new ArrayList<>();
    Optional<Report> theirs = Optional.empty();
    final List<SigningChoices> signed = new ArrayList<>();
    List<SigningCheck> checks = List.of();
    Optional<PriorReport> prior = Optional.empty();
    List<EncapsulatedPdf> documents = List.of();
    List<StoredReport> stored = List.of();
    boolean training;
    Optional<Refusal> undelivered = Optional.empty();
    Function<SigningSummary, Job<SigningSummary>> summing = Job::done;
    Optional<Job<SigningOutcome>> signing = Optional.empty();
    Observer who =
            new Observer(
                    PersonName.of("Lie", "Ingrid"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("1234567"));
    private final String clinical;
    private Optional<Report> report = Optional.empty();

    NotedServices(String clinical) {
        this.clinical = clinical;
    }

    @Override
    public Job<Report> begin(Study study) {
        var begun = Report.begin(ReportHead.of(study), Referral.NONE);
        report = Optional.of(begun);
        return Job.done(begun);
    }

    @Override
    public Job<Referral> referral(Study study) {
        return Job.done(
                new Referral(
                        Optional.of("Nodul høyre overlapp, vekst?"),
                        Optional.of("CT thorax med kontrast"),
                        Optional.of(clinical),
                        List.of("Pacemaker"),
                        List.of("Jodholdig kontrast (1998)"),
                        documents));
    }

    @Override
    public Job<List<PageImage>> pages(EncapsulatedPdf document, int width) {
        try {
            return Job.done(ReportPdfPages.of(document.pdf(), width));
        } catch (IOException unreadable) {
            return Job.failed(unreadable);
        }
    }

    @Override
    public Job<Optional<PriorReport>> prior(Study study) {
        return Job.done(prior);
    }

    @Override
    public Job<TemplateLibrary.Read> templates() {
        return Job.done(new TemplateLibrary.Read(TemplateLibrary.ours(), List.of(), List.of()));
    }

    @Override
    public Job<StudyStanding> standing(Study study) {
        return Job.done(new StudyStanding(stored, Optional.of(who), training, true, undelivered));
    }

    @Override
    public Job<Report> follow(Study study, Offer offer) {
        asked.add("follow " + offer.kind());
        var head =
                ReportHead.of(
                        study,
                        offer.kind(),
                        offer.kind() == ReportKind.REPORT
                                ? List.of()
                                : offer.on().stream().map(StoredReport::place).toList());
        var text = FollowedText.of(offer.on().getFirst().document());
        var content =
                offer.kind() == ReportKind.CONSENSUS
                        ? new JointReading(offer.on().stream().map(StoredReport::document).toList())
                                .draft(Locale.of("nb"))
                        : ReportContent.plain(text, new Caret(Section.FINDINGS, 0));
        var begun = new Report(head, content);
        report = Optional.of(begun);
        return Job.done(begun);
    }

    @Override
    public Job<ReportId> save(ReportId id) {
        return note("save", id);
    }

    @Override
    public Job<ReportId> compare(ReportId id) {
        return Job.failed(new Refusal(ReportReason.PRIOR_NOT_SHOWN));
    }

    @Override
    public Job<SigningSummary> summary(ReportId id) {
        asked.add("summary");
        var now = report.orElseThrow();
        return summing.apply(
                new SigningSummary(
                        now.head(),
                        Optional.of(who),
                        now.text().of(Section.IMPRESSION),
                        new ImagesRead(
                                198, OptionalInt.of(200), 12, List.of(), List.of(), List.of()),
                        checks,
                        now.text(),
                        now.version(),
                        now.content().shape().independent(),
                        training));
    }

    @Override
    public Job<SigningSummary> decide(ReportId id, SigningCheck check) {
        asked.add("decide " + check.kind().name());
        checks =
                checks.stream()
                        .map(
                                c ->
                                        c.equals(check)
                                                ? new SigningCheck(
                                                        c.kind(),
                                                        c.place(),
                                                        c.arguments(),
                                                        Optional.of(
                                                                c.rightAsItIs(
                                                                        Instant.parse(
                                                                                "2026-11-23T12:00:00Z"),
                                                                        "LIE, Ingrid")))
                                                : c)
                        .toList();
        return summary(id);
    }

    @Override
    public Job<SigningOutcome> sign(SigningSummary summary, SigningChoices choices) {
        asked.add("sign");
        signed.add(choices);
        return signing.orElseGet(() -> Job.done(new SigningOutcome.StoredMeanwhile(List.of())));
    }

    @Override
    public Job<ReportId> preliminary(ReportId id) {
        return note("preliminary", id);
    }

    @Override
    public Job<ReportId> putAside(ReportId id) {
        return note("putAside", id);
    }

    @Override
    public Job<List<Staying>> staying() {
        return Job.done(List.copyOf(staying));
    }

    @Override
    public Job<Report> takeBack(ReportId id) {
        asked.add("takeBack");
        staying.removeIf(s -> s.head().id().equals(id));
        return Job.done(report.orElseThrow());
    }

    @Override
    public Job<Optional<Report>> theirs(ReportId id) {
        return Job.done(theirs);
    }

    @Override
    public Job<ReportId> settle(ReportId id, boolean mine) {
        theirs = Optional.empty();
        return note("settle " + mine, id);
    }

    private Job<ReportId> note(String what, ReportId id) {
        asked.add(what);
        return Job.done(id);
    }

    static Caret end(Report report, Section section) {
        return new Caret(section, report.text().of(section).length());
    }
}
