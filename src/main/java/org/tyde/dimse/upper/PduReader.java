package org.tyde.dimse.upper;

import org.tyde.refusal.Refusal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Reads PDUs off a stream: those of a negotiation whole, the values of P-DATA-TF as they come. Takes no more memory
/// than has arrived, whatever a length says.
final class PduReader {
    /// 128 contexts with 60 transfer syntaxes each take a quarter of it.
    static final int LONGEST_NEGOTIATION = 1 << 20;

    private final String peer;
    private final InputStream in;
    private final byte[] head = new byte[6];
    private long maxLength;
    private long pduLeft;
    private long valueLeft;
    private int contextId;
    private int control;

    /// @param maxLength of a P-DATA-TF; 0: no limit
    PduReader(String peer, InputStream in, long maxLength) {
        this.peer = peer;
        this.in = in;
        this.maxLength = maxLength;
    }

    /// @return the next PDU, after what is left of the last one; empty where the connection was closed between two
    Optional<Pdu> next() throws IOException {
        skipFully(pduLeft);
        pduLeft = 0;
        valueLeft = 0;
        int first = in.read(head, 0, 6);
        if (first < 0) return Optional.empty();
        readFully(head, first, 6 - first);
        int type = head[0] & 0xff;
        long length = four(head, 2);
        return Optional.of(
                switch (type) {
                    case 0x01 -> AssociateReader.request(peer, body(length));
                    case 0x02 -> AssociateReader.acceptance(peer, body(length));
                    case 0x03 -> {
                        var body = short4(type, length);
                        yield new Pdu.AssociateRj(body[1] & 0xff, body[2] & 0xff, body[3] & 0xff);
                    }
                    case 0x04 -> data(length);
                    case 0x05 -> {
                        short4(type, length);
                        yield new Pdu.ReleaseRq();
                    }
                    case 0x06 -> {
                        short4(type, length);
                        yield new Pdu.ReleaseRp();
                    }
                    case 0x07 -> {
                        var body = short4(type, length);
                        yield new Pdu.Abort(body[2] & 0xff, body[3] & 0xff);
                    }
                    default -> throw unknown(type);
                });
    }

    /// An alert or a handshake of TLS begins with 15 or 16 and the version 03 xx (RFC 8446 5.1).
    private Refusal unknown(int type) {
        boolean tls = (type == 0x15 || type == 0x16) && head[1] == 3;
        if (tls) return refused(UpperReason.SPEAKS_TLS, "RFC 8446 5.1");
        return refused(UpperReason.UNKNOWN_PDU, "PS3.8 9.3.1", ItemReader.hex(type));
    }

    private Pdu data(long length) throws Refusal {
        if (maxLength != 0 && length > maxLength)
            throw refused(
                    UpperReason.PDU_TOO_LONG,
                    "PS3.8 D.1",
                    String.valueOf(length),
                    String.valueOf(maxLength));
        if (length < 6)
            throw refused(UpperReason.PDV_LENGTH, "PS3.8 9.3.5", "0", String.valueOf(length));
        pduLeft = length;
        return new Pdu.PDataTf(length);
    }

    /// @return whether there is one more value in the P-DATA-TF; then [#contextId()] and the others speak of it
    boolean value() throws IOException {
        skipFully(valueLeft);
        pduLeft -= valueLeft;
        valueLeft = 0;
        if (pduLeft == 0) return false;
        var rule = "PS3.8 9.3.5.1";
        if (pduLeft < 6) throw refused(UpperReason.PDV_LENGTH, rule, "0", String.valueOf(pduLeft));
        readFully(head, 0, 6);
        pduLeft -= 6;
        long length = four(head, 0);
        if (length < 2 || length - 2 > pduLeft)
            throw refused(
                    UpperReason.PDV_LENGTH,
                    rule,
                    String.valueOf(length),
                    String.valueOf(pduLeft + 2));
        contextId = head[4] & 0xff;
        control = head[5] & 0xff;
        valueLeft = length - 2;
        return true;
    }

    int contextId() {
        return contextId;
    }

    /// @return whether the value is a fragment of a command (PS3.8 E.2)
    boolean command() {
        return (control & 1) != 0;
    }

    /// @return whether it is the last fragment
    boolean last() {
        return (control & 2) != 0;
    }

    /// @return bytes of the value not yet read
    long valueLeft() {
        return valueLeft;
    }

    /// @param length at least 1
    /// @return how many bytes of the value were read, at least 1; at most as many as are left
    int read(byte[] into, int offset, int length) throws IOException {
        int read = in.read(into, offset, (int) Math.min(length, valueLeft));
        if (read < 0) throw new EOFException();
        valueLeft -= read;
        pduLeft -= read;
        return read;
    }

    private byte[] body(long length) throws IOException {
        if (length > LONGEST_NEGOTIATION)
            throw refused(
                    UpperReason.PDU_TOO_LONG,
                    "PS3.8 9.3.2",
                    String.valueOf(length),
                    String.valueOf(LONGEST_NEGOTIATION));
        var body = in.readNBytes((int) length);
        if (body.length < length) throw new EOFException();
        return body;
    }

    /// PDUs of four bytes only.
    private byte[] short4(int type, long length) throws IOException {
        if (length != 4)
            throw refused(
                    UpperReason.PDU_LENGTH,
                    "PS3.8 9.3.4",
                    ItemReader.hex(type),
                    String.valueOf(length));
        var body = new byte[4];
        readFully(body, 0, 4);
        return body;
    }

    private void readFully(byte[] into, int offset, int length) throws IOException {
        if (in.readNBytes(into, offset, length) < length) throw new EOFException();
    }

    private void skipFully(long count) throws IOException {
        if (count > 0) in.skipNBytes(count);
    }

    private Refusal refused(UpperReason reason, String rule, Object... arguments) {
        var all = new Object[arguments.length + 1];
        all[0] = peer;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new Refusal(reason, all).withRule(rule);
    }

    private static long four(byte[] bytes, int at) {
        return (bytes[at] & 0xffL) << 24
                | (bytes[at + 1] & 0xff) << 16
                | (bytes[at + 2] & 0xff) << 8
                | bytes[at + 3] & 0xff;
    }
}
