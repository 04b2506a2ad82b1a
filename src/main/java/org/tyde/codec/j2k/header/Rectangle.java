package org.tyde.codec.j2k.header;

/// Whole columns and rows of some grid.
///
/// @param x0 first column
/// @param y0 first row
/// @param x1 end of the columns, excluded
/// @param y1 end of the rows, excluded
public record Rectangle(int x0, int y0, int x1, int y1) {
    /// @return columns
    public int width() {
        return Math.max(0, x1 - x0);
    }

    /// @return rows
    public int height() {
        return Math.max(0, y1 - y0);
    }

    /// @return whether nothing is in it
    public boolean empty() {
        return x1 <= x0 || y1 <= y0;
    }

    /// @return places in it
    public long area() {
        return (long) width() * height();
    }

    /// @param dx divisor of columns
    /// @param dy divisor of rows
    /// @return each bound divided and rounded up (T.800 B-12)
    public Rectangle divided(int dx, int dy) {
        return new Rectangle(
                Math.ceilDiv(x0, dx),
                Math.ceilDiv(y0, dy),
                Math.ceilDiv(x1, dx),
                Math.ceilDiv(y1, dy));
    }

    /// @param levels 0 to 32
    /// @return each bound divided by 2^levels and rounded up (T.800 B-14)
    public Rectangle reduced(int levels) {
        return new Rectangle(
                ceil(x0, levels), ceil(y0, levels), ceil(x1, levels), ceil(y1, levels));
    }

    private static int ceil(int value, int levels) {
        return (int) ((value + (1L << levels) - 1) >> levels);
    }

    /// @param other a rectangle of the same grid
    /// @return what both share
    public Rectangle within(Rectangle other) {
        return new Rectangle(
                Math.max(x0, other.x0),
                Math.max(y0, other.y0),
                Math.min(x1, other.x1),
                Math.min(y1, other.y1));
    }
}
