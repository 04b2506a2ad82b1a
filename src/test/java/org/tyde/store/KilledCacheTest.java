package org.tyde.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.refusal.Refusal;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/// Kill the process at any point: nothing indexed is missing or torn, nothing flushed is lost. A few kills in
/// the plain run; `-Dtyde.kills=1000` for the long one.
class KilledCacheTest {
    private static final int KILLS = Integer.getInteger("tyde.kills", 10);

    @TempDir Path folder;

    /// Takes in instances as fast as it can and says each one, flushing every tenth.
    static final class Child {
        public static void main(String[] arguments) throws IOException {
            int study = Integer.parseInt(arguments[1]);
            try (var runner = new JobRunner(1);
                    var cache = open(Path.of(arguments[0]), runner, arguments[2].equals("true"))) {
                for (int i = 1; i < 100_000; i++) {
                    var taken = cache.accept(Instances.part10(study, i));
                    if (i % 10 == 0) cache.flush();
                    System.out.println((i % 10 == 0 ? "" : "- ") + taken.instance().uid());
                }
            }
        }
    }

    /// Seals a cache that lies in the clear, blob by blob.
    static final class Converting {
        public static void main(String[] arguments) throws IOException {
            try (var runner = new JobRunner(1);
                    var cache = Cache.open(Path.of(arguments[0]), runner, Keys.on())) {
                System.out.println("begun");
                cache.conversion().await();
            }
        }
    }

    @Test
    void nothingIndexedIsTornAndNothingFlushedIsLost() throws Exception {
        Kills.inRows(KILLS, folder, (row, kills, random) -> kill(row, kills, random, false));
    }

    @Test
    void nothingIndexedIsTornAndNothingFlushedIsLostWithEncryptionOn() throws Exception {
        Kills.inRows(KILLS, folder, (row, kills, random) -> kill(row, kills, random, true));
    }

    @Test
    void aConversionThatIsKilledGoesOnWhereItWas() throws Exception {
        try (var runner = new JobRunner(1);
                var cache = Cache.open(folder, runner)) {
            for (int i = 1; i <= 300; i++) cache.accept(Instances.part10(i, 1));
        }
        var random = new Random(20261123);
        for (int kill = 1; kill <= Math.min(KILLS, 4); kill++)
            try (var child = ChildJvm.start(Converting.class, folder)) {
                child.killAfter(1, random.nextInt(400));
            }
        try (var runner = new JobRunner(1);
                var cache = Cache.open(folder, runner, Keys.on())) {
            cache.conversion().await();
            assertEquals(300, cache.index().studies(StudyFilter.ALL).size());
            assertEquals(List.of(), new CacheVerify(cache).run(Job.done(true)).findings());
            for (var blob : cache.blobs().all()) assertFalse(cache.blobs().convert(blob));
        }
    }

    private static Cache open(Path folder, JobRunner runner, boolean sealed) throws Refusal {
        return sealed ? Cache.open(folder, runner, Keys.on()) : Cache.open(folder, runner);
    }

    private static void kill(Path folder, int kills, Random random, boolean sealed)
            throws Exception {
        for (int kill = 1; kill <= kills; kill++) {
            List<String> accepted;
            try (var child = ChildJvm.start(Child.class, folder, kill, sealed)) {
                accepted = child.killAfter(1 + random.nextInt(150), random.nextInt(60));
            }
            try (var runner = new JobRunner(1);
                    var cache = open(folder, runner, sealed)) {
                for (var shelf : cache.blobs().shelves())
                    for (var blob : cache.index().blobs(shelf).keySet())
                        assertTrue(cache.blobs().intact(blob), "torn after kill " + kill);
                assertEquals(0, cache.recovery().await().removed());
                for (var sop : accepted)
                    if (!sop.startsWith("-"))
                        assertTrue(cache.holds(sop), sop + " is lost after kill " + kill);
                assertEquals(List.of(), new CacheVerify(cache).run(Job.done(true)).damaged());
            }
        }
    }
}
