package org.tyde.dicom.io;

import org.tyde.dicom.BulkData;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/// A part of a file, opened for each reading.
record FileBulk(Path path, long offset, long length) implements BulkData {
    @Override
    public byte[] read(long from, int count) throws IOException {
        Objects.checkFromIndexSize(from, count, length);
        var bytes = new byte[count];
        var buffer = ByteBuffer.wrap(bytes);
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, offset + from + buffer.position()) < 0)
                    throw new EOFException(path + " is shorter than when it was read");
            }
        }
        return bytes;
    }
}
