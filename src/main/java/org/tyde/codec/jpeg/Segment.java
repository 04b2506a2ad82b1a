package org.tyde.codec.jpeg;

import org.tyde.refusal.Reason;
import org.tyde.refusal.Refusal;

/// The parameters of one marker segment, read in order (T.81 B.1.1.4).
final class Segment {
    private final byte[] data;
    private final int marker;
    private final int start;
    private final int end;
    private int at;

    /// @param data the stream
    /// @param marker its code
    /// @param start where the marker stands
    /// @param from the first parameter
    /// @param end after the last
    Segment(byte[] data, int marker, int start, int from, int end) {
        this.data = data;
        this.marker = marker;
        this.start = start;
        this.at = from;
        this.end = end;
    }

    int marker() {
        return marker;
    }

    int left() {
        return end - at;
    }

    int u8() throws Refusal {
        if (at >= end) throw cut();
        return data[at++] & 0xFF;
    }

    int u16() throws Refusal {
        return u8() << 8 | u8();
    }

    private Refusal cut() {
        return new Refusal(JpegReason.SEGMENT_CUT, Marker.name(marker))
                .withPlace("offset " + start)
                .withRule("ITU-T T.81 B.1.1.4");
    }

    /// @param section of T.81 that the parameters break
    Refusal wrong(String section) {
        return refused(JpegReason.SEGMENT_WRONG, section, Marker.name(marker));
    }

    Refusal refused(Reason reason, String section, Object... arguments) {
        return new Refusal(reason, arguments)
                .withPlace(Marker.name(marker) + ", offset " + start)
                .withRule("ITU-T T.81 " + section);
    }
}
