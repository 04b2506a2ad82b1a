package org.tyde.dimse.upper;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.refusal.Refusal;
import org.tyde.tls.TlsFailure;
import org.tyde.work.Job;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Listens for associations and gives each its handler, on a thread of its own.
public final class AssociationServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AssociationServer.class);

    /// Connections beyond the most associations: enough to reject each in words, not more.
    private static final int SPARE = 64;

    private final Listening listening;
    private final Acceptor acceptor;
    private final AssociationHandler handler;
    private final JobRunner runner;
    private final ServerSocket socket;
    private final LineWatch watch;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final Set<Job<Boolean>> jobs = ConcurrentHashMap.newKeySet();
    private Job<Boolean> listener = Job.done(true);
    private volatile boolean closed;

    private AssociationServer(
            Listening listening,
            Acceptor acceptor,
            AssociationHandler handler,
            JobRunner runner,
            ServerSocket socket) {
        this.listening = listening;
        this.acceptor = acceptor;
        this.handler = handler;
        this.runner = runner;
        this.socket = socket;
        this.watch = new LineWatch(runner);
    }

    /// @param listening where
    /// @param acceptor decides on requests
    /// @param handler serves those accepted
    /// @param runner gives each association its thread
    /// @return the running server
    /// @throws Refusal when the port is taken
    public static AssociationServer start(
            Listening listening, Acceptor acceptor, AssociationHandler handler, JobRunner runner)
            throws Refusal {
        try {
            var socket = new ServerSocket();
            try {
                socket.setReuseAddress(true);
                var host = InetAddress.getByName(listening.host());
                socket.bind(new InetSocketAddress(host, listening.port()), 128);
            } catch (IOException taken) {
                socket.close();
                throw taken;
            }
            var server = new AssociationServer(listening, acceptor, handler, runner, socket);
            server.listener = runner.waiting("tyde-dicom-listen", _ -> server.listen());
            return server;
        } catch (IOException taken) {
            throw new Refusal(
                            UpperReason.NO_PORT, listening.name(), String.valueOf(listening.port()))
                    .because(taken);
        }
    }

    /// @return the port it listens on
    public int port() {
        return socket.getLocalPort();
    }

    /// @return how many associations are being served
    public int running() {
        return running.get();
    }

    /// Ends listening and aborts what runs.
    @Override
    public void close() {
        closed = true;
        closeQuietly(socket);
        jobs.forEach(Job::cancel);
        watch.close();
        try {
            listener.await(); // the port is free only when nobody waits at it any more
        } catch (Refusal interrupted) {
            LOG.debug("the end of listening was not waited for");
        }
    }

    private boolean listen() {
        while (!closed) {
            try {
                begin(socket.accept());
            } catch (IOException failed) {
                if (closed || socket.isClosed()) return true;
                LOG.warn("a connection could not be accepted: {}", failed.toString());
                pause();
            }
        }
        return true;
    }

    /// So that a machine without file handles is not kept busy by its own log.
    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin(Socket connection) {
        if (connections.incrementAndGet() > listening.most() + SPARE) {
            connections.decrementAndGet();
            closeQuietly(connection);
            return;
        }
        var job =
                runner.waiting(
                        "tyde-dicom-association",
                        context -> {
                            try {
                                return serve(connection, context);
                            } finally {
                                connections.decrementAndGet();
                                closeQuietly(connection);
                            }
                        });
        jobs.add(job);
        job.onEnd(_ -> jobs.remove(job));
        if (closed) job.cancel();
    }

    private boolean serve(Socket connection, JobContext job) throws IOException {
        try {
            connection.setTcpNoDelay(true);
            var tls = listening.tls();
            var limits = listening.limits();
            var over = encrypted(connection);
            var address = connection.getInetAddress().getHostAddress();
            var wire = new Wire(address, over, limits, job);
            var unwatch = watch.writes(wire);
            var session =
                    new Session(address, wire, limits, new StateMachine(false), runner, unwatch);
            try {
                serve(session, address, tls.isPresent(), job);
            } finally {
                session.abort(AbortReason.USER);
                session.awaitEnd();
                session.close();
            }
            return true;
        } catch (CancellationException cancelled) {
            throw cancelled;
        } catch (IOException refused) {
            var why =
                    TlsFailure.of("a client", refused).map(IOException.class::cast).orElse(refused);
            LOG.info("an association ended: {}", why.getMessage());
            return false;
        }
    }

    private Socket encrypted(Socket connection) throws IOException {
        if (listening.tls().isEmpty()) return connection;
        var longest = listening.limits().connect();
        var end = watch.handshake(connection, longest);
        try {
            return listening.tls().get().over(connection, longest);
        } finally {
            end.run();
        }
    }

    private void serve(Session session, String address, boolean encrypted, JobContext job)
            throws IOException {
        var place = new AtomicBoolean();
        try {
            var association =
                    new Accepting(session, listening.limits())
                            .associate(address, encrypted, asked -> answer(asked, place));
            if (association.isPresent()) handler.handle(association.get(), job);
            else LOG.info("an association from {} was rejected", address);
        } catch (IOException | RuntimeException known) {
            throw known;
        } catch (Exception failed) {
            LOG.error("an association failed", failed);
        } finally {
            if (place.get()) running.decrementAndGet();
        }
    }

    /// A place is taken by who asks, not by who only connects.
    private Answer answer(AssociationRequest asked, AtomicBoolean place) {
        if (running.incrementAndGet() > listening.most()) {
            running.decrementAndGet();
            return new Answer.Reject(Rejection.LIMIT);
        }
        place.set(true);
        return acceptor.answer(asked);
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception alreadyGone) {
            // nothing more can be done with it
        }
    }
}
