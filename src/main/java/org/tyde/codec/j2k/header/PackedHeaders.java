package org.tyde.codec.j2k.header;

import org.tyde.refusal.Refusal;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.TreeMap;

/// Packet headers that stand apart from the packets (PPM, T.800 A.7.4; PPT, A.7.5): segments in the order
/// of their index, joined.
final class PackedHeaders {
    private final Map<Integer, byte[]> segments = new TreeMap<>();
    private byte[] joined = {};
    private int at;

    void add(MarkerSegment segment) throws Refusal {
        int index = segment.u8();
        if (segments.put(index, segment.rest()) != null)
            throw segment.bad("index", index, "T.800 A.7.4, A.7.5");
    }

    boolean empty() {
        return segments.isEmpty();
    }

    byte[] joined() {
        if (joined.length == 0) {
            var all = new ByteArrayOutputStream();
            segments.values().forEach(all::writeBytes);
            joined = all.toByteArray();
        }
        return joined;
    }

    /// @return of PPM, the headers of the next tile-part: a length in four bytes and as many bytes
    /// @throws Refusal when they are cut
    byte[] nextTilePart() throws Refusal {
        var all = joined();
        long length = -1;
        if (all.length - at >= 4)
            length = (long) MarkerSegment.u16(all, at) << 16 | MarkerSegment.u16(all, at + 2);
        if (length < 0 || length > all.length - at - 4)
            throw new Refusal(J2kReason.TRUNCATED, "the packed packet headers end early")
                    .withPlace("PPM")
                    .withRule("T.800 A.7.4");
        var part = new byte[(int) length];
        System.arraycopy(all, at + 4, part, 0, part.length);
        at += 4 + part.length;
        return part;
    }
}
