package org.tyde.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.dicom.BulkData;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class SignedRecordsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");

    @TempDir Path folder;

    private static Drafts.Kept kept(String report, String content) {
        return new Drafts.Kept(report, "2.25.1", NOON, content);
    }

    private Outbox.Batch batch(String report) {
        var item = new Outbox.Item.ForFolder(folder, "a.txt", BulkData.of(new byte[] {1}));
        return new Outbox.Batch(
                report, "2.25.1", NOON, List.of(item), Optional.of(kept(report, "signed æøå")));
    }

    @Test
    void whatWasDecidedIsKeptInTheTransactionThatQueuesTheReportAndNothingIsQueuedWithoutIt()
            throws Exception {
        try (var work = WorkDatabase.open(folder)) {
            var draft = work.drafts().replace(new Drafts.Draft("r1", "2.25.1", "D", "x", NOON));
            work.dispatch(draft, batch("r1"));
            assertEquals(List.of(kept("r1", "signed æøå")), work.drafts().kept("2.25.1"));
            assertEquals(List.of(), work.drafts().kept("2.25.2"));
            // another has written the draft: neither queue nor record
            assertThrows(
                    org.tyde.refusal.Refusal.class,
                    () ->
                            work.dispatch(
                                    new Drafts.Draft("r2", "2.25.1", "D", "x", NOON, 7),
                                    batch("r2")));
            assertEquals(1, work.drafts().kept("2.25.1").size());
        }
    }

    @Test
    void whatIsTakenBackAddsARecordAndTakesNoneAway() throws Exception {
        try (var work = WorkDatabase.open(folder)) {
            work.dispatch(Optional.empty(), batch("r1"));
            var ids = work.outbox().all().stream().map(Outbox.Waiting::id).toList();
            assertTrue(
                    work.outbox().takeBack(ids, Optional.empty(), Optional.of(kept("r1", "back"))));
            assertFalse(
                    work.outbox()
                            .takeBack(ids, Optional.empty(), Optional.of(kept("r1", "again"))));
            assertEquals(
                    List.of("signed æøå", "back"),
                    work.drafts().kept("2.25.1").stream().map(Drafts.Kept::content).toList());
        }
    }

    @Test
    void noRecordIsDeletedOrMovedToAnotherReport() throws Exception {
        try (var work = WorkDatabase.open(folder)) {
            work.dispatch(Optional.empty(), batch("r1"));
        }
        try (var c = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("work.db"));
                var statement = c.createStatement()) {
            assertThrows(SQLException.class, () -> statement.execute("DELETE FROM signed_record"));
            assertThrows(
                    SQLException.class,
                    () -> statement.execute("UPDATE signed_record SET report = 'r2'"));
        }
    }

    @Test
    void recordsAreSealedWithTheRest() throws Exception {
        try (var work = WorkDatabase.open(folder)) {
            work.dispatch(Optional.empty(), batch("r1"));
        }
        try (var work = WorkDatabase.open(folder, Keys.on())) {
            assertEquals("signed æøå", work.drafts().kept("2.25.1").getFirst().content());
            work.dispatch(Optional.empty(), batch("r3"));
        }
        assertFalse(
                new String(
                                Files.readAllBytes(folder.resolve("work.db")),
                                java.nio.charset.StandardCharsets.UTF_8)
                        .contains("signed æøå"));
        try (var work = WorkDatabase.open(folder, Keys.off())) {
            assertEquals(2, work.drafts().kept("2.25.1").size());
        }
    }
}
