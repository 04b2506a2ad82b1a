package org.tyde.codec.j2k.header;

import org.tyde.refusal.Refusal;

/// What COD says of all components of a tile (T.800 A.6.1, Tables A.13 and A.14).
///
/// @param order of the packets
/// @param layers 1 to 65535
/// @param transformed whether the first three components are RCT or ICT
public record TileStyle(Progression order, int layers, boolean transformed) {
    /// Reads the style of the tile, then that of its components.
    static TileStyle of(MarkerSegment cod) throws Refusal {
        int code = cod.u8();
        var order = Progression.of(code);
        int layers = cod.u16();
        int transform = cod.u8();
        if (order.isEmpty()) throw cod.bad("progression order", code, "T.800 Table A.16");
        if (layers < 1) throw cod.bad("layers", layers, "T.800 Table A.14");
        if (transform > 1) throw cod.bad("component transform", transform, "T.800 Table A.17");
        return new TileStyle(order.get(), layers, transform == 1);
    }
}
