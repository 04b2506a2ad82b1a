package org.tyde.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tyde.dicom.Tag.*;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.archive.Completeness.State;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Uids;
import org.tyde.refusal.Refusal;
import org.tyde.store.Cache;
import org.tyde.store.StoreReason;
import org.tyde.work.JobRunner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Studies that are not tonight what they were yesterday, and that are not the same in two archives; fetched
/// into the real cache.
class ChangedStudyTest {
    @TempDir Path folder;
    private final JobRunner runner = new JobRunner(1);
    private final FetchQueue queue = new FetchQueue(runner);
    private final FakeWire wire = new FakeWire();
    private final FakeWire otherWire = new FakeWire();
    private final Node one = new Node("one", wire, 4);
    private final Node other = new Node("other", otherWire, 4);
    private TestStudies.Made study;
    private Cache cache;

    @BeforeEach
    void open() throws Exception {
        cache = Cache.open(folder, runner);
        study = made("1", 2, 10);
    }

    @AfterEach
    void close() {
        queue.close();
        cache.close();
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

    private Retrieval fetch(Node... nodes) {
        var retrieval =
                new Retrieval(
                        study.studyUid(),
                        Optional.empty(),
                        FetchPriority.OPEN,
                        List.of(nodes),
                        new CacheShelf(cache),
                        runner,
                        queue);
        queue.add(retrieval);
        return retrieval;
    }

    private List<DataSet> held(FakeWire at) {
        return at.held.computeIfAbsent(study.studyUid(), _ -> new ArrayList<>());
    }

    private static String uid(DataSet one) throws Refusal {
        return one.textOr(SOP_INSTANCE_UID, "");
    }

    @Test
    void imagesTakenAwayThereAreSaidAndStayHere() throws Exception {
        wire.with(study);
        assertEquals(State.COMPLETE, fetch(one).job().await().state());
        held(wire).remove(3);
        held(wire).remove(3);
        var end = fetch(one).job().await();
        assertEquals(new Completeness(18, 18, State.CHANGED, 2, 0), end);
        cache.flush();
        assertEquals(20, cache.index().ofStudy(study.studyUid()).size());
    }

    @Test
    void asManyImagesAsBeforeAreNotTheSameImages() throws Exception {
        wire.with(study);
        fetch(one).job().await();
        var gone = held(wire).remove(5);
        held(wire).add(gone.toBuilder().text(SOP_INSTANCE_UID, Uids.create()).build());
        var end = fetch(one).job().await();
        assertEquals(new Completeness(20, 20, State.CHANGED, 1, 0), end);
        cache.flush();
        assertEquals(21, cache.index().ofStudy(study.studyUid()).size());
    }

    @Test
    void aSeriesTakenAwayThereIsSaid() throws Exception {
        wire.with(study);
        fetch(one).job().await();
        held(wire).subList(0, 10).clear();
        assertEquals(new Completeness(10, 10, State.CHANGED, 10, 0), fetch(one).job().await());
    }

    @Test
    void anotherContentUnderOneUidIsSaid() throws Exception {
        var twice = study.instances().get(4);
        wire.with(study);
        held(wire).add(twice.toBuilder().text(SERIES_DESCRIPTION, "endret").build());
        var end = fetch(one).job().await();
        assertEquals(1, end.altered());
        cache.flush();
        assertEquals(2, cache.index().find(uid(twice)).size(), "both are kept");
    }

    @Test
    void theSameInstanceSentTwiceIsOne() throws Exception {
        wire.with(study);
        held(wire).add(study.instances().get(4));
        var end = fetch(one).job().await();
        assertEquals(0, end.altered());
        cache.flush();
        assertEquals(20, cache.index().ofStudy(study.studyUid()).size());
    }

    @Test
    void aStudyThatGrowsWhileItIsFetchedIsFetchedToItsEnd() throws Exception {
        wire.held.put(study.studyUid(), new ArrayList<>(study.instances().subList(0, 12)));
        wire.slowly();
        var retrieval = fetch(one);
        wire.allow(5);
        FetchQueueTest.until(() -> retrieval.completeness().received() == 5);
        wire.held.put(study.studyUid(), study.instances());
        wire.allowAll();
        assertEquals(new Completeness(20, 20, State.COMPLETE), retrieval.job().await());
    }

    @Test
    void aStudyThatWasMergedIntoAnotherIsSaidToBeGoneAndStays() throws Exception {
        wire.with(study);
        fetch(one).job().await();
        wire.held.clear();
        var end = fetch(one).job().await();
        assertEquals(20, end.received());
        assertEquals(State.UNKNOWN, end.state());
    }

    @Test
    void imagesSplitOffIntoAnotherStudyAreGoneHereAndAreNotCountedThere() throws Exception {
        wire.with(study);
        fetch(one).job().await();
        var rest = new ArrayList<>(study.instances().subList(0, 12));
        wire.held.put(study.studyUid(), rest);
        assertEquals(8, fetch(one).job().await().removed());
    }

    @Test
    void anInstanceOfAnotherStudyAmongThoseOfThisDoesNotCount() throws Exception {
        wire.with(study);
        var strange =
                made("1", 1, 1).instances().getFirst().toBuilder()
                        .text(SERIES_INSTANCE_UID, study.seriesUids().getFirst())
                        .build();
        held(wire).add(strange);
        var retrieval = fetch(one);
        var end = retrieval.job().await();
        assertEquals(new Completeness(20, 21, State.PARTIAL), end);
        assertTrue(retrieval.strange() > 0);
    }

    @Test
    void anotherPatientsImageUnderTheStudyEndsTheFetchWithASentence() throws Exception {
        wire.with(study);
        held(wire).set(7, held(wire).get(7).toBuilder().text(PATIENT_ID, "2").build());
        var refusal = assertThrows(Refusal.class, () -> fetch(one).job().await());
        assertEquals(StoreReason.OTHER_PATIENT, refusal.reason());
    }

    @Test
    void aStudyWithoutInstancesIsNowhere() throws Exception {
        held(wire);
        var refusal = assertThrows(Refusal.class, () -> fetch(one).job().await());
        assertEquals(ArchiveReason.STUDY_NOWHERE, refusal.reason());
    }

    @Test
    void whatOneArchiveLacksComesFromTheOther() throws Exception {
        held(wire).addAll(study.instances().subList(0, 14));
        held(otherWire).addAll(study.instances().subList(6, 20));
        var end = fetch(one, other).job().await();
        assertEquals(new Completeness(20, 20, State.COMPLETE), end);
        assertEquals(20, wire.given.size() + otherWire.given.size(), "each once");
    }

    @Test
    void theArchiveWithMostOfASeriesIsAskedFirst() throws Exception {
        held(wire).addAll(study.instances().subList(0, 3));
        otherWire.with(study);
        assertTrue(fetch(one, other).job().await().complete());
        assertEquals(0, wire.given.size());
    }

    @Test
    void anArchiveThatDiesInTheMiddleIsReplacedByTheOther() throws Exception {
        wire.with(study).slowly();
        otherWire.with(study);
        held(otherWire).removeLast();
        var retrieval = fetch(one, other);
        wire.allow(2);
        FetchQueueTest.until(() -> retrieval.completeness().received() >= 2);
        wire.dead = true;
        wire.allowAll();
        var refusal = assertThrows(Refusal.class, () -> retrieval.job().await());
        assertTrue(Node.maySoonPass(refusal));
        assertEquals(19, retrieval.completeness().received(), "all that the other has");
        wire.dead = false;
        FetchQueueTest.until(() -> retrieval.completeness().complete());
    }

    @Test
    void aDeadArchiveDoesNotHoldUpWhatTheOtherHas() throws Exception {
        wire.with(study);
        otherWire.dead = true;
        for (int i = 0; i < 5; i++) other.breaker().silent();
        long start = System.nanoTime();
        var end = fetch(one, other).job().await();
        assertEquals(new Completeness(20, 20, State.UNKNOWN), end, "the other may have more");
        assertTrue(System.nanoTime() - start < 3_000_000_000L);
    }

    @Test
    void whenTheSilentArchiveAnswersAgainWhatItHasMoreOfComesByItself() throws Exception {
        held(wire).addAll(study.instances().subList(0, 14));
        otherWire.with(study);
        otherWire.dead = true;
        var retrieval = fetch(one, other);
        assertEquals(new Completeness(14, 14, State.UNKNOWN), retrieval.job().await());
        otherWire.dead = false;
        other.answered();
        FetchQueueTest.until(() -> retrieval.completeness().complete());
        assertEquals(20, retrieval.completeness().received());
    }

    @Test
    void twentyThousandInstancesAreFetchedEachOnce() throws Exception {
        study = made("20000", 40, 500);
        wire.with(study);
        var shelf = new Counting();
        var retrieval =
                new Retrieval(
                        study.studyUid(),
                        Optional.empty(),
                        FetchPriority.OPEN,
                        List.of(one),
                        shelf,
                        runner,
                        queue);
        var image = uid(study.instances().get(250));
        retrieval.look(List.of(new Eye(study.seriesUids().getFirst(), Optional.of(image))));
        assertTrue(retrieval.job().await().complete());
        assertEquals(20_000, wire.given.size());
        assertEquals(20_000, retrieval.completeness().received());
    }

    /// Reads and keeps nothing.
    private static final class Counting implements Shelf {
        @Override
        public Taken accept(java.io.InputStream file) throws Refusal {
            try {
                var read = org.tyde.dicom.io.DicomReader.read(file.readAllBytes());
                return new Taken(
                        org.tyde.study.Instance.from(read.dataSet(), read.transferSyntax().uid()),
                        false);
            } catch (IOException broken) {
                throw new Refusal(ArchiveReason.NOT_FETCHED).because(broken);
            }
        }

        @Override
        public List<org.tyde.study.Instance> instances(String studyUid) {
            return List.of();
        }
    }

    @Test
    void aStudyIsTakenUpWhereItWasLeft() throws Exception {
        for (var here : study.instances().subList(0, 13))
            cache.accept(new ByteArrayInputStream(Cache.part10(here)));
        wire.with(study);
        assertTrue(fetch(one).job().await().complete());
        assertEquals(7, wire.given.size());
    }
}
