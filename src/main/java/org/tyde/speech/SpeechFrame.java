package org.tyde.speech;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What the workstation and its speech process say to each other: a letter, then the fields.
sealed interface SpeechFrame {
    /// Workstation: load this model, then say you are ready.
    record Load(String folder) implements SpeechFrame {}

    /// Workstation: a press begins; results are counted from its first sample.
    record Begin(int press) implements SpeechFrame {}

    /// Workstation: sound of the press that began last.
    record Sound(Samples samples) implements SpeechFrame {}

    /// Workstation: the press is over.
    record End(int press) implements SpeechFrame {}

    /// Process: what the library heard, in its own JSON; for a final result, all sound up to `samples`
    /// since the beginning is settled by it.
    /// What the recogniser of commands heard meanwhile stands beside it, empty where there is none.
    record Heard(int press, boolean settled, long samples, String json, String commands)
            implements SpeechFrame {}

    /// Workstation: from the next press on, listen for these besides; none to listen for none.
    record Commands(List<String> phrases) implements SpeechFrame {}

    /// Process: all of this press has been heard.
    record Done(int press) implements SpeechFrame {}

    /// Process: it cannot work, for a reason of [SpeechReason].
    record Refused(SpeechReason reason, List<String> arguments) implements SpeechFrame {}

    /// Workstation: hear this anew, and say so many readings of it.
    record Anew(int question, int most, Samples samples) implements SpeechFrame {}

    /// Process: the readings, in the library's JSON.
    record Readings(int question, String json) implements SpeechFrame {}

    /// @return the frame's payload
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
            case Begin(var press) -> {
                out.writeByte('B');
                out.writeInt(press);
            }
            case Sound(var samples) -> {
                out.writeByte('S');
                samples.write(out);
            }
            case End(var press) -> {
                out.writeByte('E');
                out.writeInt(press);
            }
            case Heard(var press, var settled, var samples, var json, var commands) -> {
                out.writeByte('H');
                out.writeInt(press);
                out.writeBoolean(settled);
                out.writeLong(samples);
                text(out, json);
                text(out, commands);
            }
            case Commands(var phrases) -> {
                out.writeByte('C');
                out.writeInt(phrases.size());
                for (var phrase : phrases) text(out, phrase);
            }
            case Anew(var question, var most, var samples) -> {
                out.writeByte('A');
                out.writeInt(question);
                out.writeInt(most);
                samples.write(out);
            }
            case Readings(var question, var json) -> {
                out.writeByte('V');
                out.writeInt(question);
                text(out, json);
            }
            case Done(var press) -> {
                out.writeByte('D');
                out.writeInt(press);
            }
            case Refused(var reason, var arguments) -> {
                out.writeByte('R');
                out.writeUTF(reason.name());
                out.writeByte(arguments.size());
                for (var argument : arguments) out.writeUTF(argument);
            }
        }
    }

    /// @param payload of a frame
    /// @return what it says
    /// @throws IOException when it says nothing known
    static SpeechFrame parse(byte[] payload) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(payload));
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case 'L' -> new Load(in.readUTF());
            case 'B' -> new Begin(in.readInt());
            case 'S' -> new Sound(Samples.read(in, (payload.length - 1) / 2));
            case 'E' -> new End(in.readInt());
            case 'H' ->
                    new Heard(in.readInt(), in.readBoolean(), in.readLong(), text(in), text(in));
            case 'C' -> {
                var phrases = new ArrayList<String>();
                for (int n = in.readInt(); n > 0; n--) phrases.add(text(in));
                yield new Commands(phrases);
            }
            case 'D' -> new Done(in.readInt());
            case 'A' -> new Anew(in.readInt(), in.readInt(), Samples.read(in, in.available() / 2));
            case 'V' -> new Readings(in.readInt(), text(in));
            case 'R' -> {
                var reason = SpeechReason.valueOf(in.readUTF());
                var arguments = new ArrayList<String>();
                for (int n = in.readUnsignedByte(); n > 0; n--) arguments.add(in.readUTF());
                yield new Refused(reason, arguments);
            }
            default -> throw new IOException("unknown speech frame " + kind);
        };
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
