package org.tyde.store;

import org.tyde.refusal.Refusal;

import java.nio.ByteBuffer;

/// The 32 bytes before a blob's content, big endian: magic `TYDEBLOB`, version, key (0: not encrypted),
/// chunk size in bytes, four bytes kept zero, length of the content in bytes.
///
/// @param key 0 for content in the clear
/// @param length of the content in bytes
record BlobHeader(int key, int chunk, long length) {
    static final int BYTES = 32;
    static final int CHUNK = 64 * 1024;
    private static final long MAGIC = 0x54594445424C4F42L;
    private static final int VERSION = 1;

    static BlobHeader clear(long length) {
        return new BlobHeader(0, CHUNK, length);
    }

    ByteBuffer bytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(MAGIC)
                .putInt(VERSION)
                .putInt(key)
                .putInt(chunk)
                .putInt(0)
                .putLong(length)
                .flip();
    }

    /// @throws Refusal not a blob of ours, or one of a later format, or a key nobody here has
    static BlobHeader read(ByteBuffer bytes, BlobId id) throws Refusal {
        if (bytes.remaining() < BYTES || bytes.getLong() != MAGIC)
            throw new Refusal(StoreReason.BLOB_DAMAGED, id);
        int version = bytes.getInt();
        int key = bytes.getInt();
        if (version != VERSION || key != 0) throw new Refusal(StoreReason.BLOB_FORMAT, id, version);
        int chunk = bytes.getInt();
        bytes.getInt();
        return new BlobHeader(key, chunk, bytes.getLong());
    }
}
