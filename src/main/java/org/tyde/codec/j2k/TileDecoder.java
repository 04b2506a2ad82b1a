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
    /// Bits of a sample that 32-bit arithmetic of the wavelets and of RCT holds without overflow.
    private static final int NARROW_PRECISION = 26;

    private final TiledCodestream stream;
    private final int reduction;
    private final Limits limits;
    private final Pieces pieces;
    private final Supplier<BlockWorker> workers;
    private final Memory.Loan memory;

    /// A code-block and where its coefficients go.
    private record Task(Block block, Subband band, Plane plane) {}

    /// @param reduction resolutions left out, at most the fewest levels of any tile-component
    /// @param pieces computes the code-blocks
    /// @param workers one for each thread that takes part
    /// @param memory holds the planes
    TileDecoder(
            TiledCodestream stream,
            int reduction,
            Limits limits,
            Pieces pieces,
            Supplier<BlockWorker> workers,
            Memory.Loan memory) {
        this.stream = stream;
        this.reduction = reduction;
        this.limits = limits;
        this.pieces = pieces;
        this.workers = workers;
        this.memory = memory;
    }

    List<Plane> decode(TileStream tile) throws Refusal {
        var header = tile.header();
        var body = tile.body();
        var headers = tile.headers(body, stream.packedHeaders());
        long bytes = (long) headers.left() + body.left();
        var components = new TileGeometry(stream.size(), tile, bytes).components();
        readPackets(tile, components, headers, body, bytes);
        var planes = new ArrayList<Plane>();
        var tasks = new ArrayList<Task>();
        for (int c = 0; c < components.size(); c++) {
            int kept = components.get(c).size() - reduction;
            var resolutions = components.get(c).subList(0, kept);
            planes.add(plane(c, header.style(c), resolutions));
            addTasks(resolutions, planes.getLast(), tasks);
        }
        decode(tasks, body.data());
        pieces.compute(planes.size(), () -> c -> undoWavelet(planes.get(c)));
        return planes;
    }

    private void decode(List<Task> tasks, byte[] packets) throws Refusal {
        pieces.compute(
                tasks.size(),
                () -> {
                    var worker = workers.get();
                    return i -> {
                        limits.check();
                        var task = tasks.get(i);
                        worker.decode(packets, task.block, task.band, task.plane);
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

    private Plane plane(int component, ComponentStyle style, List<Resolution> resolutions) {
        var layout = new PlaneLayout(resolutions.stream().map(Resolution::area).toList());
        int width = layout.area().width();
        int height = layout.area().height();
        if (wide(component, resolutions))
            return new Plane.Wide(
                    layout,
                    memory.wide(height, width),
                    style.reversible(),
                    new WideWavelet(style.reversible(), width));
        return style.reversible()
                ? new Plane.Whole(layout, memory.whole(height, width), new ReversibleWavelet(width))
                : new Plane.Real(
                        layout, memory.real(height, width), new IrreversibleWavelet(width));
    }

    private boolean wide(int component, List<Resolution> resolutions) {
        return stream.size().components().get(component).precision() > NARROW_PRECISION
                || resolutions.stream()
                        .flatMap(one -> one.bands().stream())
                        .anyMatch(band -> band.planes() > BlockWorker.NARROW_PLANES);
    }

    /// All code-blocks, those without bytes too: they write zeros.
    private static void addTasks(List<Resolution> resolutions, Plane plane, List<Task> tasks) {
        for (var resolution : resolutions)
            for (var precinct : resolution.precincts())
                for (var part : precinct.parts)
                    for (var block : part.blocks) tasks.add(new Task(block, part.band, plane));
    }

    private void undoWavelet(Plane plane) throws Refusal {
        for (int level = 1; level < plane.layout().resolutions(); level++) {
            limits.check();
            plane.undo(level);
        }
    }
}
