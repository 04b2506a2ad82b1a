package org.tyde.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tyde.store.BlobCacheTest.assertReason;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobRunner;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class EvictionTest {
    @TempDir Path folder;
    private final JobRunner runner = new JobRunner(1);
    private Cache cache;
    private WorkDatabase work;

    @BeforeEach
    void fill() throws Refusal {
        cache = Cache.open(folder, runner);
        work = WorkDatabase.open(folder);
        for (int study = 1; study <= 5; study++) cache.accept(Instances.part10(study, 1));
        cache.flush();
    }

    @AfterEach
    void end() {
        work.close();
        cache.close();
        runner.close();
    }

    @Test
    void theStudyUsedLongestAgoGoesFirstAndWhole() throws Exception {
        cache.accept(Instances.part10(1, 2));
        cache.flush();
        Thread.sleep(5);
        for (int study : new int[] {3, 1, 5, 4}) {
            cache.index().used("2.25." + study);
            Thread.sleep(5);
        }
        long one = cache.content(Instances.sop(1, 1)).length();
        assertEquals(6 * one, cache.index().bytes());
        var gone = evict(3 * one, Set.of());
        assertEquals(List.of("2.25.2", "2.25.3", "2.25.1"), gone.studies());
        assertEquals(4 * one, gone.bytes());
        assertReason(StoreReason.NOT_HELD, () -> cache.header(Instances.sop(3, 1)));
        assertEquals(2, cache.blobs().all().size());
    }

    @Test
    void whatIsNeededStaysHoweverFullTheDisk() throws Exception {
        work.drafts().save(new Drafts.Draft("r", "2.25.1", "DRAFT", "tekst", Instant.now()));
        var item = new Outbox.Item.ForArchive("archive", Instances.of(2, 9).build());
        work.dispatch(
                Optional.empty(), new Outbox.Batch("", "2.25.2", Instant.EPOCH, List.of(item)));
        work.pins().pin("2.25.3");
        assertEquals(List.of("2.25.5"), evict(0, Set.of("2.25.4")).studies());
        for (int study = 1; study <= 4; study++)
            assertTrue(cache.holds(Instances.sop(study, 1)), "study " + study);

        work.drafts().remove("r");
        var id = work.outbox().all().getFirst().id();
        work.outbox().sent(id, Instant.now());
        assertTrue(work.needed().contains("2.25.2"), "sent is not yet found there");
        work.outbox().confirmed(id);
        work.pins().unpin("2.25.3");
        assertEquals(4, evict(0, Set.of()).studies().size());
        assertEquals(List.of(), cache.blobs().all());
    }

    @Test
    void whatWasPutIntoQuarantineGoesToo() throws Exception {
        var blob = cache.index().find(Instances.sop(1, 1)).getFirst().blob();
        cache.blobs().quarantine(blob.sha256().substring(0, 4), blob.sha256());
        evict(Long.MAX_VALUE, Set.of());
        try (var left = Files.list(folder.resolve("blobs").resolve("quarantine"))) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void theLastOfTheDiskIsKeptForDrafts() throws Exception {
        var blobs =
                new BlobCache(
                        folder.resolve("nearly full"),
                        new BlobFiles() {
                            @Override
                            long spare(Path of) {
                                return -1;
                            }
                        });
        assertReason(
                StoreReason.DISK_RESERVE,
                () -> blobs.put(new ByteArrayInputStream(new byte[] {1})));
        assertEquals(2L << 30, Quota.reserve(1L << 40));
        assertEquals(1L << 30, Quota.reserve(20L << 30));
    }

    private Eviction.Result evict(long quota, Set<String> open) throws Refusal {
        return new Eviction(cache, work).to(quota, open);
    }
}
