package org.tyde.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.refusal.Refusal;
import org.tyde.store.seal.KeyRing;
import org.tyde.store.seal.Veil;
import org.tyde.work.JobContext;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// Seals a cache that lies in the clear, or the reverse: first the index, then blob by blob. It can be
/// stopped at any point and goes on at the next start; all can be read all the while.
final class Conversion {
    private static final Logger LOG = LoggerFactory.getLogger(Conversion.class);
    private static final int ROWS = 500;

    private final Database database;
    private final Veil veil;
    private final BlobCache blobs;
    private final KeyRing ring;

    Conversion(Database database, Veil veil, BlobCache blobs, KeyRing ring) {
        this.database = database;
        this.veil = veil;
        this.blobs = blobs;
        this.ring = ring;
    }

    /// @return how many blobs were rewritten
    int run(JobContext job) throws Refusal {
        int rows = 0;
        for (long after = 0; after >= 0; rows++) {
            job.checkpoint();
            long from = after;
            after = database.write(c -> studies(c, from));
        }
        for (long after = 0; after >= 0; ) {
            job.checkpoint();
            long from = after;
            after = database.write(c -> series(c, from));
        }
        if (rows > 0) database.compact();
        int converted = 0;
        int done = 0;
        var shelves = blobs.shelves();
        for (var shelf : shelves) {
            for (var blob : blobs.on(shelf)) {
                job.checkpoint();
                if (convert(blob)) converted++;
            }
            job.progress(++done, shelves.size());
        }
        ring.settle();
        return converted;
    }

    private boolean convert(BlobId blob) throws Refusal {
        try {
            return blobs.convert(blob);
        } catch (Refusal refused) {
            if (refused.reason() != StoreReason.BLOB_DAMAGED) throw refused;
            LOG.warn("a damaged blob was not converted");
            return false;
        }
    }

    /// @return the last row looked at, -1 when there are no more
    private long studies(Connection c, long after) throws SQLException, Refusal {
        try (var select = next(c, "study", after);
                var update = c.prepareStatement(StudyQueries.CHANGE_TEXT);
                var rows = select.executeQuery()) {
            long last = -1;
            while (rows.next()) {
                last = rows.getLong(1);
                var uid = rows.getString(2);
                var kept = rows.getBytes(3);
                if (veil.upToDate(kept)) continue;
                var text = veil.show(uid, kept);
                update.setString(1, veil.patient(StudyText.unpacked(text).patientId()));
                update.setLong(2, IndexRows.stamp());
                update.setBytes(3, veil.hide(uid, text));
                update.setLong(4, last);
                update.executeUpdate();
            }
            return last;
        }
    }

    private long series(Connection c, long after) throws SQLException, Refusal {
        try (var select = next(c, "series", after);
                var update = c.prepareStatement("UPDATE series SET text = ? WHERE id = ?");
                var rows = select.executeQuery()) {
            long last = -1;
            while (rows.next()) {
                last = rows.getLong(1);
                var uid = rows.getString(2);
                var kept = rows.getBytes(3);
                if (veil.upToDate(kept)) continue;
                update.setBytes(1, veil.hide(uid, veil.show(uid, kept)));
                update.setLong(2, last);
                update.executeUpdate();
            }
            return last;
        }
    }

    private static PreparedStatement next(Connection c, String table, long after)
            throws SQLException {
        var select =
                c.prepareStatement(
                        "SELECT id, uid, text FROM "
                                + table
                                + " WHERE id > ? ORDER BY id LIMIT "
                                + ROWS);
        select.setLong(1, after);
        return select;
    }
}
