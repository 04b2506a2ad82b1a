package org.tyde.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/// Kill the process at any point: nothing indexed is missing or torn, nothing flushed is lost. A few kills in
/// the plain run; `-Dtyde.kills=1000` for the long one.
class KilledCacheTest {
    private static final int KILLS = Integer.getInteger("tyde.kills", 4);

    @TempDir Path folder;

    /// Takes in instances as fast as it can and says each one, flushing every tenth.
    static final class Child {
        public static void main(String[] arguments) throws IOException {
            int study = Integer.parseInt(arguments[1]);
            try (var runner = new JobRunner(1);
                    var cache = Cache.open(Path.of(arguments[0]), runner)) {
                for (int i = 1; i < 100_000; i++) {
                    var taken = cache.accept(Instances.part10(study, i));
                    if (i % 10 == 0) cache.flush();
                    System.out.println((i % 10 == 0 ? "" : "- ") + taken.instance().uid());
                }
            }
        }
    }

    @Test
    void nothingIndexedIsTornAndNothingFlushedIsLost() throws Exception {
        Kills.inRows(KILLS, folder, KilledCacheTest::kill);
    }

    private static void kill(Path folder, int kills, Random random) throws Exception {
        for (int kill = 1; kill <= kills; kill++) {
            List<String> accepted;
            try (var child = ChildJvm.start(Child.class, folder, kill)) {
                accepted = child.killAfter(1 + random.nextInt(150), random.nextInt(60));
            }
            try (var runner = new JobRunner(1);
                    var cache = Cache.open(folder, runner)) {
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
