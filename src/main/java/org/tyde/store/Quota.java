package org.tyde.store;

import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much a cache may hold where nobody has said: a quarter of its disk, at most 200 GiB, and never so
/// much that less than 5 % of the disk stays free.
public final class Quota {
    private static final long MOST = 200L << 30;
    private static final long RESERVE = 2L << 30;

    private Quota() {}

    /// @param folder of the cache, existing
    /// @param held bytes that it holds now
    /// @return bytes that it may hold
    /// @throws Refusal the disk cannot be asked
    public static long of(Path folder, long held) throws Refusal {
        try {
            var disk = Files.getFileStore(folder);
            return of(disk.getTotalSpace(), disk.getUsableSpace(), held);
        } catch (IOException failed) {
            throw Disk.refusal(folder, failed);
        }
    }

    /// What images leave free on a disk, so that drafts can still be saved: 5 % of it, at most 2 GiB.
    static long reserve(long total) {
        return Math.min(RESERVE, total / 20);
    }

    static long of(long total, long free, long held) {
        return Math.max(0, Math.min(MOST, Math.min(total / 4, held + free - total / 20)));
    }
}
