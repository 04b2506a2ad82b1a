package org.tyde.codec.j2k.header;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// The bytes of one tile, gathered from its tile-parts (T.800 A.4.2).
public final class TileStream {
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

    /// @return its number
    public int index() {
        return index;
    }

    /// @return its coding parameters
    public TileHeader header() {
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
    public PacketBytes body() {
        if (bodies.size() == 1) {
            var only = bodies.getFirst();
            return new PacketBytes(data, only[0], only[1]);
        }
        var all = new ByteArrayOutputStream();
        for (var part : bodies) all.write(data, part[0], part[1] - part[0]);
        var joined = all.toByteArray();
        return new PacketBytes(joined, 0, joined.length);
    }

    /// @param body the packets
    /// @param inMain whether the main header holds the packet headers
    /// @return the packet headers where they stand apart from the packets, else the packets
    public PacketBytes headers(PacketBytes body, boolean inMain) {
        if (!inMain && packed.empty()) return body;
        var apart = packed.empty() ? fromMain.toByteArray() : packed.joined();
        return new PacketBytes(apart, 0, apart.length);
    }
}
