package org.tyde.store;

import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.io.DicomReader;
import org.tyde.refusal.Refusal;
import org.tyde.store.seal.Veil;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What leaves the desk, until the other end has it for certain. It is kept whole here, so that neither a
/// dead archive nor an emptied cache loses any of it.
public final class Outbox {
    private static final String COLUMNS =
            "SELECT id, kind, study, report, target, name, not_before, state, changed, attempts,"
                    + " next_attempt, last_reason, status FROM outbox ";
    private static final String OPEN = "state NOT IN ('CONFIRMED')";

    /// What a row's content is sealed with.
    static final String NAME = "kind || ' ' || target || ' ' || name";

    private final Database database;
    private final Veil veil;

    Outbox(Database database, Veil veil) {
        this.database = database;
        this.veil = veil;
    }

    /// What is sent, and where to.
    public sealed interface Item {
        /// @return the archive's name, or the folder
        String target();

        /// A DICOM object to an archive.
        ///
        /// @param target the archive's name
        /// @param object with its SOP Class and Instance UIDs
        record ForArchive(String target, DataSet object) implements Item {}

        /// A file to a folder that another program takes it from.
        ///
        /// @param folder where it goes
        /// @param fileName under which name
        /// @param content of the file
        record ForFolder(Path folder, String fileName, BulkData content) implements Item {
            @Override
            public String target() {
                return folder.toString();
            }
        }
    }

    /// Items that leave together.
    ///
    /// @param report which report they tell of; empty for none
    /// @param studyUid of which study
    /// @param notBefore the instant before which none of them leaves
    /// @param items in the order in which they are sent
    /// @param kept what was decided, which is kept for good with them
    public record Batch(
            String report,
            String studyUid,
            Instant notBefore,
            List<Item> items,
            Optional<Drafts.Kept> kept) {
        /// Nothing is kept but what is sent.
        ///
        /// @param report which report they tell of; empty for none
        /// @param studyUid of which study
        /// @param notBefore the instant before which none of them leaves
        /// @param items in the order in which they are sent
        public Batch(String report, String studyUid, Instant notBefore, List<Item> items) {
            this(report, studyUid, notBefore, items, Optional.empty());
        }

        /// @param report which report they tell of; empty for none
        /// @param studyUid of which study
        /// @param notBefore the instant before which none of them leaves
        /// @param items in the order in which they are sent
        /// @param kept what was decided, which is kept for good with them
        public Batch {
            items = List.copyOf(items);
        }
    }

    /// What kind of thing waits.
    public enum Kind {
        /// a DICOM object, to an archive
        OBJECT,
        /// a file, to a folder
        FILE
    }

    /// How far it has come.
    public enum State {
        /// not sent, or in vain so far
        WAITING,
        /// the other end said that it has it; not yet looked for there
        SENT,
        /// found at the other end
        CONFIRMED,
        /// the other end will not take it; a person must decide
        REFUSED
    }

    /// One thing on its way.
    ///
    /// @param id in this outbox
    /// @param kind what it is
    /// @param studyUid of which study
    /// @param report which report it tells of; empty for none
    /// @param target the archive's name, or the folder
    /// @param name SOP Instance UID of an object, name of a file
    /// @param notBefore the instant before which it does not leave
    /// @param state how far it has come
    /// @param changed when it came that far
    /// @param attempts so far
    /// @param nextAttempt not before
    /// @param lastReason the name of the reason the last attempt failed with, empty before the first
    /// @param status the DICOM status or failure reason of the last attempt (PS3.7 C, PS3.18 I.2.2), 0 for none
    public record Waiting(
            long id,
            Kind kind,
            String studyUid,
            String report,
            String target,
            String name,
            Instant notBefore,
            State state,
            Instant changed,
            int attempts,
            Instant nextAttempt,
            String lastReason,
            int status) {}

    /// An item as it is kept.
    record Encoded(Kind kind, String target, String name, BulkData content) {
        static Encoded of(Item item) throws Refusal {
            return switch (item) {
                case Item.ForArchive one ->
                        new Encoded(
                                Kind.OBJECT,
                                one.target(),
                                one.object().textOr(Tag.SOP_INSTANCE_UID, ""),
                                BulkData.of(Cache.part10(one.object())));
                case Item.ForFolder one ->
                        new Encoded(Kind.FILE, one.target(), one.fileName(), one.content());
            };
        }
    }

