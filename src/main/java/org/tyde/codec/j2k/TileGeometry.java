package org.tyde.codec.j2k;

import org.tyde.codec.j2k.header.ComponentStyle;
import org.tyde.codec.j2k.header.ImageSize;
import org.tyde.codec.j2k.header.J2kReason;
import org.tyde.codec.j2k.header.Orientation;
import org.tyde.codec.j2k.header.Rectangle;
import org.tyde.codec.j2k.header.TileHeader;
import org.tyde.codec.j2k.header.TileStream;
import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.List;

/// Lays out one tile: resolutions, sub-bands, precincts and code-blocks (T.800 B.5 to B.7). There cannot
/// be more precincts than bytes, since each has a packet and each packet a byte.
final class TileGeometry {
    private static final int MOST_BLOCKS = 1 << 22;

    private final ImageSize size;
    private final TileHeader header;
    private final Rectangle tile;
    private final long mostPrecincts;
    private long precincts;
    private long blocks;

    /// @param bytes of the tile's packets and packet headers
    TileGeometry(ImageSize size, TileStream stream, long bytes) {
        this.size = size;
        this.header = stream.header();
        this.tile = size.tile(stream.index());
        this.mostPrecincts = bytes;
    }

    /// @return for each component its resolutions, the lowest first
    List<List<Resolution>> components() throws Refusal {
        var all = new ArrayList<List<Resolution>>();
        for (int c = 0; c < size.components().size(); c++) {
            var style = header.style(c);
            var resolutions = new ArrayList<Resolution>();
            for (int r = 0; r <= style.levels(); r++) resolutions.add(resolution(c, style, r));
            all.add(resolutions);
        }
        return all;
    }

    private Rectangle area(int component) {
        var one = size.components().get(component);
        return tile.divided(one.dx(), one.dy());
    }

    private Resolution resolution(int component, ComponentStyle style, int r) throws Refusal {
        var area = area(component).reduced(style.levels() - r);
        var bands = new ArrayList<Subband>();
        if (r == 0) bands.add(band(component, style, r, Orientation.LL));
        else
            for (var o : List.of(Orientation.HL, Orientation.LH, Orientation.HH))
                bands.add(band(component, style, r, o));
        return new Resolution(area, bands, precincts(component, style, r, area, bands));
    }

    /// T.800 B-15, E-2, E-3.
    private Subband band(int component, ComponentStyle style, int r, Orientation orientation)
            throws Refusal {
        int level = r == 0 ? style.levels() : style.levels() - r + 1;
        long dx = orientation.highColumns() ? 1L << (level - 1) : 0;
        long dy = orientation.highRows() ? 1L << (level - 1) : 0;
        var whole = area(component);
        var area =
                new Rectangle(
                        bound(whole.x0(), dx, level),
                        bound(whole.y0(), dy, level),
                        bound(whole.x1(), dx, level),
                        bound(whole.y1(), dy, level));
        var quantization = header.quantization(component);
        var step = quantization.step(r, orientation);
        int shift = header.shift(component);
        int planes = quantization.guardBits() + step.exponent() - 1 + shift;
        int range = size.components().get(component).precision() + orientation.gain();
        double delta =
                style.reversible()
                        ? 1
                        : Math.scalb(1 + step.mantissa() / 2048.0, range - step.exponent());
        return new Subband(r, orientation, area, style.block(), Math.max(0, planes), shift, delta);
    }

    private static int bound(int value, long offset, int level) {
        return (int) ((value - offset + (1L << level) - 1) >> level);
    }

    private List<Precinct> precincts(
            int component, ComponentStyle style, int r, Rectangle area, List<Subband> bands)
            throws Refusal {
        var found = new ArrayList<Precinct>();
        if (area.empty()) return found;
        int wide = style.precinctWidth(r);
        int high = style.precinctHeight(r);
        int left = area.x0() >> wide;
        int top = area.y0() >> high;
        int across = (area.x1() - 1 >> wide) - left + 1;
        int down = (area.y1() - 1 >> high) - top + 1;
        precincts += (long) across * down;
        if (precincts > mostPrecincts) throw tooMany("precincts", precincts, mostPrecincts);
        var one = size.components().get(component);
        for (int row = 0; row < down; row++)
            for (int column = 0; column < across; column++) {
                int up = style.levels() - r;
                long x = ((long) (left + column) << wide << up) * one.dx();
                long y = ((long) (top + row) << high << up) * one.dy();
                var precinct =
                        new Precinct(
                                component,
                                r,
                                found.size(),
                                Math.max(x, tile.x0()),
                                Math.max(y, tile.y0()));
                for (var band : bands) addPart(precinct, band, style, r, left + column, top + row);
                found.add(precinct);
            }
        return found;
    }

    /// The sub-band's code-blocks within a precinct (T.800 B-16 to B-18).
    private void addPart(
            Precinct precinct, Subband band, ComponentStyle style, int r, int column, int row)
            throws Refusal {
        int half = r == 0 ? 0 : 1;
        int wide = style.precinctWidth(r) - half;
        int high = style.precinctHeight(r) - half;
        var area =
                new Rectangle(
                                column << wide,
                                row << high,
                                saturated(column + 1, wide),
                                saturated(row + 1, high))
                        .within(band.area());
        if (area.empty()) return;
        int blockWide = Math.min(style.blockWidth(), wide);
        int blockHigh = Math.min(style.blockHeight(), high);
        int left = area.x0() >> blockWide;
        int top = area.y0() >> blockHigh;
        int across = (area.x1() - 1 >> blockWide) - left + 1;
        int down = (area.y1() - 1 >> blockHigh) - top + 1;
        blocks += (long) across * down;
        if (blocks > MOST_BLOCKS) throw tooMany("code-blocks", blocks, MOST_BLOCKS);
        var list = new ArrayList<Block>(across * down);
        for (int y = top; y < top + down; y++)
            for (int x = left; x < left + across; x++)
                list.add(
                        new Block(
                                new Rectangle(
                                                x << blockWide,
                                                y << blockHigh,
                                                saturated(x + 1, blockWide),
                                                saturated(y + 1, blockHigh))
                                        .within(area)));
        precinct.parts.add(new Precinct.Part(band, across, list));
    }

    private static int saturated(int value, int shift) {
        return (int) Math.min(Integer.MAX_VALUE, (long) value << shift);
    }

    private Refusal tooMany(String what, long count, long most) {
        return new Refusal(J2kReason.TOO_MANY, what, count, most).withRule("T.800 B.6, B.7");
    }
}
