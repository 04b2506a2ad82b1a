package org.tyde.store;

import org.tyde.refusal.Refusal;
import org.tyde.store.seal.Sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;

/// How one blob is sealed. Its own key comes from the data key and a salt of 32 random bytes, so chunk
/// numbers serve as nonces and no chunk fits another place or another blob. The seal, a tag under the last
/// nonce there is, binds header (with the content's length), salt and name: a file that is cut, lengthened
/// or put under another name is refused before a byte of it is read. For one thread.
final class BlobSeal {
    private static final int SALT = 32;

    /// Bytes between header and content: salt, seal.
    static final int BYTES = SALT + Sealing.TAG;

    private static final byte[] USE = "tyde blob".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOTHING = {};
    private static final byte[] LAST = new byte[Sealing.NONCE];

    static {
        Arrays.fill(LAST, (byte) 0xff);
    }

    private final byte[] salt;
    private final Sealing sealing;

    private BlobSeal(SecretKey dataKey, byte[] salt) {
        this.salt = salt;
        sealing = new Sealing(Sealing.derive(dataKey, salt, USE));
    }

    static BlobSeal fresh(SecretKey dataKey) {
        return new BlobSeal(dataKey, Sealing.random(SALT));
    }

    /// @param saltAndSeal as they stand after the header
    /// @throws Refusal header, salt or name is not what was sealed, or the key is another
    static BlobSeal of(SecretKey dataKey, BlobHeader header, byte[] saltAndSeal, BlobId id)
            throws Refusal {
        var seal = new BlobSeal(dataKey, Arrays.copyOf(saltAndSeal, SALT));
        var tag = Arrays.copyOfRange(saltAndSeal, SALT, BYTES);
        try {
            seal.sealing.open(LAST, seal.bound(header, id), tag);
            return seal;
        } catch (AEADBadTagException changed) {
            throw new Refusal(StoreReason.BLOB_DAMAGED, id).because(changed);
        }
    }

    byte[] saltAndSeal(BlobHeader header, BlobId id) {
        var tag = sealing.seal(LAST, bound(header, id), NOTHING);
        return ByteBuffer.allocate(BYTES).put(salt).put(tag).array();
    }

    private byte[] bound(BlobHeader header, BlobId id) {
        var name = id.sha256().getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(BlobHeader.BYTES + SALT + name.length)
                .put(header.bytes())
                .put(salt)
                .put(name)
                .array();
    }

    /// @param chunk its number, from 0
    int seal(long chunk, byte[] from, int at, int length, byte[] into, int to) {
        return sealing.seal(nonce(chunk), NOTHING, from, at, length, into, to);
    }

    /// @param sealed a chunk with its tag
    /// @throws Refusal it is not what was sealed there
    void open(BlobId id, long chunk, byte[] sealed, byte[] into, int to) throws Refusal {
        try {
            sealing.open(nonce(chunk), NOTHING, sealed, 0, sealed.length, into, to);
        } catch (AEADBadTagException changed) {
            throw new Refusal(StoreReason.BLOB_DAMAGED, id).because(changed);
        }
    }

    private static byte[] nonce(long chunk) {
        return ByteBuffer.allocate(Sealing.NONCE)
                .putLong(Sealing.NONCE - Long.BYTES, chunk)
                .array();
    }
}
