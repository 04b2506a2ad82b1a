package org.tyde.store;

import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/// Once a week all of the index is looked through (`integrity_check`): damage that no query meets is found
/// while the blobs are there to rebuild it from. Two small files beside it remember when, and that it failed.
final class WeeklyCheck {
    private static final Duration PERIOD = Duration.ofDays(7);

    private final Database database;

    WeeklyCheck(Database database) {
        this.database = database;
    }

    /// @return false when the index is damaged; it is condemned then
    boolean run() throws Refusal {
        var checked = beside(database.file(), ".checked");
        try {
            if (Files.exists(checked)) {
                var age =
                        Duration.between(
                                Files.getLastModifiedTime(checked).toInstant(), Instant.now());
                if (age.abs().compareTo(PERIOD) < 0) return true;
            }
            if (!database.sound(Schema.INDEX)) {
                condemn(database.file());
                return false;
            }
            if (!Files.exists(checked)) Files.createFile(checked);
            Files.setLastModifiedTime(checked, FileTime.from(Instant.now()));
            return true;
        } catch (IOException failed) {
            throw Disk.refusal(checked, failed);
        }
    }

    /// At the next start the index is set aside and rebuilt.
    static void condemn(Path index) throws Refusal {
        var mark = beside(index, ".condemned");
        try {
            if (!Files.exists(mark)) Files.createFile(mark);
        } catch (IOException failed) {
            throw Disk.refusal(mark, failed);
        }
    }

    static boolean condemned(Path index) {
        return Files.exists(beside(index, ".condemned"));
    }

    static void acquit(Path index) throws Refusal {
        var mark = beside(index, ".condemned");
        try {
            Files.deleteIfExists(mark);
        } catch (IOException failed) {
            throw Disk.refusal(mark, failed);
        }
    }

    private static Path beside(Path index, String suffix) {
        return index.resolveSibling(index.getFileName() + suffix);
    }
}
