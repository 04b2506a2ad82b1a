package org.tyde.app;

import org.tyde.archive.RelevantPriors;
import org.tyde.archive.StudyQuery;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.Observer;
import org.tyde.evidence.ReadDocument;
import org.tyde.imaging.FrameKey;
import org.tyde.reading.CaseOpening;
import org.tyde.reading.CaseStudy;
import org.tyde.reading.OpenCase;
import org.tyde.refusal.Refusal;
import org.tyde.report.Comparison;
import org.tyde.report.Delivery;
import org.tyde.report.Destination;
import org.tyde.report.ImagesRead;
import org.tyde.report.PriorReport;
import org.tyde.report.Referral;
import org.tyde.report.Report;
import org.tyde.report.ReportId;
import org.tyde.report.ReportStore;
import org.tyde.report.Signing;
import org.tyde.report.SigningChoices;
import org.tyde.report.SigningOutcome;
import org.tyde.report.SigningSummary;
import org.tyde.settings.Settings;
import org.tyde.settings.Signer;
import org.tyde.study.Study;
import org.tyde.ui.reporting.ReportServices;
import org.tyde.work.Job;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Where reports are begun, kept and signed: what the report's pane asks for, done with the rooms below.
/// Called on the JavaFX thread, where it takes its picture of the open case; the rest runs in jobs.
final class ReportRoom implements ReportServices, AutoCloseable {
    private final House house;
    private final ReportStore store;
    private final Delivery delivery;
    private final Signing signing;
    private final Supplier<Settings> settings;
    private Consumer<Referral> referralFound = _ -> {};
    private Optional<CaseOpening> opening = Optional.empty();

    ReportRoom(House house, Supplier<Settings> settings, Clock clock) {
        this.house = house;
        this.settings = settings;
        store = new ReportStore(house.work().drafts(), house.runner());
        delivery =
                new Delivery(
                        house.cache(),
                        house.work(),
                        house.runner(),
                        name ->
                                name.equals(house.archive().name())
                                        ? Optional.of(house.archive())
                                        : house.named(name),
                        clock);
        signing = new Signing(house.cache(), store, delivery, clock);
        house.runner()
                .waiting(
                        "recover what waits",
                        _ -> {
                            delivery.recover();
                            return true;
                        });
    }

    /// @param found told the referral of the study being begun, on a job's thread
    void onReferral(Consumer<Referral> found) {
        referralFound = found;
    }

    /// @param now the open study on its way, for what was received and shown
    void watch(Optional<CaseOpening> now) {
        opening = now;
    }

    ReportStore store() {
        return store;
    }

    Delivery delivery() {
        return delivery;
    }

    @Override
    public Job<Report> begin(Study study) {
        return house.runner()
                .waiting(
                        "begin report",
                        _ -> {
                            var referral = referral(study);
                            referralFound.accept(referral);
                            return store.begin(study, referral.clinical());
                        });
    }

    /// From the archive's metadata, so that it can be read before the first image is here: one header of
    /// each series of images, all of documents.
    private Referral referral(Study study) throws Refusal {
        var headers = new ArrayList<DataSet>();
        for (var series : house.archive().series(study.uid())) {
            if (!headers.isEmpty() && !series.modality().equals("DOC")) continue;
            headers.addAll(house.archive().instances(study.uid(), series.uid()));
        }
        return Referral.of(headers);
    }

    /// @param study that is read
    /// @return the report that is latest among its own and those of earlier studies
    Job<Optional<PriorReport>> latestReport(Study study) {
        return house.runner().waiting("prior report", _ -> findReport(study));
    }

