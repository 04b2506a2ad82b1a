package org.tyde.store;

import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// A small file, locked, for each process that has the cache open, and gone when that ended well. One that
/// nobody holds a lock on tells that a process was killed.
final class OpenMark {
    private static final String PREFIX = "open-";

    private final Path own;
    private final FileChannel channel;

    private OpenMark(Path own, FileChannel channel) {
        this.own = own;
        this.channel = channel;
    }

    static OpenMark in(Path folder) throws Refusal {
        var own = folder.resolve(PREFIX + UUID.randomUUID());
        try {
            var channel =
                    FileChannel.open(own, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) throw new IOException("a new file is locked");
            return new OpenMark(own, channel);
        } catch (IOException failed) {
            throw Disk.refusal(own, failed);
        }
    }

    /// @return whether a process left the cache without closing it; the traces stay until they are cleared
    static boolean uncleanIn(Path folder) throws Refusal {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) if (left(file)) return true;
            return false;
        } catch (IOException failed) {
            throw Disk.refusal(folder, failed);
        }
    }

    /// Removes the traces of processes that are gone.
    void clear() throws Refusal {
        var folder = Disk.folder(own);
        try (var files = Files.list(folder)) {
            for (var file : files.toList())
                if (!file.getFileName().equals(own.getFileName()) && left(file))
                    Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw Disk.refusal(folder, failed);
        }
    }

    /// @param clean whether the next start need not look through the blobs
    void close(boolean clean) {
        try (channel) {
            if (clean) Files.deleteIfExists(own);
        } catch (IOException stays) {
            return; // the next start looks through the blobs, as after a kill
        }
    }

    private static boolean left(Path file) throws IOException {
        if (!file.getFileName().toString().startsWith(PREFIX)) return false;
        try (var other = FileChannel.open(file, StandardOpenOption.WRITE)) {
            FileLock lock = other.tryLock();
            if (lock == null) return false;
            lock.release();
            return true;
        } catch (NoSuchFileException endedMeanwhile) {
            return false;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }
}
