package org.tyde.work;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// One life of a child process: a thread that writes, one that drains its errors, one that reads, and one
/// that watches its health. What it says before anybody listens is held.
final class ChildRun implements AutoCloseable {
    private static final int MOST_HELD = 16;

    private final String name;
    private final ChildLimits limits;
    private final Logger log;
    private final Process process;
    private final LinkedBlockingQueue<ChildFrame> toWrite = new LinkedBlockingQueue<>();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicReference<String> cause = new AtomicReference<>("");
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private final List<ChildFrame> held = new ArrayList<>();
    private final Thread reader;
    private final long started = System.nanoTime();
    private volatile long lastSign = started;
    private volatile boolean ready;
    private @Nullable Consumer<ChildFrame> receiver;

    ChildRun(String name, ChildCommand command, ChildLimits limits, Logger log) throws IOException {
        this.name = name;
        this.limits = limits;
        this.log = log;
        var builder = new ProcessBuilder(command.line());
        // jpackage's launcher sets it for its own second start, and would take a child for that
        builder.environment().remove("_JPACKAGE_LAUNCHER");
        this.process = builder.start();
        thread("out", this::writeAll);
        thread("err", this::drainErrors);
        this.reader = thread("in", this::readAll);
        thread("watch", () -> end.complete(watch()));
    }

    long pid() {
        return process.pid();
    }

    boolean send(ChildFrame frame) {
        if (!process.isAlive()) return false;
        if (waiting.addAndGet(frame.payload().length) > limits.queuedBytes()) {
            kill("takes in nothing");
            return false;
        }
        return toWrite.add(frame);
    }

    void kill(String why) {
        cause.compareAndSet("", why);
        process.destroyForcibly();
    }

    /// @param next takes what is held at once, and then, on the reading thread, all that comes
    synchronized void handle(Consumer<ChildFrame> next) {
        receiver = next;
        for (var frame : held) next.accept(frame);
        held.clear();
    }

    private synchronized void hand(ChildFrame frame) {
        if (receiver != null) receiver.accept(frame);
        else if (frame.kind() != ChildFrame.Kind.PONG) hold(frame);
    }

    private void hold(ChildFrame frame) {
        if (held.size() == MOST_HELD) kill("speaks unasked");
        else held.add(frame);
    }

    /// @return whether it can work, so far as it said
    boolean ready() {
        return ready && !ended();
    }

    boolean ended() {
        return !process.isAlive() || end.isDone();
    }

    /// Waits until the process has ended and all it sent has been received.
    String awaitEnd() {
        return end.join();
    }

    private String watch() {
        try {
            while (!process.waitFor(ChildProcess.PING_PERIOD.toMillis(), TimeUnit.MILLISECONDS)) {
                checkHealth();
                if (ready && toWrite.isEmpty()) send(new ChildFrame(ChildFrame.Kind.PING));
            }
            reader.join(2_000); // a grandchild may still hold the pipe
        } catch (InterruptedException interrupted) {
            kill("interrupted");
            Thread.currentThread().interrupt();
        }
        var why = String.valueOf(cause.get());
        return why.isEmpty() ? "exit code " + process.exitValue() : why;
    }

    private void checkHealth() {
        long now = System.nanoTime();
        if (!ready && now - started > limits.startup().toNanos()) kill("did not get ready");
        if (ready && now - lastSign > limits.silence().toNanos()) kill("fell silent");
    }

    private void readAll() {
        try (var in = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
            while (true) {
                var frame = ChildFrame.read(in, limits.frameBytes());
                if (frame.isEmpty()) return;
                lastSign = System.nanoTime();
                if (frame.get().kind() == ChildFrame.Kind.READY) ready = true;
                hand(frame.get());
            }
        } catch (IOException broken) {
            kill("broken pipe: " + broken.getMessage());
        } catch (RuntimeException failed) {
            log.error("child {}: a frame could not be handled", name, failed);
            kill("a frame could not be handled");
        }
    }

    private void writeAll() {
        try (var out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()))) {
            while (process.isAlive()) {
                var frame = toWrite.poll(200, TimeUnit.MILLISECONDS);
                if (frame == null) continue;
                frame.write(out);
                waiting.addAndGet(-frame.payload().length);
                if (toWrite.isEmpty()) out.flush();
            }
        } catch (IOException ended) {
            log.debug("child {}: takes in no more", name);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void drainErrors() {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine())
                log.debug("child {}: {}", name, line);
        } catch (IOException ended) {
            log.debug("child {}: errors closed", name);
        }
    }

    private Thread thread(String role, Runnable work) {
        return Thread.ofPlatform().daemon().name("tyde-" + name + "-" + role).start(work);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
