package org.tyde.store.seal;

import org.tyde.refusal.Refusal;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// Data keys, in one small file beside what is sealed with them, each wrapped (AES-256-GCM) by the master key of a
/// [KeySource]. Another master key wraps them anew and no content is touched; without the file, or without
/// the master key, nothing sealed can be read any more. Thread-safe.
public final class KeyRing {
    private static final long MAGIC = 0x545944454B455953L; // TYDEKEYS
    private static final int VERSION = 1;
    private static final int SALT = 32;
    private static final int KEY = 32;
    private static final int HEAD = 8 + 4 + 4 + SALT + 4 + 4 + 4;
    private static final int ENTRY = 4 + Sealing.NONCE + KEY + Sealing.TAG;
    private static final int MOST = 1_000;

    /// A key that content is sealed with.
    ///
    /// @param id as what is sealed names it, never 0
    /// @param secret 256 bits for AES
    public record DataKey(int id, SecretKey secret) {}

    /// How the keys are wrapped.
    private static final class Wrapping {
        final byte[] salt;
        final int rounds;
        final SecretKey master;

        Wrapping(KeySource source, byte[] salt, int rounds) throws Refusal {
            this.salt = salt;
            this.rounds = rounds;
            master = source.key(salt.clone(), rounds);
        }

        static Wrapping by(KeySource source) throws Refusal {
            return new Wrapping(source, Sealing.random(SALT), source.rounds());
        }
    }

    private final KeyFile file;
    private final Map<Integer, SecretKey> keys;
    private Wrapping wrapping;
    private int current;
    private boolean settled;

    private KeyRing(
            KeyFile file,
            Map<Integer, SecretKey> keys,
            Wrapping wrapping,
            int current,
            boolean settled) {
        this.file = file;
        this.keys = keys;
        this.wrapping = wrapping;
        this.current = current;
        this.settled = settled;
    }

    /// @param file with the wrapped keys
    /// @param source of the master key
    /// @return the keys
    /// @throws Refusal the key is another, or the file is damaged
    public static KeyRing open(KeyFile file, KeySource source) throws Refusal {
        return read(file, file.read(), source);
    }

    /// Makes a ring with one new key, not yet in use.
    ///
    /// @param file where it will lie
    /// @param source of the master key
    /// @return the ring
    /// @throws Refusal the master key cannot be had
    public static KeyRing make(KeyFile file, KeySource source) throws Refusal {
        var keys = new TreeMap<Integer, SecretKey>();
        int id = 0;
        while (id == 0) id = ByteBuffer.wrap(Sealing.random(Integer.BYTES)).getInt();
        keys.put(id, new SecretKeySpec(Sealing.random(KEY), "AES"));
        return new KeyRing(file, keys, Wrapping.by(source), 0, true);
    }

    /// @return the key that new content is sealed with; empty while it is kept in the clear
    public synchronized Optional<DataKey> current() {
        var secret = keys.get(current);
        return secret == null ? Optional.empty() : Optional.of(new DataKey(current, secret));
    }

    /// @param id of a key
    /// @return the key that content was sealed with
    public synchronized Optional<SecretKey> key(int id) {
        return Optional.ofNullable(keys.get(id));
    }

    /// @return whether all content is as [#current] wants it
    public synchronized boolean settled() {
        return settled;
    }

    /// From now on new content is sealed, or kept in the clear; what is there is to be converted.
    ///
    /// @param on whether it is sealed
    /// @throws Refusal the key file cannot be written
    public synchronized void turn(boolean on) throws Refusal {
        int next = on ? keys.keySet().iterator().next() : 0;
        if (next == current && file.exists()) return;
        current = next;
        settled = false;
        write();
    }

    /// All content is as it is to be. Where that is in the clear the keys have no more use, and go.
    ///
    /// @throws Refusal the key file cannot be written
    public synchronized void settle() throws Refusal {
        settled = true;
        if (current == 0) file.destroy(Sealing::random);
        else write();
    }

    /// Wraps the keys by another master key.
    ///
    /// @param source of the next one
    /// @throws Refusal the key file cannot be written
    public synchronized void wrapBy(KeySource source) throws Refusal {
        wrapping = Wrapping.by(source);
        write();
    }

    private static KeyRing read(KeyFile file, ByteBuffer bytes, KeySource source) throws Refusal {
        if (bytes.remaining() < HEAD || bytes.getLong() != MAGIC)
            throw new Refusal(SealReason.KEYS_DAMAGED, file.name());
        int version = bytes.getInt();
        if (version != VERSION) throw new Refusal(SealReason.KEYS_FORMAT, file.name(), version);
        int rounds = bytes.getInt();
        var salt = new byte[SALT];
        bytes.get(salt);
        int current = bytes.getInt();
        int settled = bytes.getInt();
        int count = bytes.getInt();
        if (count < 1 || count > MOST || bytes.remaining() != count * ENTRY)
            throw new Refusal(SealReason.KEYS_DAMAGED, file.name());
        var wrapping = new Wrapping(source, salt, rounds);
        var keys = new TreeMap<Integer, SecretKey>();
        try {
            for (int i = 0; i < count; i++) {
                int id = bytes.getInt();
                var nonce = new byte[Sealing.NONCE];
                var wrapped = new byte[KEY + Sealing.TAG];
                bytes.get(nonce).get(wrapped);
                var head = head(wrapping, current, settled, count, id);
                var secret = new Sealing(wrapping.master).open(nonce, head, wrapped);
                keys.put(id, new SecretKeySpec(secret, "AES"));
            }
        } catch (AEADBadTagException otherKey) {
            throw new Refusal(SealReason.WRONG_KEY, file.name()).because(otherKey);
        }
        return new KeyRing(file, keys, wrapping, current, settled == 1);
    }

    private void write() throws Refusal {
        var bytes = ByteBuffer.allocate(HEAD + keys.size() * ENTRY);
        int flag = settled ? 1 : 0;
        bytes.put(head(wrapping, current, flag, keys.size(), 0), 0, HEAD);
        for (var key : keys.entrySet()) {
            var nonce = Sealing.random(Sealing.NONCE);
            var head = head(wrapping, current, flag, keys.size(), key.getKey());
            var secret = key.getValue().getEncoded();
            bytes.putInt(key.getKey()).put(nonce);
            bytes.put(new Sealing(wrapping.master).seal(nonce, head, secret));
        }
        file.write(bytes.flip());
    }

    /// What every wrapped key is bound to: the file's head, and its own number.
    private static byte[] head(Wrapping wrapping, int current, int settled, int count, int id) {
        return ByteBuffer.allocate(HEAD + Integer.BYTES)
                .putLong(MAGIC)
                .putInt(VERSION)
                .putInt(wrapping.rounds)
                .put(wrapping.salt)
                .putInt(current)
                .putInt(settled)
                .putInt(count)
                .putInt(id)
                .array();
    }
}
