package org.tyde.dicom;

import java.io.IOException;
import java.util.Objects;

/// Bytes that stay where they are until someone asks: in a file, an encrypted blob or memory. Words
/// are little endian, whatever the file's transfer syntax.
public interface BulkData {
    /// @return bytes
    long length();

    /// @param offset of the first byte, from 0
    /// @param length bytes wanted
    /// @return exactly that many bytes; the caller's own array
    /// @throws IOException where the bytes cannot be had
    /// @throws IndexOutOfBoundsException past the end
    byte[] read(long offset, int length) throws IOException;

    /// @return all bytes
    /// @throws IOException where the bytes cannot be had
    default byte[] all() throws IOException {
        return read(0, Math.toIntExact(length()));
    }

    /// @return all bytes, perhaps in the array that keeps them: nobody may write to it
    /// @throws IOException where the bytes cannot be had
    default byte[] lent() throws IOException {
        return all();
    }

    /// @param bytes copied
    /// @return bulk data in memory
    static BulkData of(byte[] bytes) {
        return new MemoryBulk(bytes.clone(), 0, bytes.length);
    }

    /// @param source not copied: nobody writes to it any more
    /// @param start index of the first byte
    /// @param length bytes
    /// @return bulk data in memory
    static BulkData over(byte[] source, int start, int length) {
        return new MemoryBulk(source, start, length);
    }

    /// @param offset of the first byte
    /// @param length bytes
    /// @return a part of this, nothing copied
    default BulkData part(long offset, long length) {
        Objects.checkFromIndexSize(offset, length, length());
        var whole = this;
        return new BulkData() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public byte[] read(long from, int count) throws IOException {
                Objects.checkFromIndexSize(from, count, length);
                return whole.read(offset + from, count);
            }
        };
    }
}
