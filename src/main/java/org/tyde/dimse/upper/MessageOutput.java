package org.tyde.dimse.upper;

import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Cuts the bytes of a command or data set into values, one in each P-DATA-TF (PS3.8 9.3.5, E.2), each P-DATA-TF one
/// write. Holds one of them in memory. Every value but the last has an even length.
final class MessageOutput extends OutputStream {
    private static final int HEAD = 12;
    private static final int AHEAD = 2;

    /// Takes whole PDUs.
    @FunctionalInterface
    interface Sink {
        void write(byte[] bytes, int offset, int length) throws Refusal;
    }

    private final Sink sink;
    private final int most;
    private final byte[] pdu;
    private int filled;

    /// @param maxLength of a P-DATA-TF, at least [Limits#SHORTEST]
    MessageOutput(Sink sink, int maxLength) {
        this.sink = sink;
        this.most = maxLength - 6 & ~1;
        this.pdu = new byte[HEAD + most + AHEAD];
    }

    /// @param command whether fragments of a command follow, else of a data set
    void begin(int contextId, boolean command) {
        pdu[0] = 0x04;
        pdu[10] = (byte) contextId;
        pdu[11] = (byte) (command ? 1 : 0);
        filled = 0;
    }

    @Override
    public void write(int one) throws IOException {
        if (filled == most) send(false);
        pdu[HEAD + filled++] = (byte) one;
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (filled == most) send(false);
            int count = Math.min(length - done, most - filled);
            System.arraycopy(from, offset + done, pdu, HEAD + filled, count);
            filled += count;
            done += count;
        }
    }

    /// Reads ahead by two bytes, so that the last value is known as such when it goes.
    ///
    /// @param from read to its end
    void copy(InputStream from) throws IOException {
        int ahead = 0;
        while (true) {
            int read = from.readNBytes(pdu, HEAD + ahead, most + AHEAD - ahead);
            filled = Math.min(most, ahead + read);
            ahead = ahead + read - filled;
            if (ahead == 0) return;
            send(false);
            System.arraycopy(pdu, HEAD + most, pdu, HEAD, ahead);
            filled = ahead;
        }
    }

    /// Sends what is left as the last value, if need be an empty one.
    void end() throws Refusal {
        send(true);
    }

    private void send(boolean last) throws Refusal {
        int value = filled + 2;
        int length = value + 4;
        put(2, length);
        put(6, value);
        pdu[11] = (byte) (pdu[11] & 1 | (last ? 2 : 0));
        sink.write(pdu, 0, HEAD + filled);
        filled = 0;
    }

    private void put(int at, int value) {
        pdu[at] = (byte) (value >>> 24);
        pdu[at + 1] = (byte) (value >>> 16);
        pdu[at + 2] = (byte) (value >>> 8);
        pdu[at + 3] = (byte) value;
    }
}
