package org.tyde.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tyde.store.BlobCacheTest.assertReason;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.refusal.Refusal;
import org.tyde.store.seal.KeyRing;
import org.tyde.store.seal.KeySource;
import org.tyde.store.seal.SealReason;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import javax.crypto.spec.SecretKeySpec;

class SealedBlobTest {
    private static final int CHUNK = 64 * 1024;
    private static final int HEAD = 80;

    /// "abc" under the key 0 to 31, number 7, salt 100 to 131; made with Python's cryptography 38.0.4.
    private static final String ABC =
            "54594445424c4f42000000010000000700010000000000000000000000000003"
                    + "6465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f80818283"
                    + "d69ab7e19089bec6fb7968bf6b08be3f58ff06e1a37aba1993a7076f734a48d1"
                    + "c7a289";

    @TempDir Path folder;
    private final Random random = new Random(20261123);
    private BlobCache blobs;

    @BeforeEach
    void open() throws Refusal {
        blobs = sealing(folder.resolve("blobs"), Keys.of("a pass phrase"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 4 * CHUNK, 5 * CHUNK + 7})
    void whatIsSealedIsReadBackAtAnyOffset(int length) throws Exception {
        var content = content(length);
        var id = put(content);
        assertEquals(HEAD + length + (length + CHUNK - 1L) / CHUNK * 16, Files.size(file(id)));
        var read = blobs.open(id);
        assertArrayEquals(content, read.all());
        for (int i = 0; i < 50 && length > 0; i++) {
            int from = random.nextInt(length);
            int count = random.nextInt(length - from + 1);
            assertArrayEquals(
                    Arrays.copyOfRange(content, from, from + count), read.read(from, count));
        }
        assertThrows(IndexOutOfBoundsException.class, () -> read.read(length, 1));
        assertTrue(blobs.intact(id));
    }

    @Test
    void oneFrameIsReadWithoutTheRest() throws Exception {
        var id = put(content(100 * CHUNK));
        var bytes = Files.readAllBytes(file(id));
        for (int chunk = 0; chunk < 100; chunk++)
            if (chunk != 41 && chunk != 42) bytes[at(chunk) + 5] ^= 1;
        Files.write(file(id), bytes);
        assertEquals(CHUNK, blobs.open(id).read(41L * CHUNK + 100, CHUNK).length);
        assertReason(StoreReason.BLOB_DAMAGED, () -> blobs.open(id).read(43L * CHUNK, 1));
    }

    @Test
    void whatAnotherProgramSealedIsOpened() throws Exception {
        var bytes = HexFormat.of().parseHex(ABC);
        var id = new BlobId(BlobCacheTest.ABC_SHA256);
        var header = BlobHeader.read(ByteBuffer.wrap(bytes, 0, 32), id);
        var key = new byte[32];
        for (int i = 0; i < key.length; i++) key[i] = (byte) i;
        var head = Arrays.copyOfRange(bytes, 32, HEAD);
        var seal = BlobSeal.of(new SecretKeySpec(key, "AES"), header, head, id);
        var content = new byte[3];
        seal.open(id, 0, Arrays.copyOfRange(bytes, HEAD, bytes.length), content, 0);
        assertEquals(7, header.key());
        assertArrayEquals(Keys.ascii("abc"), content);
    }

    /// Every bit of the head, and a seeded sample of the rest.
    @Test
    void everyBitThatFlipsIsFound() throws Exception {
        var id = put(content(2 * CHUNK + 100));
        var sound = Files.readAllBytes(file(id));
        var bits = new ArrayList<Integer>();
        for (int bit = 0; bit < 8 * HEAD; bit++) bits.add(bit);
        for (int i = 0; i < 1_000; i++) bits.add(random.nextInt(8 * sound.length));
        for (int bit : bits) {
            var bytes = sound.clone();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file(id), bytes);
            assertThrows(Refusal.class, () -> blobs.open(id).all(), "bit " + bit);
        }
    }

    @Test
    void chunksThatChangePlacesAreFound() throws Exception {
        var id = put(content(3 * CHUNK));
        var bytes = Files.readAllBytes(file(id));
        var first = Arrays.copyOfRange(bytes, at(0), at(1));
        System.arraycopy(bytes, at(1), bytes, at(0), first.length);
        System.arraycopy(first, 0, bytes, at(1), first.length);
        Files.write(file(id), bytes);
        assertReason(StoreReason.BLOB_DAMAGED, () -> blobs.open(id).all());
    }

