package org.tyde.codec.j2k;

/// Whole columns and rows of some grid, the ends excluded.
record Rectangle(int x0, int y0, int x1, int y1) {
    int width() {
        return Math.max(0, x1 - x0);
    }

    int height() {
        return Math.max(0, y1 - y0);
    }

    boolean empty() {
        return x1 <= x0 || y1 <= y0;
    }

    long area() {
        return (long) width() * height();
    }

    /// @return each bound divided and rounded up (T.800 B-12)
    Rectangle divided(int dx, int dy) {
        return new Rectangle(
                Math.ceilDiv(x0, dx),
                Math.ceilDiv(y0, dy),
                Math.ceilDiv(x1, dx),
                Math.ceilDiv(y1, dy));
    }

    /// @return each bound divided by 2^levels and rounded up (T.800 B-14)
    Rectangle reduced(int levels) {
        return new Rectangle(ceil(x0, levels), ceil(y0, levels), ceil(x1, levels), ceil(y1, levels));
    }

    private static int ceil(int value, int levels) {
        return (int) ((value + (1L << levels) - 1) >> levels);
    }

    Rectangle within(Rectangle other) {
        return new Rectangle(
                Math.max(x0, other.x0),
                Math.max(y0, other.y0),
                Math.min(x1, other.x1),
                Math.min(y1, other.y1));
    }
}
