package org.tyde.dimse;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Breaks after so many bytes.
final class CutStream extends FilterInputStream {
    private int left;

    CutStream(InputStream in, int bytes) {
        super(in);
        left = bytes;
    }

    @Override
    public int read() throws IOException {
        if (left-- <= 0) throw new IOException("the disk is gone");
        return super.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (left <= 0) throw new IOException("the disk is gone");
        int count = super.read(into, offset, Math.min(length, left));
        left -= count;
        return count;
    }
}