    /// The same object to the same archive is queued once; one that was refused is tried again.
    static void add(Connection c, Veil veil, Batch batch, Encoded item)
            throws SQLException, Refusal {
        long now = System.currentTimeMillis();
        long from = Math.max(now, batch.notBefore().toEpochMilli());
        try (var insert =
                c.prepareStatement(
                        "INSERT INTO outbox (kind, study, report, target, name, content, queued,"
                            + " changed, not_before, next_attempt) VALUES (?, ?, ?, ?, ?, ?, ?, ?,"
                            + " ?, ?) ON CONFLICT (target, name) WHERE kind = 'OBJECT' AND state <>"
                            + " 'CONFIRMED' DO UPDATE SET state = 'WAITING', next_attempt ="
                            + " excluded.next_attempt, changed = excluded.changed WHERE"
                            + " outbox.state = 'REFUSED'")) {
            insert.setString(1, item.kind().name());
            insert.setString(2, batch.studyUid());
            insert.setString(3, batch.report());
            insert.setString(4, item.target());
            insert.setString(5, item.name());
            insert.setBytes(
                    6, veil.hide(sealName(item.kind(), item.target(), item.name()), bytes(item)));
            insert.setLong(7, now);
            insert.setLong(8, now);
            insert.setLong(9, batch.notBefore().toEpochMilli());
            insert.setLong(10, from);
            insert.executeUpdate();
        }
    }

    private static String sealName(Kind kind, String target, String name) {
        return kind + " " + target + " " + name;
    }

    private static byte[] bytes(Encoded item) throws Refusal {
        try {
            return item.content().all();
        } catch (IOException failed) {
            throw Disk.refusal(Path.of(item.name()), failed);
        }
    }

    /// @return all that the other end is not known to have, oldest first, also what it refused
    /// @throws Refusal the database cannot be read
    public List<Waiting> all() throws Refusal {
        return list(COLUMNS + "WHERE " + OPEN + " ORDER BY id");
    }

    /// @return what has been confirmed of late, the newest first
    /// @throws Refusal the database cannot be read
    public List<Waiting> confirmed() throws Refusal {
        return list(COLUMNS + "WHERE state = 'CONFIRMED' ORDER BY changed DESC, id DESC");
    }

    /// @param id of what waits
    /// @return the object as a Part 10 file, or the file; empty when it is confirmed or was taken back meanwhile
    /// @throws Refusal the database cannot be read
    public byte[] content(long id) throws Refusal {
        return database.read(
                c -> {
                    try (var select =
                            c.prepareStatement(
                                    "SELECT content, " + NAME + " FROM outbox WHERE id = ?")) {
                        select.setLong(1, id);
                        try (var rows = select.executeQuery()) {
                            if (!rows.next()) return new byte[0];
                            var kept = rows.getBytes(1);
                            return kept.length == 0 ? kept : veil.show(rows.getString(2), kept);
                        }
                    }
                });
    }

    /// @param id of an object that waits
    /// @return the object
    /// @throws Refusal it is confirmed or was taken back meanwhile, or the database cannot be read
    public DataSet object(long id) throws Refusal {
        try {
            return DicomReader.read(content(id)).dataSet();
        } catch (IOException failed) {
            throw Disk.refusal(Path.of(WorkDatabase.FILE), failed);
        }
    }

    /// Call before the first byte of an attempt leaves: from here on it cannot be taken back.
    ///
    /// @param id of what waits
    /// @return whether it still waits; false where it was taken back, refused or sent meanwhile
    /// @throws Refusal the database cannot be written
    public boolean begin(long id) throws Refusal {
        return change(
                        "UPDATE outbox SET under_way = 1, attempts = attempts + 1 WHERE id = ? AND"
                                + " state = 'WAITING'",
                        id)
                > 0;
    }

    /// @param id of what the other end says it has; it stays here until it was found there
    /// @param when it said so
    /// @throws Refusal the database cannot be written
    public void sent(long id, Instant when) throws Refusal {
        move(id, State.SENT, "", 0, when);
    }

    /// @param id of what was found at the other end; its content leaves this outbox
    /// @throws Refusal the database cannot be written
    public void confirmed(long id) throws Refusal {
        change(
                "UPDATE outbox SET state = 'CONFIRMED', content = x'', last_reason = '', changed ="
                        + " CAST(unixepoch('subsec') * 1000 AS INTEGER) WHERE id = ?",
                id);
    }

    /// @param id of what the other end will not take, however often it is asked
    /// @param reason the name of the reason
    /// @param status DICOM status or failure reason, 0 for none
    /// @throws Refusal the database cannot be written
    public void refused(long id, String reason, int status) throws Refusal {
        move(id, State.REFUSED, reason, status, Instant.now());
    }

    /// @param id of what could not be sent, or what the other end says it has and does not
    /// @param reason the name of the reason
    /// @param nextAttempt not before
    /// @throws Refusal the database cannot be written
    public void failed(long id, String reason, Instant nextAttempt) throws Refusal {
        postpone(id, reason, nextAttempt, "");
    }

    /// As [#failed], and nothing of it has left this computer: it can be taken back again.
    ///
    /// @param id of what could not be sent
    /// @param reason the name of the reason
    /// @param nextAttempt not before
    /// @throws Refusal the database cannot be written
    public void unreached(long id, String reason, Instant nextAttempt) throws Refusal {
        postpone(
                id,
                reason,
                nextAttempt,
                ", under_way = CASE WHEN attempts > 1 THEN under_way" + " ELSE 0 END");
    }

