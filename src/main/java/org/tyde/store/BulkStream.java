package org.tyde.store;

import org.tyde.dicom.BulkData;

import java.io.IOException;
import java.io.InputStream;

/// Bulk data read from its beginning to its end, in large pieces.
final class BulkStream extends InputStream {
    private static final int PIECE = 256 * 1024;

    private final BulkData data;
    private byte[] piece = {};
    private int at;
    private long read;

    BulkStream(BulkData data) {
        this.data = data;
    }

    @Override
    public int read() throws IOException {
        return fill() ? piece[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) return 0;
        if (!fill()) return -1;
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, into, offset, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        if (at < piece.length) return true;
        long left = data.length() - read;
        if (left == 0) return false;
        piece = data.read(read, (int) Math.min(PIECE, left));
        read += piece.length;
        at = 0;
        return true;
    }
}
