package org.tyde.dicom.io;

import org.tyde.dicom.BulkData;
import org.tyde.dicom.DicomReason;
import org.tyde.refusal.Refusal;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the bytes of a file come from.
sealed interface Origin extends Closeable {
    long size();

    /// Fills exactly that part of the array.
    void read(long position, byte[] into, int at, int length) throws IOException;

    /// A part that is read when someone asks, also after this is closed.
    BulkData bulk(long offset, long length);

    @Override
    default void close() throws IOException {}

    /// A file, open while it is parsed. `RandomAccessFile` opens and reads a small file in half the
    /// time of a channel, as long as one reading takes no more than 8 KiB.
    record OfFile(Path path, RandomAccessFile file, long size) implements Origin {
        private static final int PIECE = 1 << 13;

        static OfFile open(Path path) throws IOException {
            var file = file(path);
            try {
                return new OfFile(path, file, file.length());
            } catch (IOException failed) {
                file.close();
                throw failed;
            }
        }

        private static RandomAccessFile file(Path path) throws IOException {
            try {
                return new RandomAccessFile(path.toFile(), "r");
            } catch (FileNotFoundException refused) {
                var reason =
                        Files.isDirectory(path)
                                ? DicomReason.A_FOLDER
                                : Files.exists(path)
                                        ? DicomReason.ACCESS_DENIED
                                        : DicomReason.NO_SUCH_FILE;
                throw new Refusal(reason, path).because(refused);
            }
        }

        @Override
        public void read(long position, byte[] into, int at, int length) throws IOException {
            if (file.getFilePointer() != position) file.seek(position);
            for (int done = 0; done < length; ) {
                int count = file.read(into, at + done, Math.min(PIECE, length - done));
                if (count < 0) throw new EOFException(path + " became shorter while it was read");
                done += count;
            }
        }

        @Override
        public BulkData bulk(long offset, long length) {
            return new FileBulk(path, offset, length);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    /// An array that nobody writes to any more.
    final class OfBytes implements Origin {
        private final byte[] bytes;

        OfBytes(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public void read(long position, byte[] into, int at, int length) {
            System.arraycopy(bytes, (int) position, into, at, length);
        }

        @Override
        public BulkData bulk(long offset, long length) {
            return BulkData.over(bytes, (int) offset, (int) length);
        }
    }

    /// Bytes behind another door, such as a blob of the cache.
    record OfBulk(BulkData data) implements Origin {
        @Override
        public long size() {
            return data.length();
        }

        @Override
        public void read(long position, byte[] into, int at, int length) throws IOException {
            System.arraycopy(data.read(position, length), 0, into, at, length);
        }

        @Override
        public BulkData bulk(long offset, long length) {
            return data.part(offset, length);
        }
    }
}
