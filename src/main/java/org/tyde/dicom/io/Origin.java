package org.tyde.dicom.io;

import org.tyde.dicom.BulkData;
import org.tyde.dicom.DicomReason;
import org.tyde.refusal.Refusal;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Where the bytes of a file come from.
sealed interface Origin extends Closeable {
    long size();

    /// Fills exactly that part of the array.
    void read(long position, byte[] into, int at, int length) throws IOException;

    /// A part that is read when someone asks, also after this is closed.
    BulkData bulk(long offset, long length);

    @Override
    default void close() throws IOException {}

    /// A file, open while it is parsed.
    record OfFile(Path path, FileChannel channel, long size) implements Origin {
        static OfFile open(Path path) throws IOException {
            var channel = channel(path);
            try {
                return new OfFile(path, channel, channel.size());
            } catch (IOException failed) {
                channel.close();
                throw failed;
            }
        }

        private static FileChannel channel(Path path) throws IOException {
            try {
                return FileChannel.open(path, StandardOpenOption.READ);
            } catch (NoSuchFileException missing) {
                throw new Refusal(DicomReason.NO_SUCH_FILE, path).because(missing);
            } catch (AccessDeniedException denied) {
                throw new Refusal(DicomReason.ACCESS_DENIED, path).because(denied);
            }
        }

        @Override
        public void read(long position, byte[] into, int at, int length) throws IOException {
            var buffer = ByteBuffer.wrap(into, at, length);
            try {
                while (buffer.hasRemaining()) {
                    int count = channel.read(buffer, position + buffer.position() - at);
                    if (count < 0)
                        throw new EOFException(path + " became shorter while it was read");
                }
            } catch (IOException failed) {
                if (!Files.isDirectory(path)) throw failed;
                throw new Refusal(DicomReason.A_FOLDER, path).because(failed);
            }
        }

        @Override
        public BulkData bulk(long offset, long length) {
            return new FileBulk(path, offset, length);
        }

        @Override
        public void close() throws IOException {
            channel.close();
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
