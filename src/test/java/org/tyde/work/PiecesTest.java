package org.tyde.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/// Pieces are computed once each, by whoever is free.
class PiecesTest {
    private final JobRunner runner = new JobRunner(2);

    @AfterEach
    void close() {
        runner.close();
    }

    @Test
    void eachPieceIsComputedOnce() throws Exception {
        var computed = new AtomicIntegerArray(1000);
        runner.pieces(Priority.VISIBLE).compute(1000, () -> computed::incrementAndGet);
        for (int i = 0; i < 1000; i++) assertEquals(1, computed.get(i));
    }

    @Test
    void nothingIsComputedOfNothing() throws Exception {
        runner.pieces(Priority.VISIBLE).compute(0, () -> i -> assertEquals(-1, i));
        Pieces.ALONE.compute(0, () -> i -> assertEquals(-1, i));
    }

    @Test
    void jobsOfAFullPoolComputePiecesWithoutWaitingForEachOther() throws Exception {
        var jobs = new ArrayList<Job<Integer>>();
        for (int j = 0; j < 20; j++)
            jobs.add(
                    runner.computing(
                            "pieces",
                            Priority.VISIBLE,
                            _ -> {
                                var sum = new AtomicInteger();
                                runner.pieces(Priority.VISIBLE).compute(100, () -> sum::addAndGet);
                                return sum.get();
                            }));
        for (var job : jobs) assertEquals(4950, job.await());
    }

    @Test
    void anotherThreadHelps() throws Exception {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        var both = new CountDownLatch(2);
        runner.pieces(Priority.VISIBLE)
                .compute(
                        2,
                        () ->
                                _ -> {
                                    threads.add(Thread.currentThread());
                                    both.countDown();
                                    try {
                                        both.await();
                                    } catch (InterruptedException stopped) {
                                        throw new IllegalStateException(stopped);
                                    }
                                });
        assertEquals(2, threads.size());
    }

    @Test
    void theFirstFailureIsToldAndNothingMoreIsBegun() {
        var computed = new AtomicInteger();
        var refusal =
                assertThrows(
                        Refusal.class,
                        () ->
                                runner.pieces(Priority.VISIBLE)
                                        .compute(
                                                100_000,
                                                () ->
                                                        i -> {
                                                            computed.incrementAndGet();
                                                            if (i == 5)
                                                                throw new Refusal(
                                                                        WorkReason.CANCELLED, "");
                                                        }));
        assertEquals(WorkReason.CANCELLED, refusal.reason());
        assertTrue(computed.get() < 100_000);
    }
}
