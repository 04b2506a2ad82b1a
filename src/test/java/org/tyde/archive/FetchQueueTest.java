package org.tyde.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tyde.dicom.Tag.SOP_INSTANCE_UID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.dicom.PersonName;
import org.tyde.dicomweb.DicomwebReason;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Which instance comes when, from an archive in memory.
class FetchQueueTest {
    @TempDir Path folder;
    private final JobRunner runner = new JobRunner(1);
    private final FetchQueue queue = new FetchQueue(runner);
    private final FakeWire wire = new FakeWire();
    private final Node node = new Node("one", wire, 4);
    private TestShelf shelf;

    @BeforeEach
    void shelf() {
        shelf = new TestShelf(folder);
    }

    @AfterEach
    void close() {
        wire.allowAll();
        queue.close();
        runner.close();
    }

    private static TestStudies.Made made(String id, int series, int slices) throws IOException {
        return TestStudies.ct(
                PersonName.of("Test", "T"),
                id,
                LocalDate.of(2026, 1, 1),
                "CHEST",
                series,
                slices,
                2);
    }

    private Retrieval fetch(TestStudies.Made study, FetchPriority priority) {
        var retrieval =
                new Retrieval(
                        study.studyUid(),
                        Optional.empty(),
                        priority,
                        List.of(node),
                        shelf,
                        runner,
                        queue);
        queue.add(retrieval);
        return retrieval;
    }

