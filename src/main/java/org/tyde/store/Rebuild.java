package org.tyde.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.io.DicomReader;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Indexes the blobs that are durable and that the index does not name: after a kill, or all of them after
/// the index was lost. The files are the truth.
final class Rebuild {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    private final Cache cache;
    private final boolean setAside;
    private final List<IndexEntry> batch = new ArrayList<>();
    private int indexed;
    private int removed;

    Rebuild(Cache cache, boolean setAside) {
        this.cache = cache;
        this.setAside = setAside;
    }

    Cache.Recovery run(JobContext job) throws Refusal {
        var shelves = cache.blobs().shelves();
        int done = 0;
        for (var shelf : shelves) {
            job.checkpoint();
            var named = cache.index().blobs(shelf).keySet();
            for (var blob : cache.blobs().on(shelf)) if (!named.contains(blob)) take(blob);
            job.progress(++done, shelves.size());
        }
        write();
        return new Cache.Recovery(setAside, indexed, removed);
    }

    /// Takes a file of the blobs in, where it is one that is sound and readable.
    boolean takes(String name) throws Refusal {
        if (!BlobId.isName(name)) return false;
        var blob = new BlobId(name);
        if (cache.blobs().condition(blob) != BlobCache.Condition.SOUND) return false;
        int before = indexed;
        take(blob);
        return indexed > before;
    }

    private void take(BlobId blob) throws Refusal {
        try {
            var entry = entry(blob);
            cache.index().refuseOtherPatient(entry);
            batch.add(entry);
            indexed++;
            if (batch.size() == IndexBatch.FULL) write();
        } catch (DicomFormatException nothingReadable) {
            cache.blobs().remove(blob);
            removed++;
        } catch (Refusal leftAsItIs) {
            LOG.warn("a blob was not indexed: {}", leftAsItIs.reason().name());
        } catch (IOException failed) {
            throw Disk.refusal(cache.blobs().folder(), failed);
        }
    }

    private IndexEntry entry(BlobId blob) throws IOException {
        var content = cache.blobs().open(blob);
        var file = DicomReader.read(content).whole();
        return IndexEntry.of(
                file.dataSet(),
                file.transferSyntax(),
                blob,
                content.length(),
                cache.blobs().written(blob));
    }

    void write() throws Refusal {
        try {
            cache.index().restore(batch);
        } catch (Refusal mixed) {
            if (!ofAnotherPatient(mixed)) throw mixed;
            for (var one : batch) oneByOne(one);
        }
        batch.clear();
    }

    private void oneByOne(IndexEntry entry) throws Refusal {
        try {
            cache.index().restore(List.of(entry));
        } catch (Refusal mixed) {
            if (!ofAnotherPatient(mixed)) throw mixed;
            indexed--;
            LOG.warn("a blob was not indexed: {}", mixed.reason().name());
        }
    }

    private static boolean ofAnotherPatient(Refusal refusal) {
        return Optional.of(refusal.reason())
                .filter(
                        r ->
                                r == StoreReason.OTHER_PATIENT
                                        || r == StoreReason.INSTANCE_OF_OTHER_PATIENT)
                .isPresent();
    }
}
