package org.tyde.store;

import org.tyde.dicom.BulkData;
import org.tyde.refusal.Refusal;
import org.tyde.store.seal.Sealing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Objects;

/// A blob's content, read from disk at each call: of a sealed one the chunks that the bytes lie in, and no
/// more. The file is opened anew each time, since it may have got its name, or been sealed, meanwhile.
record BlobContent(BlobCache blobs, BlobId id, long length) implements BulkData {
    @Override
    public byte[] read(long offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, length);
        try (var channel = blobs.channel(id)) {
            var header = header(channel, id);
            if (header.length() != length) throw new Refusal(StoreReason.BLOB_DAMAGED, id);
            if (header.sealed()) return sealed(channel, header, offset, count);
            return bytes(channel, header.start() + offset, count);
        } catch (EOFException cut) {
            throw new Refusal(StoreReason.BLOB_DAMAGED, id).because(cut);
        } catch (IOException failed) {
            throw BlobCache.unreadable(id, failed);
        }
    }

    /// All of it, in large pieces.
    InputStream stream() {
        return new Stream(this);
    }

    static BlobHeader header(FileChannel channel, BlobId id) throws IOException {
        var bytes = ByteBuffer.allocate(BlobHeader.BYTES);
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {}
        return BlobHeader.read(bytes.flip(), id);
    }

    /// Whether the file is what was sealed under this name, as far as its head tells.
    static BlobSeal seal(BlobCache blobs, FileChannel channel, BlobHeader header, BlobId id)
            throws IOException {
        var key = blobs.key(header.key(), id);
        return BlobSeal.of(key, header, bytes(channel, BlobHeader.BYTES, BlobSeal.BYTES), id);
    }

    private byte[] sealed(FileChannel channel, BlobHeader header, long offset, int count)
            throws IOException {
        if (count == 0) return new byte[0];
        var seal = seal(blobs, channel, header, id);
        var content = new byte[count];
        var spare = new byte[0];
        long last = (offset + count - 1) / BlobHeader.CHUNK;
        for (long chunk = offset / BlobHeader.CHUNK; chunk <= last; chunk++) {
            long begin = chunk * BlobHeader.CHUNK;
            int size = (int) Math.min(BlobHeader.CHUNK, length - begin);
            long at = header.start() + chunk * (BlobHeader.CHUNK + Sealing.TAG);
            var bytes = bytes(channel, at, size + Sealing.TAG);
            if (begin >= offset && begin + size <= offset + count) {
                seal.open(id, chunk, bytes, content, (int) (begin - offset));
                continue;
            }
            if (spare.length < size) spare = new byte[size];
            seal.open(id, chunk, bytes, spare, 0);
            int from = (int) Math.max(0, offset - begin);
            int to = (int) Math.min(size, offset + count - begin);
            System.arraycopy(spare, from, content, (int) (begin + from - offset), to - from);
        }
        return content;
    }

    private static byte[] bytes(FileChannel channel, long at, int count) throws IOException {
        var bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining())
            if (channel.read(bytes, at + bytes.position()) < 0) throw new EOFException();
        return bytes.array();
    }

    /// Bulk data read from its beginning to its end, in large pieces.
    private static final class Stream extends InputStream {
        private static final int PIECE = 256 * 1024;

        private final BulkData data;
        private byte[] piece = {};
        private int at;
        private long read;

        Stream(BulkData data) {
            this.data = data;
        }

        @Override
        public int read() throws IOException {
            return fill() ? piece[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) return 0;
            if (!fill()) return -1;
            int count = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, into, offset, count);
            at += count;
            return count;
        }

        private boolean fill() throws IOException {
            if (at < piece.length) return true;
            long left = data.length() - read;
            if (left == 0) return false;
            piece = data.read(read, (int) Math.min(PIECE, left));
            read += piece.length;
            at = 0;
            return true;
        }
    }
}
