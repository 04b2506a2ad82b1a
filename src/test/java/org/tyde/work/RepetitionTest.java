package org.tyde.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

class RepetitionTest {
    private static final Duration SHORT = Duration.ofMillis(5);

    @Test
    void oneThatWaitsHoldsUpNoOther() throws Exception {
        var never = new CountDownLatch(1);
        var runs = new CountDownLatch(3);
        try (var runner = new JobRunner(1)) {
            runner.every(
                    SHORT,
                    () -> {
                        try {
                            never.await();
                        } catch (InterruptedException stopped) {
                            Thread.currentThread().interrupt();
                        }
                    });
            runner.every(SHORT, runs::countDown);
            assertTrue(runs.await(10, TimeUnit.SECONDS));
        }
        never.countDown();
    }

    @Test
    void oneThatFailsGoesOnAndOneThatIsEndedStops() throws Exception {
        var runs = new CountDownLatch(3);
        var after = new AtomicInteger();
        try (var runner = new JobRunner(1)) {
            runner.every(
                    SHORT,
                    () -> {
                        runs.countDown();
                        throw new IllegalStateException("for this test");
                    });
            assertTrue(runs.await(10, TimeUnit.SECONDS));
            var ended = runner.every(Duration.ofMillis(200), after::incrementAndGet);
            ended.close();
            Thread.sleep(400);
            assertEquals(0, after.get());
        }
    }
}
