package org.tyde.reading;

import org.tyde.archive.Completeness;
import org.tyde.archive.Eye;
import org.tyde.archive.FetchPriority;
import org.tyde.archive.PatientSearch;
import org.tyde.archive.Retrieval;
import org.tyde.archive.StudySource;
import org.tyde.dicom.DataSet;
import org.tyde.hanging.HangingProtocols;
import org.tyde.hanging.ScreenLayout;
import org.tyde.prior.Prior;
import org.tyde.prior.RelevantPriors;
import org.tyde.refusal.Refusal;
import org.tyde.study.Series;
import org.tyde.study.Study;
import org.tyde.work.JobRunner;
import org.tyde.work.Outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// A case on its way onto the screen. The study is fetched, hung as soon as the headers of its first
/// images are here, and grown as more come; behind it in the queue come the most relevant prior, which
/// hangs the same way, and some others, which hang on request. What the reader has touched stays.
///
/// Everything it tells is told on the owner's thread, which is the one that uses the case; after
/// [#close()] nothing more is told.
public final class CaseOpening implements AutoCloseable {
    /// Reads the header of an instance that is here; waits for the disk.
    @FunctionalInterface
    public interface Headers {
        /// @param sopUid SOP Instance UID of an instance in the cache
        /// @return its attributes without pixels
        /// @throws Refusal it cannot be read
        DataSet header(String sopUid) throws Refusal;
    }

    /// Told how it goes, on the owner's thread.
    public interface Watcher {
        /// The first images are hung.
        ///
        /// @param openCase what is read now
        void opened(OpenCase openCase);

        /// @param series of the study to be read, with how many images each has
        void series(List<Series> series);

        /// @param priors of the patient, also those that are not fetched
        void priors(RelevantPriors priors);

        /// More of the study is here, or its fetch has ended.
        ///
        /// @param completeness of the study to be read
        void progress(Completeness completeness);

        /// The fetch of the study, or the search for its priors, failed; what came before stays.
        ///
        /// @param failure why
        void failed(Throwable failure);
    }

    private static final int PRIORS = 3;

    private final Study study;
    private final StudySource source;
    private final Headers headers;
    private final JobRunner runner;
    private final Executor owner;
    private final HangingProtocols protocols;
    private final LongSupplier clock;
    private final Watcher watcher;
    private final Consumer<DataSet> firstHeader;
    private final Retrieval retrieval;
    private final List<StudyGathering> gatherings = new ArrayList<>();
    private final List<Retrieval> ahead = new ArrayList<>();
    private Optional<OpenCase> openCase = Optional.empty();
    private Optional<RelevantPriors> priors = Optional.empty();
    private boolean headerTold;
    private boolean priorsAnswered;
    private volatile boolean closed;

    /// Starts to open.
    ///
    /// @param study to be read
    /// @param source of it and its priors
    /// @param headers of what is here
    /// @param runner does the waiting
    /// @param owner the thread that uses the case
    /// @param protocols hang it
    /// @param clock nanoseconds, for clips
    /// @param watcher told how it goes
    /// @param firstHeader told the first header of the study: what a referral is read from
    public CaseOpening(
            Study study,
            StudySource source,
            Headers headers,
            JobRunner runner,
            Executor owner,
            HangingProtocols protocols,
            LongSupplier clock,
            Watcher watcher,
            Consumer<DataSet> firstHeader) {
        this.study = study;
        this.source = source;
        this.headers = headers;
        this.runner = runner;
        this.owner = owner;
        this.protocols = protocols;
        this.clock = clock;
        this.watcher = watcher;
        this.firstHeader = firstHeader;
        retrieval = source.retrieve(study, FetchPriority.OPEN);
        gather(study, retrieval);
        watch();
        askSeries();
        askPriors();
    }

    private void watch() {
        retrieval
                .job()
                .onEnd(
                        outcome ->
                                tell(
                                        () -> {
                                            if (outcome
                                                    instanceof
                                                    Outcome.Failed<Completeness>(var cause))
                                                watcher.failed(cause);
                                            watcher.progress(retrieval.completeness());
                                        }));
    }

    private void gather(Study which, Retrieval from) {
        var patient = patientKey();
        gatherings.add(
                new StudyGathering(
                        which, patient, from, headers, runner, (c, h) -> tell(() -> grown(c, h))));
    }

    private String patientKey() {
        var id = study.patient().id();
        return id.issuer().orElse("") + "|" + id.value();
    }

    private void tell(Runnable news) {
        owner.execute(
                () -> {
                    if (!closed) news.run();
                });
    }

    private void grown(CaseStudy grown, DataSet anyHeader) {
        boolean current = grown.uid().equals(study.uid());
        if (current && !headerTold) {
            headerTold = true;
            firstHeader.accept(anyHeader);
        }
        if (current) watcher.progress(retrieval.completeness());
        if (openCase.isPresent()) {
            var open = openCase.get();
            boolean known =
                    current || open.priors().stream().anyMatch(p -> p.uid().equals(grown.uid()));
            open.update(grown);
            if (!known && wanted(grown.uid()) && untouched(open))
                open.hangPrior(Optional.of(grown.uid()));
        } else if (current && hasImages(grown)) {
            var open = new OpenCase(grown, List.of(), protocols, clock);
            openCase = Optional.of(open);
            watcher.opened(open);
        }
    }

