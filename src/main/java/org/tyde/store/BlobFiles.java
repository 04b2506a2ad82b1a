package org.tyde.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a blob cache asks of the disk, one method a step; tests let each of them fail.
class BlobFiles {
    private volatile Optional<FileSystemSync> whole = Optional.empty();

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

    /// Makes a folder where it is absent, and those above it.
    ///
    /// @return the folders that have a new name in them, which is not yet durable
    List<Path> folder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return List.of();
        var above = Disk.folder(folder);
        var changed = new ArrayList<>(folder(above));
        Files.createDirectories(folder);
        changed.add(above);
        return changed;
    }

    /// Makes the names in a folder durable.
    void forceFolder(Path folder) throws IOException {
        Disk.force(folder);
    }

    /// Makes ready for [#forceAll]: an error that the disk tells from now on is heard there.
    void watch(Path folder) throws IOException {
        whole = FileSystemSync.of(folder);
    }

    /// Makes all that was written to this disk durable in one go, files and names.
    ///
    /// @return false where the system can do that only one by one; then nothing was done
    boolean forceAll() throws IOException {
        return whole.isPresent() && whole.get().force();
    }

    void close() {
        whole.ifPresent(FileSystemSync::close);
    }
}
