package org.tyde.app.house;

import org.tyde.access.Browser;
import org.tyde.access.SignIns;
import org.tyde.archive.ArchivedFrames;
import org.tyde.archive.EmbeddedArchive;
import org.tyde.archive.NodeSource;
import org.tyde.archive.PatientSearch;
import org.tyde.archive.RegionalArchive;
import org.tyde.archive.StudyQuery;
import org.tyde.archive.StudySource;
import org.tyde.archive.node.MovePort;
import org.tyde.archive.node.Nodes;
import org.tyde.dicom.Tag;
import org.tyde.dicom.io.DicomReader;
import org.tyde.evidence.Observer;
import org.tyde.evidence.SealedReadings;
import org.tyde.imaging.DecodedFrames;
import org.tyde.imaging.FrameSource;
import org.tyde.refusal.Refusal;
import org.tyde.settings.ArchiveNode;
import org.tyde.settings.Login;
import org.tyde.settings.Secrets;
import org.tyde.settings.Settings;
import org.tyde.settings.Station;
import org.tyde.settings.TydeHome;
import org.tyde.settings.WebAddress;
import org.tyde.settings.vault.Vaults;
import org.tyde.store.Cache;
import org.tyde.store.Discretion;
import org.tyde.store.Eviction;
import org.tyde.store.Protection;
import org.tyde.store.Quota;
import org.tyde.store.WorkDatabase;
import org.tyde.study.Patient;
import org.tyde.study.PatientTimeline;
import org.tyde.ui.shell.FileOpener;
import org.tyde.ui.worklist.WorklistSource;
import org.tyde.work.DesktopOpener;
import org.tyde.work.Job;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;
import org.tyde.work.Priority;
import org.tyde.worklist.Prefetch;
import org.tyde.worklist.Readiness;
import org.tyde.worklist.Worklist;
import org.tyde.worklist.WorklistRow;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rooms below the screens, put together: cache, drafts, archives, frames, list. With no archive
/// configured it serves the demo studies to itself over loopback, in a home of their own.
public final class House implements AutoCloseable, WorklistSource {
    private static final Duration ROOM = Duration.ofMinutes(5);

    private final JobRunner runner;
    private final TydeHome home;
    private final Cache cache;
    private final WorkDatabase work;
    private final List<NodeSource> sources = new ArrayList<>();
    private final RegionalArchive archive;
    private final DecodedFrames frames;
    private final Worklist worklist;
    private final Optional<EmbeddedArchive> demo;
    private final Job<Integer> demoFilled;
    private final Secrets secrets;
    private final SignIns signIns;
    private final List<ArchiveNode> archives;
    private final Prefetch prefetch;
    private final AutoCloseable room;
    private volatile Set<String> onScreen = Set.of();
    private volatile Consumer<Map<String, Readiness>> readiness = _ -> {};
    private final Station station;
    private final Optional<MovePort> moves;

    private House(TydeHome home, Settings settings, Secrets secrets, JobRunner runner)
            throws Refusal {
        this.secrets = secrets;
        signIns = new SignIns(secrets, runner);
        archives = settings.archives();
        this.home = home.create();
        // PDFBox notes the system's fonts: among what can be made again, not in the user's folder
        System.setProperty("pdfbox.fontcache", home.cache().toString());
        this.runner = runner;
        cache = CacheKeys.open(home.cache(), runner, secrets, encrypted(settings));
        station = settings.station();
        work = CacheKeys.openWork(home, secrets, encrypted(settings));
        moves = MovePort.open(settings, secrets, cache, work.pins(), runner);
        if (settings.archives().isEmpty()) {
            var embedded = new EmbeddedArchive(home.data().resolve("archive"));
            demo = Optional.of(embedded);
            demoFilled = DemoArchive.fill(embedded, runner);
            sources.add(
                    source(
                            ArchiveNode.web(
                                    EmbeddedArchive.NAME, embedded.serve(0, runner).base())));
        } else {
            demo = Optional.empty();
            demoFilled = Job.done(0);
            for (var node : settings.archives()) sources.add(source(node));
        }
        archive = new RegionalArchive(List.copyOf(sources), cache, runner);
        frames =
                new DecodedFrames(
                        new ArchivedFrames(cache),
                        Decoders.installed(TydeHome.ofSystem(), runner.pieces(Priority.VISIBLE)),
                        runner,
                        DecodedFrames.budgetOfThisMachine());
        worklist = new Worklist(cache, work, runner);
        var entered = AtDesk.by(settings);
        showTo(() -> entered);
        prefetch =
                new Prefetch(
                        archive,
                        cache,
                        runner,
                        () -> {
                            long held = cache.index().bytes();
                            return Quota.of(home.cache(), held) - held;
                        },
                        now -> readiness.accept(now));
        runner.waiting("make room in the cache", _ -> makeRoom());
        room = runner.every(ROOM, () -> runner.waiting("make room in the cache", _ -> makeRoom()));
    }

