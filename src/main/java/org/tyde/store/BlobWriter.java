package org.tyde.store;

import org.tyde.store.seal.KeyRing;
import org.tyde.store.seal.Sealing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Content on its way into a blob's file: hashed, sealed chunk by chunk where there is a key, written.
/// The header comes last, when length and name are known.
final class BlobWriter {
    private static final int CHUNKS = 4;
    private static final int KEPT = 8;

    /// Used again: a fetch writes hundreds of blobs a second.
    private static final BlockingQueue<Buffers> FREE = new ArrayBlockingQueue<>(KEPT);

    private static final class Buffers {
        private final byte[] clear = new byte[CHUNKS * BlobHeader.CHUNK];
        private final byte[] sealed = new byte[clear.length + CHUNKS * Sealing.TAG];
        private final MessageDigest digest = BlobCache.sha256();
    }

    private final FileChannel channel;
    private final int key;
    private final Optional<BlobSeal> seal;

    BlobWriter(FileChannel channel, Optional<KeyRing.DataKey> key) {
        this.channel = channel;
        this.key = key.map(KeyRing.DataKey::id).orElse(0);
        seal = key.map(k -> BlobSeal.fresh(k.secret()));
    }

    /// @param content read to its end
    /// @return the name of what was written
    BlobId write(InputStream content) throws IOException {
        var used = FREE.poll();
        var buffers = used == null ? new Buffers() : used;
        try {
            return write(content, buffers);
        } finally {
            buffers.digest.reset();
            var _ = FREE.offer(buffers);
        }
    }

    private BlobId write(InputStream content, Buffers buffers) throws IOException {
        var digest = buffers.digest;
        var buffer = buffers.clear;
        writeAll(ByteBuffer.allocate(new BlobHeader(key, 0).start()));
        long length = 0;
        for (int read; (read = content.readNBytes(buffer, 0, buffer.length)) > 0; length += read) {
            digest.update(buffer, 0, read);
            long first = length / BlobHeader.CHUNK;
            writeAll(
                    seal.isEmpty()
                            ? ByteBuffer.wrap(buffer, 0, read)
                            : sealed(seal.get(), first, buffer, read, buffers.sealed));
        }
        return finish(length, digest);
    }

    private static ByteBuffer sealed(
            BlobSeal seal, long first, byte[] clear, int length, byte[] into) {
        int to = 0;
        for (int at = 0, chunk = 0; at < length; at += BlobHeader.CHUNK, chunk++) {
            int count = Math.min(BlobHeader.CHUNK, length - at);
            to += seal.seal(first + chunk, clear, at, count, into, to);
        }
        return ByteBuffer.wrap(into, 0, to);
    }

    private BlobId finish(long length, MessageDigest digest) throws IOException {
        var id = new BlobId(HexFormat.of().formatHex(digest.digest()));
        var header = new BlobHeader(key, length);
        channel.position(0);
        writeAll(header.bytes());
        if (seal.isPresent()) writeAll(ByteBuffer.wrap(seal.get().saltAndSeal(header, id)));
        return id;
    }

    private void writeAll(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) channel.write(bytes);
    }
}
