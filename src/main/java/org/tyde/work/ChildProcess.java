package org.tyde.work;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/// A child process that is kept alive: length-prefixed frames on its standard streams, asked for its
/// health, killed when it falls silent and started again, ended with its parent. Where a spare is kept, one
/// that has been started and greeted ahead steps in at once. Thread-safe.
public final class ChildProcess implements AutoCloseable {
    static final Duration PING_PERIOD = Duration.ofMillis(500);

    private final String name;
    private final ChildCommand command;
    private final ChildLimits limits;
    private final ChildEvents events;
    private final Logger log;
    private final RecentDeaths deaths;
    private final SpareRun spare;
    private volatile @Nullable ChildRun run;
    private volatile boolean closed;

    private ChildProcess(
            String name,
            ChildCommand command,
            ChildLimits limits,
            ChildEvents events,
            BooleanSupplier spares) {
        this.name = name;
        this.command = command;
        this.limits = limits;
        this.events = events;
        this.log = LoggerFactory.getLogger("org.tyde.child." + name);
        this.deaths = new RecentDeaths(limits.deathsAMinute());
        this.spare = new SpareRun(this::begun, spares, limits, log);
    }

    /// @param name for threads and the log
    /// @param command how to start it
    /// @param limits what it may take
    /// @param events who is told
    /// @return the child, being started
    public static ChildProcess start(
            String name, ChildCommand command, ChildLimits limits, ChildEvents events) {
        return start(name, command, limits, events, () -> false);
    }

    /// As the other, with a spare beside it.
    ///
    /// @param name for threads and the log
    /// @param command how to start it
    /// @param limits what it may take
    /// @param events who is told
    /// @param spares whether there is room for a spare, asked each second
    /// @return the child, being started
    public static ChildProcess start(
            String name,
            ChildCommand command,
            ChildLimits limits,
            ChildEvents events,
            BooleanSupplier spares) {
        var child = new ChildProcess(name, command, limits, events, spares);
        Thread.ofPlatform().daemon().name("tyde-" + name).start(child::keepAlive);
        return child;
    }

    /// Queues a frame for the process that runs now; never waits. A frame for a process that dies is
    /// gone: the owner sends it again when the next says it is ready.
    ///
    /// @param payload not copied; at most the limit's frame
    /// @return whether there is a process that may get it
    public boolean send(byte[] payload) {
        if (payload.length > limits.frameBytes())
            throw new IllegalArgumentException("frame of " + payload.length + " bytes");
        var now = run;
        return now != null && now.send(new ChildFrame(ChildFrame.Kind.DATA, payload));
    }

    /// @return the operating system's number of the process that runs now
    public OptionalLong pid() {
        var now = run;
        return now == null ? OptionalLong.empty() : OptionalLong.of(now.pid());
    }

    /// @return the operating system's number of the spare, where one waits and can work
    public OptionalLong sparePid() {
        return spare.pid();
    }

    /// Kills the process that runs now; another is started.
    ///
    /// @param why for the log
    public void restart(String why) {
        var now = run;
        if (now != null) now.kill(why);
    }

    /// Ends the process and starts no other.
    @Override
    public void close() {
        closed = true;
        spare.close();
        restart("closed");
    }

    private void keepAlive() {
        for (int start = 1; !closed; start++) {
            var why = live(start);
            if (closed) return;
            events.lost(start, why);
            log.warn("child {} ended ({}), start {}", name, why, start);
            if (deaths.tooMany()) {
                spare.close();
                events.gaveUp(new Refusal(WorkReason.CHILD_KEEPS_DYING, name, why));
                return;
            }
        }
    }

    /// Runs one process to its end.
    ///
    /// @return how it ended
    private String live(int start) {
        try (var current = spare.takenOver().orElseGet(this::begun)) {
            run = current;
            if (closed) current.kill("closed");
            current.handle(frame -> receive(frame, start));
            return current.awaitEnd();
        } catch (UncheckedIOException cannot) {
            return String.valueOf(cannot.getMessage());
        } finally {
            run = null;
        }
    }

    /// @return a process that was started and greeted
    private ChildRun begun() {
        try {
            var begun = new ChildRun(name, command, limits, log);
            for (var payload : events.greeting())
                begun.send(new ChildFrame(ChildFrame.Kind.DATA, payload));
            return begun;
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot.getMessage(), cannot);
        }
    }

    private void receive(ChildFrame frame, int start) {
        if (closed) return;
        switch (frame.kind()) {
            case DATA -> events.frame(frame.payload());
            case READY -> {
                events.ready(start);
                spare.wanted();
            }
            case PING, PONG -> {}
        }
    }
}