    static void until(Callable<Boolean> fact) throws Exception {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!fact.call()) {
            assertTrue(System.nanoTime() < end, "never came true");
            Thread.sleep(2);
        }
    }

    @Test
    void aFetchThatFailedIsTakenUpByItselfWhenTheArchiveAnswersAgain() throws Exception {
        var study = made("7", 1, 10);
        wire.with(study).slowly();
        var retrieval = fetch(study, FetchPriority.OPEN);
        wire.allow(3);
        until(() -> retrieval.completeness().received() >= 3);
        wire.dead = true;
        wire.allowAll();
        until(() -> retrieval.job().ended());
        assertFalse(retrieval.completeness().complete());
        wire.dead = false;
        until(() -> retrieval.completeness().complete());
        assertEquals(10, retrieval.completeness().received());
    }

    @Test
    void aFetchThatAPersonStoppedIsNotTakenUpByItself() throws Exception {
        var study = made("8", 1, 10);
        wire.with(study).slowly();
        var retrieval = fetch(study, FetchPriority.OPEN);
        wire.allow(1);
        until(() -> retrieval.completeness().received() >= 1);
        retrieval.cancel();
        until(() -> retrieval.job().ended());
        wire.allowAll();
        Thread.sleep(2_500);
        assertTrue(retrieval.job().ended());
        assertFalse(retrieval.completeness().complete());
    }

    @Test
    void aStudyNobodyLooksAtComesSeriesBySeriesWithoutAskingForLists() throws Exception {
        var study = made("1", 3, 10);
        wire.with(study);
        assertTrue(fetch(study, FetchPriority.OPEN).job().await().complete());
        assertEquals(3, wire.asked.stream().filter("whole"::equals).count());
        assertFalse(wire.asked.contains("list"));
        assertEquals(30, wire.given.size());
    }

    @Test
    void untilTheFirstImageIsHereTheLineIsItsAlone() throws Exception {
        var study = made("1", 6, 10);
        wire.with(study).slowly();
        var retrieval = fetch(study, FetchPriority.OPEN);
        until(() -> wire.running.get() == 1);
        Thread.sleep(250);
        assertEquals(1, wire.running.get());
        wire.allow(1);
        until(() -> wire.running.get() == 4);
        wire.allowAll();
        assertTrue(retrieval.job().await().complete());
        assertEquals(4, wire.most.get(), "the limit of the archive");
    }

    @Test
    void whatIsAroundTheEyeComesFirst() throws Exception {
        var study = made("1", 1, 100);
        wire.with(study).slowly();
        var retrieval = fetch(study, FetchPriority.OPEN);
        wire.allow(3);
        until(() -> retrieval.completeness().received() == 3);
        var image = study.instances().get(59).textOr(SOP_INSTANCE_UID, "");
        retrieval.look(List.of(new Eye(study.seriesUids().getFirst(), Optional.of(image))));
        until(() -> wire.asked.contains("list"));
        Thread.sleep(200);
        wire.allow(30);
        until(() -> retrieval.completeness().received() == 33);
        var numbers = wire.numbersGiven(study);
        var around = new HashSet<>(numbers.subList(0, 30));
        for (int number = 53; number <= 67; number++)
            assertTrue(around.contains(number), number + " in " + numbers);
        wire.allowAll();
        assertTrue(retrieval.job().await().complete());
        assertTrue(wire.given.size() <= 104, "fetched twice: " + (wire.given.size() - 100));
    }

    @Test
    void whatIsAroundTheEyeInEachSeriesOnScreenComesBeforeTheRestOfAny() throws Exception {
        var study = made("1", 3, 60);
        wire.with(study).slowly();
        var retrieval = fetch(study, FetchPriority.OPEN);
        wire.allow(1);
        until(() -> retrieval.completeness().received() == 1);
        var eyes = new ArrayList<Eye>();
        for (int s = 0; s < 2; s++)
            eyes.add(
                    new Eye(
                            study.seriesUids().get(s),
                            Optional.of(
                                    study.instances()
                                            .get(60 * s + 29)
                                            .textOr(SOP_INSTANCE_UID, ""))));
        retrieval.look(eyes);
        // one at a time, so that the listing of a series is not outrun by the other
        until(
                () -> {
                    if (wire.may.availablePermits() == 0) wire.allow(1);
                    return retrieval.completeness().received() >= 65;
                });
        assertTrue(retrieval.receivedOf(study.seriesUids().get(0)) >= 17);
        assertTrue(retrieval.receivedOf(study.seriesUids().get(1)) >= 17);
        wire.allowAll();
        assertTrue(retrieval.job().await().complete());
    }

    @Test
    void whatIsReadComesBeforeItsPriorAndThatBeforeTheNext() throws Exception {
        var next = made("3", 1, 20);
        var prior = made("2", 1, 20);
        var open = made("1", 1, 20);
        wire.with(next).with(prior).with(open).slowly();
        var background = fetch(next, FetchPriority.NEXT);
        wire.allow(5);
        until(() -> background.completeness().received() == 5);
        var compared = fetch(prior, FetchPriority.PRIOR);
        var read = fetch(open, FetchPriority.OPEN);
        until(() -> wire.asked.stream().filter("series"::equals).count() >= 3);
        wire.allow(22);
        until(() -> read.completeness().received() == 20);
        assertTrue(background.completeness().received() <= 6, "ends after the one that is coming");
        assertTrue(compared.completeness().received() <= 2);
        assertEquals(List.of(read, compared, background), queue.all());
        wire.allowAll();
        for (var one : List.of(read, compared, background))
            assertTrue(one.job().await().complete());
        assertTrue(wire.given.size() <= 62, "fetched twice: " + (wire.given.size() - 60));
        queue.forgetEnded();
        assertEquals(List.of(), queue.all());
    }

    @Test
    void whatBecomesUrgentOvertakes() throws Exception {
        var studies = new ArrayList<Retrieval>();
        wire.slowly();
        for (int i = 0; i < 6; i++) {
            var study = made("" + i, 1, 5);
            wire.with(study);
            studies.add(fetch(study, FetchPriority.BACKGROUND));
        }
        var last = studies.getLast();
        until(() -> wire.running.get() > 0);
        last.priority(FetchPriority.OPEN);
        wire.allow(20);
        until(() -> last.completeness().received() == 5);
        wire.allowAll();
        for (var one : studies) assertTrue(one.job().await().complete());
    }

    @Test
    void aCancelledStudyLeavesTheLineToTheOthers() throws Exception {
        var one = made("1", 1, 20);
        var other = made("2", 1, 20);
        wire.with(one).with(other).slowly();
        var first = fetch(one, FetchPriority.OPEN);
        wire.allow(2);
        until(() -> first.completeness().received() == 2);
        var second = fetch(other, FetchPriority.PRIOR);
        first.cancel();
        assertThrows(Refusal.class, () -> first.job().await());
        wire.allowAll();
        assertTrue(second.job().await().complete());
        assertTrue(first.completeness().received() < 20);
        assertTrue(first.retry().await().complete());
    }

    @Test
    void anArchiveThatDiesIsSaidSoAndLeftAloneAndThenTakenUpAgain() throws Exception {
        var study = made("1", 8, 5);
        wire.with(study).slowly();
        var retrieval = fetch(study, FetchPriority.OPEN);
        wire.allow(10);
        until(() -> retrieval.completeness().received() == 10);
        wire.dead = true;
        wire.allowAll();
        var refusal = assertThrows(Refusal.class, () -> retrieval.job().await());
        assertEquals(DicomwebReason.UNREACHABLE, refusal.reason());
        assertEquals(LineState.OPEN, node.breaker().state());
        assertEquals(DicomwebReason.UNREACHABLE, node.failure().orElseThrow().reason());
        wire.dead = false;
        assertTrue(retrieval.retry().await().complete());
        assertEquals(LineState.CLOSED, node.breaker().state());
        assertEquals(40, shelf.size());
    }

    @Test
    void anInstanceTheArchiveListsAndCannotGiveDoesNotCostTheOthers() throws Exception {
        var study = made("1", 1, 30);
        wire.with(study);
        wire.countless = true;
        var lost = study.instances().get(12).textOr(SOP_INSTANCE_UID, "");
        var here = study.instances().getFirst();
        shelf.accept(new java.io.ByteArrayInputStream(org.tyde.store.Cache.part10(here)));
        wire.absent = lost::equals;
        var end = fetch(study, FetchPriority.OPEN).job().await();
        assertEquals(new Completeness(29, 30, Completeness.State.PARTIAL), end);
    }

    @Test
    void howLongItWillTakeIsSaidWhileItComes() throws Exception {
        var study = made("1", 1, 40);
        wire.with(study).slowly();
        var retrieval = fetch(study, FetchPriority.OPEN);
        assertTrue(retrieval.remaining().isEmpty());
        wire.allow(20);
        until(() -> retrieval.completeness().received() == 20);
        assertTrue(retrieval.remaining().isPresent());
        assertTrue(retrieval.bytes() > 20 * 500);
        wire.allowAll();
        retrieval.job().await();
        assertTrue(retrieval.remaining().isEmpty());
    }
}
