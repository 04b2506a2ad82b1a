package org.tyde.codec.video;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What the workstation and its video process say to each other: a letter, then the fields.
sealed interface VideoMessage {
    /// Workstation: load the libraries of this folder, then say you are ready.
    record Load(String folder) implements VideoMessage {}

    /// Workstation: decode a frame of the stream in this file.
    ///
    /// @param request the answer bears it too
    /// @param frame 1-based, in the order frames are shown
    record Decode(int request, String file, int frame) implements VideoMessage {}

    /// Workstation: close this file, it is going to be deleted.
    record Close(String file) implements VideoMessage {}

    /// Process: the frame.
    record Decoded(int request, Picture picture) implements VideoMessage {}

    /// Process: the stream ends before the frame.
    ///
    /// @param frames it has
    record Ended(int request, int frames) implements VideoMessage {}

    /// Process: it cannot; request 0 when it cannot work at all.
    record Refused(int request, VideoReason reason, List<String> arguments)
            implements VideoMessage {}

    /// @return the payload
    default byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            write(out);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private void write(DataOutputStream out) throws IOException {
        switch (this) {
            case Load(var folder) -> {
                out.writeByte('L');
                out.writeUTF(folder);
            }
            case Decode(var request, var file, var frame) -> {
                out.writeByte('D');
                out.writeInt(request);
                out.writeUTF(file);
                out.writeInt(frame);
            }
            case Close(var file) -> {
                out.writeByte('C');
                out.writeUTF(file);
            }
            case Decoded(var request, var picture) -> {
                out.writeByte('P');
                out.writeInt(request);
                picture.write(out);
            }
            case Ended(var request, var frames) -> {
                out.writeByte('E');
                out.writeInt(request);
                out.writeInt(frames);
            }
            case Refused(var request, var reason, var arguments) -> {
                out.writeByte('R');
                out.writeInt(request);
                out.writeUTF(reason.name());
                out.writeByte(arguments.size());
                for (var argument : arguments) out.writeUTF(argument);
            }
        }
    }

    /// @param payload of a frame on the pipe
    /// @return what it says
    /// @throws IOException when it says nothing known
    static VideoMessage parse(byte[] payload) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(payload));
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case 'L' -> new Load(in.readUTF());
            case 'D' -> new Decode(in.readInt(), in.readUTF(), in.readInt());
            case 'C' -> new Close(in.readUTF());
            case 'P' -> new Decoded(in.readInt(), Picture.read(in));
            case 'E' -> new Ended(in.readInt(), in.readInt());
            case 'R' -> {
                int request = in.readInt();
                var reason = VideoReason.valueOf(in.readUTF());
                var arguments = new ArrayList<String>();
                for (int n = in.readUnsignedByte(); n > 0; n--) arguments.add(in.readUTF());
                yield new Refused(request, reason, arguments);
            }
            default -> throw new IOException("unknown video message " + kind);
        };
    }
}