    /// What was used longest ago goes when the disk gets full; what is on screen stays.
    private Eviction.Result makeRoom() throws Refusal {
        cache.recovery().await();
        return new Eviction(cache, work)
                .to(Quota.of(home.cache(), cache.index().bytes()), onScreen);
    }

    /// Another's sealed reading is shown to nobody, wherever documents are listed or read.
    ///
    /// @param who is at the desk, asked each time; empty where nobody is entered
    public void showTo(Supplier<Optional<Observer>> who) {
        Discretion discretion =
                (document, ofStudy) ->
                        SealedReadings.mayConcern(document)
                                ? SealedReadings.seen(document, ofStudy.all(), who.get())
                                : Optional.of(document);
        cache.show(discretion);
        archive.show(discretion);
        worklist.readBy(who);
    }

    /// @param studies Study Instance UIDs of the open study and its priors: they stay in the cache
    public void onScreen(Set<String> studies) {
        onScreen = Set.copyOf(studies);
    }

    /// @param home of a configured workstation; the demo takes the home below it
    /// @param settings which archives, or none for the demo
    /// @param runner of all jobs, which stays the caller's
    /// @return the rooms, open
    /// @throws Refusal a database, a folder or a port cannot be used
    public static House open(TydeHome home, Settings settings, JobRunner runner) throws Refusal {
        return open(home, settings, Vaults.of(home), runner);
    }

    /// @param home of a configured workstation; the demo takes the home below it
    /// @param settings which archives, or none for the demo
    /// @param secrets passwords, tokens and keys
    /// @param runner of all jobs, which stays the caller's
    /// @return the rooms, open
    /// @throws Refusal a database, a folder or a port cannot be used, or the key of the cache cannot be had
    public static House open(TydeHome home, Settings settings, Secrets secrets, JobRunner runner)
            throws Refusal {
        var own = settings.archives().isEmpty() ? home.demo() : home;
        return new House(own, settings, secrets, runner);
    }

    /// The demo keeps nobody's studies.
    private static Optional<Boolean> encrypted(Settings settings) {
        return settings.archives().isEmpty() ? Optional.of(false) : settings.encryptCache();
    }

    /// @param home of a configured workstation
    /// @param settings of it
    /// @return whether it cannot be opened without secrets
    public static boolean needsSecrets(TydeHome home, Settings settings) {
        return !settings.archives().isEmpty()
                && (settings.encryptCache().orElse(false)
                        || Protection.needed(home.cache())
                        || Protection.neededForWork(home.data()));
    }

    private NodeSource source(ArchiveNode node) {
        return new Nodes(
                        station.aeTitle(),
                        moves.map(MovePort::inbox),
                        secrets,
                        signIns,
                        cache,
                        runner)
                .open(node);
    }

    /// Lets the person sign in where archives ask for that and no earlier sign-in holds.
    ///
    /// @param browser shows the sign-in service
    public void signIn(Browser browser) {
        var asked = new HashSet<Login>();
        for (var node : archives)
            if (asked.add(login(node)))
                runner.waiting(
                        "sign in",
                        job -> {
                            signIn(node, browser, job);
                            return true;
                        });
    }

    /// @return how it stands with each sign-in; does not wait
    public List<SignIns.Standing> signedIn() {
        return signIns.standings();
    }

    /// Forgets who is signed in; archives that ask for that refuse from now on.
    public void signOut() {
        runner.waiting(
                "sign out",
                _ -> {
                    signIns.signOut();
                    return true;
                });
    }

    private static Login login(ArchiveNode node) {
        return node.web().map(WebAddress::login).orElse(Login.NONE);
    }

    private void signIn(ArchiveNode node, Browser browser, JobContext job) throws Refusal {
        if (!(login(node) instanceof Login.OpenId open)) return;
        Nodes.endpoint(node, secrets, signIns);
        signIns.ensure(open, browser, job);
    }

    /// Asks an archive for one study; the person signs in first where it asks for that.
    ///
    /// @param node to be tried
    /// @throws Refusal it does not answer, or not as an archive
    public void probe(ArchiveNode node) throws Refusal {
        try (var source = source(node)) {
            signIn(node, DesktopOpener::open, JobContext.NONE);
            source.find(StudyQuery.ANY.page(1, 0));
        }
    }

