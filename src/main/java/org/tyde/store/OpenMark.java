package org.tyde.store;

import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A small file for each process that has the cache open, gone when the process ended well. One whose
/// process is gone tells that a process was killed.
final class OpenMark {
    private static final String PREFIX = "open-";

    private final Path own;

    private OpenMark(Path own) {
        this.own = own;
    }

    static OpenMark in(Path folder) throws Refusal {
        var own = folder.resolve(PREFIX + ProcessHandle.current().pid());
        try {
            if (!Files.exists(own)) Files.createFile(own);
        } catch (IOException failed) {
            throw Disk.refusal(own, failed);
        }
        return new OpenMark(own);
    }

    /// @return whether a process left the cache without closing it; the traces stay until [#clear]
    static boolean uncleanIn(Path folder) throws Refusal {
        try (var files = Files.list(folder)) {
            return files.anyMatch(OpenMark::left);
        } catch (IOException failed) {
            throw Disk.refusal(folder, failed);
        }
    }

    /// Removes the traces of processes that are gone.
    void clear() throws Refusal {
        var folder = Disk.folder(own);
        try (var files = Files.list(folder)) {
            for (var left : files.filter(OpenMark::left).toList())
                if (!left.getFileName().equals(own.getFileName())) Files.deleteIfExists(left);
        } catch (IOException failed) {
            throw Disk.refusal(folder, failed);
        }
    }

    void close() {
        try {
            Files.deleteIfExists(own);
        } catch (IOException stays) {
            return; // the next start looks through the blobs, as after a kill
        }
    }

    private static boolean left(Path file) {
        var name = file.getFileName().toString();
        if (!name.matches(PREFIX + "\\d{1,18}")) return false;
        long pid = Long.parseLong(name.substring(PREFIX.length()));
        return pid == ProcessHandle.current().pid() || ProcessHandle.of(pid).isEmpty();
    }
}
