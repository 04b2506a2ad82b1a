package org.tyde.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.Fault;
import org.tyde.FaultProxy;
import org.tyde.archive.node.Nodes;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicomweb.Endpoint;
import org.tyde.imaging.FrameKey;
import org.tyde.store.Cache;
import org.tyde.work.JobRunner;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// A study over a line of 100 Mbit/s a connection: its first image, and the images around the eye. How much of
/// the study has come by then is told to the test report; `-Dtyde.slices=400` for the long study of
/// docs/performance.
class FirstImageTest {
    private static final double LINE = 100e6;
    private static final int SERIES = 5;
    private static final int SLICES = Integer.getInteger("tyde.slices", 40);
    private static final int SIZE = 512;
    private static final long STUDY_BYTES = 2L * SERIES * SLICES * SIZE * SIZE;

    @TempDir Path folder = Path.of("");

    @Test
    void theFirstImageComesAloneAndThenWhatIsAroundTheEye(TestReporter report) throws Exception {
        var study =
                TestStudies.ct(
                        PersonName.of("Test", "T"),
                        "1",
                        LocalDate.of(2026, 1, 1),
                        "CHEST",
                        SERIES,
                        SLICES,
                        SIZE);
        try (var runner = new JobRunner(2);
                var archive = new EmbeddedArchive(folder.resolve("archive"))) {
            for (var one : study.instances()) archive.put(one, TransferSyntax.EXPLICIT_LITTLE);
            var server = archive.serve(0, runner);
            try (var line =
                            FaultProxy.before(server.port())
                                    .script(Fault.throttle(Fault.Way.ANSWER, LINE));
                    var cache = Cache.open(folder.resolve("cache"), runner);
                    var node =
                            Nodes.web(
                                    Endpoint.of(
                                            "slow",
                                            "http://127.0.0.1:" + line.port() + "/dicom-web"),
                                    cache,
                                    runner)) {
                var frames = new ArchivedFrames(cache);
                var first = new CountDownLatch(1);
                var shownAt = new AtomicLong();
                var retrieval = node.retrieve(study.studyUid());
                retrieval.onInstance(
                        instance -> {
                            if (first.getCount() == 0) return;
                            try {
                                var key = new FrameKey(instance.uid(), 1);
                                assertEquals(2 * SIZE * SIZE, frames.encoded(key).length());
                                shownAt.compareAndSet(0, line.passed(Fault.Way.ANSWER));
                                first.countDown();
                            } catch (Exception notYet) {
                                throw new AssertionError(notYet);
                            }
                        });
                assertTrue(first.await(20, TimeUnit.SECONDS));
                report.publishEntry("first image after % of the bytes", share(shownAt.get()));

                var middle = study.instances().get(2 * SLICES + SLICES / 2);
                var uid = middle.textOr(org.tyde.dicom.Tag.SOP_INSTANCE_UID, "");
                long looked = line.passed(Fault.Way.ANSWER);
                retrieval.look(List.of(new Eye(study.seriesUids().get(2), Optional.of(uid))));
                FetchQueueTest.until(() -> around(retrieval, study) == 2 * SeriesPlan.WINDOW + 1);
                int here = retrieval.completeness().received();
                report.publishEntry(
                        "around the eye after % more",
                        share(line.passed(Fault.Way.ANSWER) - looked));
                assertTrue(here < SERIES * SLICES * 3 / 4, "the rest came before: " + here);
                assertTrue(retrieval.job().await().complete());
                report.publishEntry("% of the bytes in all", share(line.passed(Fault.Way.ANSWER)));
            }
        }
    }

    private static String share(long bytes) {
        return String.format(Locale.ROOT, "%.2f", 100.0 * bytes / STUDY_BYTES);
    }

    private static int around(Retrieval retrieval, TestStudies.Made study) throws Exception {
        int here = 0;
        int middle = 2 * SLICES + SLICES / 2;
        for (int i = middle - SeriesPlan.WINDOW; i <= middle + SeriesPlan.WINDOW; i++)
            if (retrieval.has(
                    study.instances().get(i).textOr(org.tyde.dicom.Tag.SOP_INSTANCE_UID, "")))
                here++;
        return here;
    }
}
