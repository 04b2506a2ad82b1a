package org.tyde.work;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;

/// One frame on the pipe between parent and child: length of the payload (4 bytes, big-endian), kind
/// (1 byte), payload. The payload is not copied.
final class ChildFrame {
    enum Kind {
        /// What the two are there for.
        DATA('d'),
        /// Parent: are you there?
        PING('?'),
        /// Child: I am.
        PONG('!'),
        /// Child: I can work now.
        READY('r');

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        static Kind of(int code) throws IOException {
            for (var kind : values()) if (kind.code == code) return kind;
            throw new IOException("frame of unknown kind " + code);
        }
    }

    private final Kind kind;
    private final byte[] payload;

    ChildFrame(Kind kind, byte... payload) {
        this.kind = kind;
        this.payload = payload;
    }

    Kind kind() {
        return kind;
    }

    byte[] payload() {
        return payload;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(payload.length);
        out.writeByte(kind.code);
        out.write(payload);
    }

    /// @return the next frame, empty at the end of the stream
    /// @throws IOException for a torn frame, an unknown kind or one longer than the limit
    static Optional<ChildFrame> read(DataInputStream in, int limit) throws IOException {
        int first = in.read();
        if (first < 0) return Optional.empty();
        int length = first << 24 | in.readUnsignedShort() << 8 | in.readUnsignedByte();
        var kind = Kind.of(in.readUnsignedByte());
        if (length < 0 || length > limit)
            throw new IOException("frame of " + Integer.toUnsignedString(length) + " bytes");
        var payload = in.readNBytes(length);
        if (payload.length < length) throw new EOFException("torn frame");
        return Optional.of(new ChildFrame(kind, payload));
    }
}
