package org.tyde.store;

import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Makes room: the studies used longest ago go first, whole, and never one that has a draft or a report that
/// is not sent yet, that is pinned, or that is open.
public final class Eviction {
    private final Cache cache;
    private final WorkDatabase work;

    /// What went.
    ///
    /// @param studies their Study Instance UIDs
    /// @param bytes freed
    public record Result(List<String> studies, long bytes) {
        /// @throws NullPointerException never a missing part
        public Result {
            studies = List.copyOf(studies);
        }
    }

    /// @param cache to make room in
    /// @param work that says which studies are still needed
    public Eviction(Cache cache, WorkDatabase work) {
        this.cache = cache;
        this.work = work;
    }

    /// @param quota bytes that may be held
    /// @param open Study Instance UIDs that are on screen
    /// @return what went; possibly not enough, when what is left is needed
    /// @throws Refusal a database cannot be read or written
    public Result to(long quota, Set<String> open) throws Refusal {
        cache.flush();
        cache.blobs().emptyQuarantine();
        var held = cache.index().footprints();
        long bytes = held.stream().mapToLong(StudyIndex.Footprint::bytes).sum();
        var gone = new ArrayList<String>();
        long freed = 0;
        for (var study : held) {
            if (bytes - freed <= quota) break;
            if (open.contains(study.studyUid())) continue;
            if (work.needed().contains(study.studyUid())) continue;
            for (var blob : cache.index().remove(study.studyUid())) cache.blobs().remove(blob);
            gone.add(study.studyUid());
            freed += study.bytes();
        }
        return new Result(gone, freed);
    }
}
