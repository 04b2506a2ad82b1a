package org.tyde.codec.j2k;

import org.tyde.codec.j2k.header.ComponentStyle;
import org.tyde.codec.j2k.header.J2kReason;
import org.tyde.codec.j2k.header.PacketBytes;
import org.tyde.codec.j2k.header.Rectangle;
import org.tyde.codec.j2k.header.TileStream;
import org.tyde.codec.j2k.header.TiledCodestream;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.Pieces;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// From the packets of one tile to the samples of its components.
final class TileDecoder {
    /// Bits of a sample that 32-bit arithmetic of the wavelets and of RCT holds without overflow.
    static final int NARROW_PRECISION = 26;

    private final TiledCodestream stream;
    private final int reduction;
    private final Rectangle frame;
    private final JobContext job;
    private final Pieces pieces;
    private final Supplier<BlockWorker> workers;
    private final Memory.Loan memory;
    private final Losses losses;

    /// A code-block and where its coefficients go.
    private record Task(Block block, Subband band, Plane plane) {}

    /// @param reduction resolutions left out, at most the fewest levels of any tile-component
    /// @param frame what of the reference grid of that resolution is wanted
    /// @param pieces computes the code-blocks
    /// @param workers one for each thread that takes part
    /// @param memory holds the planes
    /// @param losses told when packets of the tile are missing
    TileDecoder(
            TiledCodestream stream,
            int reduction,
            Rectangle frame,
            JobContext job,
            Pieces pieces,
            Supplier<BlockWorker> workers,
            Memory.Loan memory,
            Losses losses) {
        this.stream = stream;
        this.reduction = reduction;
        this.frame = frame;
        this.job = job;
        this.pieces = pieces;
        this.workers = workers;
        this.memory = memory;
        this.losses = losses;
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
                        job.checkpoint();
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
        var order = new PacketOrder(components, header.style().layers(), last, job);
        if (order.count() > bytes)
            throw new Refusal(
                            J2kReason.TRUNCATED, order.count() + " packets in " + bytes + " bytes")
                    .withPlace("tile " + tile.index())
                    .withRule("T.800 B.9");
        var reader = new PacketReader(headers, body, tile.index(), stream.cut());
        try {
            order.walk(header.volumes(), reader::read);
        } catch (Refusal refusal) {
            if (!stream.cut() || refusal.reason() != J2kReason.TRUNCATED) throw refusal;
            reader.dropLast();
            losses.add(tile, order.coarse(), refusal);
        }
    }

    private Plane plane(int component, ComponentStyle style, List<Resolution> resolutions) {
        int levels = resolutions.size() - 1;
        var window = window(component, style, resolutions.getLast().area(), levels);
        var areas = new ArrayList<Rectangle>();
        for (int level = levels; level >= 0; level--) areas.add(window.reduced(level));
        var layout = new PlaneLayout(areas);
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

    /// The samples that are wanted, and around them as many as filters reach: within those, what is missing beyond
    /// the window comes in (T.800 F.3.7); where the window ends with the tile nothing is missing.
    private Rectangle window(int component, ComponentStyle style, Rectangle own, int levels) {
        if (own.empty() || reduction > 0) return own;
        var grid = stream.size().components().get(component);
        // 5-3 reaches two samples of each level, 9-7 four; a level has half the samples of the next
        int margin = (style.reversible() ? 2 : 4) << Math.min(levels, 24);
        int left = Math.clamp(frame.x0() / grid.dx(), own.x0(), own.x1() - 1);
        int top = Math.clamp(frame.y0() / grid.dy(), own.y0(), own.y1() - 1);
        int right = Math.clamp(Math.ceilDiv(frame.x1(), grid.dx()), left + 1, own.x1());
        int bottom = Math.clamp(Math.ceilDiv(frame.y1(), grid.dy()), top + 1, own.y1());
        return new Rectangle(left - margin, top - margin, right + margin, bottom + margin)
                .within(own);
    }

    private boolean wide(int component, List<Resolution> resolutions) {
        return stream.size().components().get(component).precision() > NARROW_PRECISION
                || resolutions.stream()
                        .flatMap(one -> one.bands().stream())
                        .anyMatch(band -> band.planes() > BlockWorker.NARROW_PLANES);
    }

    /// All code-blocks that touch the window, those without bytes too: they write zeros.
    private static void addTasks(List<Resolution> resolutions, Plane plane, List<Task> tasks) {
        for (var resolution : resolutions)
            for (var precinct : resolution.precincts())
                for (var part : precinct.parts) {
                    var band = part.band;
                    var kept = plane.layout().band(band.resolution(), band.orientation());
                    for (var block : part.blocks)
                        if (!block.place.within(kept).empty())
                            tasks.add(new Task(block, band, plane));
                }
    }

    private void undoWavelet(Plane plane) throws Refusal {
        for (int level = 1; level < plane.layout().resolutions(); level++) {
            job.checkpoint();
            plane.undo(level);
        }
    }
}
