package org.tyde.app.desk;

import org.tyde.app.house.AtDesk;
import org.tyde.dicom.DataSet;
import org.tyde.evidence.EncapsulatedPdf;
import org.tyde.evidence.Observer;
import org.tyde.refusal.Refusal;
import org.tyde.report.Comparison;
import org.tyde.report.PriorReport;
import org.tyde.report.Referral;
import org.tyde.report.Report;
import org.tyde.report.ReportId;
import org.tyde.report.ReportKind;
import org.tyde.report.ReportReason;
import org.tyde.report.ReportStore;
import org.tyde.report.check.Surroundings;
import org.tyde.report.documents.StudyDocuments;
import org.tyde.report.flow.ChangeText;
import org.tyde.report.flow.MeasuredText;
import org.tyde.report.out.PageImage;
import org.tyde.report.out.ReportPdfPages;
import org.tyde.report.sign.Destination;
import org.tyde.report.sign.Following;
import org.tyde.report.sign.Offer;
import org.tyde.report.sign.SignReason;
import org.tyde.report.sign.SignedRecord;
import org.tyde.report.sign.Signing;
import org.tyde.report.sign.SigningCheck;
import org.tyde.report.sign.SigningChoices;
import org.tyde.report.sign.SigningOutcome;
import org.tyde.report.sign.SigningSummary;
import org.tyde.report.sign.SigningTerms;
import org.tyde.report.sign.Staying;
import org.tyde.report.sign.StoredReport;
import org.tyde.report.sign.StudyStanding;
import org.tyde.report.template.TemplateLibrary;
import org.tyde.settings.Settings;
import org.tyde.store.Cache;
import org.tyde.study.Study;
import org.tyde.ui.reporting.ReportServices;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The report's pane wired to drafts, archive and signing. Asked on the JavaFX thread, answers in jobs.
public final class ReportingServices implements ReportServices {
    private static final int DOCUMENT_TRIES = 240;
    private static final Duration DOCUMENT_REST = Duration.ofMillis(250);
    private final ReportStore reports;
    private final Signing signing;
    private final Following following;
    private final Destination destination;
    private final Cache cache;
    private final JobRunner runner;
    private final Supplier<Settings> settings;
    private final TemplateLibrary templates;
    private final StudyDocuments documents;
    private Supplier<Optional<ReadImages>> images = Optional::empty;

    /// @param reports being written
    /// @param signing in two acts
    /// @param destination the archive that studies come from and reports go to
    /// @param cache that holds the studies
    /// @param runner does the waiting
    /// @param settings as they are now: who signs, in which language
    /// @param templates of this desk
    public ReportingServices(
            ReportStore reports,
            Signing signing,
            Destination destination,
            Cache cache,
            JobRunner runner,
            Supplier<Settings> settings,
            TemplateLibrary templates) {
        this.templates = templates;
        documents = new StudyDocuments(destination.source(), cache);
        this.reports = reports;
        this.signing = signing;
        following = new Following(cache, reports);
        this.destination = destination;
        this.cache = cache;
        this.runner = runner;
        this.settings = settings;
    }

    /// @param now takes down what was looked at; called on the JavaFX thread
    void look(Supplier<Optional<ReadImages>> now) {
        images = now;
    }

    @Override
    public Job<Report> begin(Study study) {
        return runner.waiting(
                "begin a report",
                _ -> {
                    cache.index().used(study.uid());
                    if (reports.begun(study.uid())) return reports.begin(study, Referral.NONE);
                    var standing = look(study);
                    var turn = standing.offer(ReportKind.COUNTERSIGNATURE);
                    if (turn.isPresent()) return following.begin(study, turn.get());
                    return reports.begin(
                            study, Referral.NONE, standing.signed().map(StoredReport::place));
                });
    }

    /// A row of the list may be older than the report, and an archive may be silent. Signing asks again.
    private StudyStanding look(Study study) throws Refusal {
        var now = settings.get();
        return following.look(study, destination.source(), signer(), terms(now).training());
    }

    @Override
    public Job<StudyStanding> standing(Study study) {
        return runner.waiting(
                "where the reports stand",
                _ -> look(study).undelivered(signing.undelivered(study.uid())));
    }

    @Override
    public Job<Report> follow(Study study, Offer offer) {
        return runner.waiting("follow a report", _ -> following.begin(study, offer));
    }

    @Override
    public Job<Referral> referral(Study study) {
        return runner.waiting("referral", _ -> Referral.of(headers(study)));
    }

    /// One header of each series, all of documents: what the referrer said stands in every image.
    private List<DataSet> headers(Study study) throws Refusal {
        var headers = new ArrayList<DataSet>();
        for (var series : destination.source().series(study.uid())) {
            var all = destination.source().instances(study.uid(), series.uid());
            if (series.modality().equals("DOC") || series.modality().equals("OT"))
                headers.addAll(all);
            else if (!all.isEmpty()) headers.add(all.getFirst());
        }
        return headers;
    }

