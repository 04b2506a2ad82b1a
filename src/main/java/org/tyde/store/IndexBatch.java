package org.tyde.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobRunner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// Instances on their way into the index: 64 and more at a time, or after 250 ms, they are made durable and then
/// indexed in one transaction, in the background. Until then they are found here. Whoever brings more than
/// the disk can take waits.
final class IndexBatch {
    static final int FULL = 64;
    private static final int MOST = 4 * FULL;
    private static final int CROWDED = 8 * FULL;
    private static final Logger LOG = LoggerFactory.getLogger(IndexBatch.class);

    private final StudyIndex index;
    private final BlobCache blobs;
    private final JobRunner runner;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final Map<String, IndexEntry> waiting = new LinkedHashMap<>();
    private final Object writing = new Object();

    IndexBatch(StudyIndex index, BlobCache blobs, JobRunner runner) {
        this.runner = runner;
        this.index = index;
        this.blobs = blobs;
    }

    /// @throws Refusal the study or the instance is another patient's; nothing was added
    void add(IndexEntry entry) throws Refusal {
        boolean full;
        synchronized (waiting) {
            for (var other : waiting.values()) refuseOtherPatient(entry, other);
            waiting.put(key(entry), entry);
            full = waiting.size() >= FULL;
        }
        if (full && busy.compareAndSet(false, true))
            runner.waiting("index instances", _ -> drain());
        if (waitingCount() > CROWDED) flush();
    }

    private static void refuseOtherPatient(IndexEntry entry, IndexEntry other) throws Refusal {
        boolean study = other.study().uid().equals(entry.study().uid());
        boolean instance = other.instance().uid().equals(entry.instance().uid());
        if (!study && !instance) return;
        if (!StudyText.differ(other.study().patient(), entry.study().patient())) return;
        if (study) throw new Refusal(StoreReason.OTHER_PATIENT, entry.study().uid());
        throw new Refusal(StoreReason.INSTANCE_OF_OTHER_PATIENT, entry.instance().uid());
    }

    private int waitingCount() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    private boolean drain() {
        try {
            flushQuietly();
        } finally {
            busy.set(false);
        }
        return true;
    }

    /// The content that came last under a SOP Instance UID and is not indexed yet.
    Optional<IndexEntry> find(String sopUid) {
        synchronized (waiting) {
            return waiting.values().stream()
                    .filter(e -> e.instance().uid().equals(sopUid))
                    .reduce((_, later) -> later);
        }
    }

    /// Whether these very bytes wait under the UID.
    boolean holds(String sopUid, BlobId blob) {
        synchronized (waiting) {
            return waiting.containsKey(key(sopUid, blob));
        }
    }

    /// @throws Refusal the index refused; all still waits
    void flush() throws Refusal {
        synchronized (writing) {
            List<IndexEntry> batch;
            synchronized (waiting) {
                batch = new ArrayList<>(waiting.values());
            }
            for (int from = 0; from < batch.size(); from += MOST)
                write(batch.subList(from, Math.min(from + MOST, batch.size())));
        }
    }

    /// For the clock: a refusal is logged, and said to whoever flushes next.
    ///
    /// @return whether nothing waits
    boolean flushQuietly() {
        try {
            flush();
            return true;
        } catch (Refusal refused) {
            LOG.error("the index could not be written: {}", refused.reason().name());
            return false;
        }
    }

    private void write(List<IndexEntry> some) throws Refusal {
        blobs.settle(some.stream().map(IndexEntry::blob).toList());
        index.add(some);
        synchronized (waiting) {
            for (var entry : some) waiting.remove(key(entry));
        }
    }

    private static String key(IndexEntry entry) {
        return key(entry.instance().uid(), entry.blob());
    }

    private static String key(String sopUid, BlobId blob) {
        return sopUid + " " + blob.sha256();
    }
}
