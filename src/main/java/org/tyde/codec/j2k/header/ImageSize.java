package org.tyde.codec.j2k.header;

import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.List;

/// Image and tile size (SIZ, T.800 A.5.1) and the reference grid it spans (T.800 B.2, B.3).
///
/// @param capabilities Rsiz
/// @param image area of the image on the reference grid
/// @param tileWidth columns of a tile
/// @param tileHeight rows of a tile
/// @param tileX left edge of the first tile
/// @param tileY top edge of the first tile
/// @param components in order
public record ImageSize(
        int capabilities,
        Rectangle image,
        int tileWidth,
        int tileHeight,
        int tileX,
        int tileY,
        List<Component> components) {
    private static final int MOST_TILES = 65_535;
    private static final int MOST_COMPONENTS = 16_384;

    /// One component.
    ///
    /// @param precision bits of a sample, 1 to 38
    /// @param signed whether samples are two's complement
    /// @param dx columns of the reference grid to a sample
    /// @param dy rows of the reference grid to a sample
    public record Component(int precision, boolean signed, int dx, int dy) {}

    static ImageSize of(MarkerSegment siz) throws Refusal {
        int capabilities = siz.u16();
        int x1 = grid(siz, "Xsiz");
        int y1 = grid(siz, "Ysiz");
        int x0 = grid(siz, "XOsiz");
        int y0 = grid(siz, "YOsiz");
        int tileWidth = (int) Math.min(Integer.MAX_VALUE, siz.u32());
        int tileHeight = (int) Math.min(Integer.MAX_VALUE, siz.u32());
        int tileX = grid(siz, "XTOsiz");
        int tileY = grid(siz, "YTOsiz");
        int count = siz.u16();
        if (x0 >= x1) throw siz.bad("XOsiz", x0, "T.800 B.2");
        if (y0 >= y1) throw siz.bad("YOsiz", y0, "T.800 B.2");
        if (tileWidth < 1) throw siz.bad("XTsiz", tileWidth, "T.800 A.5.1");
        if (tileHeight < 1) throw siz.bad("YTsiz", tileHeight, "T.800 A.5.1");
        if (tileX > x0 || (long) tileX + tileWidth <= x0)
            throw siz.bad("XTOsiz", tileX, "T.800 B.3");
        if (tileY > y0 || (long) tileY + tileHeight <= y0)
            throw siz.bad("YTOsiz", tileY, "T.800 B.3");
        if (count < 1 || count > MOST_COMPONENTS || siz.left() < 3 * count)
            throw siz.bad("Csiz", count, "T.800 A.5.1");
        var components = new ArrayList<Component>(count);
        for (int i = 0; i < count; i++) components.add(component(siz));
        var image = new Rectangle(x0, y0, x1, y1);
        var size =
                new ImageSize(
                        capabilities,
                        image,
                        tileWidth,
                        tileHeight,
                        tileX,
                        tileY,
                        List.copyOf(components));
        if ((long) size.across() * size.down() > MOST_TILES)
            throw new Refusal(
                            J2kReason.TOO_MANY,
                            "tiles",
                            (long) size.across() * size.down(),
                            MOST_TILES)
                    .withPlace(MarkerSegment.place(siz.marker(), siz.offset()))
                    .withRule("T.800 A.4.2");
        return size;
    }

    /// Reference grids beyond 2^31 - 1 hold no image of 65535 columns and rows that could not lie lower.
    private static int grid(MarkerSegment siz, String name) throws Refusal {
        long value = siz.u32();
        if (value > Integer.MAX_VALUE) throw siz.bad(name, value, "T.800 A.5.1");
        return (int) value;
    }

    private static Component component(MarkerSegment siz) throws Refusal {
        int depth = siz.u8();
        int dx = siz.u8();
        int dy = siz.u8();
        int precision = (depth & 0x7F) + 1;
        if (precision > 38) throw siz.bad("Ssiz", depth, "T.800 Table A.11");
        if (dx < 1) throw siz.bad("XRsiz", dx, "T.800 A.5.1");
        if (dy < 1) throw siz.bad("YRsiz", dy, "T.800 A.5.1");
        return new Component(precision, depth >= 0x80, dx, dy);
    }

    /// @return tiles in a row of tiles
    public int across() {
        return (int) Math.ceilDiv((long) image.x1() - tileX, (long) tileWidth);
    }

    /// @return rows of tiles
    public int down() {
        return (int) Math.ceilDiv((long) image.y1() - tileY, (long) tileHeight);
    }

    /// @return tiles in all
    public int tiles() {
        return across() * down();
    }

    /// @param index of the tile
    /// @return the tile's part of the image on the reference grid (T.800 B-7 to B-10)
    public Rectangle tile(int index) {
        long left = tileX + (long) (index % across()) * tileWidth;
        long top = tileY + (long) (index / across()) * tileHeight;
        return new Rectangle(
                (int) Math.max(left, image.x0()),
                (int) Math.max(top, image.y0()),
                (int) Math.min(left + tileWidth, image.x1()),
                (int) Math.min(top + tileHeight, image.y1()));
    }

    /// @param component zero-based
    /// @return the area of a component's samples in its own grid
    public Rectangle area(int component) {
        var one = components.get(component);
        return image.divided(one.dx, one.dy);
    }
}
