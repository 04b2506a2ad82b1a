package org.tyde.codec.j2k;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// The bytes of one tile, gathered from its tile-parts (T.800 A.4.2).
final class TileStream {
    private final byte[] data;
    private final int index;
    private final TileHeader header;
    private final PackedHeaders packed = new PackedHeaders();
    private final ByteArrayOutputStream fromMain = new ByteArrayOutputStream();
    private final List<int[]> bodies = new ArrayList<>();

    TileStream(byte[] data, int index, TileHeader header) {
        this.data = data;
        this.index = index;
        this.header = header;
    }

    int index() {
        return index;
    }

    TileHeader header() {
        return header;
    }

    /// @return the PPT segments of this tile
    PackedHeaders packed() {
        return packed;
    }

    /// @param headers of one tile-part, out of PPM
    void addHeaders(byte[] headers) {
        fromMain.writeBytes(headers);
    }

    void addBody(int from, int to) {
        bodies.add(new int[] {from, to});
    }

    boolean begun() {
        return !bodies.isEmpty();
    }

    /// @return the packets of all tile-parts: where they stand, or joined
    Bytes body() {
        if (bodies.size() == 1) {
            var only = bodies.getFirst();
            return new Bytes(data, only[0], only[1]);
        }
        var all = new ByteArrayOutputStream();
        for (var part : bodies) all.write(data, part[0], part[1] - part[0]);
        var joined = all.toByteArray();
        return new Bytes(joined, 0, joined.length);
    }

    /// @param inMain whether the main header holds the packet headers
    /// @return the packet headers where they stand apart from the packets, else the packets
    Bytes headers(Bytes body, boolean inMain) {
        if (!inMain && packed.empty()) return body;
        var apart = packed.empty() ? fromMain.toByteArray() : packed.joined();
        return new Bytes(apart, 0, apart.length);
    }

    /// Some bytes of an array, and how far they have been read.
    static final class Bytes {
        final byte[] data;
        final int end;
        int at;

        Bytes(byte[] data, int from, int end) {
            this.data = data;
            this.at = from;
            this.end = end;
        }

        int left() {
            return end - at;
        }

        boolean marker(Marker marker) {
            return left() >= 2 && MarkerSegment.u16(data, at) == marker.code();
        }
    }
}
