package org.tyde.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.archive.node.Nodes;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Uids;
import org.tyde.dicomweb.Endpoint;
import org.tyde.refusal.Refusal;
import org.tyde.report.sign.Delivery;
import org.tyde.report.sign.Destination;
import org.tyde.store.Cache;
import org.tyde.store.WorkDatabase;
import org.tyde.study.Study;
import org.tyde.work.JobRunner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A real archive that is stopped and started again while somebody works.
class OfflineTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    @TempDir Path folder = Path.of("");

    private static List<String> found(RegionalArchive region, String typed) throws Refusal {
        return region.find(StudyQuery.parse(typed, TODAY)).stream().map(Study::uid).toList();
    }

    @Test
    void withoutAnyArchiveWhatIsHereIsListedSearchedAndShownAndSentWhenItIsBack() throws Exception {
        var now = made("1", LocalDate.of(2026, 3, 14));
        var prior = made("1", LocalDate.of(2025, 3, 14));
        var never = made("2", LocalDate.of(2026, 3, 15));
        try (var orthanc = OrthancServer.start(folder.resolve("orthanc"));
                var runner = new JobRunner(1);
                var cache = Cache.open(folder.resolve("cache"), runner);
                var work = WorkDatabase.open(folder.resolve("work"))) {
            for (var study : List.of(now, prior, never))
                for (var file : study.writeTo(Files.createDirectories(folder.resolve("files"))))
                    assertTrue(orthanc.load(file));
            var endpoint =
                    Endpoint.of("Orthanc", orthanc.dicomWeb().toString())
                            .patient(Duration.ofSeconds(3));
            try (var node = Nodes.web(endpoint, cache, runner);
                    var region = new RegionalArchive(List.of(node), cache, runner)) {
                assertEquals(3, region.find(StudyQuery.ANY).size());
                for (var study : List.of(now, prior))
                    assertTrue(region.retrieve(study.studyUid()).job().await().complete());
                orthanc.kill();

                assertEquals(List.of(now.studyUid(), prior.studyUid()), found(region, "ødegård"));
                assertEquals(List.of(prior.studyUid()), found(region, "14.3.25"));
                assertEquals(List.of(now.studyUid()), found(region, "ct 14.3.26"));
                assertEquals(2, region.find(StudyQuery.ofPatient("1")).size(), "its priors");
                assertTrue(region.offline());
                assertTrue(region.states().getFirst().failure().isPresent());
                assertThrows(Refusal.class, () -> found(region, "hansen"), "not known here");
                assertEquals(2, region.series(now.studyUid()).size());

                var shown = region.retrieve(now.studyUid());
                assertThrows(Refusal.class, () -> shown.job().await());
                assertEquals(10, shown.completeness().received(), "what is here is shown");

                try (var delivery = delivery(cache, work, runner, region)) {
                    for (int i = 1; i <= 3; i++)
                        delivery.send(now.studyUid(), to(region), key(now, i));
                    assertEquals(0, delivery.attempt());
                    assertEquals(3, delivery.waiting().size());
                }
                orthanc.restart();
                try (var delivery = delivery(cache, work, runner, region)) {
                    delivery.recover();
                    FetchQueueTest.until(
                            () -> {
                                delivery.attempt();
                                return delivery.waiting().isEmpty();
                            });
                }
                assertEquals(3, region.find(StudyQuery.ANY).size());
                assertFalse(region.offline());
                assertTrue(shown.retry().await().complete());
                assertEquals(13, shown.completeness().received());
            }
        }
    }

    private static TestStudies.Made made(String id, LocalDate date) throws Exception {
        return TestStudies.ct(PersonName.of("Ødegård", "Åse"), id, date, "CHEST", 2, 5, 8);
    }

    private static Destination to(RegionalArchive region) {
        return new Destination(region, false);
    }

    private static Delivery delivery(
            Cache cache, WorkDatabase work, JobRunner runner, RegionalArchive region) {
        return new Delivery(
                cache,
                work,
                runner,
                name -> name.equals(region.name()) ? Optional.of(region) : Optional.empty(),
                Clock.offset(Clock.systemUTC(), Duration.ofDays(1)));
    }

    private static org.tyde.dicom.DataSet key(TestStudies.Made of, int number) throws Refusal {
        return of.instances().getFirst().toBuilder()
                .text(Tag.SOP_INSTANCE_UID, Uids.create())
                .integer(Tag.INSTANCE_NUMBER, 100 + number)
                .build();
    }
}
