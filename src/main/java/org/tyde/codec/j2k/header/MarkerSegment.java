package org.tyde.codec.j2k.header;

import org.tyde.refusal.Refusal;

import java.util.Arrays;

/// One marker segment, read from front to back (T.800 A.1.3).
final class MarkerSegment {
    private final byte[] data;
    private final Marker marker;
    private final int offset;
    private final int end;
    private int at;

    private MarkerSegment(byte[] data, Marker marker, int offset, int end) {
        this.data = data;
        this.marker = marker;
        this.offset = offset;
        this.end = end;
        this.at = offset + 4;
    }

    /// @param offset of the marker itself
    static MarkerSegment at(byte[] data, int limit, Marker marker, int offset) throws Refusal {
        int length = offset + 4 <= limit ? u16(data, offset + 2) : 0;
        if (length < 2 || length > limit - offset - 2)
            throw new Refusal(J2kReason.CUT_MARKER, marker.name(), length)
                    .withPlace(place(marker, offset))
                    .withRule("T.800 A.1.3");
        return new MarkerSegment(data, marker, offset, offset + 2 + length);
    }

    static int u16(byte[] data, int at) {
        return (data[at] & 0xFF) << 8 | data[at + 1] & 0xFF;
    }

    static String place(Marker marker, int offset) {
        return marker.name() + " at byte " + offset;
    }

    Marker marker() {
        return marker;
    }

    int offset() {
        return offset;
    }

    /// @return offset of the first byte after the segment
    int end() {
        return end;
    }

    /// @return bytes not read yet
    int left() {
        return end - at;
    }

    int u8() throws Refusal {
        need(1);
        return data[at++] & 0xFF;
    }

    int u16() throws Refusal {
        need(2);
        at += 2;
        return u16(data, at - 2);
    }

    long u32() throws Refusal {
        return (long) u16() << 16 | u16();
    }

    /// @return one byte, or two where there are more than 256 components (T.800 A.6.2)
    int component(int components) throws Refusal {
        int index = components < 257 ? u8() : u16();
        if (index >= components) throw bad("component", index, "T.800 A.6");
        return index;
    }

    byte[] rest() {
        var bytes = Arrays.copyOfRange(data, at, end);
        at = end;
        return bytes;
    }

    private void need(int bytes) throws Refusal {
        if (left() < bytes)
            throw new Refusal(J2kReason.CUT_MARKER, marker.name(), end - offset - 2)
                    .withPlace(place(marker, offset))
                    .withRule("T.800 A.1.3");
    }

    Refusal bad(String parameter, long value, String rule) {
        return new Refusal(J2kReason.BAD_PARAMETER, marker.name(), parameter, value)
                .withPlace(place(marker, offset))
                .withRule(rule);
    }

    Refusal unsupported(String what) {
        return new Refusal(J2kReason.UNSUPPORTED, what).withPlace(place(marker, offset));
    }
}
