package org.tyde.store;

import org.tyde.refusal.Refusal;

import java.util.Set;
import java.util.TreeSet;

/// Studies that are to stay in the cache, however full it gets.
public final class Pins {
    private final Database database;

    Pins(Database database) {
        this.database = database;
    }

    /// @param studyUid Study Instance UID, held or not; pinning twice is fine
    /// @throws Refusal disk full or a failed write
    public void pin(String studyUid) throws Refusal {
        database.write(
                c ->
                        StudyIndex.change(
                                c,
                                "INSERT OR IGNORE INTO pin (study, pinned) VALUES (?, ?)",
                                studyUid,
                                System.currentTimeMillis()));
    }

    /// @param studyUid Study Instance UID; one that is not pinned is fine
    /// @throws Refusal disk full or a failed write
    public void unpin(String studyUid) throws Refusal {
        database.write(c -> StudyIndex.change(c, "DELETE FROM pin WHERE study = ?", studyUid));
    }

    /// @return Study Instance UIDs
    /// @throws Refusal the database cannot be read
    public Set<String> all() throws Refusal {
        return database.read(
                c -> {
                    var found = new TreeSet<String>();
                    try (var select = c.prepareStatement("SELECT study FROM pin");
                            var rows = select.executeQuery()) {
                        while (rows.next()) found.add(rows.getString(1));
                    }
                    return found;
                });
    }
}
