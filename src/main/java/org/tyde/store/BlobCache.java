package org.tyde.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.dicom.BulkData;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/// Bytes kept under the SHA-256 of their content, in folders of two levels. A blob that can be opened is
/// whole and on disk: it was written beside, flushed and renamed. Thread-safe.
public final class BlobCache {
    private static final Logger LOG = LoggerFactory.getLogger(BlobCache.class);
    private static final int BUFFER = 256 * 1024;

    private final Path folder;
    private final Opener opener;

    /// How a file is opened for writing; tests put a full disk here.
    interface Opener {
        FileChannel open(Path file) throws IOException;
    }

    /// @param folder made when absent
    /// @throws Refusal where the folder cannot be made
    public BlobCache(Path folder) throws Refusal {
        this(
                folder,
                file ->
                        FileChannel.open(
                                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    BlobCache(Path folder, Opener opener) throws Refusal {
        this.folder = folder;
        this.opener = opener;
        try {
            Files.createDirectories(folder.resolve("part"));
        } catch (IOException failed) {
            throw Disk.refusal(folder, failed);
        }
    }

    /// Keeps a stream's bytes; returns when they are durable. The same bytes twice are kept once.
    ///
    /// @param content read to its end, not closed
    /// @return its name
    /// @throws Refusal disk full, or a failed write; nothing of it is left then
    public BlobId put(InputStream content) throws Refusal {
        var id = keep(content);
        settle(List.of(id));
        return id;
    }

    /// Keeps a stream's bytes, flushed and under their name; the name itself is durable after [#settle].
    BlobId keep(InputStream content) throws Refusal {
        var part = folder.resolve("part").resolve(UUID.randomUUID().toString());
        try {
            var id = write(part, content);
            var file = file(id);
            if (Files.exists(file)) return id;
            Files.createDirectories(folderOf(id));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return id;
        } catch (IOException failed) {
            throw Disk.refusal(part, failed);
        } finally {
            delete(part);
        }
    }

    /// Makes the names of blobs durable.
    void settle(Collection<BlobId> some) throws Refusal {
        try {
            for (var id : some) Disk.force(folderOf(id));
        } catch (IOException failed) {
            throw Disk.refusal(folder, failed);
        }
    }

    /// @param id of a blob
    /// @return its content; read from disk at each call
    /// @throws Refusal not there, not ours, or shorter than it should be
    public BulkData open(BlobId id) throws Refusal {
        var file = file(id);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var header = header(channel, id);
            if (channel.size() != BlobHeader.BYTES + header.length())
                throw new Refusal(StoreReason.BLOB_DAMAGED, id);
            return new BlobContent(id, file, header.length());
        } catch (IOException failed) {
            throw unreadable(id, failed);
        }
    }

    /// @param id of a blob
    /// @return whether it is there
    public boolean holds(BlobId id) {
        return Files.exists(file(id));
    }

    /// @param id of a blob
    /// @return whether the content still has the hash it is named by
    /// @throws Refusal it is not there or not ours
    public boolean intact(BlobId id) throws Refusal {
        var content = open(id);
        var digest = sha256();
        try {
            for (long at = 0; at < content.length(); at += BUFFER) {
                digest.update(content.read(at, (int) Math.min(BUFFER, content.length() - at)));
            }
        } catch (IOException failed) {
            throw unreadable(id, failed);
        }
        return id.sha256().equals(HexFormat.of().formatHex(digest.digest()));
    }

    /// @param id of a blob that is needed no more; absent is fine
    public void remove(BlobId id) {
        delete(file(id));
    }

    /// @return the names of all blobs
    /// @throws Refusal where the folder cannot be read
    public List<BlobId> all() throws Refusal {
        try (var files = Files.walk(folder, 3)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(n -> n.length() == 64)
                    .map(BlobId::new)
                    .toList();
        } catch (IOException | UncheckedIOException failed) {
            throw new Refusal(StoreReason.READ_FAILED, folder, String.valueOf(failed.getMessage()))
                    .because(failed);
        }
    }

    /// Removes what a killed process left half written; call before the first put.
    void sweep() throws Refusal {
        try (var parts = Files.list(folder.resolve("part"))) {
            parts.forEach(BlobCache::delete);
        } catch (IOException failed) {
            throw Disk.refusal(folder, failed);
        }
    }

    private BlobId write(Path part, InputStream content) throws IOException {
        var digest = sha256();
        long length = 0;
        try (var channel = opener.open(part)) {
            writeAll(channel, ByteBuffer.allocate(BlobHeader.BYTES));
            var buffer = new byte[BUFFER];
            for (int read; (read = content.read(buffer)) >= 0; length += read) {
                digest.update(buffer, 0, read);
                writeAll(channel, ByteBuffer.wrap(buffer, 0, read));
            }
            channel.position(0);
            writeAll(channel, BlobHeader.clear(length).bytes());
            channel.force(true);
        }
        return new BlobId(HexFormat.of().formatHex(digest.digest()));
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) channel.write(bytes);
    }

    private Path folderOf(BlobId id) {
        var name = id.sha256();
        return folder.resolve(name.substring(0, 2)).resolve(name.substring(2, 4));
    }

    private Path file(BlobId id) {
        return folderOf(id).resolve(id.sha256());
    }

    private static BlobHeader header(FileChannel channel, BlobId id) throws IOException {
        var bytes = ByteBuffer.allocate(BlobHeader.BYTES);
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {}
        return BlobHeader.read(bytes.flip(), id);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.warn("a file of the cache could not be removed: {}", stays.getClass().getName());
        }
    }

    private static Refusal unreadable(BlobId id, IOException failed) {
        if (failed instanceof Refusal already) return already;
        if (failed instanceof NoSuchFileException)
            return new Refusal(StoreReason.BLOB_DAMAGED, id).because(failed);
        return new Refusal(StoreReason.READ_FAILED, id, String.valueOf(failed.getMessage()))
                .because(failed);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    private record BlobContent(BlobId id, Path file, long length) implements BulkData {
        @Override
        public byte[] read(long offset, int count) throws IOException {
            if (offset < 0 || count < 0 || offset > length - count)
                throw new IndexOutOfBoundsException(
                        "%d bytes at %d of %d".formatted(count, offset, length));
            var bytes = ByteBuffer.allocate(count);
            try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
                while (bytes.hasRemaining()) {
                    if (channel.read(bytes, BlobHeader.BYTES + offset + bytes.position()) < 0)
                        throw new Refusal(StoreReason.BLOB_DAMAGED, id);
                }
            }
            return bytes.array();
        }
    }
}
