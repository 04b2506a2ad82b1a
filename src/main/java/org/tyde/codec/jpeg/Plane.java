package org.tyde.codec.jpeg;

/// The samples of one component, whole blocks wide and high: bytes at 8 bits, shorts above.
final class Plane {
    private final int width;
    private final int height;
    private final int stride;
    private final byte[] bytes;
    private final short[] shorts;

    /// @param width of the component in samples
    /// @param height of the component in lines
    /// @param stride samples from line to line, at least `width`
    /// @param lines with those that fill the last blocks
    /// @param wide whether samples have more than 8 bits
    Plane(int width, int height, int stride, int lines, boolean wide) {
        this.width = width;
        this.height = height;
        this.stride = stride;
        this.bytes = new byte[wide ? 0 : Math.multiplyExact(stride, lines)];
        this.shorts = new short[wide ? Math.multiplyExact(stride, lines) : 0];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int stride() {
        return stride;
    }

    boolean wide() {
        return shorts.length > 0;
    }

    /// @return whether it is a picture of this size and nothing more
    boolean is(int columns, int rows) {
        return stride == columns && bytes.length + shorts.length == columns * rows;
    }

    byte[] bytes() {
        return bytes;
    }

    short[] shorts() {
        return shorts;
    }

    /// @param y line
    /// @param into at least [#width] values
    void line(int y, int[] into) {
        int from = y * stride;
        if (wide()) widen(shorts, from, into, width);
        else widen(bytes, from, into, width);
    }

    private static void widen(short[] in, int from, int[] out, int width) {
        for (int x = 0; x < width; x++) out[x] = in[from + x];
    }

    private static void widen(byte[] in, int from, int[] out, int width) {
        for (int x = 0; x < width; x++) out[x] = in[from + x] & 0xFF;
    }
}