    private Optional<PriorReport> findReport(Study study) throws Refusal {
        var own = reportsOf(study);
        if (!own.isEmpty()) return own;
        var id = study.patient().id().value();
        if (id.isEmpty()) return Optional.empty();
        var priors = RelevantPriors.of(study, house.archive().find(StudyQuery.ofPatient(id)));
        var ordered =
                priors.all().stream().sorted(Comparator.comparing(p -> p.relation())).toList();
        for (var prior : ordered) {
            var found = reportsOf(prior.study());
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private Optional<PriorReport> reportsOf(Study study) throws Refusal {
        if (!study.modalities().contains("SR")) return Optional.empty();
        Optional<DataSet> last = Optional.empty();
        for (var series : house.archive().series(study.uid())) {
            if (!series.modality().equals("SR")) continue;
            for (var object : house.archive().instances(study.uid(), series.uid()))
                if (ReadDocument.reads(object.textOr(Tag.SOP_CLASS_UID, ""))
                        && (last.isEmpty() || written(object).compareTo(written(last.get())) > 0))
                    last = Optional.of(object);
        }
        return last.isEmpty() ? Optional.empty() : Optional.of(PriorReport.of(last.get()));
    }

    private static String written(DataSet object) throws Refusal {
        return object.textOr(Tag.CONTENT_DATE, "") + object.textOr(Tag.CONTENT_TIME, "");
    }

    @Override
    public Job<ReportId> save(ReportId report) {
        return house.runner()
                .waiting(
                        "save report",
                        _ -> {
                            store.save();
                            return report;
                        });
    }

    @Override
    public Job<ReportId> compare(ReportId report) {
        var shown = openCase().map(ReportRoom::shownPriors).orElse(Set.of());
        var priors =
                opening.flatMap(CaseOpening::priors).map(RelevantPriors::all).orElse(List.of());
        var locale = settings.get().language();
        return house.runner()
                .waiting(
                        "comparison",
                        _ -> {
                            for (var prior : priors)
                                if (shown.contains(prior.study().uid()))
                                    Comparison.insert(
                                            store.require(report), prior.study(), shown, locale);
                            return report;
                        });
    }

    private Optional<OpenCase> openCase() {
        return opening.flatMap(CaseOpening::openCase);
    }

    private static Set<String> shownPriors(OpenCase open) {
        var uids = new HashSet<String>();
        for (CaseStudy prior : open.priorsShown()) uids.add(prior.uid());
        return uids;
    }

    private Destination target() {
        return new Destination(house.archive(), house.isDemo());
    }

    private Optional<Observer> signer() {
        return settings.get()
                .signer()
                .filter(Signer::complete)
                .map(
                        s ->
                                new Observer(
                                        PersonName.of(s.familyName(), s.givenName()),
                                        Optional.of(s.role()),
                                        Optional.of(s.organisation()),
                                        Optional.of(s.hprNumber())));
    }

    /// What the screen knows of the images, taken on the JavaFX thread.
    private record Looked(
            int received,
            OptionalInt expected,
            int neverShown,
            Set<FrameKey> shown,
            List<FrameKey> keyImages,
            Set<String> priors) {}

    private Looked looked() {
        var here = opening.map(o -> o.retrieval().completeness());
        var open = openCase();
        return new Looked(
                here.map(c -> c.received()).orElse(0),
                here.filter(c -> c.expected() >= 0)
                        .map(c -> OptionalInt.of(c.expected()))
                        .orElse(OptionalInt.empty()),
                open.map(c -> c.neverShown().stream().mapToInt(u -> u.count()).sum()).orElse(0),
                open.map(c -> c.coverage().all()).orElse(Set.of()),
                open.map(c -> c.marks().keyImages()).orElse(List.of()),
                open.map(ReportRoom::shownPriors).orElse(Set.of()));
    }

    private ImagesRead images(ReportId report, Looked looked) throws Refusal {
        house.cache().flush();
        var study = store.require(report).head().studyUid();
        var shown = new HashSet<String>();
        for (var key : looked.shown()) shown.add(key.sopInstanceUid());
        var compared = new ArrayList<InstanceReference>();
        for (var prior : looked.priors()) compared.addAll(references(prior, shown));
        return new ImagesRead(
                looked.received(),
                looked.expected(),
                looked.neverShown(),
                references(study, shown),
                keyImages(study, looked.keyImages()),
                compared);
    }

    private List<InstanceReference> references(String study, Set<String> wanted) throws Refusal {
        var all = new ArrayList<InstanceReference>();
        for (var located : house.cache().index().ofStudy(study)) {
            var one = located.instance();
            if (wanted.contains(one.uid()))
                all.add(new InstanceReference(study, one.seriesUid(), one.sopClass(), one.uid()));
        }
        return all;
    }

    private List<InstanceReference> keyImages(String study, List<FrameKey> keys) throws Refusal {
        var all = new ArrayList<InstanceReference>();
        for (var located : house.cache().index().ofStudy(study)) {
            var one = located.instance();
            var frames =
                    keys.stream()
                            .filter(k -> k.sopInstanceUid().equals(one.uid()))
                            .map(FrameKey::frame)
                            .sorted()
                            .toList();
            if (frames.isEmpty()) continue;
            all.add(
                    new InstanceReference(
                            study,
                            one.seriesUid(),
                            one.sopClass(),
                            one.uid(),
                            one.frames() > 1 ? frames : List.of()));
        }
        return all;
    }

    @Override
    public Job<SigningSummary> summary(ReportId report) {
        var looked = looked();
        return house.runner().waiting("summary", _ -> summary(report, looked));
    }

    private SigningSummary summary(ReportId report, Looked looked) throws Refusal {
        return signing.summary(report, images(report, looked), signer(), target());
    }

    @Override
    public Job<SigningOutcome> sign(SigningSummary summary, SigningChoices choices) {
        return house.runner().waiting("sign", _ -> signing.sign(summary, choices, target()));
    }

    @Override
    public Job<ReportId> preliminary(ReportId report) {
        var looked = looked();
        return house.runner()
                .waiting(
                        "preliminary",
                        _ -> {
                            signing.preliminary(summary(report, looked), target());
                            return report;
                        });
    }

    @Override
    public Job<ReportId> putAside(ReportId report) {
        return house.runner()
                .waiting(
                        "put aside",
                        _ -> {
                            store.putAside(report);
                            return report;
                        });
    }

    /// @return the language reports are written in
    Locale language() {
        return settings.get().language();
    }

    @Override
    public void close() throws Refusal {
        store.close();
        try {
            delivery.close();
        } catch (Exception ended) {
            throw new IllegalStateException(ended);
        }
    }
}
