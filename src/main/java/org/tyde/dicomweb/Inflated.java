package org.tyde.dicomweb;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// An answer with Content-Encoding gzip (RFC 1952), unpacked while it is read; one that grows beyond
/// reason is refused before it fills anything.
final class Inflated extends FilterInputStream {
    /// Whole black images grow a thousandfold; what goes on growing so is no study.
    private static final long FREE = 256L << 20;

    private static final long MOST_TIMES = 200;

    private final Endpoint endpoint;
    private final Counted packed;
    private long unpacked;

    Inflated(InputStream packed, Endpoint endpoint) throws IOException {
        this(new Counted(packed), endpoint);
    }

    private Inflated(Counted packed, Endpoint endpoint) throws IOException {
        super(opened(packed, endpoint));
        this.packed = packed;
        this.endpoint = endpoint;
    }

    private static InputStream opened(Counted packed, Endpoint endpoint) throws IOException {
        try {
            return new GZIPInputStream(packed, 64 * 1024);
        } catch (ZipException | java.io.EOFException damaged) {
            throw DicomwebReason.BROKEN_GZIP.of(endpoint).withRule("RFC 1952").because(damaged);
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count;
        try {
            count = super.read(into, offset, length);
        } catch (ZipException | java.io.EOFException damaged) {
            throw DicomwebReason.BROKEN_GZIP.of(endpoint).withRule("RFC 1952").because(damaged);
        }
        unpacked += Math.max(0, count);
        if (unpacked > FREE && unpacked / MOST_TIMES > packed.count)
            throw DicomwebReason.GZIP_BOMB.of(endpoint, unpacked, packed.count);
        return count;
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) count++;
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = super.read(into, offset, length);
            count += Math.max(0, n);
            return n;
        }
    }
}
