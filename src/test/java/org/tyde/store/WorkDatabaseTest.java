package org.tyde.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tyde.store.BlobCacheTest.assertReason;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.refusal.Refusal;
import org.tyde.store.seal.Veil;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

class WorkDatabaseTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir Path folder;

    @Test
    void aDraftIsThereAfterReopening() throws Exception {
        var draft = new Drafts.Draft("r1", "1.2.3", "DRAFT", "Funn: æøå", NOON, 1);
        try (var work = WorkDatabase.open(folder)) {
            work.drafts().save(draft);
        }
        try (var work = WorkDatabase.open(folder)) {
            assertEquals(Optional.of(draft), work.drafts().find("r1"));
            assertEquals(List.of(draft), work.drafts().ofStudy("1.2.3"));
            work.drafts().remove("r1");
            assertEquals(List.of(), work.drafts().all());
        }
    }

    @Test
    void aReadingStateIsReplacedByItsKey() throws Exception {
        try (var work = WorkDatabase.open(folder)) {
            work.readingStates().save("1.2.3", "a");
            work.readingStates().save("1.2.3", "b");
            assertEquals(Optional.of("b"), work.readingStates().find("1.2.3"));
        }
    }

    @Test
    void aNewerSchemaIsRefusedAndLeftAlone() throws Exception {
        WorkDatabase.open(folder).close();
        var file = folder.resolve(WorkDatabase.FILE);
        execute(file, "PRAGMA user_version = 99");
        assertReason(StoreReason.NEWER_SCHEMA, () -> WorkDatabase.open(folder));
        try (var c = DriverManager.getConnection("jdbc:sqlite:" + file);
                var rows = c.createStatement().executeQuery("PRAGMA user_version")) {
            assertEquals(99, rows.getInt(1));
        }
    }

    @Test
    void aCopyBesideItHoldsTheDraftsOfTheDayBefore() throws Exception {
        var draft = new Drafts.Draft("r1", "1.2.3", "DRAFT", "Funn: æøå", NOON, 1);
        try (var work = WorkDatabase.open(folder)) {
            work.drafts().save(draft);
        }
        var copy = folder.resolve(WorkDatabase.COPY);
        Files.setLastModifiedTime(copy, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        WorkDatabase.open(folder).close();
        Files.move(copy, folder.resolve(WorkDatabase.FILE), StandardCopyOption.REPLACE_EXISTING);
        try (var work = WorkDatabase.open(folder)) {
            assertEquals(List.of(draft), work.drafts().all());
        }
    }

    @Test
    void aDamagedFileIsRefusedAndLeftAsItIs() throws Exception {
        var file = folder.resolve(WorkDatabase.FILE);
        var garbage = "not a database at all, but long enough to be looked at".repeat(100);
        Files.writeString(file, garbage);
        assertReason(StoreReason.WORK_DAMAGED, () -> WorkDatabase.open(folder));
        assertEquals(garbage, Files.readString(file));
    }

    @Test
    void aFullDiskIsSaidAndTheDraftBeforeItStands() throws Exception {
        var before = new Drafts.Draft("r1", "1.2.3", "DRAFT", "kort", NOON, 1);
        try (var database = Database.open(folder.resolve(WorkDatabase.FILE), Schema.WORK)) {
            var drafts =
                    new Drafts(
                            database, new Veil(Optional.empty(), "work", StoreReason.WORK_CHANGED));
            drafts.save(before);
            limitToPresentSize(database);
            var chars = new byte[200_000];
            Arrays.fill(chars, (byte) 'x');
            var longText = new String(chars, StandardCharsets.US_ASCII);
            assertReason(
                    StoreReason.DISK_FULL,
                    () -> drafts.save(new Drafts.Draft("r1", "1.2.3", "DRAFT", longText, NOON)));
            assertEquals(Optional.of(before), drafts.find("r1"));
        }
    }

    /// SQLite answers `SQLITE_FULL` beyond this many pages, as on a full disk.
    static void limitToPresentSize(Database database) throws Refusal {
        database.write(
                c -> {
                    try (var statement = c.createStatement()) {
                        var pages = statement.executeQuery("PRAGMA page_count").getInt(1);
                        return statement.execute("PRAGMA max_page_count = " + (pages + 1));
                    }
                });
    }

    private static void execute(Path file, String sql) throws Exception {
        try (var c = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = c.createStatement()) {
            statement.execute(sql);
        }
    }
}
