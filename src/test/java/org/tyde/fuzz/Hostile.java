package org.tyde.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;

/// What hostile bytes may do: be read or be refused, soon. Anything else is a finding.
public final class Hostile {
    /// CPU time, so that a busy machine finds nothing.
    private static final long MOST_NANOS = 2_000_000_000L;

    private Hostile() {}

    /// Reading of one input.
    @FunctionalInterface
    public interface Reading {
        /// @throws IOException as a refusal
        void read() throws IOException;
    }

    /// @param reading of one input; an [IOException] of it, a refusal among them, is expected
    /// @throws AssertionError where it took more than two seconds or refused without a sentence
    public static void input(Reading reading) {
        var clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        try {
            reading.read();
        } catch (IOException refused) {
            var sentence = String.valueOf(refused.getMessage());
            if (sentence.length() < 8)
                throw new AssertionError("a refusal without a sentence: " + sentence, refused);
        }
        long nanos = clock.getCurrentThreadCpuTime() - start;
        if (nanos > MOST_NANOS) throw new AssertionError("took " + nanos / 1_000_000 + " ms");
    }
}
