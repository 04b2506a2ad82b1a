package org.tyde.store;

import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.io.DicomReader;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Objects that an archive has not confirmed yet. They are kept whole here, so that neither a dead
/// archive nor an emptied cache loses one.
public final class Outbox {
    private final Database database;

    Outbox(Database database) {
        this.database = database;
    }

    /// One object that waits.
    ///
    /// @param id in this outbox
    /// @param studyUid of which study
    /// @param target the archive's name
    /// @param sopUid of the object
    /// @param attempts so far
    /// @param nextAttempt not before
    /// @param lastReason the name of the reason the last attempt failed with, empty before the first
    public record Waiting(
            long id,
            String studyUid,
            String target,
            String sopUid,
            int attempts,
            Instant nextAttempt,
            String lastReason) {}

    /// An object as a Part 10 file.
    record Encoded(String sopUid, BulkData part10) {
        static Encoded of(DataSet object) throws Refusal {
            return new Encoded(
                    object.textOr(Tag.SOP_INSTANCE_UID, ""), BulkData.of(Cache.part10(object)));
        }
    }

    /// The same object to the same archive is queued once.
    static void add(Connection c, String studyUid, String target, Encoded object)
            throws SQLException, Refusal {
        long now = System.currentTimeMillis();
        try (var insert =
                c.prepareStatement(
                        "INSERT OR IGNORE INTO outbox (study, target, sop_uid, part10, queued,"
                                + " next_attempt) VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, studyUid);
            insert.setString(2, target);
            insert.setString(3, object.sopUid());
            insert.setBytes(4, bytes(object));
            insert.setLong(5, now);
            insert.setLong(6, now);
            insert.executeUpdate();
        }
    }

    private static byte[] bytes(Encoded object) throws Refusal {
        try {
            return object.part10().all();
        } catch (IOException failed) {
            throw Disk.refusal(Path.of(object.sopUid()), failed);
        }
    }

    /// @return all that waits, oldest first
    /// @throws Refusal the database cannot be read
    public List<Waiting> all() throws Refusal {
        return database.read(
                c -> {
                    var found = new ArrayList<Waiting>();
                    try (var select =
                                    c.prepareStatement(
                                            "SELECT id, study, target, sop_uid, attempts,"
                                                + " next_attempt, last_reason FROM outbox ORDER BY"
                                                + " id");
                            var rows = select.executeQuery()) {
                        while (rows.next())
                            found.add(
                                    new Waiting(
                                            rows.getLong(1),
                                            rows.getString(2),
                                            rows.getString(3),
                                            rows.getString(4),
                                            rows.getInt(5),
                                            Instant.ofEpochMilli(rows.getLong(6)),
                                            rows.getString(7)));
                    }
                    return found;
                });
    }

    /// @param id of what waits
    /// @return the object as a Part 10 file; empty when it has been sent meanwhile
    /// @throws Refusal the database cannot be read
    public byte[] content(long id) throws Refusal {
        return database.read(
                c -> {
                    try (var select =
                            c.prepareStatement("SELECT part10 FROM outbox WHERE id = ?")) {
                        select.setLong(1, id);
                        try (var rows = select.executeQuery()) {
                            return rows.next() ? rows.getBytes(1) : new byte[0];
                        }
                    }
                });
    }

    /// @param id of what waits
    /// @return the object
    /// @throws Refusal it has been sent meanwhile, or the database cannot be read
    public DataSet object(long id) throws Refusal {
        try {
            return DicomReader.read(content(id)).dataSet();
        } catch (IOException failed) {
            throw Disk.refusal(Path.of(WorkDatabase.FILE), failed);
        }
    }

    /// @param id of what the archive has confirmed
    /// @throws Refusal the database cannot be written
    public void sent(long id) throws Refusal {
        database.write(
                c -> {
                    try (var delete = c.prepareStatement("DELETE FROM outbox WHERE id = ?")) {
                        delete.setLong(1, id);
                        return delete.executeUpdate();
                    }
                });
    }

    /// @param id of what could not be sent
    /// @param reason the name of the reason
    /// @param nextAttempt not before
    /// @throws Refusal the database cannot be written
    public void failed(long id, String reason, Instant nextAttempt) throws Refusal {
        database.write(
                c -> {
                    try (var update =
                            c.prepareStatement(
                                    "UPDATE outbox SET attempts = attempts + 1, last_reason = ?,"
                                            + " next_attempt = ? WHERE id = ?")) {
                        update.setString(1, reason);
                        update.setLong(2, nextAttempt.toEpochMilli());
                        update.setLong(3, id);
                        return update.executeUpdate();
                    }
                });
    }
}
