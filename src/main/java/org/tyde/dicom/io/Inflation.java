package org.tyde.dicom.io;

import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.DicomReason;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// A deflated data set (PS3.5 A.5), inflated. It is gone through twice, first to count: so a few bytes
/// that would become a gigabyte are refused before any memory is taken for them.
final class Inflation {
    /// A data set may grow to that size, or to that many times its deflated size, up to the limit.
    private static final long USUAL = 48 << 20;

    private static final long RATIO = 100;
    private static final int PIECE = 1 << 16;

    private final Origin origin;
    private final long start;
    private final ReaderLimits limits;
    private final List<Warning> warnings;

    private boolean whole;
    private long consumed;

    Inflation(Origin origin, long start, ReaderLimits limits, List<Warning> warnings) {
        this.origin = origin;
        this.start = start;
        this.limits = limits;
        this.warnings = warnings;
    }

    /// @throws DicomFormatException where it is damaged, or grows beyond the limit
    byte[] all() throws IOException {
        boolean bare = true;
        long size;
        try {
            size = inflate(true, new byte[PIECE], true);
        } catch (DicomFormatException damaged) {
            if (damaged.reason() != DicomReason.NOT_INFLATABLE || !hasZlibHeader()) throw damaged;
            bare = false;
            size = inflate(false, new byte[PIECE], true);
            warn(Warning.Kind.ZLIB_HEADER, start);
        }
        if (!whole && size == 0) throw damaged(Optional.empty());
        if (!whole) warn(Warning.Kind.DEFLATED_CUT_OFF, origin.size());
        else if (origin.size() - start - consumed > 1) // one byte makes the length even
        warn(Warning.Kind.TRAILING_BYTES, start + consumed);
        var all = new byte[Math.toIntExact(size)];
        inflate(bare, all, false);
        return all;
    }

    private void warn(Warning.Kind kind, long offset) {
        warnings.add(new Warning(kind, "", offset));
    }

    /// RFC 1950: method 8, and a check over both bytes.
    private boolean hasZlibHeader() throws IOException {
        if (origin.size() - start < 2) return false;
        var head = new byte[2];
        origin.read(start, head, 0, 2);
        int both = (head[0] & 0xFF) << 8 | head[1] & 0xFF;
        return (head[0] & 0x0F) == 8 && both % 31 == 0;
    }

    private DicomFormatException damaged(Optional<DataFormatException> how) {
        var refusal =
                new DicomFormatException(DicomReason.NOT_INFLATABLE, start)
                        .at("")
                        .withRule("PS3.5 A.5");
        how.ifPresent(refusal::because);
        return refusal;
    }

    /// @param again whether the array is filled again and again, only the count being wanted
    /// @return bytes inflated
    private long inflate(boolean bare, byte[] into, boolean again) throws IOException {
        var inflater = new Inflater(bare);
        var in = new byte[PIECE];
        long position = start;
        long most = Math.min(limits.inflated(), Math.max(USUAL, RATIO * (origin.size() - start)));
        long size = 0;
        try {
            while (!inflater.finished() && (again || size < into.length)) {
                if (inflater.needsDictionary()) throw damaged(Optional.empty());
                if (inflater.needsInput()) {
                    int count = (int) Math.min(PIECE, origin.size() - position);
                    if (count <= 0) break;
                    origin.read(position, in, 0, count);
                    inflater.setInput(in, 0, count);
                    position += count;
                }
                int at = again ? 0 : (int) size;
                size += inflater.inflate(into, at, into.length - at);
                if (size > most)
                    throw new DicomFormatException(DicomReason.TOO_LARGE_INFLATED, start, most)
                            .at("")
                            .withRule("PS3.5 A.5");
            }
            whole = inflater.finished();
            consumed = inflater.getBytesRead();
            return size;
        } catch (DataFormatException broken) {
            throw damaged(Optional.of(broken));
        } finally {
            inflater.end();
        }
    }
}
