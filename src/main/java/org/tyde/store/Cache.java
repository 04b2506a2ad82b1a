package org.tyde.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomFile;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.refusal.Refusal;
import org.tyde.store.seal.KeyRing;
import org.tyde.store.seal.Veil;
import org.tyde.study.Instance;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The instances Tyde holds: blobs on disk, and the index that finds them. An instance can be read as soon
/// as [#accept] returns, and is indexed a moment later; what is indexed is durable. Thread-safe.
public final class Cache implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Cache.class);
    private static final int HEADERS = 2_000;

    /// Structured reports, presentation states, encapsulated documents (PS3.4 B.5: each family's UIDs begin alike).
    private static final List<String> DOCUMENTS =
            List.of(
                    "1.2.840.10008.5.1.4.1.1.88.",
                    "1.2.840.10008.5.1.4.1.1.11.",
                    "1.2.840.10008.5.1.4.1.1.104.");

    private final BlobCache blobs;
    private final Database database;
    private final StudyIndex index;
    private final IndexBatch batch;
    private final AutoCloseable clock;
    private final OpenMark mark;
    private volatile boolean recovered;
    private Job<Recovery> recovery = Job.done(Recovery.NONE);
    private Job<Integer> conversion = Job.done(0);
    private Job<Boolean> check = Job.done(true);
    private final WeeklyCheck weekly;
    private volatile Discretion discretion = Discretion.NONE;
    private final Map<BlobId, DicomFile> headers =
            new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<BlobId, DicomFile> eldest) {
                    return size() > HEADERS;
                }
            };

    /// What became of an object.
    ///
    /// @param instance what it is
    /// @param blob where its bytes are
    /// @param held whether the very same bytes were here before
    public record Ingest(Instance instance, BlobId blob, boolean held) {}

    /// What was found when the cache was opened.
    ///
    /// @param indexSetAside whether a damaged `index.db` was set aside and rebuilt
    /// @param indexed blobs that were durable and not indexed, and are now
    /// @param removed blobs that hold nothing readable
    public record Recovery(boolean indexSetAside, int indexed, int removed) {
        static final Recovery NONE = new Recovery(false, 0, 0);
    }

    private Cache(BlobCache blobs, Database database, Veil veil, JobRunner runner, OpenMark mark) {
        this.blobs = blobs;
        this.database = database;
        this.mark = mark;
        weekly = new WeeklyCheck(database);
        index = new StudyIndex(database, veil, this::shown);
        batch = new IndexBatch(index, blobs, runner);
        clock = runner.every(Duration.ofMillis(250), batch::flushQuietly);
    }

    /// @param folder with `index.db` and `blobs`, made when absent
    /// @param runner for indexing in the background
    /// @return the cache; a damaged index is set aside and rebuilt from the blobs in the background
    /// @throws Refusal a newer schema, a full disk, or the cache is encrypted
    public static Cache open(Path folder, JobRunner runner) throws Refusal {
        if (Protection.needed(folder)) throw new Refusal(StoreReason.CACHE_LOCKED, folder);
        return open(folder, runner, Optional.empty(), new BlobFiles());
    }

    /// Opens a cache that is encrypted, or is to be. What is not yet as it is to be is converted in the
    /// background, and can be read all the while.
    ///
    /// @param folder with `index.db` and `blobs`, made when absent
    /// @param runner for indexing and converting in the background
    /// @param protection whether to encrypt, and the master key
    /// @return the cache
    /// @throws Refusal as for one in the clear, or the key is another
    public static Cache open(Path folder, JobRunner runner, Protection protection) throws Refusal {
        return open(folder, runner, protection, new BlobFiles());
    }

    static Cache open(Path folder, JobRunner runner, Protection protection, BlobFiles files)
            throws Refusal {
        return open(folder, runner, protection.ring(folder), files);
    }

    private static Cache open(
            Path folder, JobRunner runner, Optional<KeyRing> ring, BlobFiles files) throws Refusal {
        var blobs = new BlobCache(folder.resolve("blobs"), files);
        ring.ifPresent(blobs::unlock);
        blobs.sweep();
        boolean unclean = OpenMark.uncleanIn(folder);
        var file = folder.resolve("index.db");
        boolean setAside = WeeklyCheck.condemned(file);
        if (setAside) setAside(file);
        Database database;
        try {
            database = Database.open(file, Schema.INDEX);
        } catch (Refusal refused) {
            if (!Database.damaged(refused)) throw refused;
            setAside(file);
            setAside = true;
            database = Database.open(file, Schema.INDEX);
        }
        var veil = new Veil(ring, "index", StoreReason.INDEX_DAMAGED);
        var cache = new Cache(blobs, database, veil, runner, OpenMark.in(folder));
        cache.begin(new Rebuild(cache, setAside), unclean || database.fresh(), ring, veil, runner);
        return cache;
    }

    private static void setAside(Path file) throws Refusal {
        LOG.warn("a damaged index was set aside and is being rebuilt");
        Database.setAside(file);
        WeeklyCheck.acquit(file);
    }

    private void begin(
            Rebuild rebuild, boolean all, Optional<KeyRing> ring, Veil veil, JobRunner runner) {
        var first =
                runner.waiting(
                        "recover the cache",
                        job -> {
                            var found = all ? rebuild.run(job) : Recovery.NONE;
                            mark.clear();
                            recovered = true;
                            return found;
                        });
        recovery = first;
        if (ring.isPresent() && !ring.get().settled())
            conversion =
                    runner.waiting(
                            "convert the cache",
                            job -> {
                                first.await();
                                return new Conversion(database, veil, blobs, ring.get()).run(job);
                            });
        var last = conversion;
        check =
                runner.waiting(
                        "look through the index",
                        _ -> {
                            first.await();
                            index.warm();
                            last.await();
                            return weekly.run();
                        });
    }

    /// @return ends when everything that lay in the cache unindexed has been indexed
    public Job<Recovery> recovery() {
        return recovery;
    }

    /// Once a week the whole index is looked through, after the start, while others use it.
    ///
    /// @return ends with whether it is sound, or need not be looked at yet; one that is not is set aside and
    ///     rebuilt at the next start
    public Job<Boolean> check() {
        return check;
    }

    /// @return ends with the number of blobs that were sealed, or opened for good, since the start
    public Job<Integer> conversion() {
        return conversion;
    }

    /// Takes in a Part 10 file. When this returns it can be read; a moment later it is durable, and then
    /// indexed. What must not be lost is followed by [#flush].
    ///
    /// @param part10 read to its end, not closed
    /// @return what it is
    /// @throws Refusal not DICOM, cut off, another patient's study, a full disk; then nothing of it stays
    public Ingest accept(InputStream part10) throws Refusal {
        var blob = blobs.keep(part10);
        try {
            var content = blobs.open(blob);
            var file = DicomReader.read(content).whole();
            var entry =
                    IndexEntry.of(
                            file.dataSet(),
                            file.transferSyntax(),
                            blob,
                            content.length(),
                            Instant.now());
            var uid = entry.instance().uid();
            boolean held = batch.holds(uid, blob) || located(uid, blob);
            if (held) blobs.settle(List.of(blob)); // its file may have been lost or damaged
            else {
                index.refuseOtherPatient(entry);
                batch.add(entry);
            }
            remember(blob, file);
            return new Ingest(entry.instance(), blob, held);
        } catch (IOException refused) {
            if (!known(blob)) blobs.remove(blob);
            throw Disk.refusal(Path.of(blob.sha256()), refused);
        }
    }

    /// Takes in an object that was made here, as explicit little endian.
    ///
    /// @param object with its SOP Class and Instance UIDs
    /// @return what it is
    /// @throws Refusal as for a file
    public Ingest accept(DataSet object) throws Refusal {
        return accept(new ByteArrayInputStream(part10(object)));
    }

    /// @param sopUid SOP Instance UID
    /// @return whether it can be read from here
    /// @throws Refusal the index cannot be read
    public boolean holds(String sopUid) throws Refusal {
        return batch.find(sopUid).isPresent() || !index.find(sopUid).isEmpty();
    }

    /// @param sopUid SOP Instance UID
    /// @return its data set; pixel data and other bulk data stay on disk until read
    /// @throws Refusal it is not held, or its blob is damaged
    public DataSet header(String sopUid) throws Refusal {
        return file(sopUid).dataSet();
    }

    /// @param now what may be seen from now on
    public void show(Discretion now) {
        discretion = now;
    }

    /// @param sopUid SOP Instance UID; of several contents under it, the one that came last
    /// @return the file, as it may be seen; pixel data and other bulk data stay on disk until read
    /// @throws Refusal it is not held, may not be seen, or its blob is damaged
    public DicomFile file(String sopUid) throws Refusal {
        var file = file(blob(sopUid));
        var seen = seen(file.dataSet()).orElseThrow(() -> new Refusal(StoreReason.WITHHELD));
        return seen.equals(file.dataSet())
                ? file
                : new DicomFile(file.meta(), seen, file.transferSyntax(), file.warnings());
    }

    private Optional<DataSet> seen(DataSet document) throws Refusal {
        return discretion.seen(
                document, () -> documents(document.textOr(Tag.STUDY_INSTANCE_UID, "")));
    }

    /// A study's documents as they are.
    private List<DataSet> documents(String studyUid) throws Refusal {
        var documents = new ArrayList<DataSet>();
        for (var located : index.held(studyUid))
            if (document(located)) documents.add(file(located.blob()).dataSet());
        return documents;
    }

    private static boolean document(StudyIndex.Located located) {
        return DOCUMENTS.stream().anyMatch(located.instance().sopClass()::startsWith);
    }

    /// Asks for a study's documents at most once.
    private List<StudyIndex.Located> shown(List<StudyIndex.Located> listed) {
        var known = new HashMap<String, List<DataSet>>();
        return listed.stream().filter(l -> !document(l) || shown(l, known)).toList();
    }

    /// What cannot be read stays listed; whoever reads it is told why.
    private boolean shown(StudyIndex.Located located, Map<String, List<DataSet>> known) {
        try {
            var document = file(located.blob()).dataSet();
            var study = document.textOr(Tag.STUDY_INSTANCE_UID, "");
            Discretion.Documents ofStudy =
                    () -> {
                        if (!known.containsKey(study)) known.put(study, documents(study));
                        return known.getOrDefault(study, List.of());
                    };
            return discretion.seen(document, ofStudy).isPresent();
        } catch (Refusal unreadable) {
            LOG.warn("a document cannot be read: {}", unreadable.reason().name());
            return true;
        }
    }

    /// @param blob of an instance
    /// @return the file
    /// @throws Refusal its blob is damaged
    public DicomFile file(BlobId blob) throws Refusal {
        synchronized (headers) {
            var remembered = headers.get(blob);
            if (remembered != null) return remembered;
        }
        try {
            var file = DicomReader.read(blobs.open(blob));
            remember(blob, file);
            return file;
        } catch (DicomFormatException damaged) {
            throw new Refusal(StoreReason.BLOB_DAMAGED, blob).because(damaged);
        } catch (IOException failed) {
            throw Disk.refusal(Path.of(blob.sha256()), failed);
        }
    }

    /// @param sopUid SOP Instance UID
    /// @return the bytes of its Part 10 file
    /// @throws Refusal it is not held, may not be seen, or its blob is damaged
    public BulkData content(String sopUid) throws Refusal {
        var whole = file(blob(sopUid)).dataSet();
        if (!seen(whole).equals(Optional.of(whole))) throw new Refusal(StoreReason.WITHHELD);
        return blobs.open(blob(sopUid));
    }

    /// @return the index; what was accepted less than a quarter of a second ago may be missing: [#flush]
    public StudyIndex index() {
        return index;
    }

    /// @return the blobs
    public BlobCache blobs() {
        return blobs;
    }

    /// Waits until everything accepted is indexed.
    ///
    /// @throws Refusal disk full or a damaged index; what is not indexed can still be read and is tried again
    public void flush() throws Refusal {
        batch.flush();
    }

    /// @param object with its SOP Class and Instance UIDs
    /// @return it as a Part 10 file, explicit little endian
    /// @throws Refusal it cannot be encoded
    public static byte[] part10(DataSet object) throws Refusal {
        try {
            return DicomWriter.toBytes(object, TransferSyntax.EXPLICIT_LITTLE);
        } catch (IOException failed) {
            throw Disk.refusal(Path.of("object"), failed);
        }
    }

    @Override
    public void close() {
        for (var job : List.of(recovery, conversion, check)) job.cancel();
        over(recovery);
        over(conversion);
        boolean clean = batch.flushQuietly();
        try {
            clock.close();
        } catch (Exception ended) {
            LOG.debug("the clock of the index had ended");
        }
        database.close();
        over(check);
        blobs.close();
        mark.close(clean && recovered);
    }

    /// Nothing is written into the folder once the cache is closed.
    private static void over(Job<?> job) {
        try {
            job.await();
        } catch (Refusal ended) {
            LOG.debug("ended with the cache: {}", job.name());
        }
    }

    /// The index's own file, for tests of a full disk.
    Database database() {
        return database;
    }

    private BlobId blob(String sopUid) throws Refusal {
        var waiting = batch.find(sopUid);
        if (waiting.isPresent()) return waiting.get().blob();
        var located = index.find(sopUid);
        if (located.isEmpty()) throw new Refusal(StoreReason.NOT_HELD, sopUid);
        return located.getFirst().blob();
    }

    private boolean located(String sopUid, BlobId blob) throws Refusal {
        return index.find(sopUid).stream().anyMatch(l -> l.blob().equals(blob));
    }

    private boolean known(BlobId blob) throws Refusal {
        return index.names(blob);
    }

    private void remember(BlobId blob, DicomFile file) {
        synchronized (headers) {
            headers.put(blob, file);
        }
    }
}
