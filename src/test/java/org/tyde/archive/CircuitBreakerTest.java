package org.tyde.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

class CircuitBreakerTest {
    private final AtomicLong now = new AtomicLong(-5);
    private final CircuitBreaker breaker = new CircuitBreaker(Backoff.USUAL, now::get);

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void afterThreeFailuresInARowNobodyAsksForAWhile() {
        for (int i = 0; i < 3; i++) {
            assertTrue(breaker.allows());
            breaker.silent();
        }
        assertEquals(LineState.OPEN, breaker.state());
        assertFalse(breaker.allows());
        assertTrue(breaker.rest().toMillis() <= 500);
    }

    @Test
    void whatWasAskedBeforeTheRestDoesNotMakeItLonger() {
        for (int i = 0; i < 30; i++) breaker.silent();
        assertTrue(breaker.rest().toMillis() <= 500);
    }

    @Test
    void anAnswerBetweenStartsTheCountAnew() {
        for (int i = 0; i < 10; i++) {
            if (i % 3 == 2) breaker.answered();
            else breaker.silent();
        }
        assertEquals(LineState.CLOSED, breaker.state());
    }

    @Test
    void afterTheRestOneMayTryAndItsAnswerOpensTheLine() {
        for (int i = 0; i < 3; i++) breaker.silent();
        pass(Duration.ofMillis(501));
        assertTrue(breaker.allows());
        assertEquals(LineState.HALF_OPEN, breaker.state());
        assertFalse(breaker.allows(), "one at a time");
        breaker.answered();
        assertTrue(breaker.allows());
        assertTrue(breaker.allows());
        assertEquals(Duration.ZERO, breaker.rest());
    }

    @Test
    void aTrialThatFailsMakesTheRestLongerUpToHalfAMinute() {
        for (int i = 0; i < 30; i++) {
            pass(Duration.ofSeconds(31));
            assertTrue(breaker.allows());
            breaker.silent();
        }
        var rest = breaker.rest();
        assertTrue(rest.toSeconds() >= 14 && rest.toSeconds() <= 30, () -> "" + rest);
    }

    @Test
    void whoDoesNotAskAfterAllLeavesTheTrialToTheNext() {
        for (int i = 0; i < 3; i++) breaker.silent();
        pass(Duration.ofSeconds(1));
        assertTrue(breaker.allows());
        breaker.gaveUp();
        assertTrue(breaker.allows());
    }

    @RepeatedTest(20)
    void restsGrowFromHalfASecondToHalfAMinuteWithChanceInThem() {
        long[] most = {500, 1000, 2000, 4000, 8000, 16000, 30000, 30000};
        for (int failures = 1; failures <= most.length; failures++) {
            long rest = Backoff.USUAL.rest(failures).toMillis();
            long longest = most[failures - 1];
            assertTrue(rest > longest / 2 && rest <= longest, failures + ": " + rest);
        }
        assertTrue(Backoff.USUAL.rest(1000).toMillis() <= 30_000);
    }
}
