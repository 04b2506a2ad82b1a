package org.tyde.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.dicom.BulkData;
import org.tyde.refusal.Refusal;
import org.tyde.store.seal.KeyRing;
import org.tyde.store.seal.KeyRing.DataKey;
import org.tyde.store.seal.SealReason;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import javax.crypto.SecretKey;

/// Bytes kept under the SHA-256 of their content, in folders of two levels. A blob is written beside, then
/// flushed, then renamed; it can be read from the first of these steps on, and what has its name is whole
/// and durable. Thread-safe.
public final class BlobCache {
    private static final Logger LOG = LoggerFactory.getLogger(BlobCache.class);
    private static final int BUFFER = 256 * 1024;
    private static final int MANY = 8;

    private static final Pattern TWO_DIGITS = Pattern.compile("[0-9a-f]{2}");

    private final Path folder;
    private final BlobFiles files;
    private final Map<BlobId, Path> beside = new ConcurrentHashMap<>();
    private final Set<Path> unforced = ConcurrentHashMap.newKeySet();
    private volatile Optional<KeyRing> keys = Optional.empty();

    /// @param folder made when absent
    /// @throws Refusal where the folder cannot be made
    public BlobCache(Path folder) throws Refusal {
        this(folder, new BlobFiles());
    }

    BlobCache(Path folder, BlobFiles files) throws Refusal {
        this.folder = folder;
        this.files = files;
        try {
            for (var changed : files.folder(folder.resolve("part"))) files.forceFolder(changed);
            files.watch(folder);
        } catch (IOException failed) {
            throw Disk.refusal(folder, failed);
        }
    }

    Path folder() {
        return folder;
    }

    /// From now on content is sealed and opened with these keys.
    void unlock(KeyRing ring) {
        keys = Optional.of(ring);
    }

    /// Keeps a stream's bytes; returns when they are durable. The same bytes twice are kept once.
    ///
    /// @param content read to its end, not closed
    /// @return its name
    /// @throws Refusal disk full, or a failed write; nothing of it is left then
    public BlobId put(InputStream content) throws Refusal {
        var id = keep(content);
        try {
            settle(List.of(id));
            return id;
        } catch (Refusal refused) {
            var part = beside.remove(id);
            if (part != null) delete(part);
            throw refused;
        }
    }

