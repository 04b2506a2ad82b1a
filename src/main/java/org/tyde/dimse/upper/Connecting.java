package org.tyde.dimse.upper;

import org.tyde.refusal.Refusal;
import org.tyde.tls.TlsFailure;
import org.tyde.tls.TlsReason;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;

/// The transport connection to a peer, encrypted where it wants that.
final class Connecting {
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Peer peer;
    private final LineWatch watch;

    Connecting(Peer peer, LineWatch watch) {
        this.peer = peer;
        this.watch = watch;
    }

    Wire connect(JobContext job) throws Refusal {
        var socket = Optional.<Socket>empty();
        try {
            var plain = connected();
            socket = Optional.of(plain);
            return new Wire(peer.name(), encrypted(plain), peer.limits(), job);
        } catch (IOException failed) {
            socket.ifPresent(Wire::closeQuietly);
            if (job.cancelled() || Thread.currentThread().isInterrupted())
                throw Wire.cancelled(failed);
            throw failed instanceof Refusal known ? known : refusal(failed);
        }
    }

    /// Tries each address of the host in turn, all of them within the one limit.
    private Socket connected() throws IOException {
        var failures = Optional.<IOException>empty();
        long until = System.nanoTime() + peer.limits().connect().toNanos();
        for (var address : InetAddress.getAllByName(peer.host())) {
            var socket = new Socket();
            try {
                socket.setTcpNoDelay(true);
                long left = (until - System.nanoTime()) / 1_000_000;
                socket.connect(
                        new InetSocketAddress(address, peer.port()),
                        Math.clamp(left, 1, Integer.MAX_VALUE));
                return socket;
            } catch (IOException failed) {
                Wire.closeQuietly(socket);
                if (failures.isEmpty()) failures = Optional.of(failed);
            }
        }
        throw failures.orElseGet(() -> new UnknownHostException(peer.host()));
    }

    private Socket encrypted(Socket plain) throws IOException {
        if (peer.tls().isEmpty()) return plain;
        var end = watch.handshake(plain, peer.limits().connect());
        try {
            return peer.tls().get().over(plain, peer.host(), peer.port(), peer.limits().connect());
        } catch (SocketTimeoutException silent) {
            throw silent;
        } catch (IOException failed) {
            throw TlsFailure.of(peer.name(), failed)
                    .orElseGet(
                            () -> new Refusal(TlsReason.BROKEN_OFF, peer.name()).because(failed));
        } finally {
            end.run();
        }
    }

    /// In TLS 1.3 a server says only after the handshake that it refuses the client; where we have sent something by
    /// then, its word is lost with the connection. So we connect once more, and listen.
    ///
    /// @param broken why the association did not come about
    /// @return the reason that TLS gives, else `broken`
    Refusal lastWords(Refusal broken) {
        if (peer.tls().isEmpty() || broken.reason() != UpperReason.BROKEN_OFF) return broken;
        try (var socket = connected();
                var encrypted = encrypted(socket)) {
            encrypted.setSoTimeout(Math.toIntExact(LAST_WORDS.toMillis()));
            int nothing = encrypted.getInputStream().read();
            if (nothing >= 0) broken.addSuppressed(new IOException("it spoke first"));
            return broken;
        } catch (IOException failed) {
            return TlsFailure.of(peer.name(), failed).orElse(broken);
        }
    }

    private Refusal refusal(IOException failed) {
        var where = peer.host() + ":" + peer.port();
        var limit = Wire.seconds(peer.limits().connect());
        return switch (failed) {
            case UnknownHostException _ ->
                    new Refusal(UpperReason.UNKNOWN_HOST, peer.name(), peer.host()).because(failed);
            case SocketTimeoutException _ ->
                    new Refusal(UpperReason.CONNECT_TIMEOUT, peer.name(), limit).because(failed);
            default -> new Refusal(UpperReason.UNREACHABLE, peer.name(), where).because(failed);
        };
    }
}
