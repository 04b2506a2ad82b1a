package org.tyde.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.dicom.PersonName;
import org.tyde.dicomweb.DicomwebClient;
import org.tyde.dicomweb.Endpoint;
import org.tyde.refusal.Refusal;
import org.tyde.store.Cache;
import org.tyde.work.JobRunner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A real archive that dies in the middle of a fetch, and comes back.
class OrthancKillTest {
    @TempDir Path folder;

    private static void waitFor(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatCameBeforeTheArchiveDiedIsWholeAndTheRestComesAfterItsRestart() throws Exception {
        var made =
                TestStudies.ct(
                        PersonName.of("Test", "T"),
                        "1",
                        LocalDate.of(2026, 1, 2),
                        "CHEST",
                        2,
                        100,
                        256);
        try (var orthanc = OrthancServer.start(folder.resolve("orthanc"));
                var runner = new JobRunner(1);
                var cache = Cache.open(folder.resolve("cache"), runner)) {
            for (var file : made.writeTo(Files.createDirectories(folder.resolve("files"))))
                assertTrue(orthanc.load(file));
            var endpoint = Endpoint.of("Orthanc", orthanc.dicomWeb().toString());
            try (var client = new DicomwebClient(endpoint.patient(Duration.ofSeconds(3)), runner)) {
                var source = TestNodes.web(client, new CacheShelf(cache), runner);
                var retrieval = source.retrieve(made.studyUid());
                var some = new CountDownLatch(20);
                var killed = new CountDownLatch(1);
                retrieval.onInstance(
                        _ -> {
                            some.countDown();
                            if (some.getCount() == 0) waitFor(killed);
                        });
                assertTrue(some.await(20, TimeUnit.SECONDS));
                orthanc.kill();
                killed.countDown();
                assertThrows(Refusal.class, () -> retrieval.job().await());
                int came = retrieval.completeness().received();
                assertTrue(came >= 20 && came < 200, "came " + came);
                cache.flush();
                assertEquals(came, cache.index().ofStudy(made.studyUid()).size());
                orthanc.restart();
                assertTrue(retrieval.retry().await().complete());
                cache.flush();
                var held = cache.index().ofStudy(made.studyUid());
                assertEquals(200, held.size());
                for (var one : held) assertTrue(cache.blobs().intact(one.blob()));
            }
        }
    }
}
