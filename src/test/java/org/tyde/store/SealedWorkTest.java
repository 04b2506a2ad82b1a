package org.tyde.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tyde.store.BlobCacheTest.assertReason;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.refusal.Refusal;
import org.tyde.store.seal.SealReason;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Drafts and outbox at rest.
class SealedWorkTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String SECRET = "Lungeknute i høyre overlapp";
    private static final Protection ON = Keys.on();
    private static final Protection OFF = Keys.off();

    @TempDir Path folder;

    private static Drafts.Draft draft(String report) {
        return new Drafts.Draft(report, "2.25.1", "DRAFT", SECRET + " " + report, NOON);
    }

    /// As it is read back once it has been saved.
    private static Drafts.Draft saved(String report) {
        var draft = draft(report);
        return new Drafts.Draft(
                draft.report(), draft.studyUid(), draft.state(), draft.content(), draft.saved(), 1);
    }

    private static void fill(WorkDatabase work) throws Refusal {
        work.drafts().save(draft("r1"));
        work.drafts().save(draft("r2"));
        work.readingStates().save("2.25.1", SECRET);
        var object = Instances.of(1, 1).text(org.tyde.dicom.Tag.STUDY_DESCRIPTION, SECRET).build();
        var item = new Outbox.Item.ForArchive("vest", object);
        work.dispatch(
                Optional.empty(), new Outbox.Batch("r0", "2.25.1", Instant.EPOCH, List.of(item)));
    }

    private static void everythingIsThere(WorkDatabase work) throws Refusal {
        assertEquals(Optional.of(saved("r1")), work.drafts().find("r1"));
        assertEquals(2, work.drafts().all().size());
        assertEquals(Optional.of(SECRET), work.readingStates().find("2.25.1"));
        assertEquals(SECRET, work.readingStates().all().get("2.25.1"));
        var id = work.outbox().all().getFirst().id();
        assertEquals(
                SECRET, work.outbox().object(id).textOr(org.tyde.dicom.Tag.STUDY_DESCRIPTION, ""));
    }

    private List<String> filesThatTell() throws IOException {
        var found = new ArrayList<String>();
        var utf8 = SECRET.getBytes(StandardCharsets.UTF_8);
        try (var files = Files.list(folder)) {
            for (var file : files.toList())
                if (contains(Files.readAllBytes(file), utf8))
                    found.add(file.getFileName().toString());
        }
        return found;
    }

    private static boolean contains(byte[] all, byte[] part) {
        next:
        for (int i = 0; i + part.length <= all.length; i++) {
            for (int k = 0; k < part.length; k++) if (all[i + k] != part[k]) continue next;
            return true;
        }
        return false;
    }

    @Test
    void nothingOfAReportIsReadableOnDiskAndAllOfItIsWithTheKey() throws Exception {
        try (var work = WorkDatabase.open(folder, ON)) {
            fill(work);
            everythingIsThere(work);
            assertEquals(List.of(), filesThatTell(), "in the log neither");
        }
        try (var work = WorkDatabase.open(folder, ON)) {
            everythingIsThere(work);
        }
        assertEquals(List.of(), filesThatTell());
        assertReason(StoreReason.WORK_LOCKED, () -> WorkDatabase.open(folder));
        var other = new Protection(Keys.of("another phrase"), true);
        assertReason(SealReason.WRONG_KEY, () -> WorkDatabase.open(folder, other));
    }

    @Test
    void whatLayInTheClearIsSealedWithItsCopiesAndOpenedAgain() throws Exception {
        try (var work = WorkDatabase.open(folder)) {
            fill(work);
        }
        var copy = folder.resolve(WorkDatabase.COPY);
        Files.setLastModifiedTime(
                copy,
                java.nio.file.attribute.FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        WorkDatabase.open(folder).close();
        Files.copy(copy, folder.resolve("work.db.before-2"));
        assertEquals(3, filesThatTell().size(), "the database, its copy, one made before");
        try (var work = WorkDatabase.open(folder, ON)) {
            everythingIsThere(work);
        }
        assertEquals(List.of(), filesThatTell());
        try (var work = WorkDatabase.open(folder, OFF)) {
            everythingIsThere(work);
        }
        assertFalse(Protection.neededForWork(folder));
        try (var work = WorkDatabase.open(folder)) {
            everythingIsThere(work);
        }
    }

    @Test
    void aDraftThatWasChangedIsRefusedAndHidesNoOther() throws Exception {
        try (var work = WorkDatabase.open(folder, ON)) {
            fill(work);
        }
        try (var c = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("work.db"));
                var statement = c.createStatement()) {
            statement.execute(
                    "UPDATE draft SET content = (SELECT content FROM draft WHERE report = 'r1')"
                            + " WHERE report = 'r2'");
        }
        try (var work = WorkDatabase.open(folder, ON)) {
            assertReason(StoreReason.WORK_CHANGED, () -> work.drafts().find("r2"));
            assertEquals(List.of(saved("r1")), work.drafts().all());
        }
    }

    @Test
    void theKeysOfTheCacheMayBeDestroyedAndTheDraftsStay() throws Exception {
        try (var work = WorkDatabase.open(folder, ON)) {
            fill(work);
        }
        Protection.shred(folder);
        try (var work = WorkDatabase.open(folder, ON)) {
            everythingIsThere(work);
        }
    }

    @Test
    void anotherMasterKeyOpensTheSameDrafts() throws Exception {
        try (var work = WorkDatabase.open(folder, ON)) {
            fill(work);
        }
        Protection.changeWork(folder, ON.source(), Keys.of("the next phrase"));
        assertReason(SealReason.WRONG_KEY, () -> WorkDatabase.open(folder, ON));
        try (var work =
                WorkDatabase.open(folder, new Protection(Keys.of("the next phrase"), true))) {
            everythingIsThere(work);
        }
    }

    /// Seals and opens `work.db` again and again, saving a draft each time.
    static final class Turning {
        public static void main(String[] arguments) throws IOException {
            for (int i = 0; i < 1000; i++)
                try (var work = WorkDatabase.open(Path.of(arguments[0]), i % 2 == 0 ? ON : OFF)) {
                    work.drafts().save(draft("k" + i));
                    System.out.println("k" + i);
                }
        }
    }

    @Test
    void killedWhileItIsSealedOrOpenedItLosesNothing() throws Exception {
        int kills = Integer.getInteger("tyde.kills", 4);
        var random = new Random(20261123);
        for (int kill = 0; kill < kills; kill++) {
            List<String> said;
            try (var child = ChildJvm.start(Turning.class, folder)) {
                said = child.killAfter(1 + random.nextInt(12), random.nextInt(40));
            }
            try (var work = WorkDatabase.open(folder, Protection.asItIs(ON.source()))) {
                for (var report : said)
                    assertTrue(
                            work.drafts().find(report).isPresent(), report + " after kill " + kill);
            }
        }
    }
}
