package org.tyde.report.out;

/// A page as a picture. Immutable.
public final class PageImage {
    private final int width;
    private final int height;
    private final int[] argb;

    /// @param argb one for each pixel, row by row; handed over
    public PageImage(int width, int height, int... argb) {
        this.width = width;
        this.height = height;
        this.argb = argb;
    }

    /// @return px
    public int width() {
        return width;
    }

    /// @return px
    public int height() {
        return height;
    }

    /// @param column zero-based
    /// @param row zero-based, grows downwards
    /// @return opaque ARGB
    public int argb(int column, int row) {
        return argb[row * width + column];
    }

    /// @return all pixels, row by row, opaque ARGB; a copy
    public int[] pixels() {
        return argb.clone();
    }
}
