package org.tyde.store;

import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/// What the file system said, as a refusal; and folders made durable.
final class Disk {
    private static final long NEARLY_NOTHING = 1 << 20;

    private Disk() {}

    /// @return the failure as it is when it is a refusal already, else as a full disk or a failed write
    static Refusal refusal(Path where, IOException failure) {
        if (failure instanceof Refusal already) return already;
        var said = String.valueOf(failure.getMessage());
        if (full(where, said))
            return new Refusal(StoreReason.DISK_FULL, folder(where)).because(failure);
        return new Refusal(StoreReason.WRITE_FAILED, where.getFileName(), said).because(failure);
    }

    /// Makes renames in a folder durable, where the system can (Windows cannot open a folder).
    static void force(Path folder) throws IOException {
        if (System.getProperty("os.name", "").startsWith("Windows")) return;
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static boolean full(Path where, String said) {
        var text = said.toLowerCase(Locale.ROOT);
        if (text.contains("no space left") || text.contains("not enough space")) return true;
        try {
            return Files.getFileStore(existing(where)).getUsableSpace() < NEARLY_NOTHING;
        } catch (IOException unknown) {
            return false;
        }
    }

    /// The folder a file lies in.
    static Path folder(Path file) {
        var absolute = file.toAbsolutePath();
        var parent = absolute.getParent();
        return parent == null ? absolute : parent;
    }

    private static Path existing(Path where) {
        var folder = folder(where);
        while (!Files.isDirectory(folder) && folder.getParent() != null) folder = folder(folder);
        return folder;
    }
}
