package org.tyde.dicomweb;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// No answer in JSON may fill the memory.
final class Limited extends FilterInputStream {
    private final Endpoint endpoint;
    private final long limit;
    private long count;

    Limited(InputStream in, long limit, Endpoint endpoint) {
        super(in);
        this.limit = limit;
        this.endpoint = endpoint;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int n = super.read(into, offset, length);
        count += Math.max(0, n);
        if (count > limit) throw DicomwebReason.TOO_LARGE.of(endpoint, limit);
        return n;
    }
}
