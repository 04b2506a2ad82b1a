package org.tyde.codec.j2k;

import org.tyde.codec.j2k.header.ComponentStyle;
import org.tyde.codec.j2k.header.J2kReason;
import org.tyde.codec.j2k.header.PacketBytes;
import org.tyde.codec.j2k.header.TileStream;
import org.tyde.codec.j2k.header.TiledCodestream;
import org.tyde.refusal.Refusal;
import org.tyde.work.Pieces;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// From the packets of one tile to the samples of its components.
final class TileDecoder {
    private final TiledCodestream stream;
    private final int reduction;
    private final Limits limits;
    private final Pieces pieces;
    private final Supplier<BlockWorker> workers;

    /// A code-block and where its coefficients go.
    private record Task(Block block, BandSamples samples) {}

    /// @param reduction resolutions left out, at most the fewest levels of any tile-component
    /// @param pieces computes the code-blocks
    /// @param workers one for each thread that takes part
    TileDecoder(
            TiledCodestream stream,
            int reduction,
            Limits limits,
            Pieces pieces,
            Supplier<BlockWorker> workers) {
        this.stream = stream;
        this.reduction = reduction;
        this.limits = limits;
        this.pieces = pieces;
        this.workers = workers;
    }

    List<Plane> decode(TileStream tile) throws Refusal {
        var header = tile.header();
        var body = tile.body();
        var headers = tile.headers(body, stream.packedHeaders());
        long bytes = (long) headers.left() + body.left();
        var components = new TileGeometry(stream.size(), tile, bytes).components();
        readPackets(tile, components, headers, body, bytes);
        var samples = new ArrayList<List<BandSamples>>();
        var tasks = new ArrayList<Task>();
        for (int c = 0; c < components.size(); c++)
            samples.add(samples(header.style(c), components.get(c), tasks));
        decode(tasks, body.data());
        var planes = new Plane[components.size()];
        pieces.compute(
                planes.length,
                () -> c -> planes[c] = plane(header.style(c), components.get(c), samples.get(c)));
        if (header.style().transformed()) ComponentTransform.undo(List.of(planes));
        return List.of(planes);
    }

    private void decode(List<Task> tasks, byte[] packets) throws Refusal {
        pieces.compute(
                tasks.size(),
                () -> {
                    var worker = workers.get();
                    return i -> {
                        limits.check();
                        worker.decode(packets, tasks.get(i).block, tasks.get(i).samples);
                    };
                });
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

    /// Room for the coefficients of the resolutions that are kept, and the code-blocks that fill it.
    private List<BandSamples> samples(
            ComponentStyle style, List<Resolution> resolutions, List<Task> tasks) {
        var samples = new ArrayList<BandSamples>();
        for (var resolution : resolutions.subList(0, resolutions.size() - reduction)) {
            int first = samples.size();
            for (var band : resolution.bands())
                samples.add(new BandSamples(band, style.reversible()));
            for (var precinct : resolution.precincts())
                for (var part : precinct.parts) {
                    int place = Math.max(0, part.band.orientation().index() - 1);
                    for (var block : part.blocks)
                        if (block.passes > 0)
                            tasks.add(new Task(block, samples.get(first + place)));
                }
        }
        return samples;
    }

    private Plane plane(
            ComponentStyle style, List<Resolution> resolutions, List<BandSamples> samples)
            throws Refusal {
        int kept = resolutions.size() - reduction;
        var area = resolutions.get(kept - 1).area();
        var lowest = resolutions.getFirst().area();
        if (style.reversible()) {
            var low = new int[lowest.height()][];
            for (int y = 0; y < low.length; y++) low[y] = samples.getFirst().wholeRow(y);
            for (int r = 1; r < kept; r++) {
                limits.check();
                low =
                        ReversibleWavelet.synthesize(
                                resolutions.get(r).area(),
                                low,
                                samples.get(3 * r - 2).whole(),
                                samples.get(3 * r - 1).whole(),
                                samples.get(3 * r).whole());
            }
            return new Plane.Whole(area, low);
        }
        var low = new float[lowest.height()][];
        for (int y = 0; y < low.length; y++) low[y] = samples.getFirst().realRow(y);
        for (int r = 1; r < kept; r++) {
            limits.check();
            low =
                    IrreversibleWavelet.synthesize(
                            resolutions.get(r).area(),
                            low,
                            samples.get(3 * r - 2).real(),
                            samples.get(3 * r - 1).real(),
                            samples.get(3 * r).real());
        }
        return new Plane.Real(area, low);
    }
}
