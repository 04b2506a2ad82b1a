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
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Bytes kept under the SHA-256 of their content, in folders of two levels. A blob is written beside, then
/// flushed, then renamed; it can be read from the first of these steps on, and what has its name is whole
/// and durable. Thread-safe.
public final class BlobCache {
    private static final Logger LOG = LoggerFactory.getLogger(BlobCache.class);
    private static final int BUFFER = 256 * 1024;

    private final Path folder;
    private final Opener opener;
    private final Map<BlobId, Path> beside = new ConcurrentHashMap<>();

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

    /// Writes a stream's bytes beside; they can be read at once, and are durable and under their name
    /// after [#settle].
    BlobId keep(InputStream content) throws Refusal {
        var part = folder.resolve("part").resolve(UUID.randomUUID().toString());
        boolean kept = false;
        try {
            var id = write(part, content);
            kept = !whole(id, Files.size(part)) && beside.putIfAbsent(id, part) == null;
            return id;
        } catch (IOException failed) {
            throw Disk.refusal(part, failed);
        } finally {
            if (!kept) delete(part);
        }
    }

    /// Flushes what was written beside and gives it its name, durably.
    void settle(Collection<BlobId> some) throws Refusal {
        try {
            for (var id : some) settle(id);
        } catch (IOException failed) {
            throw Disk.refusal(folder, failed);
        }
    }

    private void settle(BlobId id) throws IOException {
        var part = beside.get(id);
        if (part == null) return;
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.createDirectories(folderOf(id));
        Files.move(
                part,
                file(id),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        beside.remove(id);
        Disk.force(folderOf(id));
    }

    /// Whether a blob has its name already and is as long as it should be.
    private boolean whole(BlobId id, long size) throws IOException {
        var file = file(id);
        return Files.exists(file) && Files.size(file) == size;
    }

    /// Opens a blob where it lies now; one that is just getting its name is looked for again.
    private FileChannel channel(BlobId id) throws IOException {
        var part = beside.get(id);
        if (part == null) return FileChannel.open(file(id), StandardOpenOption.READ);
        try {
            return FileChannel.open(part, StandardOpenOption.READ);
        } catch (NoSuchFileException renamed) {
            return FileChannel.open(file(id), StandardOpenOption.READ);
        }
    }

    /// @param id of a blob
    /// @return its content; read from disk at each call
    /// @throws Refusal not there, not ours, or shorter than it should be
    public BulkData open(BlobId id) throws Refusal {
        try (var channel = channel(id)) {
            var header = header(channel, id);
            if (channel.size() != BlobHeader.BYTES + header.length())
                throw new Refusal(StoreReason.BLOB_DAMAGED, id);
            return new BlobContent(this, id, header.length());
        } catch (IOException failed) {
            throw unreadable(id, failed);
        }
    }

    /// @param id of a blob
    /// @return whether it is there
    public boolean holds(BlobId id) {
        return beside.containsKey(id) || Files.exists(file(id));
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
        var part = beside.remove(id);
        if (part != null) delete(part);
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

    /// Removes what a killed process left half written. What is younger than an hour may belong to another
    /// process that is at work here.
    void sweep() throws Refusal {
        var old = Instant.now().minus(Duration.ofHours(1));
        try (var parts = Files.list(folder.resolve("part"))) {
            for (var part : parts.toList())
                if (Files.getLastModifiedTime(part).toInstant().isBefore(old)) delete(part);
        } catch (NoSuchFileException goneMeanwhile) {
            LOG.debug("another process swept too");
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

    private record BlobContent(BlobCache blobs, BlobId id, long length) implements BulkData {
        @Override
        public byte[] read(long offset, int count) throws IOException {
            if (offset < 0 || count < 0 || offset > length - count)
                throw new IndexOutOfBoundsException(
                        "%d bytes at %d of %d".formatted(count, offset, length));
            var bytes = ByteBuffer.allocate(count);
            try (var channel = blobs.channel(id)) {
                while (bytes.hasRemaining()) {
                    if (channel.read(bytes, BlobHeader.BYTES + offset + bytes.position()) < 0)
                        throw new Refusal(StoreReason.BLOB_DAMAGED, id);
                }
            }
            return bytes.array();
        }
    }
}
