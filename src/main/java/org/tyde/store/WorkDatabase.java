package org.tyde.store;

import org.tyde.refusal.Refusal;

import java.nio.file.Path;

/// `work.db`: drafts, outbox, reading states and learned words, what can be lost only once. Every call
/// that changes something returns when it is on disk. Thread-safe; waits, so never for the JavaFX thread.
public final class WorkDatabase implements AutoCloseable {
    /// The name of its file.
    public static final String FILE = "work.db";

    private final Database database;

    private WorkDatabase(Database database) {
        this.database = database;
    }

    /// @param folder where `work.db` lies or will lie
    /// @return the opened database
    /// @throws Refusal a newer schema, a damaged file (which is left as it is), a full disk
    public static WorkDatabase open(Path folder) throws Refusal {
        var file = folder.resolve(FILE);
        try {
            return new WorkDatabase(Database.open(file, Schema.WORK));
        } catch (Refusal refused) {
            if (!Database.damaged(refused)) throw refused;
            throw new Refusal(StoreReason.WORK_DAMAGED, file).because(refused);
        }
    }

    /// @return the drafts
    public Drafts drafts() {
        return new Drafts(database);
    }

    /// @return what waits to be sent
    public Outbox outbox() {
        return new Outbox(database);
    }

    /// @return how each study was left
    public ReadingStates readingStates() {
        return new ReadingStates(database);
    }

    /// @return what dictation has learned
    public LearnedWords learnedWords() {
        return new LearnedWords(database);
    }

    @Override
    public void close() {
        database.close();
    }
}
