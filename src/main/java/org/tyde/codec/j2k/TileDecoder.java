package org.tyde.codec.j2k;

import org.tyde.codec.j2k.header.ComponentStyle;
import org.tyde.codec.j2k.header.J2kReason;
import org.tyde.codec.j2k.header.PacketBytes;
import org.tyde.codec.j2k.header.TileStream;
import org.tyde.codec.j2k.header.TiledCodestream;
import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.List;

/// From the packets of one tile to the samples of its components.
final class TileDecoder {
    private final TiledCodestream stream;
    private final int reduction;
    private final Limits limits;

    /// @param reduction resolutions left out, at most the fewest levels of any tile-component
    TileDecoder(TiledCodestream stream, int reduction, Limits limits) {
        this.stream = stream;
        this.reduction = reduction;
        this.limits = limits;
    }

    List<Plane> decode(TileStream tile, BlockWorker worker) throws Refusal {
        var header = tile.header();
        var body = tile.body();
        var headers = tile.headers(body, stream.packedHeaders());
        long bytes = (long) headers.left() + body.left();
        var components = new TileGeometry(stream.size(), tile, bytes).components();
        readPackets(tile, components, headers, body, bytes);
        var planes = new ArrayList<Plane>();
        for (int c = 0; c < components.size(); c++)
            planes.add(plane(header.style(c), components.get(c), body.data(), worker));
        if (header.style().transformed()) ComponentTransform.undo(planes);
        return planes;
    }

    private void readPackets(
            TileStream tile,
            List<List<Resolution>> components,
            PacketBytes headers,
            PacketBytes body,
            long bytes)
            throws Refusal {
        var header = tile.header();
        int last = 0;
        for (var component : components) last = Math.max(last, component.size() - 1 - reduction);
        var order = new PacketOrder(components, header.style().layers(), last, limits);
        if (order.count() > bytes)
            throw new Refusal(
                            J2kReason.TRUNCATED, order.count() + " packets in " + bytes + " bytes")
                    .withPlace("tile " + tile.index())
                    .withRule("T.800 B.9");
        var reader = new PacketReader(headers, body, tile.index());
        order.walk(header.volumes(), reader::read);
    }

    private Plane plane(
            ComponentStyle style, List<Resolution> resolutions, byte[] packets, BlockWorker worker)
            throws Refusal {
        int kept = resolutions.size() - reduction;
        var samples = new ArrayList<BandSamples>();
        for (var resolution : resolutions.subList(0, kept)) {
            int first = samples.size();
            for (var band : resolution.bands())
                samples.add(new BandSamples(band, style.reversible()));
            for (var precinct : resolution.precincts())
                for (var part : precinct.parts)
                    decode(part, samples.get(first + place(part.band)), packets, worker);
        }
        var area = resolutions.get(kept - 1).area();
        if (style.reversible()) {
            var low = samples.getFirst().whole();
            for (int r = 1; r < kept; r++)
                low =
                        ReversibleWavelet.synthesize(
                                resolutions.get(r).area(),
                                new int[][] {
                                    low,
                                    samples.get(3 * r - 2).whole(),
                                    samples.get(3 * r - 1).whole(),
                                    samples.get(3 * r).whole()
                                });
            return new Plane.Whole(area, low);
        }
        var low = samples.getFirst().real();
        for (int r = 1; r < kept; r++)
            low =
                    IrreversibleWavelet.synthesize(
                            resolutions.get(r).area(),
                            new float[][] {
                                low,
                                samples.get(3 * r - 2).real(),
                                samples.get(3 * r - 1).real(),
                                samples.get(3 * r).real()
                            });
        return new Plane.Real(area, low);
    }

    private static int place(Subband band) {
        return Math.max(0, band.orientation().index() - 1);
    }

    private void decode(Precinct.Part part, BandSamples samples, byte[] packets, BlockWorker worker)
            throws Refusal {
        for (var block : part.blocks)
            if (block.passes > 0) {
                limits.check();
                worker.decode(packets, block, samples);
            }
    }
}
