package org.tyde;

import org.tyde.Fault.Act;
import org.tyde.Fault.Step;
import org.tyde.Fault.Way;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// One connection through a [FaultProxy], pumped by a virtual thread each way.
final class FaultyLine {
    private static final int PIECE = 64 * 1024;
    private static final int PACED_PIECE = 8 * 1024;

    private final Socket client;
    private final Socket server;
    private final Fault fault;
    private final Counter counter;
    private final AtomicInteger running = new AtomicInteger(2);
    private volatile boolean over;

    /// Told of what was passed on.
    interface Counter {
        void passed(Way way, long bytes);
    }

    FaultyLine(Socket client, InetSocketAddress to, Fault fault, Counter counter)
            throws IOException {
        this.client = client;
        this.fault = fault;
        this.counter = counter;
        client.setTcpNoDelay(true);
        server = new Socket(to.getAddress(), to.getPort());
        server.setTcpNoDelay(true);
    }

    void start(Runnable ended) {
        for (var way : Way.values())
            Thread.ofVirtual()
                    .name("fault proxy " + way)
                    .start(
                            () -> {
                                new Pump(way).run();
                                if (running.decrementAndGet() == 0) ended.run();
                            });
    }

    void reset() {
        over = true;
        reset(client);
        reset(server);
    }

    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException alreadyGone) {
            // as wanted
        }
    }

    private void close() {
        over = true;
        for (var socket : new Socket[] {client, server}) {
            try {
                socket.close();
            } catch (IOException alreadyGone) {
                // as wanted
            }
        }
    }

    private final class Pump {
        private final Way way;
        private final Socket from;
        private final Socket to;
        private final Deque<Step> steps = new ArrayDeque<>();
        private long passed;
        private double bytesPerSecond = Double.POSITIVE_INFINITY;
        private long free = System.nanoTime();

        Pump(Way way) {
            this.way = way;
            from = way == Way.REQUEST ? client : server;
            to = way == Way.REQUEST ? server : client;
            for (var step : fault.steps()) if (step.way() == way) steps.add(step);
        }

        void run() {
            try {
                pump();
            } catch (IOException ended) {
                if (over) return;
                reset(); // as the other end did
            }
        }

        private void pump() throws IOException {
            var buffer = new byte[PIECE];
            while (true) {
                var corrupt = actsHere();
                if (over || to.isOutputShutdown()) return;
                int most = bytesPerSecond < Double.POSITIVE_INFINITY ? PACED_PIECE : PIECE;
                if (bytesPerSecond < PACED_PIECE) most = 1;
                if (!steps.isEmpty()) most = (int) Math.min(most, steps.getFirst().at() - passed);
                int count = from.getInputStream().read(buffer, 0, corrupt == 0 ? most : 1);
                if (count < 0) {
                    to.shutdownOutput();
                    return;
                }
                buffer[0] = (byte) (buffer[0] ^ corrupt);
                pace(count);
                to.getOutputStream().write(buffer, 0, count);
                passed += count;
                counter.passed(way, count);
            }
        }

        /// @return bits that change in the next byte
        private int actsHere() throws IOException {
            int mask = 0;
            while (!steps.isEmpty() && steps.getFirst().at() == passed) {
                switch (steps.removeFirst().act()) {
                    case Act.Reset _ -> {
                        rest(100); // what was sent arrives before
                        FaultyLine.this.reset();
                    }
                    case Act.Close _ -> FaultyLine.this.close();
                    case Act.HalfClose _ -> {
                        to.shutdownOutput();
                        swallow();
                    }
                    case Act.Stall(var time) -> rest(time.toMillis());
                    case Act.Swallow _ -> swallow();
                    case Act.Corrupt(int bits) -> mask ^= bits;
                    case Act.Pace(double most) -> {
                        bytesPerSecond = most;
                        free = System.nanoTime();
                    }
                }
            }
            return mask;
        }

        private void swallow() throws IOException {
            from.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        }

        private void rest(long millis) {
            long until = System.nanoTime() + millis * 1_000_000;
            while (!over && !from.isClosed() && System.nanoTime() < until)
                LockSupport.parkNanos(Math.min(20_000_000, Math.max(1, until - System.nanoTime())));
        }

        private void pace(int count) {
            if (bytesPerSecond == Double.POSITIVE_INFINITY) return;
            long now = System.nanoTime();
            free = Math.max(free, now - 20_000_000) + (long) (count * 1e9 / bytesPerSecond);
            while (!over && System.nanoTime() < free)
                LockSupport.parkNanos(Math.min(100_000_000, Math.max(1, free - System.nanoTime())));
        }
    }
}