    private static boolean hasImages(CaseStudy grown) {
        return grown.images().series().stream().anyMatch(s -> !s.images().isEmpty());
    }

    private boolean wanted(String uid) {
        return requested.equals(Optional.of(uid))
                || requested.isEmpty()
                        && priors.flatMap(RelevantPriors::toHang)
                                .filter(p -> p.study().uid().equals(uid))
                                .isPresent();
    }

    private Optional<String> requested = Optional.empty();

    /// The reader has not chosen a grid of his own.
    private static boolean untouched(OpenCase open) {
        ScreenLayout hung = open.stage().layout();
        return open.layout().equals(hung) && open.maximised().isEmpty();
    }

    private void askSeries() {
        runner.waiting("series", _ -> source.series(study.uid()))
                .onEnd(
                        outcome -> {
                            if (outcome instanceof Outcome.Done<List<Series>>(var list))
                                tell(() -> watcher.series(list));
                        });
    }

    private void askPriors() {
        var id = study.patient().id().value();
        priorsAnswered = id.isEmpty();
        if (id.isEmpty()) return;
        runner.waiting("priors", _ -> PatientSearch.candidates(study.patient(), source))
                .onEnd(
                        outcome -> {
                            tell(() -> priorsAnswered = true);
                            switch (outcome) {
                                case Outcome.Done<List<Study>>(var found) ->
                                        tell(() -> found(RelevantPriors.of(study, found)));
                                case Outcome.Failed<List<Study>>(var cause) ->
                                        tell(() -> watcher.failed(cause));
                                case Outcome.Cancelled<List<Study>>() -> {}
                            }
                        });
    }

    /// @return whether images of the study, or of a prior that is to hang, may still come
    public boolean arriving() {
        return !priorsAnswered || waitingPrior() || gatherings.stream().anyMatch(g -> !g.ended());
    }

    private boolean waitingPrior() {
        return priors.flatMap(RelevantPriors::toHang)
                .filter(p -> gatherings.stream().noneMatch(g -> isOf(g, p)))
                .isPresent();
    }

    private static boolean isOf(StudyGathering gathering, Prior prior) {
        return gathering.studyUid().equals(prior.study().uid());
    }

    private void found(RelevantPriors all) {
        priors = Optional.of(all);
        watcher.priors(all);
        all.toHang().ifPresent(p -> fetch(p.study()));
        all.all().stream()
                .filter(p -> p.relation().relevant())
                .limit(PRIORS)
                .forEach(p -> ahead.add(source.retrieve(p.study(), FetchPriority.PRIOR)));
    }

    private void fetch(Study prior) {
        if (gatherings.stream().anyMatch(g -> g.studyUid().equals(prior.uid()))) return;
        gather(prior, source.retrieve(prior, FetchPriority.PRIOR));
    }

    /// Tells where the reader looks: that is fetched first.
    ///
    /// @param eyes what is on screen, the active viewport's first
    public void look(List<Eye> eyes) {
        for (var gathering : gatherings) gathering.retrieval().look(eyes);
    }

    /// Hangs the next earlier study beside the current one, after the earliest again the newest; fetched
    /// first where it is not here.
    ///
    /// @return which, empty when there is none
    public Optional<Prior> nextPrior() {
        var all = priors.map(RelevantPriors::all).orElse(List.of());
        if (all.isEmpty()) return Optional.empty();
        var now = openCase.flatMap(OpenCase::prior).map(CaseStudy::uid).or(() -> requested);
        int at = -1;
        for (int i = 0; i < all.size(); i++)
            if (now.isPresent() && all.get(i).study().uid().equals(now.get())) at = i;
        var next = all.get((at + 1) % all.size());
        showPrior(next.study());
        return Optional.of(next);
    }

    /// Hangs an earlier study beside the current one; fetched first where it is not here.
    ///
    /// @param prior of the same patient
    public void showPrior(Study prior) {
        requested = Optional.of(prior.uid());
        var here =
                openCase.filter(
                        c -> c.priors().stream().anyMatch(p -> p.uid().equals(prior.uid())));
        if (here.isPresent()) here.get().hangPrior(requested);
        else fetch(prior);
    }

    /// @return the study to be read
    public Study study() {
        return study;
    }

    /// @return the case, empty until its first images are here
    public Optional<OpenCase> openCase() {
        return openCase;
    }

    /// @return earlier studies of the patient, empty until the archive has answered
    public Optional<RelevantPriors> priors() {
        return priors;
    }

    /// @return the fetch of the study to be read: its rate, its end, cancel
    public Retrieval retrieval() {
        return retrieval;
    }

    /// Takes the fetch up again after it failed or was stopped.
    public void retry() {
        retrieval.retry();
        watch();
    }

    /// Ends it: all telling stops; what is being fetched goes on behind what is opened next.
    @Override
    public void close() {
        closed = true;
        gatherings.forEach(StudyGathering::close);
        for (var gathering : gatherings) gathering.retrieval().priority(FetchPriority.BACKGROUND);
        for (var prior : ahead) prior.priority(FetchPriority.BACKGROUND);
    }
}
