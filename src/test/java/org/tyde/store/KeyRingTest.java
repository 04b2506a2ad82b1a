package org.tyde.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tyde.store.BlobCacheTest.assertReason;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.refusal.Refusal;
import org.tyde.store.seal.KeyRing;
import org.tyde.store.seal.KeySource;
import org.tyde.store.seal.PassPhrase;
import org.tyde.store.seal.SealReason;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

class KeyRingTest {
    private static final KeySource SOURCE = Keys.of("a pass phrase");

    @TempDir Path folder;

    // RFC 7914, 11: the first 32 of the 64 bytes given there
    @Test
    void aPassPhraseIsDerivedAsTheStandardSays() {
        var key = PassPhrase.derive("passwd".toCharArray(), Keys.ascii("salt"), 1);
        assertEquals(
                "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc",
                HexFormat.of().formatHex(key.getEncoded()));
    }

    @Test
    void aPassPhraseTakesManyRoundsAndIsTheSameFromEveryKeyboard() throws Exception {
        assertTrue(new PassPhrase("tolv tegn her".toCharArray()).rounds() >= 600_000);
        var composed = new PassPhrase("blåbærsyltetøy".toCharArray());
        var decomposed = new PassPhrase("bla\u030abærsyltetøy".toCharArray());
        var salt = new byte[32];
        assertArrayEquals(composed.key(salt, 1).getEncoded(), decomposed.key(salt, 1).getEncoded());
        assertReason(
                SealReason.PHRASE_TOO_SHORT, () -> new PassPhrase("elleve tegn".toCharArray()));
    }

    @Test
    void keysComeBackWithTheirMasterKeyOnly() throws Exception {
        var made = made();
        var opened = KeyRing.open(KeysOnDisk.ofCache(folder), SOURCE);
        assertEquals(made.current(), opened.current());
        assertReason(
                SealReason.WRONG_KEY,
                () -> KeyRing.open(KeysOnDisk.ofCache(folder), Keys.of("another phrase")));
    }

    @Test
    void anotherMasterKeyWrapsTheSameKeys() throws Exception {
        var key = made().current();
        var next = Keys.of("the next phrase");
        Protection.change(folder, SOURCE, next);
        assertEquals(key, KeyRing.open(KeysOnDisk.ofCache(folder), next).current());
        assertReason(SealReason.WRONG_KEY, () -> KeyRing.open(KeysOnDisk.ofCache(folder), SOURCE));
    }

    @Test
    void everyBitThatFlipsInTheKeyFileIsFound() throws Exception {
        made();
        var file = folder.resolve("keys");
        var sound = Files.readAllBytes(file);
        for (int bit = 0; bit < 8 * sound.length; bit++) {
            var bytes = sound.clone();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, bytes);
            if (bit / 32 == 3) continue; // rounds: 2^31 of them would take an hour
            assertThrows(
                    Refusal.class,
                    () -> KeyRing.open(KeysOnDisk.ofCache(folder), SOURCE),
                    "bit " + bit);
        }
        Files.write(file, Arrays.copyOf(sound, sound.length - 1));
        assertReason(
                SealReason.KEYS_DAMAGED, () -> KeyRing.open(KeysOnDisk.ofCache(folder), SOURCE));
    }

    @Test
    void aShreddedRingIsGone() throws Exception {
        made();
        var before = Files.readAllBytes(folder.resolve("keys"));
        Protection.shred(folder);
        assertFalse(Protection.needed(folder));
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count(), before.length + " bytes are gone");
        }
    }

    @Test
    void aKeyFileOfALaterFormatIsRefused() throws Exception {
        made();
        var file = folder.resolve("keys");
        var bytes = Files.readAllBytes(file);
        bytes[11] = 2;
        Files.write(file, bytes);
        assertReason(
                SealReason.KEYS_FORMAT, () -> KeyRing.open(KeysOnDisk.ofCache(folder), SOURCE));
    }

    private KeyRing made() throws Refusal {
        var ring = KeyRing.make(KeysOnDisk.ofCache(folder), SOURCE);
        ring.turn(true);
        return ring;
    }
}
