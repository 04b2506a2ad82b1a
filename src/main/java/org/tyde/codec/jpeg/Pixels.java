package org.tyde.codec.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// The samples of a decoded frame, those of a pixel together: bytes up to 8 bits, shorts above.
final class Pixels {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final int columns;
    private final int rows;
    private final int components;
    private final int precision;
    private final int[] repeatX;
    private final int[] repeatY;
    private final int mostX;
    private final int mostY;
    private final byte[] bytes;
    private final short[] shorts;
    private final int[] packed;

    /// @param frame whose components these are
    /// @param columns of the picture, of a reduced one fewer than the frame's
    /// @param rows of the picture
    Pixels(FrameHeader frame, int columns, int rows) {
        this(
                frame,
                columns,
                rows,
                new byte[frame.precision() <= 8 ? count(frame, columns, rows) : 0],
                new short[frame.precision() <= 8 ? 0 : count(frame, columns, rows)]);
    }

    /// Of one component, whose plane they are.
    Pixels(FrameHeader frame, int columns, int rows, Plane plane) {
        this(frame, columns, rows, plane.bytes(), plane.shorts());
    }

    private Pixels(FrameHeader frame, int columns, int rows, byte[] bytes, short[] shorts) {
        this.columns = columns;
        this.rows = rows;
        this.components = frame.components().size();
        this.precision = frame.precision();
        this.bytes = bytes;
        this.shorts = shorts;
        this.packed = new int[columns];
        this.repeatX = new int[components];
        this.repeatY = new int[components];
        for (int i = 0; i < components; i++) {
            repeatX[i] = frame.components().get(i).horizontal();
            repeatY[i] = frame.components().get(i).vertical();
        }
        this.mostX = frame.mostHorizontal();
        this.mostY = frame.mostVertical();
    }

    private static int count(FrameHeader frame, int columns, int rows) {
        return Math.multiplyExact(Math.multiplyExact(columns, rows), frame.components().size());
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    int components() {
        return components;
    }

    int precision() {
        return precision;
    }

    /// @return the samples at up to 8 bits, else none
    byte[] bytes() {
        return bytes;
    }

    /// @return the samples above 8 bits, else none
    short[] shorts() {
        return shorts;
    }

    /// A lossless line of all components.
    ///
    /// @param line samples, those of a pixel together
    /// @param y line of the picture
    /// @param shift the point transform
    void store(int[] line, int y, int shift) {
        int at = y * columns * components;
        int width = columns * components;
        if (bytes.length > 0)
            for (int x = 0; x < width; x++) bytes[at + x] = (byte) (line[x] << shift);
        else for (int x = 0; x < width; x++) shorts[at + x] = (short) (line[x] << shift);
    }

    /// A line of a lossless component; one of fewer samples than the picture is repeated.
    ///
    /// @param line samples
    /// @param first of the component in the line
    /// @param step from one to the next
    /// @param y its line in the component
    /// @param component index
    /// @param shift the point transform
    void store(int[] line, int first, int step, int y, int component, int shift) {
        int from = FrameHeader.ceil(y * mostY, repeatY[component]);
        int to = Math.min(rows, FrameHeader.ceil((y + 1) * mostY, repeatY[component]));
        for (int row = from; row < to; row++) {
            int at = row * columns * components + component;
            for (int x = 0; x < columns; x++, at += components) {
                int value = line[first + x * repeatX[component] / mostX * step] << shift;
                if (bytes.length > 0) bytes[at] = (byte) value;
                else shorts[at] = (short) value;
            }
        }
    }

    /// A line of all components.
    ///
    /// @param y of the picture
    /// @param lines by component, a sample for each column
    void line(int y, int[][] lines) {
        int from = y * columns * components;
        if (components == 3 && bytes.length > 0) {
            together(lines[0], lines[1], lines[2], packed, columns);
            write(packed, bytes, from, columns);
            return;
        }
        for (int i = 0; i < components; i++) {
            var line = lines[i];
            int at = from + i;
            if (bytes.length > 0)
                for (int x = 0; x < columns; x++, at += components) bytes[at] = (byte) line[x];
            else for (int x = 0; x < columns; x++, at += components) shorts[at] = (short) line[x];
        }
    }

    private static void together(int[] a, int[] b, int[] c, int[] out, int columns) {
        for (int x = 0; x < columns; x++) out[x] = a[x] | b[x] << 8 | c[x] << 16;
    }

    /// Four pixels with two stores.
    private static void write(int[] pixels, byte[] bytes, int from, int columns) {
        int at = from;
        int x = 0;
        for (; x + 4 <= columns; x += 4, at += 12) {
            int third = pixels[x + 2];
            LONG.set(bytes, at, pixels[x] | (long) pixels[x + 1] << 24 | (long) third << 48);
            INT.set(bytes, at + 8, third >> 16 | pixels[x + 3] << 8);
        }
        for (; x < columns; x++) {
            bytes[at++] = (byte) pixels[x];
            bytes[at++] = (byte) (pixels[x] >> 8);
            bytes[at++] = (byte) (pixels[x] >> 16);
        }
    }
}
