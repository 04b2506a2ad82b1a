package org.tyde.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.refusal.Refusal;
import org.tyde.store.seal.KeyRing;
import org.tyde.store.seal.Veil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/// Seals a `work.db` that lies in the clear, or the reverse: all of it in one transaction, then the copies beside
/// it. What is killed on the way is done again at the next start.
final class WorkConversion {
    private static final Logger LOG = LoggerFactory.getLogger(WorkConversion.class);

    private WorkConversion() {}

    static void run(Database database, Veil veil, KeyRing ring) throws Refusal {
        if (ring.settled()) return;
        int rows =
                database.write(
                        c ->
                                table(c, veil, "draft", Drafts.NAME)
                                        + table(c, veil, "outbox", Outbox.NAME)
                                        + table(c, veil, "reading_state", ReadingStates.NAME)
                                        + table(c, veil, "signed_record", Drafts.RECORD));
        LOG.info("rows of work.db converted: {}", rows);
        database.compact();
        database.copy(WorkDatabase.COPY);
        if (ring.current().isPresent()) removeOlderCopies(database.file());
        ring.settle();
    }

    private static int table(Connection c, Veil veil, String table, String name)
            throws SQLException, Refusal {
        int converted = 0;
        try (var select =
                        c.prepareStatement(
                                "SELECT rowid, %s, content FROM %s WHERE length(content) > 0"
                                        .formatted(name, table));
                var update =
                        c.prepareStatement(
                                "UPDATE %s SET content = ? WHERE rowid = ?".formatted(table));
                var rows = select.executeQuery()) {
            while (rows.next()) {
                var kept = rows.getBytes(3);
                if (veil.upToDate(kept)) continue;
                var of = rows.getString(2);
                update.setBytes(1, veil.hide(of, veil.show(of, kept)));
                update.setLong(2, rows.getLong(1));
                update.executeUpdate();
                converted++;
            }
        }
        return converted;
    }

    /// Copies made before a migration lie in the clear.
    private static void removeOlderCopies(Path file) throws Refusal {
        try (var copies =
                Files.newDirectoryStream(Disk.folder(file), file.getFileName() + ".before-*")) {
            for (var copy : copies) Files.delete(copy);
        } catch (IOException failed) {
            throw Disk.refusal(file, failed);
        }
    }
}
