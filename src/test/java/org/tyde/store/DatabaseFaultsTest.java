package org.tyde.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tyde.store.BlobCacheTest.assertReason;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.refusal.Refusal;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// What happens to the index, and what it is like at the next start: sound, and it names every blob.
class DatabaseFaultsTest {
    private static final int INSTANCES = 200;

    @TempDir Path folder;
    private final JobRunner runner = new JobRunner(1);

    @AfterEach
    void end() {
        runner.close();
    }

    @Test
    void aWriterWaitsForAnotherProcessThatWrites() throws Exception {
        try (var cache = open()) {
            cache.recovery().await();
            cache.check().await();
            cache.accept(Instances.part10(1, 1));
            var locked = new CountDownLatch(1);
            var other =
                    runner.waiting(
                            "another process",
                            _ -> {
                                hold(locked);
                                return true;
                            });
            locked.await();
            cache.flush();
            other.await();
            assertTrue(cache.index().study("2.25.1").isPresent());
        }
    }

    /// Another connection that writes, for a third of a second.
    private void hold(CountDownLatch locked) throws IOException {
        try (var c = DriverManager.getConnection("jdbc:sqlite:" + index());
                var statement = c.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            locked.countDown();
            Thread.sleep(300);
            statement.execute("COMMIT");
        } catch (java.sql.SQLException | InterruptedException failed) {
            throw new IOException(failed);
        }
    }

    @Test
    void anIndexThatStaysLockedIsSaidAndNothingIsHalfWritten() throws Exception {
        try (var database = Database.open(index(), Schema.INDEX, Duration.ofMillis(200));
                var c = DriverManager.getConnection("jdbc:sqlite:" + index());
                var statement = c.createStatement()) {
            var index = new StudyIndex(database, Instances.NO_VEIL);
            statement.execute("BEGIN IMMEDIATE");
            assertReason(StoreReason.DATABASE_FAILED, () -> index.used("2.25.1"));
            assertEquals(List.of(), index.studies(StudyFilter.ALL));
            statement.execute("COMMIT");
            index.used("2.25.1");
        }
    }

    @Test
    void twoProcessesThatWriteLoseNothing() throws Exception {
        try (var one = open();
                var other = open()) {
            var jobs =
                    List.of(
                            runner.waiting("one", _ -> fill(one, 1, 100)),
                            runner.waiting("other", _ -> fill(other, 51, 150)));
            for (var job : jobs) job.await();
            assertEquals(150, one.index().study("2.25.1").orElseThrow().instanceCount());
            assertEquals(List.of(), new CacheVerify(one).run(Job.done(true)).findings());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 8})
    void aCorruptPageIsFoundAtTheStartAndTheIndexRebuilt(int page) throws Exception {
        filled();
        var bytes = Files.readAllBytes(index());
        Arrays.fill(bytes, page * 4096, page * 4096 + 4096, (byte) 0x5a);
        Files.write(index(), bytes);
        rebuilt(true);
    }

    @Test
    void anIndexThatWasCutIsRebuilt() throws Exception {
        filled();
        var bytes = Files.readAllBytes(index());
        Files.write(index(), Arrays.copyOf(bytes, bytes.length / 2));
        rebuilt(true);
    }

