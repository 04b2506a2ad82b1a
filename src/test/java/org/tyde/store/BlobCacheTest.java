package org.tyde.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.refusal.Refusal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

class BlobCacheTest {
    private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);
    // FIPS 180-2, B.1
    static final String ABC_SHA256 =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir Path folder;
    private BlobCache blobs;

    @BeforeEach
    void open() throws Refusal {
        blobs = new BlobCache(folder);
    }

    @Test
    void aBlobIsNamedByTheHashOfItsContent() throws Exception {
        var id = put(ABC);
        assertEquals(ABC_SHA256, id.sha256());
        assertTrue(Files.exists(file()));
    }

    @Test
    void theFileIsAHeaderOf32BytesAndThenTheContent() throws Exception {
        put(ABC);
        var bytes = Files.readAllBytes(file());
        assertEquals(35, bytes.length);
        assertEquals("TYDEBLOB", new String(bytes, 0, 8, StandardCharsets.US_ASCII));
        var header = ByteBuffer.wrap(bytes, 8, 24);
        assertEquals(1, header.getInt());
        assertEquals(0, header.getInt());
        assertEquals(65536, header.getInt());
        assertEquals(0, header.getInt());
        assertEquals(3, header.getLong());
        assertArrayEquals(ABC, Arrays.copyOfRange(bytes, 32, 35));
    }

    @Test
    void contentIsReadAtAnyOffset() throws Exception {
        var content = blobs.open(put(ABC));
        assertEquals(3, content.length());
        assertArrayEquals(new byte[] {'b', 'c'}, content.read(1, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> content.read(2, 2));
    }

    @Test
    void whatIsNotYetDurableCanBeReadAndHasNoNameYet() throws Exception {
        var id = blobs.keep(new ByteArrayInputStream(ABC));
        var content = blobs.open(id);
        assertFalse(Files.exists(file()));
        assertArrayEquals(ABC, content.all());
        blobs.settle(List.of(id));
        assertTrue(Files.exists(file()));
        assertArrayEquals(ABC, content.all(), "a content opened before can still be read");
    }

    @Test
    void aShortenedFileIsReplacedWhenTheBytesComeAgain() throws Exception {
        var id = put(ABC);
        Files.write(file(), Arrays.copyOf(Files.readAllBytes(file()), 33));
        put(ABC);
        assertTrue(blobs.intact(id));
    }

    @Test
    void theSameBytesTwiceAreKeptOnce() throws Exception {
        assertEquals(put(ABC), put(ABC));
        assertEquals(List.of(new BlobId(ABC_SHA256)), blobs.all());
        try (var parts = Files.list(folder.resolve("part"))) {
            assertEquals(0, parts.count());
        }
    }

    @Test
    void aShortenedFileIsRefusedAndAFlippedBitIsFound() throws Exception {
        var id = put(ABC);
        var bytes = Files.readAllBytes(file());
        bytes[33] ^= 1;
        Files.write(file(), bytes);
        assertFalse(blobs.intact(id));
        Files.write(file(), Arrays.copyOf(bytes, 34));
        assertReason(StoreReason.BLOB_DAMAGED, () -> blobs.open(id));
    }

    @Test
    void aLaterFormatIsRefusedAndNotReadAsIfItWereOurs() throws Exception {
        var id = put(ABC);
        var bytes = Files.readAllBytes(file());
        bytes[11] = 2;
        Files.write(file(), bytes);
        assertReason(StoreReason.BLOB_FORMAT, () -> blobs.open(id));
    }

    @Test
    void aFullDiskIsSaidAndLeavesNothing() throws Exception {
        var full =
                new BlobCache(
                        folder,
                        new BlobFiles() {
                            @Override
                            FileChannel create(Path file) throws IOException {
                                Files.createFile(file);
                                throw new IOException("No space left on device");
                            }
                        });
        assertReason(StoreReason.DISK_FULL, () -> full.put(new ByteArrayInputStream(ABC)));
        try (var files = Files.walk(folder)) {
            assertEquals(0, files.filter(Files::isRegularFile).count());
        }
    }

    @Test
    void whatAKilledProcessLeftIsSweptButNotWhatIsJustBeingWritten() throws Exception {
        var left = Files.writeString(folder.resolve("part").resolve("left"), "half");
        var young = Files.writeString(folder.resolve("part").resolve("young"), "half");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        blobs.sweep();
        assertFalse(Files.exists(left));
        assertTrue(Files.exists(young));
    }

    @Test
    void aStreamThatBreaksLeavesNothing() throws Exception {
        var broken =
                new java.io.InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection reset");
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        throw new IOException("connection reset");
                    }
                };
        assertReason(StoreReason.WRITE_FAILED, () -> blobs.put(broken));
        try (var files = Files.walk(folder)) {
            assertEquals(0, files.filter(Files::isRegularFile).count());
        }
    }

    static void assertReason(
            org.tyde.refusal.Reason reason, org.junit.jupiter.api.function.Executable act) {
        assertEquals(reason, assertThrows(Refusal.class, act).reason());
    }

    private BlobId put(byte[] bytes) throws Refusal {
        return blobs.put(new ByteArrayInputStream(bytes));
    }

    private Path file() {
        return folder.resolve("ba").resolve("78").resolve(ABC_SHA256);
    }
}
