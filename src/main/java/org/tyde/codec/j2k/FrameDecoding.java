package org.tyde.codec.j2k;

import org.tyde.codec.Agreement;
import org.tyde.codec.CodecReason;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Photometric;
import org.tyde.codec.Samples;
import org.tyde.codec.StoredLines;
import org.tyde.codec.j2k.header.ImageSize;
import org.tyde.codec.j2k.header.Marker;
import org.tyde.codec.j2k.header.Rectangle;
import org.tyde.codec.j2k.header.TileStream;
import org.tyde.codec.j2k.header.TiledCodestream;
import org.tyde.refusal.Refusal;
import org.tyde.work.Pieces;

import java.util.List;
import java.util.function.Supplier;

/// One frame: its tiles one after the other, each shifted, clipped and put in its place (T.800 G.1).
final class FrameDecoding {
    /// From which tiles, not code-blocks, are computed side by side.
    private static final int MANY_TILES = 4;

    private final TiledCodestream stream;
    private final ImageSize size;
    private final int reduction;
    private final Limits limits;

    /// @param reduction how often rows and columns may be halved
    FrameDecoding(TiledCodestream stream, int reduction, Limits limits) throws Refusal {
        this.stream = stream;
        this.size = stream.size();
        this.limits = limits;
        this.reduction = possible(reduction);
    }

    /// @return as much of the reduction as every tile-component has levels for; none where the image lies
    ///     so on its grid that its halves are not those the caller counts on
    private int possible(int wanted) throws Refusal {
        int fewest = wanted;
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
        checkMemory(agreement.format());
        var whole = size.image().reduced(reduction);
        var format = agreement.format().sized(whole.height(), whole.width());
        var lines =
                new Agreement(
                                format,
                                agreement.shiftLeft(),
                                agreement.shiftRight(),
                                agreement.clamped())
                        .lines(photometric(format.photometric()));
        var tiles = List.copyOf(stream.tiles());
        try (var loan = memory.lend()) {
            if (tiles.size() < MANY_TILES)
                for (var tile : tiles) decode(tile, pieces, loan::worker, memory, whole, lines);
            else
                pieces.compute(
                        tiles.size(),
                        () -> {
                            var worker = loan.worker();
                            return i ->
                                    decode(
                                            tiles.get(i),
                                            Pieces.ALONE,
                                            () -> worker,
                                            memory,
                                            whole,
                                            lines);
                        });
        }
        return lines.samples();
    }

    private void decode(
            TileStream tile,
            Pieces pieces,
            Supplier<BlockWorker> workers,
            Memory memory,
            Rectangle whole,
            StoredLines lines)
            throws Refusal {
        try (var loan = memory.lend()) {
            var planes =
                    new TileDecoder(stream, reduction, limits, pieces, workers, loan).decode(tile);
            var area = size.tile(tile.index()).reduced(reduction);
            new TileOutput(size, area, whole, lines)
                    .put(planes, tile.header().style().transformed());
        }
    }

    /// Even an empty picture of a size that header and codestream agree on may be more than there is room
    /// for: coefficients, the last two resolutions, and what comes out.
    private void checkMemory(FrameFormat format) throws Refusal {
        long tile =
                Math.min((long) size.tileWidth() * size.tileHeight(), size.image().area())
                        >> 2 * reduction;
        long needed =
                10 * tile * size.components().size() + 4 * (format.samples() >> 2 * reduction);
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
