package org.tyde.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.refusal.Refusal;
import org.tyde.store.seal.Veil;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How each study was left (layout, windows, measurements, what was shown), as text the `reading` room
/// writes and reads.
public final class ReadingStates {
    /// What a row's content is sealed with.
    static final String NAME = "'state ' || study";

    private static final Logger LOG = LoggerFactory.getLogger(ReadingStates.class);

    private final Database database;
    private final Veil veil;

    ReadingStates(Database database, Veil veil) {
        this.database = database;
        this.veil = veil;
    }

    /// Saves or replaces a study's state; returns when it is on disk.
    ///
    /// @param studyUid of which study
    /// @param content what the `reading` room wrote
    /// @throws Refusal disk full or a failed write; the state before it still stands
    public void save(String studyUid, String content) throws Refusal {
        database.write(
                c -> {
                    try (var insert =
                            c.prepareStatement(
                                    "INSERT INTO reading_state (study, content, saved) VALUES (?,"
                                            + " ?, ?) ON CONFLICT (study) DO UPDATE SET content ="
                                            + " excluded.content, saved = excluded.saved")) {
                        insert.setString(1, studyUid);
                        var bytes = content.getBytes(StandardCharsets.UTF_8);
                        insert.setBytes(2, veil.hide("state " + studyUid, bytes));
                        insert.setLong(3, System.currentTimeMillis());
                        return insert.executeUpdate();
                    }
                });
    }

    /// @param studyUid of which study
    /// @return what was saved last
    /// @throws Refusal the database cannot be read
    public Optional<String> find(String studyUid) throws Refusal {
        return database.read(
                c -> {
                    try (var select =
                            c.prepareStatement(
                                    "SELECT study, content FROM reading_state WHERE study = ?")) {
                        select.setString(1, studyUid);
                        try (var rows = select.executeQuery()) {
                            return rows.next() ? Optional.of(content(rows)) : Optional.empty();
                        }
                    }
                });
    }

    private String content(ResultSet row) throws SQLException, Refusal {
        var content = veil.show("state " + row.getString(1), row.getBytes(2));
        return new String(content, StandardCharsets.UTF_8);
    }

    /// @return every state that can be opened by Study Instance UID
    /// @throws Refusal the database cannot be read
    public Map<String, String> all() throws Refusal {
        return database.read(
                c -> {
                    var found = new HashMap<String, String>();
                    try (var select =
                                    c.prepareStatement("SELECT study, content FROM reading_state");
                            var rows = select.executeQuery()) {
                        while (rows.next()) {
                            try {
                                found.put(rows.getString(1), content(rows));
                            } catch (Refusal closed) {
                                LOG.warn("a state cannot be opened: {}", closed.reason().name());
                            }
                        }
                    }
                    return found;
                });
    }

    /// @param studyUid of which study; absent is fine
    /// @throws Refusal the database cannot be written
    public void remove(String studyUid) throws Refusal {
        database.write(
                c -> {
                    try (var delete =
                            c.prepareStatement("DELETE FROM reading_state WHERE study = ?")) {
                        delete.setString(1, studyUid);
                        return delete.executeUpdate();
                    }
                });
    }
}
