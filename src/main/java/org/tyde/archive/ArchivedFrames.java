package org.tyde.archive;

import org.tyde.codec.EncodedFrame;
import org.tyde.imaging.EncodedFrames;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.InstanceFrames;
import org.tyde.refusal.Refusal;
import org.tyde.store.Cache;

import java.util.LinkedHashMap;

/// Frames as the cache keeps them: compressed on disk, read when asked for. Thread-safe.
public final class ArchivedFrames implements EncodedFrames {
    private static final int OPEN = 4096;

    private final Cache cache;
    private final LinkedHashMap<String, InstanceFrames> open = new LinkedHashMap<>(64, 0.75f, true);

    /// @param cache what retrievals fetch into
    public ArchivedFrames(Cache cache) {
        this.cache = cache;
    }

    @Override
    public ImageHeader header(String sopInstanceUid) throws Refusal {
        return frames(sopInstanceUid).header();
    }

    @Override
    public EncodedFrame encoded(FrameKey key) throws Refusal {
        return frames(key.sopInstanceUid()).encoded(key.frame());
    }

    private InstanceFrames frames(String sopInstanceUid) throws Refusal {
        synchronized (open) {
            var known = open.get(sopInstanceUid);
            if (known != null) return known;
        }
        if (!cache.holds(sopInstanceUid)) throw new Refusal(ArchiveReason.NOT_FETCHED);
        var file = cache.file(sopInstanceUid);
        var frames = InstanceFrames.of(file.dataSet(), file.transferSyntax());
        synchronized (open) {
            open.put(sopInstanceUid, frames);
            if (open.size() > OPEN) open.pollFirstEntry();
        }
        return frames;
    }
}