    /// @param id of what was sent and could not be looked for yet
    /// @param nextLook not before
    /// @throws Refusal the database cannot be written
    public void lookLater(long id, Instant nextLook) throws Refusal {
        database.write(
                c -> {
                    try (var update =
                            c.prepareStatement(
                                    "UPDATE outbox SET next_attempt = ? WHERE id = ? AND state ="
                                            + " 'SENT'")) {
                        update.setLong(1, nextLook.toEpochMilli());
                        update.setLong(2, id);
                        return update.executeUpdate();
                    }
                });
    }

    /// @param id of what was refused: it is sent once more
    /// @throws Refusal the database cannot be written
    public void again(long id) throws Refusal {
        change(
                "UPDATE outbox SET state = 'WAITING', next_attempt = 0, changed ="
                        + " CAST(unixepoch('subsec') * 1000 AS INTEGER) WHERE id = ? AND state ="
                        + " 'REFUSED'",
                id);
    }

    /// Takes back what has not begun to leave.
    ///
    /// @param id of what waits
    /// @return whether it was taken back; false where it was begun, and may be at the other end
    /// @throws Refusal the database cannot be written
    public boolean takeBack(long id) throws Refusal {
        return takeBack(List.of(id), Optional.empty(), Optional.empty());
    }

    /// Takes back all of it or nothing, and in the same transaction the report is a draft again.
    ///
    /// @param ids of what waits
    /// @param draft what is written on from now; empty for none
    /// @param kept that it was taken back, for good; empty for nothing
    /// @return whether it was taken back; false where one of them was begun, and may be at the other end
    /// @throws Refusal the database cannot be written
    public boolean takeBack(
            Collection<Long> ids, Optional<Drafts.Draft> draft, Optional<Drafts.Kept> kept)
            throws Refusal {
        return database.write(
                c -> {
                    for (long id : ids) if (!here(c, id)) return false;
                    try (var delete = c.prepareStatement("DELETE FROM outbox WHERE id = ?")) {
                        for (long id : ids) {
                            delete.setLong(1, id);
                            delete.executeUpdate();
                        }
                    }
                    if (draft.isPresent()) Drafts.save(c, veil, draft.get());
                    if (kept.isPresent()) Drafts.keep(c, veil, kept.get());
                    return true;
                });
    }

    /// Forgets what was confirmed long ago.
    ///
    /// @param age how long ago
    /// @throws Refusal the database cannot be written
    public void forgetConfirmed(Duration age) throws Refusal {
        change(
                "DELETE FROM outbox WHERE state = 'CONFIRMED' AND changed < ?",
                System.currentTimeMillis() - age.toMillis());
    }

    private static boolean here(Connection c, long id) throws SQLException {
        try (var select =
                c.prepareStatement(
                        "SELECT 1 FROM outbox WHERE id = ? AND state = 'WAITING' AND under_way ="
                                + " 0")) {
            select.setLong(1, id);
            try (var rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void move(long id, State to, String reason, int status, Instant when) throws Refusal {
        database.write(
                c -> {
                    try (var update =
                            c.prepareStatement(
                                    "UPDATE outbox SET state = ?, last_reason = ?, status = ?,"
                                            + " changed = ?, next_attempt = ? WHERE id = ?")) {
                        long now = when.toEpochMilli();
                        update.setString(1, to.name());
                        update.setString(2, reason);
                        update.setInt(3, status);
                        update.setLong(4, now);
                        update.setLong(5, now);
                        update.setLong(6, id);
                        return update.executeUpdate();
                    }
                });
    }

    private void postpone(long id, String reason, Instant until, String more) throws Refusal {
        database.write(
                c -> {
                    try (var update =
                            c.prepareStatement(
                                    "UPDATE outbox SET state = 'WAITING', last_reason = ?,"
                                            + " next_attempt = ?"
                                            + more
                                            + " WHERE id = ?")) {
                        update.setString(1, reason);
                        update.setLong(2, until.toEpochMilli());
                        update.setLong(3, id);
                        return update.executeUpdate();
                    }
                });
    }

    private int change(String sql, long argument) throws Refusal {
        return database.write(
                c -> {
                    try (PreparedStatement update = c.prepareStatement(sql)) {
                        update.setLong(1, argument);
                        return update.executeUpdate();
                    }
                });
    }

    private List<Waiting> list(String sql) throws Refusal {
        return database.read(
                c -> {
                    try (var select = c.prepareStatement(sql);
                            var rows = select.executeQuery()) {
                        var found = new ArrayList<Waiting>();
                        while (rows.next()) found.add(waiting(rows));
                        return found;
                    }
                });
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                row.getLong(1),
                Kind.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Instant.ofEpochMilli(row.getLong(7)),
                State.valueOf(row.getString(8)),
                Instant.ofEpochMilli(row.getLong(9)),
                row.getInt(10),
                Instant.ofEpochMilli(row.getLong(11)),
                row.getString(12),
                row.getInt(13));
    }
}
