package org.tyde.store;

import org.tyde.refusal.Refusal;
import org.tyde.store.seal.KeyRing;
import org.tyde.store.seal.KeySource;
import org.tyde.store.seal.Sealing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Whether a cache is to be encrypted, and the master key: needed to read what is encrypted, also after it
/// was switched off.
///
/// @param source of the master key
/// @param on whether what is kept is to be encrypted; empty for as it is
public record Protection(KeySource source, Optional<Boolean> on) {
    /// @param source of the master key
    /// @param on whether what is kept is to be encrypted
    public Protection(KeySource source, boolean on) {
        this(source, Optional.of(on));
    }

    /// @param source of the master key
    /// @return the cache is left as it is, encrypted or not
    public static Protection asItIs(KeySource source) {
        return new Protection(source, Optional.empty());
    }

    /// @param folder of a cache
    /// @return whether it cannot be opened without its master key
    public static boolean needed(Path folder) {
        return KeysOnDisk.ofCache(folder).exists();
    }

    /// Wraps the cache's keys by another master key; no content is touched.
    ///
    /// @param folder of a cache that is encrypted and not open
    /// @param now the master key of before
    /// @param next the master key from now on
    /// @throws Refusal the key is another, or the file cannot be written
    public static void change(Path folder, KeySource now, KeySource next) throws Refusal {
        KeyRing.open(KeysOnDisk.ofCache(folder), now).wrapBy(next);
    }

    /// @param folder of a `work.db`
    /// @return whether it cannot be opened without its master key
    public static boolean neededForWork(Path folder) {
        return KeysOnDisk.ofWork(folder).exists();
    }

    /// Wraps the keys of `work.db` by another master key, where it has any; no content is touched.
    ///
    /// @param folder of a `work.db` that is not open
    /// @param now the master key of before
    /// @param next the master key from now on
    /// @throws Refusal the key is another, or the file cannot be written
    public static void changeWork(Path folder, KeySource now, KeySource next) throws Refusal {
        var file = KeysOnDisk.ofWork(folder);
        if (file.exists()) KeyRing.open(file, now).wrapBy(next);
    }

    /// Destroys the keys of a cache: what was encrypted in it can never be read again, by anybody, wherever a
    /// copy of it may lie. Then what is left of the cache is removed.
    ///
    /// @param folder of a cache that is not open
    /// @throws Refusal the key file cannot be written, or a file cannot be removed
    public static void shred(Path folder) throws Refusal {
        KeysOnDisk.ofCache(folder).destroy(Sealing::random);
        for (var name : List.of("index.db", "index.db-wal", "index.db-shm", "blobs"))
            remove(folder.resolve(name));
    }

    private static void remove(Path path) throws Refusal {
        if (!Files.exists(path)) return;
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException failed) {
            throw Disk.refusal(path, failed);
        }
    }

    /// The keys of the cache in a folder, made where it is to be encrypted and has none.
    Optional<KeyRing> ring(Path folder) throws Refusal {
        return ring(folder, KeysOnDisk.ofCache(folder));
    }

    /// The keys of the `work.db` in a folder, made where it is to be encrypted and has none.
    Optional<KeyRing> ringOfWork(Path folder) throws Refusal {
        return ring(folder, KeysOnDisk.ofWork(folder));
    }

    private Optional<KeyRing> ring(Path folder, KeysOnDisk file) throws Refusal {
        boolean there = file.exists();
        if (!there && !on.orElse(false)) return Optional.empty();
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw Disk.refusal(folder, failed);
        }
        var ring = there ? KeyRing.open(file, source) : KeyRing.make(file, source);
        if (on.isPresent()) ring.turn(on.get());
        return Optional.of(ring);
    }
}
