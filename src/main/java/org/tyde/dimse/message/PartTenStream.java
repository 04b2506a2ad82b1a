package org.tyde.dimse.message;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/// A PS3.10 file made of meta information and a data set as it comes over the wire. What breaks below is
/// remembered, so that it can be told from what the reader's disk refuses.
final class PartTenStream extends InputStream {
    private static final int PIECE = 1 << 17;

    private final byte[] head;
    private final InputStream data;
    private int at;
    private @Nullable IOException broken;

    PartTenStream(byte[] head, InputStream data) {
        this.head = head;
        this.data = data;
    }

    /// Why the data set did not come to its end, if it did not.
    Optional<IOException> broken() {
        return Optional.ofNullable(broken);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (at < head.length) {
            int count = Math.min(length, head.length - at);
            System.arraycopy(head, at, into, offset, count);
            at += count;
            return count;
        }
        try {
            return data.read(into, offset, length);
        } catch (IOException failed) {
            broken = failed;
            throw failed;
        }
    }

    /// In pieces as large as the PDUs that come.
    @Override
    public long transferTo(OutputStream out) throws IOException {
        var piece = new byte[PIECE];
        long sum = 0;
        int read;
        while ((read = read(piece, 0, PIECE)) >= 0) {
            out.write(piece, 0, read);
            sum += read;
        }
        return sum;
    }
}
