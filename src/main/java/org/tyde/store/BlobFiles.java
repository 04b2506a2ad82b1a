package org.tyde.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
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

    /// Makes all that was written below a folder durable in one go, files and names.
    ///
    /// @return false where the system can do that only one by one; then nothing was done
    boolean forceAll(Path folder) throws IOException {
        return FileSystemSync.force(folder);
    }

    /// Makes all that was written to a file system durable at once, files, names and folders: Linux's
    /// `syncfs(2)`. One call for many files takes a small part of the time of one `fsync` for each.
    private static final class FileSystemSync {
        private static final Logger LOG = LoggerFactory.getLogger(FileSystemSync.class);
        private static final int READ_ONLY = 0;
        private static final Optional<FileSystemSync> OF_THIS_SYSTEM = find();

        private final MethodHandle open;
        private final MethodHandle syncfs;
        private final MethodHandle close;

        private FileSystemSync(MethodHandle open, MethodHandle syncfs, MethodHandle close) {
            this.open = open;
            this.syncfs = syncfs;
            this.close = close;
        }

        @SuppressWarnings("restricted")
        private static Optional<FileSystemSync> find() {
            if (!System.getProperty("os.name", "").equals("Linux")) return Optional.empty();
            try {
                var linker = Linker.nativeLinker();
                var symbols = linker.defaultLookup();
                var number = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
                var opens =
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
                return Optional.of(
                        new FileSystemSync(
                                linker.downcallHandle(
                                        symbols.find("open").orElseThrow(),
                                        opens,
                                        Linker.Option.firstVariadicArg(2)),
                                linker.downcallHandle(symbols.find("syncfs").orElseThrow(), number),
                                linker.downcallHandle(
                                        symbols.find("close").orElseThrow(), number)));
            } catch (RuntimeException | LinkageError without) {
                LOG.warn(
                        "files are made durable one by one: {}",
                        String.valueOf(without.getMessage()));
                return Optional.empty();
            }
        }

        /// @param folder on the file system
        /// @return whether all written there is durable now; false where the system has no such call
        /// @throws IOException the disk failed
        static boolean force(Path folder) throws IOException {
            if (OF_THIS_SYSTEM.isEmpty()) return false;
            try (var arena = Arena.ofConfined()) {
                return OF_THIS_SYSTEM.get().force(arena.allocateFrom(folder.toString()));
            }
        }

        private boolean force(MemorySegment folder) throws IOException {
            int file = call(open, folder, READ_ONLY);
            if (file < 0) return false;
            try {
                if (call(syncfs, file) != 0) throw new IOException("syncfs failed");
                return true;
            } finally {
                call(close, file);
            }
        }

        private static int call(MethodHandle function, Object... arguments) {
            try {
                return (int) function.invokeWithArguments(arguments);
            } catch (RuntimeException | Error unexpected) {
                throw unexpected;
            } catch (Throwable never) {
                throw new IllegalStateException(never);
            }
        }
    }
}