    /// Writes a stream's bytes beside; they can be read at once, and are durable and under their name
    /// after [#settle].
    BlobId keep(InputStream content) throws Refusal {
        refuseBelowReserve();
        var part = part();
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

    /// Ends what was held open; blobs can still be read.
    void close() {
        files.close();
    }

    private void refuseBelowReserve() throws Refusal {
        try {
            if (files.spare(folder) < 0) throw new Refusal(StoreReason.DISK_RESERVE, folder);
        } catch (IOException failed) {
            throw Disk.refusal(folder, failed);
        }
    }

    /// Flushes what was written beside and gives it its name, durably.
    void settle(Collection<BlobId> some) throws Refusal {
        var changed = new LinkedHashSet<>(unforced);
        try {
            boolean together = some.size() >= MANY && files.forceAll();
            for (var id : some) settle(id, together, changed);
            if (!together || !files.forceAll()) for (var one : changed) files.forceFolder(one);
            unforced.removeAll(changed);
        } catch (IOException failed) {
            unforced.addAll(changed);
            throw Disk.refusal(folder, failed);
        }
    }

    private void settle(BlobId id, boolean durable, Set<Path> changed) throws IOException {
        var part = beside.get(id);
        if (part == null) return;
        synchronized (part) {
            if (!beside.containsKey(id)) return;
            if (!durable) files.force(part);
            changed.addAll(files.folder(folderOf(id)));
            changed.add(folderOf(id));
            files.rename(part, file(id));
            beside.remove(id);
        }
    }

    /// Whether a blob has its name already and is what the name says.
    private boolean whole(BlobId id, long size) throws IOException {
        var file = file(id);
        return Files.exists(file) && Files.size(file) == size && intact(id);
    }

    /// Opens a blob where it lies now; one that is just getting its name is looked for again.
    FileChannel channel(BlobId id) throws IOException {
        var part = beside.get(id);
        if (part == null) return files.read(file(id));
        try {
            return files.read(part);
        } catch (NoSuchFileException renamed) {
            return files.read(file(id));
        }
    }

    /// @throws Refusal nobody here has that key
    SecretKey key(int key, BlobId id) throws Refusal {
        return keys.flatMap(ring -> ring.key(key))
                .orElseThrow(() -> new Refusal(SealReason.KEY_MISSING, id));
    }

    /// @param id of a blob
    /// @return its content; read from disk at each call
    /// @throws Refusal not there, not ours, or shorter than it should be
    public BulkData open(BlobId id) throws Refusal {
        return content(id);
    }

    private BlobContent content(BlobId id) throws Refusal {
        try (var channel = channel(id)) {
            var header = BlobContent.header(channel, id);
            if (channel.size() != header.fileLength())
                throw new Refusal(StoreReason.BLOB_DAMAGED, id);
            if (header.sealed()) BlobContent.seal(this, channel, header, id);
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
    /// @throws Refusal it cannot be read at all
    public boolean intact(BlobId id) throws Refusal {
        var digest = sha256();
        try {
            var content = open(id);
            for (long at = 0; at < content.length(); at += BUFFER) {
                digest.update(content.read(at, (int) Math.min(BUFFER, content.length() - at)));
            }
        } catch (IOException failed) {
            var refusal = unreadable(id, failed);
            if (refusal.reason() == StoreReason.BLOB_DAMAGED) return false;
            throw refusal;
        }
        return id.sha256().equals(HexFormat.of().formatHex(digest.digest()));
    }

    /// In which state a blob is.
    enum Condition {
        /// As its name and its seal say.
        SOUND,
        /// Not there.
        ABSENT,
        /// Too short, too long, or no blob.
        TORN,
        /// Its content is another, or its key is gone.
        CHANGED
    }

    Condition condition(BlobId id) throws Refusal {
        try (var channel = channel(id)) {
            if (channel.size() != BlobContent.header(channel, id).fileLength())
                return Condition.TORN;
        } catch (NoSuchFileException absent) {
            return Condition.ABSENT;
        } catch (Refusal noBlob) {
            return Condition.TORN;
        } catch (IOException failed) {
            throw unreadable(id, failed);
        }
        try {
            return intact(id) ? Condition.SOUND : Condition.CHANGED;
        } catch (Refusal refused) {
            if (refused.reason() == SealReason.KEY_MISSING) return Condition.CHANGED;
            throw refused;
        }
    }

    /// Takes a file out of the cache, to where it can be looked at; absent is fine.
    void quarantine(String shelf, String name) throws Refusal {
        var beyond = folder.resolve("quarantine");
        var file = shelf(shelf).resolve(name);
        try {
            Files.createDirectories(beyond);
            if (Files.exists(file)) files.rename(file, beyond.resolve(name));
        } catch (IOException failed) {
            throw Disk.refusal(file, failed);
        }
    }

    /// Removes what lies in quarantine.
    void emptyQuarantine() throws Refusal {
        for (var name : names(folder.resolve("quarantine")))
            delete(folder.resolve("quarantine").resolve(name));
    }

    /// Seals a blob that lies in the clear, or the reverse, as new content is kept now.
    ///
    /// @return whether anything was to be done
    /// @throws Refusal it is damaged, or a failed write; then it lies as before
    boolean convert(BlobId id) throws Refusal {
        try (var channel = channel(id)) {
            var header = BlobContent.header(channel, id);
            if (header.key() == keys.flatMap(KeyRing::current).map(DataKey::id).orElse(0))
                return false;
        } catch (IOException failed) {
            throw unreadable(id, failed);
        }
        if (!intact(id)) throw new Refusal(StoreReason.BLOB_DAMAGED, id);
        var part = part();
        try {
            write(part, content(id).stream());
            files.force(part);
            files.rename(part, file(id));
            files.forceFolder(folderOf(id));
            return true;
        } catch (IOException failed) {
            delete(part);
            throw Disk.refusal(part, failed);
        }
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
        var all = new ArrayList<BlobId>();
        for (var shelf : shelves()) all.addAll(on(shelf));
        return all;
    }

    /// @return of each folder that holds blobs the four hexadecimal digits their names begin with
    List<String> shelves() throws Refusal {
        var found = new ArrayList<String>();
        for (var first : names(folder))
            if (TWO_DIGITS.matcher(first).matches())
                for (var second : names(folder.resolve(first)))
                    if (TWO_DIGITS.matcher(second).matches()) found.add(first + second);
        return found;
    }

    /// @return the blobs whose names begin with these four digits
    List<BlobId> on(String shelf) throws Refusal {
        return names(shelf).stream()
                .filter(n -> n.startsWith(shelf) && BlobId.isName(n))
                .map(BlobId::new)
                .toList();
    }

    /// @return the names of all files in the folder of these four digits
    List<String> names(String shelf) throws Refusal {
        return names(shelf(shelf));
    }

    private List<String> names(Path of) throws Refusal {
        try (var files = Files.list(of)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        } catch (NoSuchFileException goneMeanwhile) {
            return List.of();
        } catch (IOException | UncheckedIOException failed) {
            throw new Refusal(StoreReason.READ_FAILED, of, String.valueOf(failed.getMessage()))
                    .because(failed);
        }
    }

    /// @return when a blob was written, as the file system tells
    Instant written(BlobId id) throws Refusal {
        try {
            return Files.getLastModifiedTime(file(id)).toInstant();
        } catch (IOException failed) {
            throw unreadable(id, failed);
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
        try (var channel = files.create(part)) {
            return new BlobWriter(channel, keys.flatMap(KeyRing::current)).write(content);
        }
    }

    private Path part() {
        return folder.resolve("part").resolve(UUID.randomUUID().toString());
    }

    private Path folderOf(BlobId id) {
        return shelf(id.sha256().substring(0, 4));
    }

    private Path shelf(String digits) {
        return folder.resolve(digits.substring(0, 2)).resolve(digits.substring(2));
    }

    private Path file(BlobId id) {
        return folderOf(id).resolve(id.sha256());
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.warn("a file of the cache could not be removed: {}", stays.getClass().getName());
        }
    }

    static Refusal unreadable(BlobId id, IOException failed) {
        if (failed instanceof Refusal already) return already;
        if (failed instanceof NoSuchFileException)
            return new Refusal(StoreReason.BLOB_DAMAGED, id).because(failed);
        return new Refusal(StoreReason.READ_FAILED, id, String.valueOf(failed.getMessage()))
                .because(failed);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
