package org.tyde.store;

import org.tyde.refusal.Refusal;
import org.tyde.store.seal.Sealing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;

/// One recording, sealed piece by piece as it is spoken: whatever ends the program, what was written before
/// can be read. `TydeSnd1`, a salt of 16 bytes, then pieces: their length (4 bytes, big-endian) and so many
/// bytes sealed by AES-256-GCM under a key of this file alone (HKDF-SHA-256 of the home's key and the salt),
/// the nonce being the number of the piece. Report and recording are authenticated beside each piece.
public final class SoundFile {
    /// Bytes of sound in a piece: one second.
    static final int PIECE = 32_000;

    private static final byte[] MAGIC = "TydeSnd1".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT = 16;
    private static final byte[] USE = "sound of a draft".getBytes(StandardCharsets.US_ASCII);

    private SoundFile() {}

    /// Takes sound. For one thread.
    public static final class Writer implements AutoCloseable {
        private final Path file;
        private final DataOutputStream out;
        private final Sealing sealing;
        private final byte[] beside;
        private final byte[] waiting = new byte[PIECE];
        private int held;
        private int piece;

        private Writer(Path file, DataOutputStream out, Sealing sealing, byte[] beside) {
            this.file = file;
            this.out = out;
            this.sealing = sealing;
            this.beside = beside;
        }

        /// @param sound the next bytes; on disk once a second of it is there
        /// @throws Refusal a full disk or a failed write
        public void append(byte[] sound) throws Refusal {
            for (int at = 0; at < sound.length; ) {
                int some = Math.min(PIECE - held, sound.length - at);
                System.arraycopy(sound, at, waiting, held, some);
                held += some;
                at += some;
                if (held == PIECE) write();
            }
        }

        private void write() throws Refusal {
            try {
                var sealed = sealing.seal(nonce(piece++), beside, Arrays.copyOf(waiting, held));
                out.writeInt(sealed.length);
                out.write(sealed);
                held = 0;
            } catch (IOException failed) {
                throw Disk.refusal(file, failed);
            }
        }

        /// Writes what is left and closes the file.
        ///
        /// @throws Refusal a full disk or a failed write
        @Override
        public void close() throws Refusal {
            try (out) {
                if (held > 0) write();
            } catch (IOException failed) {
                throw Disk.refusal(file, failed);
            } finally {
                Arrays.fill(waiting, (byte) 0);
            }
        }
    }

    static Writer create(Path file, SecretKey key, String beside) throws IOException {
        var salt = Sealing.random(SALT);
        var out =
                new DataOutputStream(
                        Files.newOutputStream(
                                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        try {
            out.write(MAGIC);
            out.write(salt);
        } catch (IOException failed) {
            out.close();
            throw failed;
        }
        return new Writer(file, out, sealing(key, salt), bytes(beside));
    }

    static byte[] read(Path file, SecretKey key, String beside, long from, long to)
            throws IOException {
        var found = new ByteArrayOutputStream();
        try (var in = new DataInputStream(Files.newInputStream(file))) {
            if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC))
                throw new Refusal(StoreReason.SOUND_DAMAGED);
            var sealing = sealing(key, in.readNBytes(SALT));
            long at = 0;
            for (int piece = 0; at < to; piece++) {
                var sealed = next(in);
                if (sealed.length == 0) break;
                long end = at + sealed.length - Sealing.TAG;
                if (end > from) {
                    var clear = sealing.open(nonce(piece), bytes(beside), sealed);
                    int first = (int) Math.max(0, from - at);
                    int last = (int) Math.min(clear.length, to - at);
                    found.write(clear, first, last - first);
                }
                at = end;
            }
        } catch (AEADBadTagException changed) {
            throw new Refusal(StoreReason.SOUND_DAMAGED).because(changed);
        }
        return found.toByteArray();
    }

    /// @return the next sealed piece; empty at the end, and for a torn last one
    private static byte[] next(DataInputStream in) throws IOException {
        var head = in.readNBytes(Integer.BYTES);
        if (head.length < Integer.BYTES) return new byte[0];
        int length = ByteBuffer.wrap(head).getInt();
        if (length < Sealing.TAG || length > PIECE + Sealing.TAG)
            throw new Refusal(StoreReason.SOUND_DAMAGED);
        var sealed = in.readNBytes(length);
        return sealed.length < length ? new byte[0] : sealed;
    }

    private static Sealing sealing(SecretKey key, byte[] salt) {
        return new Sealing(Sealing.derive(key, salt, USE));
    }

    private static byte[] nonce(int piece) {
        return ByteBuffer.allocate(Sealing.NONCE)
                .putInt(Sealing.NONCE - Integer.BYTES, piece)
                .array();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