    @Test
    void damageMetWhileTheIndexIsInUseIsMendedAtTheNextStart() throws Exception {
        filled();
        try (var cache = open()) {
            cache.recovery().await();
            cache.check().await();
            var bytes = Files.readAllBytes(index());
            Arrays.fill(bytes, 4096, bytes.length, (byte) 0x5a);
            Files.write(index(), bytes, StandardOpenOption.WRITE);
            assertReason(StoreReason.DATABASE_FAILED, () -> cache.index().ofStudy("2.25.1"));
            assertTrue(WeeklyCheck.condemned(index()));
        }
        rebuilt(true);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 32, 1000, 5000})
    void aTruncatedLogLosesCommitsAndNothingElse(int bytes) throws Exception {
        var killed = killed();
        var log = killed.resolve("index.db-wal");
        Files.write(log, Arrays.copyOf(Files.readAllBytes(log), bytes));
        whole(killed);
    }

    @Test
    void withoutItsSharedMemoryTheLogIsReadAnew() throws Exception {
        var killed = killed();
        Files.deleteIfExists(killed.resolve("index.db-shm"));
        whole(killed);
    }

    @Test
    void theLogOfAnotherDatabaseDoesNotPassForItsOwn() throws Exception {
        var killed = killed();
        try (var work = WorkDatabase.open(folder)) {
            for (int i = 0; i < 50; i++)
                work.drafts()
                        .save(new Drafts.Draft("r" + i, "2.25.1", "DRAFT", "tekst", Instant.now()));
            Files.copy(
                    folder.resolve("work.db-wal"),
                    killed.resolve("index.db-wal"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        Files.deleteIfExists(killed.resolve("index.db-shm"));
        whole(killed);
    }

    @Test
    void anIndexOfANewerSchemaIsRefusedAndLeftAlone() throws Exception {
        filled();
        try (var c = DriverManager.getConnection("jdbc:sqlite:" + index());
                var statement = c.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        var before = Files.readAllBytes(index());
        assertReason(StoreReason.NEWER_SCHEMA, this::open);
        assertEquals(-1, Arrays.mismatch(before, Files.readAllBytes(index())));
    }

    @Test
    void anIndexOfTheFirstSchemaIsMadeAnewFromTheBlobs() throws Exception {
        filled();
        Files.delete(index());
        try (var c = DriverManager.getConnection("jdbc:sqlite:" + index());
                var statement = c.createStatement();
                var in = Schema.class.getResourceAsStream("index/001.sql")) {
            var script = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            for (var sql : script.split(";\\s*\\n")) if (!sql.isBlank()) statement.execute(sql);
            statement.execute("PRAGMA user_version = 1");
        }
        rebuilt(false);
    }

    @Test
    void aFileThatIsNoDatabaseIsSetAside() throws Exception {
        filled();
        Files.writeString(index(), "no database".repeat(1000));
        rebuilt(true);
    }

    /// What lies in the folder of a process that was killed just now.
    private Path killed() throws IOException {
        var copy = Files.createDirectory(folder.resolve("killed"));
        try (var cache = open()) {
            fill(cache, 1, INSTANCES);
            try (var files = Files.walk(folder)) {
                for (var file : files.filter(f -> !f.startsWith(copy)).toList()) {
                    var to = copy.resolve(folder.relativize(file));
                    if (Files.isDirectory(file)) Files.createDirectories(to);
                    else Files.copy(file, to);
                }
            }
        }
        return copy;
    }

    private void whole(Path killed) throws Exception {
        try (var cache = Cache.open(killed, runner)) {
            cache.recovery().await();
            assertEquals(INSTANCES, cache.index().study("2.25.1").orElseThrow().instanceCount());
            assertEquals(List.of(), new CacheVerify(cache).run(Job.done(true)).findings());
        }
    }

    private void rebuilt(boolean setAside) throws Exception {
        try (var cache = open()) {
            var recovery = cache.recovery().await();
            assertEquals(setAside, recovery.indexSetAside());
            assertEquals(INSTANCES, recovery.indexed());
        }
        whole(folder);
    }

    private void filled() throws Refusal {
        try (var cache = open()) {
            fill(cache, 1, INSTANCES);
        }
    }

    private static int fill(Cache cache, int from, int to) throws Refusal {
        for (int i = from; i <= to; i++) cache.accept(Instances.part10(1, i));
        cache.flush();
        return to;
    }

    private Cache open() throws Refusal {
        return Cache.open(folder, runner);
    }

    private Path index() {
        return folder.resolve("index.db");
    }
}
