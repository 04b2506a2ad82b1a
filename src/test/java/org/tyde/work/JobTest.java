package org.tyde.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

class JobTest {
    private final JobRunner runner = new JobRunner(1);

    @AfterEach
    void close() {
        runner.close();
    }

    @Test
    void aJobGivesWhatItsTaskMadeAndTellsHowFarItIs() throws Exception {
        var seen = new CopyOnWriteArrayList<Progress>();
        var go = new CountDownLatch(1);
        var job =
                runner.waiting(
                        "count",
                        context -> {
                            go.await();
                            context.progress(1, 2);
                            context.progress(2, 2);
                            return "made";
                        });
        job.onProgress(seen::add);
        go.countDown();
        assertEquals("made", job.await());
        assertEquals(List.of(new Progress(1, 2), new Progress(2, 2)), seen);
        assertEquals(1.0, job.progress().fraction());
    }

    @Test
    void whatATaskRefusesIsWhatTheWaiterReads() {
        var refusal = new Refusal(WorkReason.CANCELLED, "x");
        Job<String> job =
                runner.waiting(
                        "refuse",
                        _ -> {
                            throw refusal;
                        });
        assertEquals(refusal, assertThrows(Refusal.class, job::await));
        Job<String> broken =
                runner.waiting(
                        "break",
                        _ -> {
                            throw new IOException("disk");
                        });
        var told = assertThrows(Refusal.class, broken::await);
        assertTrue(told.getMessage().contains("disk"), told.getMessage());
    }

    @Test
    void aCancelledJobIsInterruptedAndEndsAsCancelled() throws Exception {
        var begun = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        var outcomes = new CopyOnWriteArrayList<Outcome<String>>();
        Job<String> job =
                runner.waiting(
                        "sleep",
                        _ -> {
                            begun.countDown();
                            Thread.sleep(60_000);
                            return "never";
                        });
        job.onEnd(
                outcome -> {
                    outcomes.add(outcome);
                    ended.countDown();
                });
        begun.await();
        job.cancel();
        assertTrue(ended.await(10, TimeUnit.SECONDS));
        assertInstanceOf(Outcome.Cancelled.class, outcomes.getFirst());
        assertEquals(1, outcomes.size());
    }

    @Test
    void whatIsSeenIsComputedBeforeWhatIsNear() throws Exception {
        var order = new CopyOnWriteArrayList<String>();
        var gate = new CountDownLatch(1);
        var jobs = new ArrayList<Job<Boolean>>();
        jobs.add(runner.computing("gate", Priority.VISIBLE, _ -> gate.await(10, TimeUnit.SECONDS)));
        for (var priority : List.of(Priority.BACKGROUND, Priority.NEAR, Priority.VISIBLE))
            jobs.add(runner.computing("n", priority, _ -> order.add(priority.name())));
        gate.countDown();
        for (var job : jobs) assertTrue(job.await());
        assertEquals(List.of("VISIBLE", "NEAR", "BACKGROUND"), order);
    }

    @Test
    void aMappedJobEndsAsItsOriginEnds() throws Exception {
        var doubled = runner.waiting("two", _ -> 2).map(n -> n * 2);
        assertEquals(4, doubled.await());
        assertEquals(6, Job.done(3).map(n -> n * 2).await());
    }

    @Test
    void theNewestRequestWinsAndNoneIsWorkedOnTwice() throws Exception {
        var worked = new CopyOnWriteArrayList<Integer>();
        var first = new CountDownLatch(1);
        var gate = new CountDownLatch(1);
        var runs = new AtomicInteger();
        var latest =
                new LatestOnly<Integer>(
                        runner,
                        Priority.VISIBLE,
                        request -> {
                            if (runs.incrementAndGet() == 1) {
                                first.countDown();
                                waitFor(gate);
                            }
                            worked.add(request);
                        });
        latest.request(0);
        first.await();
        for (int i = 1; i <= 100; i++) latest.request(i);
        gate.countDown();
        for (int i = 0; i < 500 && worked.size() < 2; i++) Thread.sleep(10);
        assertEquals(List.of(0, 100), worked);
    }

    private static void waitFor(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
