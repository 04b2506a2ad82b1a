package org.tyde.report.sign;

import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// A file laid into a folder that another program takes files from: whole under its name, or not there.
final class FolderDrop {
    private FolderDrop() {}

    /// Laying the same file there twice is harmless.
    ///
    /// @param folder must be there: one that is missing is a drive that is not connected
    /// @param name of the file, not a path
    /// @param content of the file
    /// @throws Refusal the folder is missing, the name is taken by another content, or the disk says no
    static void put(Path folder, String name, byte[] content) throws Refusal {
        var file = folder.resolve(name);
        if (!folder.equals(file.getParent()) || !Files.isDirectory(folder))
            throw new Refusal(SignReason.FOLDER_MISSING, folder);
        var beside = folder.resolve(name + ".part");
        try {
            if (Files.exists(file)) {
                if (Arrays.equals(Files.readAllBytes(file), content)) return;
                throw new Refusal(SignReason.FILE_THERE, file);
            }
            try (var channel =
                    FileChannel.open(
                            beside,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) channel.write(bytes);
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            if (failed instanceof Refusal refused) throw refused;
            throw new Refusal(SignReason.FILE_FAILED, file, String.valueOf(failed.getMessage()))
                    .because(failed);
        }
    }
}