    @Test
    void aBlobUnderAnothersNameIsFound() throws Exception {
        var one = put(content(1000));
        var other = put(content(1000));
        Files.copy(file(other), file(one), StandardCopyOption.REPLACE_EXISTING);
        assertReason(StoreReason.BLOB_DAMAGED, () -> blobs.open(one));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 100, CHUNK, CHUNK + 16, 2 * CHUNK + 32})
    void aCutIsFoundEvenWhereTheLengthIsMadeToFit(int less) throws Exception {
        var id = put(content(3 * CHUNK));
        var bytes = Files.readAllBytes(file(id));
        var cut = Arrays.copyOf(bytes, bytes.length - less);
        Files.write(file(id), cut);
        assertReason(StoreReason.BLOB_DAMAGED, () -> blobs.open(id));
        long chunks = (cut.length - (long) HEAD) / (CHUNK + 16);
        ByteBuffer.wrap(cut).putLong(24, cut.length - HEAD - 16 * chunks);
        Files.write(file(id), cut);
        assertReason(StoreReason.BLOB_DAMAGED, () -> blobs.open(id));
    }

    @Test
    void theSameBytesAreSealedDifferentlyEachTime() throws Exception {
        var content = content(500);
        var id = put(content);
        var first = Files.readAllBytes(file(id));
        blobs.remove(id);
        put(content);
        assertNotEquals(
                List.of(ByteBuffer.wrap(first)),
                List.of(ByteBuffer.wrap(Files.readAllBytes(file(id)))));
    }

    @Test
    void clearAndSealedBlobsLieSideBySide() throws Exception {
        var content = content(1000);
        var ring = ring(Keys.of("a pass phrase"));
        ring.turn(false);
        blobs.unlock(ring);
        var clear = put(content);
        ring.turn(true);
        var sealed = put(content(2000));
        assertEquals(1000 + 32, Files.size(file(clear)));
        assertArrayEquals(content, blobs.open(clear).all());
        assertTrue(blobs.intact(sealed));

        var opened = blobs.open(clear);
        assertTrue(blobs.convert(clear));
        assertFalse(blobs.convert(clear));
        assertEquals(1000 + HEAD + 16, Files.size(file(clear)));
        assertArrayEquals(content, opened.all(), "one that was opened before");
        ring.turn(false);
        assertTrue(blobs.convert(clear));
        assertEquals(1000 + 32, Files.size(file(clear)));
        assertArrayEquals(content, opened.all());
    }

    @Test
    void aDamagedBlobIsNotSealedAsIfItWereSound() throws Exception {
        var ring = ring(Keys.of("a pass phrase"));
        ring.turn(false);
        blobs.unlock(ring);
        var id = put(content(1000));
        var bytes = Files.readAllBytes(file(id));
        bytes[500] ^= 1;
        Files.write(file(id), bytes);
        ring.turn(true);
        assertReason(StoreReason.BLOB_DAMAGED, () -> blobs.convert(id));
        assertArrayEquals(bytes, Files.readAllBytes(file(id)));
    }

    @Test
    void aDiskThatFillsWhileABlobIsSealedLeavesItAsItWas() throws Exception {
        var ring = ring(Keys.of("a pass phrase"));
        ring.turn(false);
        var full =
                new BlobCache(
                        folder.resolve("full"),
                        new BlobFiles() {
                            @Override
                            void force(Path file) throws IOException {
                                if (ring.current().isPresent())
                                    throw new IOException("No space left on device");
                            }
                        });
        full.unlock(ring);
        var content = content(1000);
        var id = full.put(new ByteArrayInputStream(content));
        ring.turn(true);
        assertReason(StoreReason.DISK_FULL, () -> full.convert(id));
        assertArrayEquals(content, full.open(id).all());
    }

    @Test
    void withoutTheKeyNothingIsRead() throws Exception {
        var id = put(content(1000));
        var none = new BlobCache(folder.resolve("blobs"));
        assertReason(SealReason.KEY_MISSING, () -> none.open(id));
        var other = sealing(folder.resolve("blobs"), Keys.of("another phrase"));
        assertReason(SealReason.KEY_MISSING, () -> other.open(id));
    }

    private static BlobCache sealing(Path folder, KeySource source) throws Refusal {
        var blobs = new BlobCache(folder);
        var ring = KeyRing.make(KeysOnDisk.ofCache(folder), source);
        ring.turn(true);
        blobs.unlock(ring);
        return blobs;
    }

    private KeyRing ring(KeySource source) throws Refusal {
        return KeyRing.make(KeysOnDisk.ofCache(folder), source);
    }

    private byte[] content(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private BlobId put(byte[] bytes) throws Refusal {
        return blobs.put(new ByteArrayInputStream(bytes));
    }

    private static int at(int chunk) {
        return HEAD + chunk * (CHUNK + 16);
    }

    private Path file(BlobId id) {
        var name = id.sha256();
        return folder.resolve("blobs")
                .resolve(name.substring(0, 2))
                .resolve(name.substring(2, 4))
                .resolve(name);
    }
}
