package org.tyde.archive;

import org.jspecify.annotations.Nullable;
import org.tyde.dicomweb.DicomwebReason;
import org.tyde.dimse.message.DimseReason;
import org.tyde.dimse.upper.UpperReason;
import org.tyde.refusal.Reason;
import org.tyde.refusal.Refusal;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// One archive as the fetch queue sees it.
final class Node {
    private static final Set<Reason> SILENT =
            Set.of(
                    DicomwebReason.UNREACHABLE,
                    DicomwebReason.NO_ANSWER,
                    DicomwebReason.STALLED,
                    DicomwebReason.BROKEN_OFF,
                    DicomwebReason.BROKEN_MULTIPART,
                    DicomwebReason.BUSY,
                    DicomwebReason.FAILED_THERE);

    private final String name;
    private final Wire wire;
    private final int parallel;
    private final CircuitBreaker breaker;
    private volatile @Nullable Refusal failure;

    /// @param name what people call it
    /// @param wire to it
    /// @param parallel transfers at once, at least 1
    Node(String name, Wire wire, int parallel) {
        this(name, wire, parallel, new CircuitBreaker(Backoff.USUAL, System::nanoTime));
    }

    Node(String name, Wire wire, int parallel, CircuitBreaker breaker) {
        if (parallel < 1) throw new IllegalArgumentException("transfers at once: " + parallel);
        this.name = name;
        this.wire = wire;
        this.parallel = parallel;
        this.breaker = breaker;
    }

    String name() {
        return name;
    }

    Wire wire() {
        return wire;
    }

    int parallel() {
        return parallel;
    }

    CircuitBreaker breaker() {
        return breaker;
    }

    /// How it answered last.
    Optional<Refusal> failure() {
        return Optional.ofNullable(failure);
    }

    /// Whether another try may mend it: the line or the archive fails, not the question.
    static boolean maySoonPass(Refusal refusal) {
        return switch (refusal.reason()) {
            case UpperReason by -> by.passing();
            case DimseReason by -> by.passing();
            case Reason by -> SILENT.contains(by) || by == ArchiveReason.RESTING;
        };
    }

    /// Whether it was asked for something it does not have.
    static boolean isAbsent(Refusal refusal) {
        return refusal.reason() == DicomwebReason.NOT_FOUND;
    }

    /// Something that is asked.
    @FunctionalInterface
    interface Question<T> {
        T ask() throws Refusal;
    }

    /// @throws Refusal the node rests, or what it answered
    <T> T ask(Question<T> question) throws Refusal {
        if (!breaker.allows()) throw resting();
        try {
            var answer = question.ask();
            answered();
            return answer;
        } catch (Refusal refused) {
            refused(refused);
            throw refused;
        }
    }

    void answered() {
        breaker.answered();
        failure = null;
    }

    void refused(Refusal refused) {
        failure = refused;
        if (maySoonPass(refused)) breaker.silent();
        else breaker.answered(); // it said no, and so it is there
    }

    private Refusal resting() {
        var resting = new Refusal(ArchiveReason.RESTING, name, seconds(breaker.rest()));
        failure().ifPresent(resting::because);
        return resting;
    }

    private static long seconds(Duration rest) {
        return Math.max(1, rest.plusMillis(999).toSeconds());
    }

    @Override
    public String toString() {
        return name;
    }
}
