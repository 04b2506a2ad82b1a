package org.tyde.store;

import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Whether a cache is to be encrypted, and the master key: needed to read what is encrypted, also after it
/// was switched off.
///
/// @param source of the master key
/// @param on whether what is kept is encrypted
public record Protection(KeySource source, boolean on) {
    /// @param folder of a cache
    /// @return whether it cannot be opened without its master key
    public static boolean needed(Path folder) {
        return KeyRing.isIn(folder);
    }

    /// Wraps the cache's keys by another master key; no content is touched.
    ///
    /// @param folder of a cache that is encrypted and not open
    /// @param now the master key of before
    /// @param next the master key from now on
    /// @throws Refusal the key is another, or the file cannot be written
    public static void change(Path folder, KeySource now, KeySource next) throws Refusal {
        KeyRing.open(folder, now).wrapBy(next);
    }

    /// Destroys the keys of a cache: what is encrypted in it can never be read again, by anybody.
    ///
    /// @param folder of a cache that is not open
    /// @throws Refusal the file cannot be written
    public static void shred(Path folder) throws Refusal {
        KeyRing.shred(folder);
    }

    /// The keys of the cache in a folder, made where it is to be encrypted and has none.
    Optional<KeyRing> ring(Path folder) throws Refusal {
        boolean there = KeyRing.isIn(folder);
        if (!there && !on) return Optional.empty();
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw Disk.refusal(folder, failed);
        }
        var ring = there ? KeyRing.open(folder, source) : KeyRing.make(folder, source);
        ring.turn(on);
        return Optional.of(ring);
    }
}
