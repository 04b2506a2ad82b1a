package org.tyde.store.seal;

import org.tyde.refusal.Reason;
import org.tyde.refusal.Refusal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import javax.crypto.AEADBadTagException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// What a database says of persons, sealed where it is to be. A value is one byte (0: in the clear) and the
/// bytes, or the byte 1, the number of the data key, a nonce and the sealed bytes, bound to the name of what
/// they describe. Patients are found under a keyed hash of their number. Thread-safe.
public final class Veil {
    private static final byte CLEAR = 0;
    private static final byte SEALED = 1;
    private static final byte[] NO_SALT = {};
    private static final byte[] PATIENT = "tyde patient".getBytes(StandardCharsets.US_ASCII);
    private static final int BLIND = 16;

    private final Optional<KeyRing> ring;
    private final String database;
    private final Reason damaged;
    private final Map<Integer, SecretKey> textKeys = new ConcurrentHashMap<>();

    /// @param ring empty for everything in the clear
    /// @param database its name; the keys of another one do not fit
    /// @param damaged why a value that was changed, or stood elsewhere, is refused
    public Veil(Optional<KeyRing> ring, String database, Reason damaged) {
        this.ring = ring;
        this.database = database;
        this.damaged = damaged;
    }

    /// @param name of what the value describes
    /// @param value in the clear
    /// @return as it is kept
    public byte[] hide(String name, byte[] value) {
        var key = ring.flatMap(KeyRing::current);
        if (key.isEmpty())
            return ByteBuffer.allocate(1 + value.length).put(CLEAR).put(value).array();
        var nonce = Sealing.random(Sealing.NONCE);
        var sealing = new Sealing(textKey(key.get().id(), key.get().secret()));
        var sealed = sealing.seal(nonce, name.getBytes(StandardCharsets.UTF_8), value);
        return ByteBuffer.allocate(1 + Integer.BYTES + nonce.length + sealed.length)
                .put(SEALED)
                .putInt(key.get().id())
                .put(nonce)
                .put(sealed)
                .array();
    }

    /// @param name of what the value describes
    /// @param kept as [#hide] made it
    /// @return the value in the clear
    /// @throws Refusal it was changed, stood elsewhere, or its key is not here
    public byte[] show(String name, byte[] kept) throws Refusal {
        if (kept.length > 0 && kept[0] == CLEAR) return Arrays.copyOfRange(kept, 1, kept.length);
        var bytes = ByteBuffer.wrap(kept);
        if (bytes.remaining() < 1 + Integer.BYTES + Sealing.NONCE || bytes.get() != SEALED)
            throw new Refusal(damaged);
        int id = bytes.getInt();
        var secret = ring.flatMap(r -> r.key(id));
        if (secret.isEmpty()) throw new Refusal(SealReason.KEY_MISSING, database + ".db");
        var nonce = new byte[Sealing.NONCE];
        var sealed = new byte[bytes.remaining() - nonce.length];
        bytes.get(nonce).get(sealed);
        try {
            var sealing = new Sealing(textKey(id, secret.get()));
            return sealing.open(nonce, name.getBytes(StandardCharsets.UTF_8), sealed);
        } catch (AEADBadTagException changed) {
            throw new Refusal(damaged).because(changed);
        }
    }

    /// @param kept as [#hide] made it
    /// @return whether a kept value is as [#hide] would keep it now
    public boolean upToDate(byte[] kept) {
        var key = ring.flatMap(KeyRing::current);
        if (key.isEmpty()) return kept.length > 0 && kept[0] == CLEAR;
        return kept.length > Integer.BYTES
                && kept[0] == SEALED
                && ByteBuffer.wrap(kept, 1, Integer.BYTES).getInt() == key.get().id();
    }

    /// @param id a patient's number
    /// @return what a patient's number is found under
    public String patient(String id) {
        return ring.flatMap(KeyRing::current).map(key -> blind(key.secret(), id)).orElse(id);
    }

    /// @param id a patient's number
    /// @return all that a patient's number may be found under, while the index is being converted
    public List<String> patients(String id) {
        var own = patient(id);
        return own.equals(id) ? List.of(id) : List.of(own, id);
    }

    private SecretKey textKey(int id, SecretKey secret) {
        return textKeys.computeIfAbsent(
                id,
                _ ->
                        Sealing.derive(
                                secret,
                                NO_SALT,
                                ("tyde " + database).getBytes(StandardCharsets.US_ASCII)));
    }

    private static String blind(SecretKey secret, String id) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(Sealing.derive(secret, NO_SALT, PATIENT));
            var hash = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
            return "#" + HexFormat.of().formatHex(hash, 0, BLIND);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
