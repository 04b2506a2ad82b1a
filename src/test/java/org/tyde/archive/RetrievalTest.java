package org.tyde.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Uids;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.dicomweb.DicomwebClient;
import org.tyde.dicomweb.DicomwebReason;
import org.tyde.dicomweb.DicomwebServer;
import org.tyde.dicomweb.Endpoint;
import org.tyde.imaging.FrameKey;
import org.tyde.refusal.Refusal;
import org.tyde.store.Cache;
import org.tyde.store.StoreReason;
import org.tyde.study.Instance;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Fetching into the real cache over a wire that breaks.
class RetrievalTest {
    @TempDir Path folder;
    private final JobRunner runner = new JobRunner(2);
    private EmbeddedArchive archive;
    private DicomwebServer server;
    private InterruptedFetch wire;
    private TestStudies.Made study;
    private Cache cache;
    private DicomwebClient client;

    @BeforeEach
    void open() throws Exception {
        archive = new EmbeddedArchive(folder.resolve("archive"));
        study =
                TestStudies.ct(
                        PersonName.of("Test", "T"),
                        "1",
                        LocalDate.of(2026, 1, 2),
                        "CHEST",
                        2,
                        30,
                        128);
        for (var one : study.instances()) archive.put(one, TransferSyntax.EXPLICIT_LITTLE);
        server = archive.serve(0, runner);
        wire = new InterruptedFetch(server.port());
        cache = Cache.open(folder.resolve("cache"), runner);
        var endpoint = Endpoint.of("ours", "http://127.0.0.1:" + wire.port() + "/dicom-web");
        client = new DicomwebClient(endpoint.patient(Duration.ofSeconds(3)), runner);
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        cache.close();
        wire.close();
        archive.close();
        runner.close();
    }

    private NodeSource source() {
        return TestNodes.web(client, new CacheShelf(cache), runner);
    }

    private int indexed() throws Refusal {
        cache.flush();
        return cache.index().ofStudy(study.studyUid()).size();
    }

    private void assertAllReadable() throws IOException {
        cache.flush();
        for (var one : cache.index().ofStudy(study.studyUid())) {
            assertTrue(cache.blobs().intact(one.blob()));
            assertEquals(
                    128 * 128 * 2,
                    cache.file(one.instance().uid())
                            .dataSet()
                            .bulk(Tag.PIXEL_DATA)
                            .orElseThrow()
                            .length());
        }
    }

    @Test
    void instancesAreShownBeforeTheLastHasCome() throws Exception {
        var first = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var slow =
                new Shelf() {
                    private final Shelf real = new CacheShelf(cache);

                    @Override
                    public Taken accept(InputStream file) throws Refusal {
                        var taken = real.accept(file);
                        try {
                            if (first.getCount() == 0) go.await(10, TimeUnit.SECONDS);
                        } catch (InterruptedException stopped) {
                            Thread.currentThread().interrupt();
                        }
                        return taken;
                    }

                    @Override
                    public List<Instance> instances(String studyUid) throws Refusal {
                        return real.instances(studyUid);
                    }
                };
        var retrieval = TestNodes.web(client, slow, runner).retrieve(study.studyUid());
        var frames = new ArchivedFrames(cache);
        retrieval.onInstance(i -> first.countDown());
        assertTrue(first.await(10, TimeUnit.SECONDS));
        var told = new ArrayList<Instance>();
        retrieval.onInstance(told::add);
        assertFalse(told.isEmpty());
        assertEquals(Completeness.State.PARTIAL, retrieval.completeness().state());
        var shown = told.getFirst().uid();
        assertEquals(128, frames.header(shown).format().rows());
        assertEquals(128 * 128 * 2, frames.encoded(new FrameKey(shown, 1)).length());
        go.countDown();
        assertTrue(retrieval.job().await().complete());
    }

    @Test
    void aWireCutInTheMiddleLeavesNothingTornAndTryingAgainCompletes() throws Exception {
        wire.cutAfter(700_000);
        var retrieval = source().retrieve(study.studyUid());
        var refusal = assertThrows(Refusal.class, () -> retrieval.job().await());
        assertTrue(
                refusal.reason() == DicomwebReason.UNREACHABLE
                        || refusal.reason() == DicomwebReason.BROKEN_OFF,
                refusal.getMessage());
        int came = retrieval.completeness().received();
        assertTrue(came > 0 && came < 60, "came " + came);
        assertEquals(
                new Completeness(came, 60, Completeness.State.PARTIAL), retrieval.completeness());
        assertEquals(came, indexed());
        assertAllReadable();
        wire.mend();
        assertTrue(retrieval.retry().await().complete());
        assertEquals(60, indexed());
        assertAllReadable();
    }

