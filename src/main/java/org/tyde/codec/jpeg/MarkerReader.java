package org.tyde.codec.jpeg;

import org.tyde.refusal.Refusal;

/// Walks from marker to marker (T.81 B.1.1).
final class MarkerReader {
    private final byte[] data;
    private int at;
    private int start;
    private int marker;
    private boolean ended;

    /// @throws Refusal when the data do not begin with SOI
    MarkerReader(byte[] data) throws Refusal {
        this.data = data;
        if (data.length < 4 || (data[0] & 0xFF) != 0xFF || (data[1] & 0xFF) != Marker.SOI)
            throw new Refusal(JpegReason.NO_START)
                    .withPlace("offset 0")
                    .withRule("ITU-T T.81 B.2.1");
        at = 2;
    }

    /// @return the next marker; EOI also where the data end without one, as many real streams do
    /// @throws Refusal when something else stands there
    int next() throws Refusal {
        marker = Marker.EOI;
        start = at;
        ended = true;
        if (at >= data.length - 1) return marker;
        if ((data[at] & 0xFF) != 0xFF)
            throw new Refusal(JpegReason.NO_MARKER, at).withRule("ITU-T T.81 B.1.1.2");
        // any number of fill bytes may stand before the code (B.1.1.2)
        while (at < data.length && (data[at] & 0xFF) == 0xFF) at++;
        if (at >= data.length) return marker;
        ended = false;
        start = at - 1;
        marker = data[at++] & 0xFF;
        return marker;
    }

    /// @return whether the data ended where the last marker should stand
    boolean ended() {
        return ended;
    }

    /// @return the parameters of the marker just read
    Segment segment() throws Refusal {
        int length = at + 2 <= data.length ? (data[at] & 0xFF) << 8 | data[at + 1] & 0xFF : 0;
        int from = at + 2;
        at += length;
        if (length < 2 || at > data.length)
            throw new Refusal(JpegReason.SEGMENT_CUT, Marker.name(marker))
                    .withPlace("offset " + start)
                    .withRule("ITU-T T.81 B.1.1.4");
        return new Segment(data, marker, start, from, at);
    }

    /// @return where the next byte stands
    int offset() {
        return at;
    }

    /// @param offset where to go on
    void moveTo(int offset) {
        at = offset;
    }
}
