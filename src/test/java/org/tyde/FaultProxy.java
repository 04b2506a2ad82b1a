package org.tyde;

import org.tyde.Fault.Way;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// A line on loopback before any TCP server, which fails as a test says. The first connection has the
/// first fault of the script, the second the second, and all after the last one the last.
///
/// ```java
/// try (var line = FaultProxy.before(server.port()).script(Fault.reset(ANSWER, 4096), Fault.NONE)) {
///     client(line.port()) ...
/// ```
public final class FaultProxy implements AutoCloseable {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final int MOST_FILLERS = 16;

    private final InetSocketAddress server;
    private final int port;
    private final Set<FaultyLine> lines = ConcurrentHashMap.newKeySet();
    private final List<SocketChannel> fillers = new ArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicLong requested = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private volatile List<Fault> script = List.of(Fault.NONE);
    private volatile int scriptFrom;
    private volatile ServerSocket listening;

    private FaultProxy(InetSocketAddress server) throws IOException {
        this.server = server;
        listening = new ServerSocket(0, 50, LOOPBACK);
        port = listening.getLocalPort();
        accept(listening);
    }

    /// @param port of a server on loopback
    /// @return a line to it on which nothing goes wrong yet
    public static FaultProxy before(int port) throws IOException {
        return new FaultProxy(new InetSocketAddress(LOOPBACK, port));
    }

    /// @param faults of the next connection, the one after it, and so on; the last one stays
    /// @return this
    public FaultProxy script(Fault... faults) {
        scriptFrom = connections.get();
        script = List.of(faults);
        return this;
    }

    /// @return the port of the line, on 127.0.0.1
    public int port() {
        return port;
    }

    /// @return connections made so far
    public int connections() {
        return connections.get();
    }

    /// @param way one half
    /// @return bytes that were passed on that way, over all connections
    public long passed(Way way) {
        return switch (way) {
            case REQUEST -> requested.get();
            case ANSWER -> answered.get();
        };
    }

    /// Nobody listens any more: a new connection is refused. Those that stand go on.
    public synchronized void refuse() throws IOException {
        unlisten();
        for (int i = 0; i < 100; i++) {
            // the thread that waited on the port may not have noticed yet
            try (var _ = new Socket(LOOPBACK, port)) {
                sleep(20);
            } catch (ConnectException refused) {
                return;
            }
        }
        throw new IOException("something still listens on port " + port);
    }

    /// Packets of new connections are lost: connecting waits until its time is up. Those that stand go on.
    public synchronized void blackHole() throws IOException {
        unlisten();
        listening = listen(1);
        while (fillers.size() < MOST_FILLERS) { // the queue of those that wait to be accepted
            var filler = SocketChannel.open();
            fillers.add(filler);
            filler.configureBlocking(false);
            filler.connect(new InetSocketAddress(LOOPBACK, port));
            sleep(50);
            if (!filler.finishConnect()) return;
        }
        throw new IOException("the queue of the black hole does not fill");
    }

    /// Listens again after [#refuse] or [#blackHole].
    public synchronized void open() throws IOException {
        unlisten();
        listening = listen(50);
        accept(listening);
    }

    /// The port is free when the thread that waited on it has noticed that it was closed.
    private ServerSocket listen(int backlog) throws IOException {
        for (int i = 0; ; i++) {
            try {
                return new ServerSocket(port, backlog, LOOPBACK);
            } catch (BindException stillTaken) {
                if (i == 100) throw stillTaken;
                sleep(20);
            }
        }
    }

    /// Resets every connection that stands.
    public void cut() {
        for (var line : lines) line.reset();
    }

    private void unlisten() throws IOException {
        listening.close();
        for (var filler : fillers) filler.close();
        fillers.clear();
    }

    private void accept(ServerSocket from) {
        Thread.ofVirtual()
                .name("fault proxy")
                .start(
                        () -> {
                            try {
                                while (true) begin(from.accept());
                            } catch (IOException closed) {
                                // nobody listens any more
                            }
                        });
    }

    private void begin(Socket client) {
        int number = connections.getAndIncrement() - scriptFrom;
        var now = script;
        var fault = now.get(Math.min(Math.max(number, 0), now.size() - 1));
        try {
            var line = new FaultyLine(client, server, fault, this::count);
            lines.add(line);
            line.start(() -> lines.remove(line));
        } catch (IOException noServer) {
            FaultyLine.reset(client);
        }
    }

    private void count(Way way, long bytes) {
        switch (way) {
            case REQUEST -> requested.addAndGet(bytes);
            case ANSWER -> answered.addAndGet(bytes);
        }
    }

    private static void sleep(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        unlisten();
        cut();
    }
}