    @Override
    public List<WorklistRow> rows(StudyQuery query) throws Refusal {
        var rows = worklist.find(archive, query);
        return archive.offline() || rows.size() >= query.limit() ? rows : withKept(rows, query);
    }

    /// What was opened or pushed here, and no archive may have, stands in the list as well.
    private List<WorklistRow> withKept(List<WorklistRow> rows, StudyQuery query) throws Refusal {
        var pinned = work.pins().all();
        if (pinned.isEmpty()) return rows;
        var found = rows.stream().map(row -> row.study().uid()).collect(Collectors.toSet());
        var kept =
                archive.here(query).stream()
                        .filter(s -> pinned.contains(s.uid()) && !found.contains(s.uid()))
                        .toList();
        return Stream.concat(rows.stream(), worklist.rows(kept).stream())
                .sorted(WorklistRow.ORDER)
                .toList();
    }

    @Override
    public boolean offline() {
        return archive.offline();
    }

    @Override
    public List<String> silent() {
        return archive.silent();
    }

    @Override
    public PatientTimeline timeline(Patient patient) throws Refusal {
        return PatientSearch.timeline(patient, archive);
    }

    /// Fetches ahead what a list will need; the demo, which is on this computer, needs none of it.
    ///
    /// @param list as it is shown
    public void fetchAhead(List<WorklistRow> list) {
        if (demo.isEmpty() && !list.isEmpty()) prefetch.plan(list);
    }

    /// @param listener told how ready the studies of the list are; on any thread
    public void onReadiness(Consumer<Map<String, Readiness>> listener) {
        readiness = listener;
    }

    /// @return runs all jobs
    public JobRunner runner() {
        return runner;
    }

    /// @return where things are kept: the demo's own home while there is no archive
    public TydeHome home() {
        return home;
    }

    /// @return passwords, tokens and keys, of this user whatever the home
    public Secrets secrets() {
        return secrets;
    }

    /// @return studies that are here
    public Cache cache() {
        return cache;
    }

    /// @return what can be lost only once
    public WorkDatabase work() {
        return work;
    }

    /// @return all archives as one
    public RegionalArchive archive() {
        return archive;
    }

    /// @param name of a configured archive
    /// @return it
    public Optional<StudySource> named(String name) {
        return sources.stream()
                .filter(s -> s.name().equals(name))
                .map(StudySource.class::cast)
                .findFirst();
    }

    /// @return decoded frames of what is here
    public FrameSource frames() {
        return frames;
    }

    /// @return whether studies come from the embedded demo archive
    public boolean isDemo() {
        return demo.isPresent();
    }

    /// Takes in what a person opens: into the embedded archive, or into the cache where another archive is
    /// configured.
    ///
    /// @param paths files, folders or ZIP archives
    /// @return the work; its progress counts bytes, and it fails where nothing was taken
    public Job<FileOpener.Opened> take(List<Path> paths) {
        return runner.waiting("files", job -> take(paths, job));
    }

    private FileOpener.Opened take(List<Path> paths, JobContext job) throws IOException {
        if (demo.isEmpty()) {
            var opened = OpenedFiles.into(cache, paths, job);
            for (var study : opened.studies()) work.pins().pin(study);
            var study = cache.index().study(opened.studies().getFirst());
            return new FileOpener.Opened(
                    worklist.rows(study.stream().toList()).stream().findFirst(), opened.result());
        }
        var opened = OpenedFiles.into(demo.get(), paths, job);
        var uid = opened.studies().getFirst();
        var header = demo.get().held(uid, Optional.empty(), Optional.empty()).getFirst().file();
        var patient = DicomReader.readHeader(header).dataSet().textOr(Tag.PATIENT_ID, "");
        return new FileOpener.Opened(
                rows(StudyQuery.ofPatient(patient)).stream()
                        .filter(row -> row.study().uid().equals(uid))
                        .findFirst(),
                opened.result());
    }

    /// @return ends when all demo studies are in the embedded archive; at once where there is none
    public Job<Integer> demoFilled() {
        return demoFilled;
    }

    /// Ends the embedded archive's server, as when a cable is cut.
    public void stopDemo() {
        demo.ifPresent(EmbeddedArchive::close);
    }

    @Override
    public void close() {
        try {
            room.close();
        } catch (Exception ended) {
            throw new IllegalStateException(ended); // ending a repetition throws nothing
        }
        prefetch.close();
        demoFilled.cancel();
        archive.close();
        sources.forEach(NodeSource::close);
        moves.ifPresent(MovePort::close);
        signIns.close();
        demo.ifPresent(EmbeddedArchive::close);
        work.close();
        cache.close();
    }
}
