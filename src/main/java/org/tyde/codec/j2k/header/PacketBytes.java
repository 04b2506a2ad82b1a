package org.tyde.codec.j2k.header;

/// Bytes of packets, or of packet headers, and how far they have been read.
public final class PacketBytes {
    private final byte[] data;
    private final int end;
    private int at;

    PacketBytes(byte[] data, int from, int end) {
        this.data = data;
        this.at = from;
        this.end = end;
    }

    /// @return the array they stand in, not a copy
    public byte[] data() {
        return data;
    }

    /// @return bytes not read yet
    public int left() {
        return end - at;
    }

    /// @param marker one of two bytes
    /// @return whether it stands here
    public boolean at(Marker marker) {
        return left() >= 2 && MarkerSegment.u16(data, at) == marker.code();
    }

    /// @param count no more than are left
    /// @return offset of the first of them in the array; the rest begins after them
    /// @throws IndexOutOfBoundsException when there are fewer
    public int take(int count) {
        if (count > left()) throw new IndexOutOfBoundsException(count);
        at += count;
        return at - count;
    }
}
