package org.tyde.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.refusal.Refusal;
import org.tyde.store.seal.Veil;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reports that are not signed yet, as text the `report` room writes and reads.
public final class Drafts {
    private static final String COLUMNS =
            "SELECT report, study, state, content, saved, version FROM draft ";

    /// What a row's content is sealed with.
    static final String NAME = "'draft ' || report";

    /// What a record's content is sealed with.
    static final String RECORD = "'record ' || report || ' ' || at";

    private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);

    private final Database database;
    private final Veil veil;

    Drafts(Database database, Veil veil) {
        this.database = database;
        this.veil = veil;
    }

    /// One draft.
    ///
    /// @param report its identity
    /// @param studyUid the study it describes
    /// @param state a word of the `report` room
    /// @param content what that room wrote
    /// @param saved when
    /// @param version grows with every save; 0 of one that was never saved
    public record Draft(
            String report,
            String studyUid,
            String state,
            String content,
            Instant saved,
            long version) {
        /// One that was never saved.
        ///
        /// @param report its identity
        /// @param studyUid the study it describes
        /// @param state a word of the `report` room
        /// @param content what that room wrote
        /// @param saved when
        public Draft(String report, String studyUid, String state, String content, Instant saved) {
            this(report, studyUid, state, content, saved, 0);
        }
    }

    /// What was decided about a report when it was signed here, or taken back. It is kept for good.
    ///
    /// @param report its identity
    /// @param studyUid the study it describes
    /// @param at when
    /// @param content what the `report` room wrote
    public record Kept(String report, String studyUid, Instant at, String content) {}

    static void keep(Connection c, Veil veil, Kept one) throws SQLException, Refusal {
        try (var insert =
                c.prepareStatement(
                        "INSERT INTO signed_record (report, study, at, content) VALUES (?, ?, ?,"
                                + " ?)")) {
            insert.setString(1, one.report());
            insert.setString(2, one.studyUid());
            insert.setLong(3, one.at().toEpochMilli());
            var content = one.content().getBytes(StandardCharsets.UTF_8);
            insert.setBytes(4, veil.hide(recordName(one.report(), one.at()), content));
            insert.executeUpdate();
        }
    }

    private static String recordName(String report, Instant at) {
        return "record " + report + " " + at.toEpochMilli();
    }

    /// @param studyUid of which study
    /// @return what was decided about its reports here, in the order of time
    /// @throws Refusal the database cannot be read, or a record cannot be opened
    public List<Kept> kept(String studyUid) throws Refusal {
        return database.read(
                c -> {
                    try (var select =
                            c.prepareStatement(
                                    "SELECT report, study, at, content FROM signed_record WHERE"
                                            + " study = ? ORDER BY id")) {
                        select.setString(1, studyUid);
                        var found = new ArrayList<Kept>();
                        try (var rows = select.executeQuery()) {
                            while (rows.next()) found.add(kept(rows));
                        }
                        return found;
                    }
                });
    }

    private Kept kept(ResultSet row) throws SQLException, Refusal {
        var at = Instant.ofEpochMilli(row.getLong(3));
        var content = veil.show(recordName(row.getString(1), at), row.getBytes(4));
        return new Kept(
                row.getString(1),
                row.getString(2),
                at,
                new String(content, StandardCharsets.UTF_8));
    }

    /// Saves a draft where nobody else has saved it since this writer read or saved it.
    ///
    /// @param draft what to keep, of the version that its writer knows
    /// @return it, of the version it has now
    /// @throws Refusal another has saved or ended it meanwhile; disk full or a failed write. The draft before
    ///     it still stands
    public Draft replace(Draft draft) throws Refusal {
        return database.write(c -> replace(c, veil, draft));
    }

    static Draft replace(Connection c, Veil veil, Draft draft) throws SQLException, Refusal {
        var now = 0L;
        try (var select = c.prepareStatement("SELECT version FROM draft WHERE report = ?")) {
            select.setString(1, draft.report());
            try (var rows = select.executeQuery()) {
                if (rows.next()) now = rows.getLong(1);
            }
        }
        if (now != draft.version()) throw new Refusal(StoreReason.DRAFT_CHANGED);
        save(c, veil, draft);
        return new Draft(
                draft.report(),
                draft.studyUid(),
                draft.state(),
                draft.content(),
                draft.saved(),
                now + 1);
    }

    /// Saves or replaces a draft; returns when it is on disk.
    ///
    /// @param draft what to keep
    /// @throws Refusal disk full or a failed write; the draft before it still stands
    public void save(Draft draft) throws Refusal {
        database.write(
                c -> {
                    save(c, veil, draft);
                    return draft;
                });
    }

    static void save(Connection c, Veil veil, Draft draft) throws SQLException, Refusal {
        try (var insert =
                c.prepareStatement(
                        "INSERT INTO draft (report, study, state, content, saved, version)"
                                + " VALUES (?, ?, ?, ?, ?, 1) ON CONFLICT (report) DO UPDATE"
                                + " SET state = excluded.state, content = excluded.content,"
                                + " saved = excluded.saved, version = version + 1")) {
            insert.setString(1, draft.report());
            insert.setString(2, draft.studyUid());
            insert.setString(3, draft.state());
            var content = draft.content().getBytes(StandardCharsets.UTF_8);
            insert.setBytes(4, veil.hide("draft " + draft.report(), content));
            insert.setLong(5, draft.saved().toEpochMilli());
            insert.executeUpdate();
        }
    }

    /// @param report of which report
    /// @return its draft
    /// @throws Refusal the database cannot be read
    public Optional<Draft> find(String report) throws Refusal {
        return query(COLUMNS + "WHERE report = ?", true, report).stream().findFirst();
    }

    /// @param studyUid of which study
    /// @return its drafts that can be opened, newest first
    /// @throws Refusal the database cannot be read
    public List<Draft> ofStudy(String studyUid) throws Refusal {
        return query(COLUMNS + "WHERE study = ? ORDER BY saved DESC", false, studyUid);
    }

    /// @return all drafts that can be opened, newest first
    /// @throws Refusal the database cannot be read
    public List<Draft> all() throws Refusal {
        return query(COLUMNS + "ORDER BY saved DESC", false);
    }

    /// Removes a draft whose report has been signed or thrown away; absent is fine.
    ///
    /// @param report of which report
    /// @throws Refusal the database cannot be written
    public void remove(String report) throws Refusal {
        database.write(
                c -> {
                    remove(c, report);
                    return report;
                });
    }

    static void remove(Connection c, String report) throws SQLException {
        try (var delete = c.prepareStatement("DELETE FROM draft WHERE report = ?")) {
            delete.setString(1, report);
            delete.executeUpdate();
        }
    }

    /// One that cannot be opened does not hide the others.
    private List<Draft> query(String sql, boolean strict, String... arguments) throws Refusal {
        return database.read(
                c -> {
                    try (var select = c.prepareStatement(sql)) {
                        for (int i = 0; i < arguments.length; i++)
                            select.setString(i + 1, arguments[i]);
                        var found = new ArrayList<Draft>();
                        try (var rows = select.executeQuery()) {
                            while (rows.next()) {
                                try {
                                    found.add(draft(rows));
                                } catch (Refusal closed) {
                                    if (strict) throw closed;
                                    LOG.error(
                                            "a draft cannot be opened: {}", closed.reason().name());
                                }
                            }
                        }
                        return found;
                    }
                });
    }

    private Draft draft(ResultSet row) throws SQLException, Refusal {
        var content = veil.show("draft " + row.getString(1), row.getBytes(4));
        return new Draft(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                new String(content, StandardCharsets.UTF_8),
                Instant.ofEpochMilli(row.getLong(5)),
                row.getLong(6));
    }
}
