package org.tyde.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// A wire between client and archive that is cut after so many bytes of answers.
final class InterruptedFetch implements AutoCloseable {
    private final ServerSocket listening;
    private final int target;
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean dead;

    InterruptedFetch(int target) throws IOException {
        this.target = target;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /// Cuts every connection once so many more bytes have come, and takes no new ones until mended.
    void cutAfter(long bytes) {
        left.set(bytes);
    }

    /// Cuts once, and takes new connections at once.
    void mend() {
        left.set(Long.MAX_VALUE);
        dead = false;
    }

    boolean isCut() {
        return dead;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var client = listening.accept();
                if (dead) {
                    client.close();
                    continue;
                }
                var server = new Socket();
                server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
                open.add(client);
                open.add(server);
                threads.execute(() -> pump(client, server, false));
                threads.execute(() -> pump(server, client, true));
            } catch (IOException ended) {
                cut();
            }
        }
    }

    private void pump(Socket from, Socket to, boolean counted) {
        var buffer = new byte[8192];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (counted && left.addAndGet(-n) < 0) {
                    dead = true;
                    cut();
                    return;
                }
                out.write(buffer, 0, n);
            }
        } catch (IOException ended) {
            // the other direction ends with it
        }
    }

    private void cut() {
        for (var socket : open) {
            try {
                socket.close();
            } catch (IOException alreadyClosed) {
                // as wished
            }
        }
        open.clear();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cut();
        threads.shutdownNow();
    }
}