    @Override
    public Job<List<PageImage>> pages(EncapsulatedPdf document, int width) {
        return runner.waiting(
                "referral's pages",
                job -> {
                    for (int i = 0; i < DOCUMENT_TRIES && !cache.holds(document.sopUid()); i++) {
                        job.checkpoint();
                        Thread.sleep(DOCUMENT_REST);
                    }
                    var here = EncapsulatedPdf.of(cache.file(document.sopUid()).dataSet());
                    return ReportPdfPages.of(here.orElse(document).pdf(), width);
                });
    }

    @Override
    public Job<Optional<PriorReport>> prior(Study study) {
        var who = signer();
        return runner.waiting(
                "prior report",
                job -> {
                    for (var document : documents.ofPatient(study, who))
                        if (document.report())
                            return Optional.of(PriorReport.of(documents.read(document, who, job)));
                    return Optional.empty();
                });
    }

    /// @return the one door to the documents of a patient
    StudyDocuments documents() {
        return documents;
    }

    @Override
    public Job<TemplateLibrary.Read> templates() {
        return runner.waiting("read templates", _ -> templates.read());
    }

    @Override
    public Job<ReportId> save(ReportId report) {
        return runner.waiting(
                "save a draft",
                _ -> {
                    reports.save();
                    return report;
                });
    }

    @Override
    public Job<ReportId> compare(ReportId report) {
        var compared = images.get().map(i -> i.compared().keySet()).orElse(Set.of());
        return runner.waiting(
                "compare",
                _ -> {
                    if (compared.isEmpty()) throw new Refusal(ReportReason.PRIOR_NOT_SHOWN);
                    var shown = compared.stream().map(Study::uid).collect(Collectors.toSet());
                    for (var prior : compared)
                        Comparison.insert(reports.require(report), prior, shown, language());
                    return report;
                });
    }

    private Locale language() {
        return settings.get().language();
    }

    @Override
    public Job<SigningSummary> summary(ReportId report) {
        var now = images.get();
        return runner.waiting("sum up a report", _ -> summary(report, now));
    }

    @Override
    public Job<SigningSummary> decide(ReportId report, SigningCheck check) {
        var now = images.get();
        return runner.waiting(
                "decide on a check",
                _ -> {
                    var by = signer().map(s -> s.name().display()).orElse("");
                    reports.require(report).decide(check.rightAsItIs(Instant.now(), by));
                    reports.save();
                    return summary(report, now);
                });
    }

    private SigningSummary summary(ReportId report, Optional<ReadImages> now) throws Refusal {
        if (now.isEmpty()) throw new Refusal(SignReason.NO_IMAGES);
        var of = reports.require(report).head().studyUid();
        if (!of.equals(now.get().studyUid()))
            throw new Refusal(SignReason.OTHER_STUDY, now.get().studyUid(), of);
        cache.flush();
        return signing.summary(report, now.get().in(cache.index()), signer(), destination);
    }

    /// @param now the settings in force
    /// @return what signing means by them
    static SigningTerms terms(Settings now) {
        return new SigningTerms(
                Duration.ofMinutes(now.signing().stayMinutes()),
                now.signing().training() || AtDesk.by(now).filter(Observer::training).isPresent());
    }

    /// @param studyUid Study Instance UID
    /// @return what was decided when its reports were signed here, as the one at the desk may see it
    Job<List<SignedRecord>> history(String studyUid) {
        var reader = signer().map(SignedRecord::name).orElse("");
        return runner.waiting(
                "what was decided",
                _ -> signing.history(studyUid).stream().map(r -> r.seenBy(reader)).toList());
    }

    /// @param now the settings in force
    /// @return how measured numbers and their changes are said by them
    static ChangeText.Manner manner(Settings now) {
        var numbers = now.numbers();
        return new ChangeText.Manner(
                new Surroundings.Threshold(numbers.growth(), numbers.decrease(), numbers.least()),
                new MeasuredText.Rounding(
                        numbers.centimetres(), numbers.decimals(), numbers.percentDecimals()),
                now.language());
    }

    @Override
    public Job<List<Staying>> staying() {
        return runner.waiting("what can be taken back", _ -> signing.staying());
    }

    @Override
    public Job<Report> takeBack(ReportId report) {
        return runner.waiting("take back", _ -> signing.takeBack(report));
    }

    @Override
    public Job<Optional<Report>> theirs(ReportId report) {
        return runner.waiting("the other text", _ -> reports.theirs(report));
    }

    @Override
    public Job<ReportId> settle(ReportId report, boolean mine) {
        return runner.waiting(
                "settle whose text goes on",
                _ -> {
                    reports.settle(report, mine);
                    return report;
                });
    }

    /// @return who is at the desk, as far as the settings tell
    Optional<Observer> signer() {
        return AtDesk.by(settings.get());
    }

    @Override
    public Job<SigningOutcome> sign(SigningSummary summary, SigningChoices choices) {
        return runner.waiting("sign", _ -> signing.sign(summary, choices, destination));
    }

    @Override
    public Job<ReportId> preliminary(ReportId report) {
        var now = images.get();
        return runner.waiting(
                "keep as preliminary",
                _ -> {
                    signing.preliminary(summary(report, now), destination);
                    return report;
                });
    }

    @Override
    public Job<ReportId> putAside(ReportId report) {
        return runner.waiting(
                "put aside",
                _ -> {
                    reports.putAside(report);
                    return report;
                });
    }
}
