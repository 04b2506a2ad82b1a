package org.tyde.store;

import org.tyde.refusal.Refusal;

import java.util.Map;
import java.util.TreeMap;

/// Words that dictation has been corrected to: the spoken form and how it is written.
public final class LearnedWords {
    private final Database database;

    LearnedWords(Database database) {
        this.database = database;
    }

    /// @param spoken as the recogniser puts it out
    /// @param written as the report shall have it
    /// @throws Refusal disk full or a failed write
    public void learn(String spoken, String written) throws Refusal {
        database.write(
                c -> {
                    try (var insert =
                            c.prepareStatement(
                                    "INSERT OR REPLACE INTO learned_word (spoken, written, learned)"
                                            + " VALUES (?, ?, ?)")) {
                        insert.setString(1, spoken);
                        insert.setString(2, written);
                        insert.setLong(3, System.currentTimeMillis());
                        return insert.executeUpdate();
                    }
                });
    }

    /// @return written by spoken form
    /// @throws Refusal the database cannot be read
    public Map<String, String> all() throws Refusal {
        return database.read(
                c -> {
                    var found = new TreeMap<String, String>();
                    try (var select =
                                    c.prepareStatement("SELECT spoken, written FROM learned_word");
                            var rows = select.executeQuery()) {
                        while (rows.next()) found.put(rows.getString(1), rows.getString(2));
                    }
                    return found;
                });
    }
}
