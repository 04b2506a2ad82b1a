package org.tyde.store;

import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.util.ArrayList;
import java.util.List;

/// Reads every blob the index names and compares it with its hash. What is damaged is dropped, so that it
/// is fetched again.
public final class CacheVerify {
    private final Cache cache;

    /// What was found.
    ///
    /// @param blobs that were read
    /// @param bytes of them
    /// @param damaged SOP Instance UIDs whose content was missing or changed, dropped now
    public record Result(int blobs, long bytes, List<String> damaged) {
        /// @throws NullPointerException never a missing part
        public Result {
            damaged = List.copyOf(damaged);
        }
    }

    /// @param cache to look through
    public CacheVerify(Cache cache) {
        this.cache = cache;
    }

    /// @param job told how far it is
    /// @return what was found
    /// @throws Refusal the index cannot be read or written
    public Result run(JobContext job) throws Refusal {
        cache.flush();
        var damaged = new ArrayList<String>();
        var shelves = cache.blobs().shelves();
        int read = 0;
        long bytes = 0;
        int done = 0;
        for (var shelf : shelves) {
            for (var entry : cache.index().blobs(shelf).entrySet()) {
                job.checkpoint();
                read++;
                if (cache.blobs().intact(entry.getKey()))
                    bytes += cache.blobs().open(entry.getKey()).length();
                else {
                    cache.index().forget(entry.getKey());
                    cache.blobs().remove(entry.getKey());
                    damaged.add(entry.getValue());
                }
            }
            job.progress(++done, shelves.size());
        }
        return new Result(read, bytes, damaged);
    }
}
