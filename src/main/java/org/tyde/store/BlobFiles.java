package org.tyde.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// What a blob cache asks of the disk, one method a step; tests let each of them fail.
class BlobFiles {
    /// Bytes that the disk has left above what is kept for drafts; below 0 nothing more is taken in.
    long spare(Path folder) throws IOException {
        var disk = Files.getFileStore(folder);
        return disk.getUsableSpace() - Quota.reserve(disk.getTotalSpace());
    }

    /// Opens a file that is not there yet, for writing.
    FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    FileChannel read(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.READ);
    }

    /// Makes a file's bytes durable.
    void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// Gives a file its name, in place of what had it.
    void rename(Path file, Path name) throws IOException {
        Files.move(file, name, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Makes a folder, and that it is there durable.
    void folder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return;
        var above = Disk.folder(folder);
        folder(above);
        Files.createDirectories(folder);
        forceFolder(above);
    }

    /// Makes the names in a folder durable.
    void forceFolder(Path folder) throws IOException {
        Disk.force(folder);
    }

    /// Makes all that was written below a folder durable in one go, files and names.
    ///
    /// @return false where the system can do that only one by one; then nothing was done
    boolean forceAll(Path folder) throws IOException {
        return FileSystemSync.force(folder);
    }
}
