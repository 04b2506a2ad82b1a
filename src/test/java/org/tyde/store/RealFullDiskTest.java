package org.tyde.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;
import org.tyde.refusal.Refusal;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// On a disk of 6 MiB in memory, which only root may mount.
class RealFullDiskTest {
    private static final Set<StoreReason> FULL =
            Set.of(StoreReason.DISK_FULL, StoreReason.DISK_RESERVE);

    @TempDir Path folder;
    private final JobRunner runner = new JobRunner(1);
    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                System.getProperty("os.name", "").equals("Linux")
                        && run("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", disk.toString()),
                "only root can mount a small disk");
    }

    @AfterEach
    void unmount() throws Exception {
        runner.close();
        run("umount", disk.toString());
    }

    @Test
    void imagesStopBeforeTheDiskIsFullAndDraftsAreStillSaved() throws Exception {
        try (var cache = Cache.open(disk, runner, Keys.on());
                var work = WorkDatabase.open(disk)) {
            int taken = fill(cache);
            assertTrue(taken > 5, taken + " were taken");
            var draft = new Drafts.Draft("r", "2.25.1", "DRAFT", "x".repeat(20_000), Instant.now());
            work.drafts().save(draft);
            assertEquals("2.25.1", work.drafts().find("r").orElseThrow().studyUid());
            assertEquals(List.of(), new CacheVerify(cache).run(Job.done(true)).damaged());
        }
    }

    @Test
    void aDiskThatIsFullWhenTheIndexIsWrittenLosesNothing() throws Exception {
        var filler = disk.resolve("filler");
        try (var cache = Cache.open(disk, runner, Keys.on())) {
            cache.recovery().await();
            cache.check().await();
            for (int i = 1; i <= 40; i++) cache.accept(Instances.part10(i, 1));
            fillWith(filler);
            var refused = assertThrows(Refusal.class, () -> flushAll(cache));
            assertTrue(FULL.contains(refused.reason()), refused.getMessage());
            Files.delete(filler);
            cache.flush();
            assertEquals(40, cache.index().studies(StudyFilter.ALL).size());
        }
        try (var cache = Cache.open(disk, runner, Keys.on())) {
            assertEquals(40, cache.index().studies(StudyFilter.ALL).size());
            assertEquals(List.of(), new CacheVerify(cache).run(Job.done(true)).findings());
        }
    }

    /// With the log of the index at its end, the checkpoint has no room either.
    private static void flushAll(Cache cache) throws Refusal {
        for (int i = 41; i <= 2_000; i++) {
            cache.flush();
            cache.index().used("2.25.1");
            cache.accept(Instances.part10(i, 1));
        }
    }

    private int fill(Cache cache) throws IOException {
        for (int i = 1; i < 1_000; i++)
            try {
                cache.accept(
                        Instances.part10(
                                Instances.of(1, i)
                                        .bytes(Tag.PIXEL_DATA, Vr.OW, new byte[100_000])));
                cache.flush();
            } catch (Refusal full) {
                assertTrue(
                        full.reason() instanceof StoreReason r && FULL.contains(r),
                        full.getMessage());
                return i - 1;
            }
        throw new AssertionError("the disk did not get full");
    }

    private static void fillWith(Path filler) throws IOException {
        try (var out = Files.newOutputStream(filler)) {
            var block = new byte[4096];
            while (true) out.write(block);
        } catch (IOException full) {
            assertTrue(Files.size(filler) > 0, full.getMessage());
        }
    }

    private static boolean run(String... command) throws Exception {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