    @Test
    void aShortBreakIsMendedWithoutAsking() throws Exception {
        wire.cutAfter(700_000);
        var mending =
                runner.every(
                        Duration.ofMillis(300),
                        () -> {
                            if (wire.isCut()) wire.mend();
                        });
        try (mending) {
            assertTrue(source().retrieve(study.studyUid()).job().await().complete());
        }
        assertEquals(60, indexed());
        assertAllReadable();
    }

    @Test
    void cancellingKeepsWhatCame() throws Exception {
        var retrieval = source().retrieve(study.studyUid());
        var some = new CountDownLatch(5);
        retrieval.onInstance(_ -> some.countDown());
        assertTrue(some.await(10, TimeUnit.SECONDS));
        retrieval.cancel();
        assertThrows(Refusal.class, () -> retrieval.job().await());
        Thread.sleep(300);
        assertAllReadable();
        var rest = source().retrieve(study.studyUid());
        assertTrue(rest.job().await().complete());
        assertEquals(60, indexed());
    }

    @Test
    void anUnreadableInstanceDoesNotCostTheOthers() throws Exception {
        var file = folder.resolve("odd.dcm");
        DicomWriter.write(file, study.instances().getFirst(), TransferSyntax.EXPLICIT_LITTLE);
        var torn =
                new Shelf() {
                    private final Shelf real = new CacheShelf(cache);
                    private int count;

                    @Override
                    public Taken accept(InputStream in) throws Refusal {
                        synchronized (this) {
                            if (count++ == 3) return real.accept(InputStream.nullInputStream());
                        }
                        return real.accept(in);
                    }

                    @Override
                    public List<Instance> instances(String studyUid) throws Refusal {
                        return real.instances(studyUid);
                    }
                };
        var retrieval = TestNodes.web(client, torn, runner).retrieve(study.studyUid());
        // the second look finds it readable
        assertTrue(retrieval.job().await().complete());
        assertEquals(1, retrieval.unreadable());
        assertTrue(Files.exists(file));
    }

    @Test
    void aFullDiskEndsTheFetchAtOnceAndSaysSo() throws Exception {
        var full =
                new Shelf() {
                    private final Shelf real = new CacheShelf(cache);
                    private final AtomicInteger left = new AtomicInteger(10);

                    @Override
                    public Taken accept(InputStream in) throws Refusal {
                        if (left.getAndDecrement() > 0) return real.accept(in);
                        throw new Refusal(StoreReason.DISK_FULL, "cache");
                    }

                    @Override
                    public List<Instance> instances(String studyUid) throws Refusal {
                        return real.instances(studyUid);
                    }
                };
        var retrieval = TestNodes.web(client, full, runner).retrieve(study.studyUid());
        var refusal = assertThrows(Refusal.class, () -> retrieval.job().await());
        assertEquals(StoreReason.DISK_FULL, refusal.reason());
        assertEquals(10, retrieval.completeness().received());
        assertEquals(10, indexed());
        assertAllReadable();
    }

    @Test
    void reportsAndKeyObjectsOfAStudyAreNotCountedAsImages() throws Exception {
        var of = study.instances().getFirst();
        archive.put(
                document(of, SopClass.ENHANCED_SR_STORAGE, "SR"), TransferSyntax.EXPLICIT_LITTLE);
        var retrieval = source().retrieve(study.studyUid());
        assertEquals(61, retrieval.job().await().received());
        var all = new Completeness(60, 60, Completeness.State.COMPLETE);
        assertEquals(all, retrieval.images());
        var own = document(of, SopClass.KEY_OBJECT_SELECTION_DOCUMENT_STORAGE, "KO");
        retrieval.announce(Instance.from(own), true);
        assertEquals(61, retrieval.completeness().received());
        assertEquals(all, retrieval.images(), "made here, not known to the archive");
    }

    private static DataSet document(DataSet of, String sopClass, String modality)
            throws IOException {
        return DataSet.builder()
                .text(Tag.SOP_CLASS_UID, sopClass)
                .text(Tag.SOP_INSTANCE_UID, Uids.create())
                .text(Tag.STUDY_INSTANCE_UID, of.textOr(Tag.STUDY_INSTANCE_UID, ""))
                .text(Tag.SERIES_INSTANCE_UID, Uids.create())
                .text(Tag.PATIENT_ID, "1")
                .text(Tag.MODALITY, modality)
                .integer(Tag.INSTANCE_NUMBER, 1)
                .build();
    }

    @Test
    void whatWasNotFetchedIsSaidSo() {
        var refusal = assertThrows(Refusal.class, () -> new ArchivedFrames(cache).header("1.2.3"));
        assertEquals(ArchiveReason.NOT_FETCHED, refusal.reason());
    }
}
