package org.tyde.store;

import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Reads every blob, compares it with its hash, and what lies there with what the index names.
public final class CacheVerify {
    private final Cache cache;
    private final List<Finding> findings = new ArrayList<>();
    private int read;
    private long bytes;

    /// What can be wrong.
    public enum Kind {
        /// The index names it, and it is not there.
        MISSING,
        /// Not as long as it says it is, or not a blob at all.
        TORN,
        /// Its content is not what its name or its seal says, or its key is gone.
        DAMAGED,
        /// A file that the index does not name.
        UNKNOWN
    }

    /// One thing that is wrong.
    ///
    /// @param kind what
    /// @param name of the file, below the folder of blobs
    /// @param sopUid of the instance, empty where nothing names the file
    public record Finding(Kind kind, String name, String sopUid) {}

    /// What was found.
    ///
    /// @param blobs that the index names
    /// @param bytes of content that is sound
    /// @param findings what is wrong
    public record Result(int blobs, long bytes, List<Finding> findings) {
        /// @throws NullPointerException never a missing part
        public Result {
            findings = List.copyOf(findings);
        }

        /// @return SOP Instance UIDs whose content is missing, torn or damaged
        public List<String> damaged() {
            return findings.stream().map(Finding::sopUid).filter(u -> !u.isEmpty()).toList();
        }
    }

    /// @param cache to look through
    public CacheVerify(Cache cache) {
        this.cache = cache;
    }

    /// Looks, and changes nothing.
    ///
    /// @param job told how far it is
    /// @return what was found
    /// @throws Refusal the index or the folder cannot be read
    public Result run(JobContext job) throws Refusal {
        return look(job, false);
    }

    /// Looks; what is torn or damaged is put into quarantine, is no more held and is noted to be fetched
    /// again; what is sound and unknown is indexed; what is no blob is put into quarantine.
    ///
    /// @param job told how far it is
    /// @return what was found, and is mended
    /// @throws Refusal the index or the folder cannot be read or written
    public Result repair(JobContext job) throws Refusal {
        return look(job, true);
    }

    private Result look(JobContext job, boolean repair) throws Refusal {
        cache.flush();
        var shelves = new TreeSet<>(cache.blobs().shelves());
        shelves.addAll(cache.index().shelves());
        int done = 0;
        for (var shelf : shelves) {
            job.checkpoint();
            var named = cache.index().blobs(shelf);
            for (var entry : named.entrySet()) named(shelf, entry, repair);
            unnamed(shelf, named, repair);
            job.progress(++done, shelves.size());
        }
        return new Result(read, bytes, findings);
    }

    private void named(String shelf, Map.Entry<BlobId, String> entry, boolean repair)
            throws Refusal {
        var blob = entry.getKey();
        read++;
        var condition = cache.blobs().condition(blob);
        var kind =
                switch (condition) {
                    case SOUND -> {
                        bytes += cache.blobs().open(blob).length();
                        yield null;
                    }
                    case ABSENT -> Kind.MISSING;
                    case TORN -> Kind.TORN;
                    case CHANGED -> Kind.DAMAGED;
                };
        if (kind == null) return;
        findings.add(new Finding(kind, blob.sha256(), entry.getValue()));
        if (!repair) return;
        cache.blobs().quarantine(shelf, blob.sha256());
        cache.index().forget(blob);
    }

    private void unnamed(String shelf, Map<BlobId, String> named, boolean repair) throws Refusal {
        var names = new HashSet<String>();
        for (var blob : named.keySet()) names.add(blob.sha256());
        var rebuild = new Rebuild(cache, false);
        for (var name : cache.blobs().names(shelf)) {
            if (names.contains(name)) continue;
            findings.add(new Finding(Kind.UNKNOWN, name, ""));
            if (repair && !rebuild.takes(name)) cache.blobs().quarantine(shelf, name);
        }
        if (repair) rebuild.write();
    }
}
