package org.tyde.codec.j2k;

import org.tyde.codec.Agreement;
import org.tyde.codec.CodecReason;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.FrameRegion;
import org.tyde.codec.Photometric;
import org.tyde.codec.Samples;
import org.tyde.codec.StoredLines;
import org.tyde.codec.j2k.header.ImageSize;
import org.tyde.codec.j2k.header.Marker;
import org.tyde.codec.j2k.header.Rectangle;
import org.tyde.codec.j2k.header.TileStream;
import org.tyde.codec.j2k.header.TiledCodestream;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;
import org.tyde.work.Pieces;

import java.util.function.Supplier;

/// One frame: its tiles one after the other, each shifted, clipped and put in its place (T.800 G.1).
final class FrameDecoding {
    /// From which tiles, not code-blocks, are computed side by side.
    private static final int MANY_TILES = 4;

    private final TiledCodestream stream;
    private final ImageSize size;
    private final int reduction;
    private final JobContext job;

    /// What comes out, on the reference grid of the resolution that is decoded.
    private final Rectangle frame;

    private final Losses losses;

    private FrameDecoding(TiledCodestream stream, int reduction, Rectangle frame, JobContext job) {
        this.stream = stream;
        this.size = stream.size();
        this.reduction = reduction;
        this.frame = frame;
        this.job = job;
        this.losses = new Losses(stream);
    }

    /// @param reduction how often rows and columns may be halved
    static FrameDecoding reduced(TiledCodestream stream, int reduction, JobContext job)
            throws Refusal {
        int possible = possible(stream, reduction);
        return new FrameDecoding(stream, possible, stream.size().image().reduced(possible), job);
    }

    /// @param region that is wanted, at full resolution
    static FrameDecoding part(TiledCodestream stream, FrameRegion region, JobContext job) {
        int x = stream.size().image().x0() + region.column();
        int y = stream.size().image().y0() + region.row();
        var frame = new Rectangle(x, y, x + region.columns(), y + region.rows());
        return new FrameDecoding(stream, 0, frame, job);
    }

    /// @return as much of the reduction as every tile-component has levels for; none where the image lies
    ///     so on its grid that its halves are not those the caller counts on
    private static int possible(TiledCodestream stream, int wanted) throws Refusal {
        int fewest = wanted;
        var size = stream.size();
        for (var tile : stream.tiles())
            for (int c = 0; c < size.components().size(); c++)
                fewest = Math.min(fewest, tile.header().style(c).levels());
        var reduced = size.image().reduced(fewest);
        var alone =
                new Rectangle(0, 0, size.image().width(), size.image().height()).reduced(fewest);
        boolean same = reduced.width() == alone.width() && reduced.height() == alone.height();
        return same ? fewest : 0;
    }

    /// @return whether all tiles and components are coded without loss, if none of it was cut off
    boolean lossless() throws Refusal {
        for (var tile : stream.tiles())
            for (int c = 0; c < size.components().size(); c++)
                if (!tile.header().style(c).reversible()) return false;
        return true;
    }

    Samples decode(Agreement agreement, Pieces pieces, Memory memory) throws Refusal {
        var format = agreement.format().sized(frame.height(), frame.width());
        checkMemory(format);
        var lines =
                new Agreement(
                                format,
                                agreement.shiftLeft(),
                                agreement.shiftRight(),
                                agreement.clamped())
                        .lines(photometric(format.photometric()));
        var tiles =
                stream.tiles().stream().filter(tile -> !area(tile).within(frame).empty()).toList();
        try (var loan = memory.lend()) {
            if (tiles.size() < MANY_TILES)
                for (var tile : tiles) decode(tile, pieces, loan::worker, memory, lines);
            else
                pieces.compute(
                        tiles.size(),
                        () -> {
                            var worker = loan.worker();
                            return i ->
                                    decode(tiles.get(i), Pieces.ALONE, () -> worker, memory, lines);
                        });
        }
        return losses.of(lines.samples(), frame, reduction);
    }

    private Rectangle area(TileStream tile) {
        return size.tile(tile.index()).reduced(reduction);
    }

    private void decode(
            TileStream tile,
            Pieces pieces,
            Supplier<BlockWorker> workers,
            Memory memory,
            StoredLines lines)
            throws Refusal {
        try (var loan = memory.lend()) {
            var planes =
                    new TileDecoder(stream, reduction, frame, job, pieces, workers, loan, losses)
                            .decode(tile);
            new TileOutput(size, area(tile), frame, lines)
                    .put(planes, tile.header().style().transformed());
        }
    }

    /// Even an empty picture of a size that header and codestream agree on may be more than there is room
    /// for: coefficients of the largest tile, and what comes out.
    private void checkMemory(FrameFormat format) throws Refusal {
        long tile = Math.min((long) size.tileWidth() * size.tileHeight(), size.image().area());
        long needed = 0;
        for (var component : size.components())
            needed +=
                    (tile >> 2 * reduction)
                            * (component.precision() > TileDecoder.NARROW_PRECISION
                                    ? Double.BYTES
                                    : Integer.BYTES);
        needed += format.samples() * format.bytesPerSample();
        if (needed > Runtime.getRuntime().maxMemory() / 2)
            throw new Refusal(
                            CodecReason.NO_MEMORY,
                            format.columns()
                                    + " x "
                                    + format.rows()
                                    + " x "
                                    + size.components().size())
                    .withPlace(Marker.SIZ.name());
    }

    private static Photometric photometric(Photometric header) {
        return switch (header) {
            case YBR_RCT, YBR_ICT -> Photometric.RGB;
            case MONOCHROME1,
                    MONOCHROME2,
                    PALETTE_COLOR,
                    RGB,
                    YBR_FULL,
                    YBR_FULL_422,
                    YBR_PARTIAL_420,
                    XYB ->
                    header;
        };
    }
}
