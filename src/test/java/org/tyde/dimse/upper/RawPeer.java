package org.tyde.dimse.upper;

import org.tyde.work.Job;
import org.tyde.work.JobRunner;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.HexFormat;

/// The other side as bare bytes: says what no implementation would.
final class RawPeer implements AutoCloseable {
    private final Socket socket;

    RawPeer(Socket socket) {
        this.socket = socket;
    }

    static RawPeer connect(int port) throws IOException {
        return new RawPeer(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    /// What it does once someone has connected.
    @FunctionalInterface
    interface Script {
        void run(RawPeer peer) throws Exception;
    }

    /// A server for one connection.
    record Server(ServerSocket listening, Job<Boolean> job) implements AutoCloseable {
        int port() {
            return listening.getLocalPort();
        }

        Peer peer(Limits limits) {
            return Peer.of("the archive", "127.0.0.1", port(), "ARCHIVE", "TYDE")
                    .withLimits(limits);
        }

        @Override
        public void close() throws IOException {
            try {
                for (int i = 0; i < 200 && !job.ended(); i++) Thread.sleep(10);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            listening.close();
            job.cancel();
        }
    }

    static Server listen(JobRunner runner, Script script) throws IOException {
        var listening = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        var job =
                runner.waiting(
                        "raw",
                        _ -> {
                            try (var peer = new RawPeer(listening.accept())) {
                                script.run(peer);
                            }
                            return true;
                        });
        return new Server(listening, job);
    }

    Socket socket() {
        return socket;
    }

    RawPeer send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    RawPeer send(String hex) throws IOException {
        return send(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    RawPeer send(Pdu pdu) throws IOException {
        return send(PduWriter.bytes(pdu));
    }

    /// Accepts what is proposed, the first transfer syntax of each.
    RawPeer accept(long maxLength) throws IOException {
        var request = (Pdu.AssociateRq) receive();
        var contexts =
                request.contexts().stream()
                        .map(
                                c ->
                                        new ContextAnswer(
                                                c.id(),
                                                ContextAnswer.Result.ACCEPTANCE,
                                                c.transferSyntaxes().getFirst()))
                        .toList();
        return send(
                new Pdu.AssociateAc(
                        1,
                        request.calledTitle(),
                        request.callingTitle(),
                        Requesting.APPLICATION_CONTEXT,
                        contexts,
                        UserInformation.ofRequest(Proposal.of(), maxLength)));
    }

    /// Asks for Verification and CT Image Storage.
    RawPeer request() throws IOException {
        return request(16384);
    }

    RawPeer request(long maxLength) throws IOException {
        var proposal =
                Proposal.of()
                        .with(CommandBytes.VERIFICATION, CommandBytes.IMPLICIT)
                        .with(CommandBytes.CT, CommandBytes.EXPLICIT);
        return send(
                new Pdu.AssociateRq(
                        1,
                        "ARCHIVE",
                        "RAW",
                        Requesting.APPLICATION_CONTEXT,
                        proposal.contexts(),
                        UserInformation.ofRequest(proposal, maxLength)));
    }

    /// A P-DATA-TF with one value.
    RawPeer value(int contextId, int control, byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        int length = bytes.length + 2;
        out.writeBytes(new byte[] {4, 0});
        four(out, length + 4);
        four(out, length);
        out.write(contextId);
        out.write(control);
        out.writeBytes(bytes);
        return send(out.toByteArray());
    }

    private static void four(ByteArrayOutputStream out, int value) {
        out.write(value >>> 24);
        out.write(value >>> 16);
        out.write(value >>> 8);
        out.write(value);
    }

    /// The next PDU; values of a P-DATA-TF are passed over.
    Pdu receive() throws IOException {
        InputStream in = socket.getInputStream();
        var pdu = new PduReader("raw", in, 0).next().orElseThrow();
        if (pdu instanceof Pdu.PDataTf data) in.skipNBytes(data.length());
        return pdu;
    }

    /// Passes over what still comes.
    ///
    /// @return whether the other side closes, the last byte at most five seconds ago
    boolean closed() throws IOException {
        socket.setSoTimeout(5000);
        try {
            socket.getInputStream().skipNBytes(Long.MAX_VALUE);
            return false;
        } catch (EOFException end) {
            return true;
        } catch (SocketException reset) {
            return true;
        }
    }

    /// A close that the other side sees as a reset.
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
