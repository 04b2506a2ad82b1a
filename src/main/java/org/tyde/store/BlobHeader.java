package org.tyde.store;

import org.tyde.refusal.Refusal;
import org.tyde.store.seal.Sealing;

import java.nio.ByteBuffer;

/// The 32 bytes before a blob's content, big endian: magic `TYDEBLOB`, version, key (0: not encrypted),
/// chunk size in bytes, four bytes kept zero, length of the content in bytes. In a sealed blob a salt and a
/// seal follow ([BlobSeal]), and every chunk of the content is followed by its tag.
///
/// @param key 0 for content in the clear, else the number of the data key
/// @param length of the content in bytes
record BlobHeader(int key, long length) {
    static final int BYTES = 32;
    static final int CHUNK = 64 * 1024;
    private static final long MAGIC = 0x54594445424C4F42L;
    private static final int VERSION = 1;

    ByteBuffer bytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(MAGIC)
                .putInt(VERSION)
                .putInt(key)
                .putInt(CHUNK)
                .putInt(0)
                .putLong(length)
                .flip();
    }

    boolean sealed() {
        return key != 0;
    }

    /// Where the content begins.
    int start() {
        return sealed() ? BYTES + BlobSeal.BYTES : BYTES;
    }

    /// What the file must measure.
    long fileLength() {
        long chunks = (length + CHUNK - 1) / CHUNK;
        return start() + length + (sealed() ? chunks * Sealing.TAG : 0);
    }

    /// @throws Refusal not a blob of ours, or one of a later format
    static BlobHeader read(ByteBuffer bytes, BlobId id) throws Refusal {
        if (bytes.remaining() < BYTES || bytes.getLong() != MAGIC)
            throw new Refusal(StoreReason.BLOB_DAMAGED, id);
        int version = bytes.getInt();
        int key = bytes.getInt();
        int chunk = bytes.getInt();
        int zero = bytes.getInt();
        long length = bytes.getLong();
        if (version != VERSION || chunk != CHUNK || zero != 0)
            throw new Refusal(StoreReason.BLOB_FORMAT, id, version);
        if (length < 0) throw new Refusal(StoreReason.BLOB_DAMAGED, id);
        return new BlobHeader(key, length);
    }
}
