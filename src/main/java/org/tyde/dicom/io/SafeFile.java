package org.tyde.dicom.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// A file that is there whole or not at all: written beside the place, flushed to the disk, moved.
final class SafeFile {
    /// Writes all of the file.
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private SafeFile() {}

    static void write(Path to, Content content) throws IOException {
        var folder = to.toAbsolutePath().getParent();
        var name = to.getFileName();
        if (folder == null || name == null) throw new IOException("not a file name: " + to);
        var beside = folder.resolve("." + name + "." + UUID.randomUUID() + ".part");
        try {
            try (var channel =
                    FileChannel.open(
                            beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                var out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            Files.move(
                    beside,
                    to,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
