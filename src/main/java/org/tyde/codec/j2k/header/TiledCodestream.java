package org.tyde.codec.j2k.header;

import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/// The markers of a codestream: its main header, and the bytes of each tile (T.800 Annex A).
public final class TiledCodestream {
    /// Of Rsiz: some extension of T.801.
    private static final int PART_TWO = 0x8000;

    private final byte[] data;
    private final int end;
    private final ImageSize size;
    private final TileHeader main;
    private final PackedHeaders packed = new PackedHeaders();
    private final Map<Integer, TileStream> tiles = new TreeMap<>();
    private int at;
    private boolean cut;

    private TiledCodestream(byte[] data, int end, MarkerSegment siz) throws Refusal {
        this.data = data;
        this.end = end;
        size = ImageSize.of(siz);
        main = new TileHeader(size.components().size());
        at = siz.end();
    }

    /// @param data a codestream, or a JP2 file that holds one
    /// @return its headers, all of them read
    /// @throws Refusal when a marker segment is not what it should be, or a tile is missing although the
    ///     codestream has an end
    public static TiledCodestream of(byte[] data) throws Refusal {
        var range = Jp2Boxes.codestream(data);
        var siz = MarkerSegment.at(data, range.to(), Marker.SIZ, range.from() + 2);
        var stream = new TiledCodestream(data, range.to(), siz);
        stream.mainHeader();
        stream.tileParts();
        return stream;
    }

    /// @param data a codestream, or a JP2 file that holds one
    /// @return the image and tile size alone
    /// @throws Refusal when there is none or it is impossible
    public static ImageSize size(byte[] data) throws Refusal {
        var range = Jp2Boxes.codestream(data);
        return ImageSize.of(MarkerSegment.at(data, range.to(), Marker.SIZ, range.from() + 2));
    }

    /// @return image and tile size
    public ImageSize size() {
        return size;
    }

    /// @return those that have bytes
    public Collection<TileStream> tiles() {
        return tiles.values();
    }

    /// @return whether packet headers are in the main header
    public boolean packedHeaders() {
        return !packed.empty();
    }

    private void mainHeader() throws Refusal {
        if ((size.capabilities() & PART_TWO) != 0) throw partTwo();
        while (true) {
            var marker = marker();
            if (marker == Marker.SOT) return;
            var segment = MarkerSegment.at(data, end, marker, at);
            if (marker == Marker.PPM) packed.add(segment);
            else if (!main.read(segment) && !silent(marker)) throw unexpected();
            at = segment.end();
        }
    }

    /// What of T.801 the main header asks for, by the names of its segments, before any is believed to mean what
    /// T.800 says it means.
    private Refusal partTwo() throws Refusal {
        var names = new ArrayList<String>();
        for (int next = at; end - next >= 4; ) {
            var marker = Marker.of(MarkerSegment.u16(data, next));
            if (marker.isEmpty() || marker.get() == Marker.SOT) break;
            if (marker.get().partTwo() && !names.contains(marker.get().name()))
                names.add(marker.get().name());
            next = MarkerSegment.at(data, end, marker.get(), next).end();
        }
        var what = names.isEmpty() ? "extensions" : String.join(", ", names);
        return new Refusal(J2kReason.UNSUPPORTED, what + " of JPEG 2000 Part 2")
                .withPlace("SIZ")
                .withRule("T.801 A.2, A.3");
    }

    /// Segments that do not change how samples are decoded: lengths, registration, text, profiles.
    private static boolean silent(Marker marker) {
        return switch (marker) {
            case TLM, PLM, PLT, CRG, COM, CAP, CPF, PRF -> true;
            case SOC, SIZ, COD, COC, QCD, QCC, RGN, POC, PPM, PPT, SOT, SOP, EPH, SOD, EOC -> false;
            case DCO, VMS, DFS, ADS, MCT, MCC, NLT, MCO, CBD, ATK -> false;
        };
    }

    private void tileParts() throws Refusal {
        while (end - at >= 2 && MarkerSegment.u16(data, at) == Marker.SOT.code()) tilePart();
        // the last tile-part may have taken the end marker with it
        cut = end - at < 2 && MarkerSegment.u16(data, end - 2) != Marker.EOC.code();
        boolean ended = end - at < 2 || MarkerSegment.u16(data, at) == Marker.EOC.code();
        // bytes after the last tile-part do no harm once every tile is there
        if (!ended && tiles.size() < size.tiles()) throw unexpected();
        if (tiles.isEmpty() || !cut && tiles.size() < size.tiles()) throw tilesMissing();
    }

    /// @return whether the bytes end before the codestream does, so that packets and tiles may be missing
    public boolean cut() {
        return cut;
    }

    /// @return why a frame cannot be whole whose tiles are not all there
    public Refusal tilesMissing() {
        return new Refusal(
                        J2kReason.TRUNCATED,
                        tiles.size() + " of " + size.tiles() + " tiles are there")
                .withPlace("byte " + at)
                .withRule("T.800 A.4.2");
    }

    private void tilePart() throws Refusal {
        int start = at;
        var sot = MarkerSegment.at(data, end, Marker.SOT, at);
        int index = sot.u16();
        long length = sot.u32();
        int part = sot.u8();
        if (index >= size.tiles()) throw sot.bad("Isot", index, "T.800 A.4.2");
        at = sot.end();
        var tile = tiles.get(index);
        if (tile == null) {
            tile = new TileStream(data, index, new TileHeader(main));
            tiles.put(index, tile);
        }
        if (!packed.empty()) tile.addHeaders(packed.nextTilePart());
        for (var marker = marker(); marker != Marker.SOD; marker = marker()) {
            var segment = MarkerSegment.at(data, end, marker, at);
            if (marker == Marker.PPT) tile.packed().add(segment);
            else if (tile.begun() && marker != Marker.POC && !silent(marker)) throw unexpected();
            else if (!tile.header().read(segment) && !silent(marker)) throw unexpected();
            at = segment.end();
        }
        at += 2;
        // a length of 0 is that of the last tile-part; bytes after its packets do no harm
        long stop = length == 0 ? end : Math.min(start + length, end);
        if (stop < at) throw sot.bad("Psot of tile-part " + part, length, "T.800 A.4.2");
        tile.addBody(at, (int) stop);
        at = (int) stop;
    }

    /// @return the marker at the place, which a segment follows
    private Marker marker() throws Refusal {
        while (true) {
            if (end - at < 2)
                throw new Refusal(J2kReason.TRUNCATED, "no packets follow the headers")
                        .withPlace("byte " + at)
                        .withRule("T.800 A.3");
            int code = MarkerSegment.u16(data, at);
            // reserved markers without a segment (T.800 Table A.1)
            if (code >= 0xFF30 && code <= 0xFF3F) {
                at += 2;
                continue;
            }
            var known = Marker.of(code);
            if (known.isPresent() && known.get().partTwo())
                throw new Refusal(J2kReason.UNSUPPORTED, known.get() + " of JPEG 2000 Part 2")
                        .withPlace(MarkerSegment.place(known.get(), at))
                        .withRule("T.801 A.3");
            return known.orElseThrow(this::unexpected);
        }
    }

    private Refusal unexpected() {
        return new Refusal(
                        J2kReason.UNEXPECTED_MARKER,
                        "0x%04X".formatted(MarkerSegment.u16(data, at)))
                .withPlace("byte " + at)
                .withRule("T.800 Table A.2");
    }
}
