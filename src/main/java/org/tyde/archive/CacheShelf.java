package org.tyde.archive;

import org.tyde.refusal.Refusal;
import org.tyde.store.Cache;
import org.tyde.study.Instance;

import java.io.InputStream;
import java.util.List;

/// The cache as what retrievals put things on.
record CacheShelf(Cache cache) implements Shelf {
    @Override
    public Taken accept(InputStream file) throws Refusal {
        var ingest = cache.accept(file);
        return new Taken(ingest.instance(), ingest.held());
    }

    @Override
    public List<Instance> instances(String studyUid) throws Refusal {
        cache.flush();
        return cache.index().held(studyUid).stream().map(l -> l.instance()).toList();
    }
}
