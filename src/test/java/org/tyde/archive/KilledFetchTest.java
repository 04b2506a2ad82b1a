package org.tyde.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.archive.node.Nodes;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicomweb.Endpoint;
import org.tyde.store.Cache;
import org.tyde.store.CacheVerify;
import org.tyde.store.ChildJvm;
import org.tyde.store.Kills;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/// Kill the process at any point of a fetch: the databases stand, nothing indexed is missing or torn, and the
/// fetch is taken up where it was. Twenty kills in the plain run; `-Dtyde.kills=200` for the long one.
class KilledFetchTest {
    private static final int KILLS = Integer.getInteger("tyde.kills", 20);

    @TempDir Path folder = Path.of("");

    /// Fetches a study into the cache of a folder, over and over, and says each instance that comes.
    static final class Child {
        public static void main(String[] arguments) throws IOException {
            try (var runner = new JobRunner(2);
                    var cache = Cache.open(Path.of(arguments[0]), runner);
                    var node = Nodes.web(Endpoint.of("archive", arguments[1]), cache, runner)) {
                System.out.println("ready");
                var retrieval = node.retrieve(arguments[2]);
                retrieval.onInstance(i -> System.out.println(i.uid()));
                retrieval.job().await();
                cache.flush();
                while (true) System.out.println("all here");
            }
        }
    }

    @Test
    void databasesStandNothingIndexedIsMissingAndTheFetchGoesOn() throws Exception {
        var study =
                TestStudies.ct(
                        PersonName.of("Test", "T"),
                        "1",
                        LocalDate.of(2026, 1, 1),
                        "CHEST",
                        4,
                        100,
                        64);
        try (var runner = new JobRunner(2);
                var archive = new EmbeddedArchive(folder.resolve("archive"))) {
            for (var one : study.instances()) archive.put(one, TransferSyntax.EXPLICIT_LITTLE);
            var address = archive.serve(0, runner).base().toString();
            Kills.inRows(
                    KILLS,
                    folder,
                    (own, kills, random) -> kill(own, kills, random, address, study.studyUid()));
        }
    }

    private static void kill(Path own, int kills, Random random, String address, String study)
            throws Exception {
        for (int kill = 1; kill <= kills; kill++) {
            try (var child = ChildJvm.start(Child.class, own, address, study)) {
                child.killAfter(1 + random.nextInt(200), random.nextInt(40));
            }
            check(own, "after kill " + kill);
        }
        try (var runner = new JobRunner(2);
                var cache = Cache.open(own, runner);
                var node = Nodes.web(Endpoint.of("archive", address), cache, runner)) {
            cache.recovery().await();
            assertEquals(
                    new Completeness(400, 400, Completeness.State.COMPLETE),
                    node.retrieve(study).job().await());
            cache.flush();
            assertEquals(400, cache.index().ofStudy(study).size());
        }
        check(own, "at the end");
    }

    private static void check(Path own, String when) throws Exception {
        try (var runner = new JobRunner(1);
                var cache = Cache.open(own, runner)) {
            var recovery = cache.recovery().await();
            assertTrue(!recovery.indexSetAside(), "the index was damaged " + when);
            assertEquals(0, recovery.removed(), "a blob was torn " + when);
            assertEquals(List.of(), new CacheVerify(cache).run(Job.done(true)).damaged(), when);
        }
    }
}
