package org.tyde.dimse.upper;

import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// Puts the values of P-DATA-TF together to messages (PS3.8 E.2).
final class Incoming {
    /// No command of PS3.7 comes near it.
    static final int LONGEST_COMMAND = 1 << 18;

    /// Moves on to the next P-DATA-TF.
    @FunctionalInterface
    interface NextData {
        /// @param within whether a message has begun and not ended
        /// @return whether there is one; otherwise the peer released the association
        boolean next(boolean within) throws IOException;
    }

    private final String peer;
    private final PduReader reader;
    private final NextData nextData;
    private final Set<Integer> contexts;
    private Data data = new Data(0);

    Incoming(String peer, PduReader reader, NextData nextData, Set<Integer> contexts) {
        this.peer = peer;
        this.reader = reader;
        this.nextData = nextData;
        this.contexts = contexts;
        data.ended = true;
    }

    /// @return the next message; empty where the peer released
    Optional<Message> message() throws IOException {
        while (true) {
            if (!value(data.begun && !data.ended)) return Optional.empty();
            if (reader.command()) break;
            if (data.ended || reader.contextId() != data.contextId) throw order();
            data.begun = true;
            data.ended = reader.last();
        }
        if (data.begun && !data.ended) throw order();
        int id = reader.contextId();
        var command = command(id);
        data = new Data(id);
        return Optional.of(new Message(id, command, data));
    }

    private byte[] command(int id) throws IOException {
        var command = new byte[256];
        int length = 0;
        while (true) {
            long more = reader.valueLeft();
            if (length + more > LONGEST_COMMAND)
                throw new Refusal(
                                UpperReason.COMMAND_TOO_LONG, peer, String.valueOf(LONGEST_COMMAND))
                        .withRule("PS3.7 6.3");
            if (length + more > command.length)
                command = Arrays.copyOf(command, (int) Math.max(length + more, 2L * length));
            while (reader.valueLeft() > 0)
                length += reader.read(command, length, (int) reader.valueLeft());
            if (reader.last()) return Arrays.copyOf(command, length);
            if (!value(true) || !reader.command() || reader.contextId() != id) throw order();
        }
    }

    private boolean value(boolean within) throws IOException {
        while (!reader.value()) if (!nextData.next(within)) return false;
        if (!contexts.contains(reader.contextId()))
            throw new Refusal(UpperReason.PDV_CONTEXT, peer, reader.contextId())
                    .withRule("PS3.8 9.3.5.1");
        return true;
    }

    private Refusal order() {
        return new Refusal(UpperReason.PDV_ORDER, peer).withRule("PS3.8 E.2");
    }

    /// The data set of one message.
    private final class Data extends InputStream {
        private final int contextId;
        private boolean begun;
        private boolean ended;

        Data(int contextId) {
            this.contextId = contextId;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) return 0;
            if (this != data) return -1;
            while (!begun || reader.valueLeft() == 0) {
                if (ended) return -1;
                if (!value(true) || reader.command() || reader.contextId() != contextId)
                    throw order();
                begun = true;
                ended = reader.last();
            }
            return reader.read(into, offset, length);
        }
    }
}
