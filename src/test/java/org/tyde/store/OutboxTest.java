package org.tyde.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.refusal.Refusal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

class OutboxTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");
    private static final Drafts.Draft DRAFT =
            new Drafts.Draft("r1", "2.25.1", "DRAFT", "tekst", NOON, 1);

    @TempDir Path folder;

    private static Outbox.Batch batch(Instant notBefore, Outbox.Item... items) {
        return new Outbox.Batch("r1", "2.25.1", notBefore, List.of(items));
    }

    private static Outbox.Item object(DataSet object) {
        return new Outbox.Item.ForArchive("vest", object);
    }

    private static Outbox.Item file(String name) {
        var content = BulkData.of(name.getBytes(StandardCharsets.UTF_8));
        return new Outbox.Item.ForFolder(Path.of("ut"), name, content);
    }

    private static List<Outbox.State> states(WorkDatabase work) throws Refusal {
        return work.outbox().all().stream().map(Outbox.Waiting::state).toList();
    }

    @Test
    void aDispatchedReportIsQueuedOncePerArchiveAndItsDraftIsGone() throws Exception {
        var object = Instances.of(1, 1).build();
        var encoded = Cache.part10(object);
        try (var work = WorkDatabase.open(folder)) {
            work.drafts().save(DRAFT);
            work.dispatch(Optional.empty(), batch(Instant.EPOCH, object(object)));
            assertEquals(1, work.drafts().all().size());
            assertTrue(work.needed().contains("2.25.1"));
            work.dispatch(Optional.of("r1"), batch(Instant.EPOCH, object(object)));
            assertEquals(0, work.drafts().all().size());
            var waiting = work.outbox().all();
            assertEquals(1, waiting.size());
            assertTrue(work.outbox().begin(waiting.getFirst().id()));
            work.outbox().failed(waiting.getFirst().id(), "CONNECT", NOON);
        }
        try (var work = WorkDatabase.open(folder)) {
            var again = work.outbox().all().getFirst();
            assertEquals(1, again.attempts());
            assertEquals("CONNECT", again.lastReason());
            assertEquals(NOON, again.nextAttempt());
            assertEquals(Outbox.Kind.OBJECT, again.kind());
            assertEquals(Instances.sop(1, 1), again.name());
            assertArrayEquals(encoded, work.outbox().content(again.id()));
            assertArrayEquals(encoded, Cache.part10(work.outbox().object(again.id())));
            work.outbox().confirmed(again.id());
            assertTrue(work.outbox().all().isEmpty());
        }
    }

    @Test
    void whatIsSentStaysWholeUntilItWasFoundAtTheOtherEnd() throws Exception {
        try (var work = WorkDatabase.open(folder)) {
            work.dispatch(
                    Optional.empty(), batch(Instant.EPOCH, object(Instances.of(1, 1).build())));
            long id = work.outbox().all().getFirst().id();
            work.outbox().begin(id);
            work.outbox().sent(id, Instant.now());
            assertEquals(List.of(Outbox.State.SENT), states(work));
            assertTrue(work.outbox().content(id).length > 0);
            assertTrue(work.needed().contains("2.25.1"));
            work.outbox().confirmed(id);
            assertEquals(List.of(), states(work));
            assertEquals(0, work.outbox().content(id).length);
            assertFalse(work.needed().contains("2.25.1"));
            assertEquals(id, work.outbox().confirmed().getFirst().id());
            work.outbox().forgetConfirmed(Duration.ofHours(1));
            assertEquals(1, work.outbox().confirmed().size());
            work.outbox().forgetConfirmed(Duration.ofSeconds(-5));
            assertEquals(0, work.outbox().confirmed().size());
        }
    }

    @Test
    void whatIsRefusedIsKeptWithItsStatusUntilAPersonSendsItAgain() throws Exception {
        try (var work = WorkDatabase.open(folder)) {
            var object = object(Instances.of(1, 1).build());
            work.dispatch(Optional.empty(), batch(Instant.EPOCH, object));
            long id = work.outbox().all().getFirst().id();
            work.outbox().begin(id);
            work.outbox().refused(id, "STORE_FAILED", 0xA900);
            var refused = work.outbox().all().getFirst();
            assertEquals(Outbox.State.REFUSED, refused.state());
            assertEquals(0xA900, refused.status());
            assertFalse(work.outbox().begin(id), "nobody asked for another attempt");
            assertTrue(work.needed().contains("2.25.1"));
            work.outbox().again(id);
            assertTrue(work.outbox().begin(id));
            work.outbox().refused(id, "STORE_FAILED", 0xA900);
            work.dispatch(Optional.empty(), batch(Instant.EPOCH, object));
            assertEquals(List.of(Outbox.State.WAITING), states(work));
        }
    }

    @Test
    void whatMayNotLeaveYetIsTakenBackAndItsReportIsADraftAgain() throws Exception {
        try (var work = WorkDatabase.open(folder)) {
            work.drafts().save(DRAFT);
            var object = object(Instances.of(1, 1).build());
            work.dispatch(Optional.of("r1"), batch(LATER, object, file("r1.pdf")));
            var all = work.outbox().all();
            assertEquals(
                    List.of(LATER, LATER), all.stream().map(Outbox.Waiting::notBefore).toList());
            assertEquals(LATER, all.getFirst().nextAttempt());
            assertEquals(Outbox.Kind.FILE, all.getLast().kind());
            assertEquals(
                    "r1.pdf",
                    new String(work.outbox().content(all.getLast().id()), StandardCharsets.UTF_8));
            var ids = all.stream().map(Outbox.Waiting::id).toList();
            assertTrue(work.outbox().takeBack(ids, Optional.of(DRAFT), Optional.empty()));
            assertEquals(List.of(), work.outbox().all());
            assertEquals(List.of(DRAFT), work.drafts().all());
            assertFalse(work.outbox().begin(ids.getFirst()), "it is gone");
        }
    }

    @Test
    void whatHasBegunToLeaveIsNotTakenBackNorWhatGoesWithIt() throws Exception {
        try (var work = WorkDatabase.open(folder)) {
            work.dispatch(Optional.empty(), batch(LATER, file("a"), file("b")));
            var ids = work.outbox().all().stream().map(Outbox.Waiting::id).toList();
            work.outbox().begin(ids.getFirst());
            assertFalse(work.outbox().takeBack(ids, Optional.of(DRAFT), Optional.empty()));
            assertEquals(2, work.outbox().all().size());
            assertEquals(List.of(), work.drafts().all());
            assertTrue(work.outbox().takeBack(ids.getLast()));
            work.outbox().unreached(ids.getFirst(), "CONNECT", NOON);
            assertTrue(work.outbox().takeBack(ids.getFirst()), "nothing of it had left");
        }
    }

    @Test
    void whatLayInAnOlderDatabaseIsThereStill() throws Exception {
        var part10 = Cache.part10(Instances.of(1, 1).build());
        try (var c =
                DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(WorkDatabase.FILE))) {
            for (int step : new int[] {1, 2}) apply(c, step);
            try (var statement = c.createStatement()) {
                statement.execute(
                        "INSERT INTO draft VALUES ('r1', '2.25.1', 'DRAFT', 'Funn: æøå', 9)");
                statement.execute("INSERT INTO reading_state VALUES ('2.25.1', 'så', 9)");
            }
            try (var insert =
                    c.prepareStatement(
                            "INSERT INTO outbox (study, target, sop_uid, part10, queued, attempts,"
                                + " next_attempt, last_reason) VALUES ('2.25.1', 'vest', '1.2.3',"
                                + " ?, 5, 2, 7, 'CONNECT')")) {
                insert.setBytes(1, part10);
                insert.executeUpdate();
            }
        }
        try (var work = WorkDatabase.open(folder)) {
            var waiting = work.outbox().all().getFirst();
            assertEquals("1.2.3", waiting.name());
            assertEquals(Outbox.State.WAITING, waiting.state());
            assertEquals(2, waiting.attempts());
            assertEquals(Instant.ofEpochMilli(7), waiting.nextAttempt());
            assertTrue(Arrays.equals(part10, work.outbox().content(waiting.id())));
            assertFalse(work.outbox().takeBack(waiting.id()), "nobody knows whether it left");
            assertEquals("Funn: æøå", work.drafts().find("r1").orElseThrow().content());
            assertEquals(Optional.of("så"), work.readingStates().find("2.25.1"));
        }
    }

    private static void apply(java.sql.Connection c, int step) throws Exception {
        try (var in = Schema.class.getResourceAsStream("work/00" + step + ".sql");
                var statement = c.createStatement()) {
            var sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (var one : sql.split(";\\s*\\n")) if (!one.isBlank()) statement.execute(one);
            statement.execute("PRAGMA user_version = " + step);
        }
    }
}
