package org.tyde.imaging.picture;

import java.nio.IntBuffer;
import java.util.Arrays;

/// The rows of a picture being made. Where the buffer has an array they are written straight into it. One
/// for each thread; different rows may be written at the same time.
final class PixelRows {
    private final IntBuffer bgra;
    private final int width;
    private final int[] pixels;

    /// @param bgra takes the picture from its index 0
    PixelRows(IntBuffer bgra, int width) {
        this.bgra = bgra;
        this.width = width;
        this.pixels = bgra.hasArray() ? bgra.array() : new int[width];
    }

    /// @return where the pixels of a row are to be written, from [#at(int)] on
    int[] pixels() {
        return pixels;
    }

    int at(int y) {
        return bgra.hasArray() ? bgra.arrayOffset() + y * width : 0;
    }

    /// Black outside of `from` to `to`.
    void border(int y, int from, int to) {
        Arrays.fill(pixels, at(y), at(y) + from, Greys.BLACK);
        Arrays.fill(pixels, at(y) + to, at(y) + width, Greys.BLACK);
    }

    void written(int y) {
        if (!bgra.hasArray()) bgra.put(y * width, pixels, 0, width);
    }

    void black(int y) {
        border(y, width, width);
        written(y);
    }
}
