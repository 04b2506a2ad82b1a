package org.tyde.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.refusal.Refusal;
import org.tyde.store.seal.KeyRing;
import org.tyde.store.seal.Veil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// `work.db`: drafts, outbox, reading states, what was decided about reports and learned words, what can be lost only once. Every call
/// that changes something returns when it is on disk. Thread-safe; waits, so never for the JavaFX thread.
public final class WorkDatabase implements AutoCloseable {
    /// The name of its file.
    public static final String FILE = "work.db";

    /// The name of the copy beside it.
    static final String COPY = "work.db.copy";

    private static final Logger LOG = LoggerFactory.getLogger(WorkDatabase.class);

    private final Database database;

    private final Veil veil;

    private WorkDatabase(Database database, Veil veil) {
        this.database = database;
        this.veil = veil;
    }

    /// @param folder where `work.db` lies or will lie
    /// @return the opened database
    /// @throws Refusal a newer schema, a damaged file (which is left as it is), a full disk, or it is encrypted
    public static WorkDatabase open(Path folder) throws Refusal {
        if (Protection.neededForWork(folder)) throw new Refusal(StoreReason.WORK_LOCKED, folder);
        return open(folder, Optional.empty());
    }

    /// Opens one that is encrypted, or is to be; what is not yet as it is to be is converted before this
    /// returns.
    ///
    /// @param folder where `work.db` lies or will lie
    /// @param protection whether to encrypt, and the master key
    /// @return the opened database
    /// @throws Refusal as for one in the clear, or the key is another
    public static WorkDatabase open(Path folder, Protection protection) throws Refusal {
        return open(folder, protection.ringOfWork(folder));
    }

    private static WorkDatabase open(Path folder, Optional<KeyRing> ring) throws Refusal {
        var file = folder.resolve(FILE);
        var veil = new Veil(ring, "work", StoreReason.WORK_CHANGED);
        try {
            var database = Database.open(file, Schema.WORK);
            try {
                if (ring.isPresent()) WorkConversion.run(database, veil, ring.get());
                copyOnceADay(database);
            } catch (Refusal refused) {
                database.close();
                throw refused;
            }
            return new WorkDatabase(database, veil);
        } catch (Refusal refused) {
            if (!Database.damaged(refused)) throw refused;
            throw new Refusal(StoreReason.WORK_DAMAGED, file).because(refused);
        }
    }

    /// A sound copy beside it, at most a day old when the file is damaged one day.
    private static void copyOnceADay(Database database) throws Refusal {
        var copy = database.file().resolveSibling(COPY);
        try {
            var yesterday = Instant.now().minus(Duration.ofDays(1));
            if (Files.exists(copy)
                    && Files.getLastModifiedTime(copy).toInstant().isAfter(yesterday)) return;
        } catch (IOException failed) {
            throw Disk.refusal(copy, failed);
        }
        try {
            database.copy(COPY);
        } catch (Refusal full) {
            LOG.warn("the drafts were not copied: {}", full.reason().name());
        }
    }

    /// @return the drafts
    public Drafts drafts() {
        return new Drafts(database, veil);
    }

    /// @return what waits to be sent
    public Outbox outbox() {
        return new Outbox(database, veil);
    }

    /// @return how each study was left
    public ReadingStates readingStates() {
        return new ReadingStates(database, veil);
    }

    /// @return which studies stay in the cache
    public Pins pins() {
        return new Pins(database);
    }

    /// @return Study Instance UIDs that a draft or something to be sent hangs on, or that are pinned
    /// @throws Refusal the database cannot be read
    public Set<String> needed() throws Refusal {
        return database.read(
                c -> {
                    var found = new HashSet<String>();
                    try (var select =
                                    c.prepareStatement(
                                            "SELECT study FROM draft UNION SELECT study FROM outbox"
                                                + " WHERE state <> 'CONFIRMED' UNION SELECT study"
                                                + " FROM pin");
                            var rows = select.executeQuery()) {
                        while (rows.next()) found.add(rows.getString(1));
                    }
                    return found;
                });
    }

    /// A report leaves the desk: in one transaction all that tells of it is queued and its draft is gone.
    ///
    /// @param draft which draft ends, empty where it goes on (a preliminary report)
    /// @param batch what is to be sent
    /// @throws Refusal disk full or a failed write; then the draft stands and nothing is queued
    public void dispatch(Optional<String> draft, Outbox.Batch batch) throws Refusal {
        var encoded = new ArrayList<Outbox.Encoded>();
        for (var item : batch.items()) encoded.add(Outbox.Encoded.of(item));
        database.write(
                c -> {
                    for (var one : encoded) Outbox.add(c, veil, batch, one);
                    if (batch.kept().isPresent()) Drafts.keep(c, veil, batch.kept().get());
                    if (draft.isPresent()) Drafts.remove(c, draft.get());
                    return encoded.size();
                });
    }

    /// A report is signed and stays a while: in one transaction all that tells of it is queued and its draft
    /// is kept as it is to be written on when it is taken back.
    ///
    /// @param draft of the version that its writer read or wrote last
    /// @param batch what is to be sent
    /// @return the draft as it is kept
    /// @throws Refusal another has written the draft meanwhile, disk full or a failed write; then the draft
    ///     stands as it was and nothing is queued
    public Drafts.Draft dispatch(Drafts.Draft draft, Outbox.Batch batch) throws Refusal {
        var encoded = new ArrayList<Outbox.Encoded>();
        for (var item : batch.items()) encoded.add(Outbox.Encoded.of(item));
        return database.write(
                c -> {
                    for (var one : encoded) Outbox.add(c, veil, batch, one);
                    if (batch.kept().isPresent()) Drafts.keep(c, veil, batch.kept().get());
                    return Drafts.replace(c, veil, draft);
                });
    }

    @Override
    public void close() {
        database.close();
    }
}
