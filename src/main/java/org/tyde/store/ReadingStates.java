package org.tyde.store;

import org.tyde.refusal.Refusal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How each study was left (layout, windows, measurements, what was shown), as text the `reading` room
/// writes and reads.
public final class ReadingStates {
    private final Database database;

    ReadingStates(Database database) {
        this.database = database;
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
                        insert.setString(2, content);
                        insert.setLong(3, System.currentTimeMillis());
                        return insert.executeUpdate();
                    }
                });
    }

    /// @param studyUid of which study
    /// @return what was saved last
    /// @throws Refusal the database cannot be read
    public Optional<String> find(String studyUid) throws Refusal {
        return Optional.ofNullable(all().get(studyUid));
    }

    /// @return every state by Study Instance UID
    /// @throws Refusal the database cannot be read
    public Map<String, String> all() throws Refusal {
        return database.read(
                c -> {
                    var found = new HashMap<String, String>();
                    try (var select =
                                    c.prepareStatement("SELECT study, content FROM reading_state");
                            var rows = select.executeQuery()) {
                        while (rows.next()) found.put(rows.getString(1), rows.getString(2));
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
