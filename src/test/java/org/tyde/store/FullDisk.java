package org.tyde.store;

import org.tyde.refusal.Refusal;
import org.tyde.store.seal.Veil;

import java.nio.file.Path;
import java.util.Optional;

/// Drafts on a disk that gets full, and has room again, when a test says so.
public final class FullDisk implements AutoCloseable {
    private static final int ROOM = 1_000_000;

    private final Database database;

    public FullDisk(Path folder) throws Refusal {
        database = Database.open(folder.resolve(WorkDatabase.FILE), Schema.WORK);
    }

    public Drafts drafts() {
        return new Drafts(database, new Veil(Optional.empty(), "work", StoreReason.WORK_CHANGED));
    }

    public void full() throws Refusal {
        WorkDatabaseTest.limitToPresentSize(database);
    }

    public void room() throws Refusal {
        database.write(
                c -> {
                    try (var statement = c.createStatement()) {
                        return statement.execute("PRAGMA max_page_count = " + ROOM);
                    }
                });
    }

    @Override
    public void close() {
        database.close();
    }
}
