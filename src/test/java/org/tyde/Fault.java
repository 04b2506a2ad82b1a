package org.tyde;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What goes wrong on one connection through a [FaultProxy]: steps, each at a byte of one way.
///
/// @param steps in any order; those of one way are done in the order of their bytes
public record Fault(List<Step> steps) {
    /// Nothing goes wrong.
    public static final Fault NONE = new Fault(List.of());

    /// Keeps its own copy, in the order of the bytes.
    public Fault {
        var ordered = new ArrayList<>(steps);
        ordered.sort(Comparator.comparingLong(Step::at));
        steps = List.copyOf(ordered);
    }

    /// Which half of a connection.
    public enum Way {
        /// From the client to the server.
        REQUEST,
        /// From the server to the client.
        ANSWER
    }

    /// @param way the half it happens on
    /// @param at bytes that pass that way before it happens
    /// @param act what happens
    record Step(Way way, long at, Act act) {}

    /// One thing that goes wrong.
    sealed interface Act {
        /// Both sockets are reset (RST).
        record Reset() implements Act {}

        /// Both sockets are closed in an orderly way (FIN).
        record Close() implements Act {}

        /// This way ends (FIN), the other goes on.
        record HalfClose() implements Act {}

        /// Nothing is read or passed on for that long.
        record Stall(Duration time) implements Act {}

        /// What comes is read and lost.
        record Swallow() implements Act {}

        /// The byte is changed.
        record Corrupt(int mask) implements Act {}

        /// No more than that from here on.
        record Pace(double bytesPerSecond) implements Act {}
    }

    /// @param way the half
    /// @param at bytes that pass before both ends see a reset
    /// @return that fault
    public static Fault reset(Way way, long at) {
        return of(way, at, new Act.Reset());
    }

    /// @param way the half
    /// @param at bytes that pass before both ends see the connection closed
    /// @return that fault
    public static Fault close(Way way, long at) {
        return of(way, at, new Act.Close());
    }

    /// @param way the half that ends
    /// @param at bytes that pass before
    /// @return that fault; the other half goes on
    public static Fault halfClose(Way way, long at) {
        return of(way, at, new Act.HalfClose());
    }

    /// @param way the half that stands still for ever
    /// @param at bytes that pass before
    /// @return that fault; the sender sees its window fill
    public static Fault stall(Way way, long at) {
        return stall(way, at, Duration.ofDays(1));
    }

    /// @param way the half that stands still
    /// @param at bytes that pass before
    /// @param time how long
    /// @return that fault
    public static Fault stall(Way way, long at, Duration time) {
        return of(way, at, new Act.Stall(time));
    }

    /// @param way the half that leads nowhere
    /// @param at bytes that pass before
    /// @return that fault; the sender notices nothing
    public static Fault swallow(Way way, long at) {
        return of(way, at, new Act.Swallow());
    }

    /// @param way the half
    /// @param at which byte, from 0
    /// @param mask bits that change
    /// @return that fault
    public static Fault corrupt(Way way, long at, int mask) {
        return of(way, at, new Act.Corrupt(mask));
    }

    /// @param way the half
    /// @param bitsPerSecond at most
    /// @return that fault
    public static Fault throttle(Way way, double bitsPerSecond) {
        return of(way, 0, new Act.Pace(bitsPerSecond / 8));
    }

    /// @param way the half
    /// @param at bytes that pass at full speed before
    /// @return one byte a second from there on
    public static Fault trickle(Way way, long at) {
        return of(way, at, new Act.Pace(1));
    }

    private static Fault of(Way way, long at, Act act) {
        return new Fault(List.of(new Step(way, at, act)));
    }

    /// @param other faults
    /// @return this with them
    public Fault and(Fault other) {
        var all = new ArrayList<>(steps);
        all.addAll(other.steps);
        return new Fault(all);
    }
}
