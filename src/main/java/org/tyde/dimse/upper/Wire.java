package org.tyde.dimse.upper;

import org.tyde.refusal.Refusal;
import org.tyde.tls.TlsFailure;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/// One transport connection: bytes in and out, each wait with its limit and the sentence for it. Small writes go out
/// at once (TCP_NODELAY): a PDU must not wait for the acknowledgement of the last one.
final class Wire extends InputStream {
    private static final int BUFFER = 1 << 17;

    private final String peer;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final Limits limits;
    private volatile JobContext job;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;

    private Duration limit;
    private UpperReason onLimit;
    private boolean total;
    private long deadline;
    private volatile long writingSince;
    private volatile boolean stuck;

    Wire(String peer, Socket socket, Limits limits, JobContext job) throws IOException {
        this.peer = peer;
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.limits = limits;
        this.job = job;
        limit = limits.silence();
        onLimit = UpperReason.SILENT;
    }

    /// @return whether the other end is on this computer
    boolean local() {
        return socket.getInetAddress().isLoopbackAddress();
    }

    /// The next byte may take this long; those after it the limit of silence.
    void await(Duration longest, UpperReason otherwise) {
        limit = longest;
        onLimit = otherwise;
        total = false;
    }

    /// All bytes from now on may take this long together.
    void awaitAll(Duration longest, UpperReason otherwise) {
        limit = longest;
        onLimit = otherwise;
        total = true;
        deadline = System.nanoTime() + longest.toNanos();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) return 0;
        if (at == end) {
            if (length >= BUFFER) return receive(into, offset, length);
            if (!fill()) return -1;
        }
        begun();
        int count = Math.min(length, end - at);
        System.arraycopy(buffer, at, into, offset, count);
        at += count;
        return count;
    }

    /// What has begun to come may pause only as long as a message may.
    private void begun() {
        if (!total && onLimit != UpperReason.SILENT) await(limits.silence(), UpperReason.SILENT);
    }

    private boolean fill() throws IOException {
        int read = receive(buffer, 0, BUFFER);
        at = 0;
        end = Math.max(0, read);
        return read > 0;
    }

    private int receive(byte[] into, int offset, int length) throws IOException {
        job.checkpoint();
        try {
            long wait = total ? (deadline - System.nanoTime()) / 1_000_000 : limit.toMillis();
            if (wait <= 0 && total) throw new SocketTimeoutException();
            socket.setSoTimeout(Math.clamp(wait, 1, Integer.MAX_VALUE));
            int read = in.read(into, offset, length);
            begun();
            return read;
        } catch (SocketTimeoutException silent) {
            throw new Refusal(onLimit, peer, seconds(limit)).because(silent);
        } catch (IOException broken) {
            throw broken(broken);
        }
    }

    /// In one piece. Only one thread at a time.
    void write(byte[] bytes, int offset, int length) throws Refusal {
        job.checkpoint();
        writingSince = System.nanoTime() | 1;
        try {
            out.write(bytes, offset, length);
        } catch (IOException broken) {
            if (stuck)
                throw new Refusal(UpperReason.STUCK, peer, seconds(limits.silence()))
                        .because(broken);
            throw broken(broken);
        } finally {
            writingSince = 0;
        }
    }

    /// What remains is nobody's job any more: only the close of the connection is waited for.
    void detach() {
        job = JobContext.NONE;
    }

    /// Writes also for a job that was cancelled.
    void tell(Pdu pdu) throws Refusal {
        detach();
        write(pdu);
    }

    void write(Pdu pdu) throws Refusal {
        var bytes = PduWriter.bytes(pdu);
        write(bytes, 0, bytes.length);
    }

    /// Ends a write that has waited too long: a socket has no limit for it.
    void endWhenStuck() {
        long since = writingSince;
        if (since == 0 || System.nanoTime() - since < limits.silence().toNanos()) return;
        stuck = true;
        close();
    }

    private Refusal broken(IOException broken) {
        if (job.cancelled() || Thread.currentThread().isInterrupted()) throw cancelled(broken);
        if (broken instanceof Refusal known) return known;
        return TlsFailure.of(peer, broken)
                .orElseGet(() -> new Refusal(UpperReason.BROKEN_OFF, peer).because(broken));
    }

    static CancellationException cancelled(IOException closed) {
        var cancelled = new CancellationException();
        cancelled.initCause(closed);
        return cancelled;
    }

    @Override
    public void close() {
        closeQuietly(socket);
    }

    static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // nothing more can be done with it
        }
    }

    static String seconds(Duration time) {
        return String.valueOf(Math.max(1, time.toSeconds()));
    }
}
