package org.tyde.imaging.overlay;

import org.tyde.imaging.ImageToScreen;

import java.nio.IntBuffer;
import java.util.BitSet;

/// The pixels of one frame that its shutter hides, found once and drawn over every picture of it.
public final class ShutterMask {
    private static final int OPAQUE = 0xFF000000;

    private final int columns;
    private final int rows;
    private final BitSet hidden;
    private final int colour;

    private ShutterMask(int columns, int rows, BitSet hidden, double grey) {
        this.columns = columns;
        this.rows = rows;
        this.hidden = hidden;
        int level = (int) (255 * grey + 0.5);
        this.colour = OPAQUE | level * 0x010101;
    }

    /// @param shutter of the image or its presentation state
    /// @param frame 1-based
    /// @param columns of the image
    /// @param rows of the image
    /// @return what it hides of that frame
    public static ShutterMask of(DisplayShutter shutter, int frame, int columns, int rows) {
        var hidden = new BitSet(Math.multiplyExact(columns, rows));
        for (int row = 0, i = 0; row < rows; row++)
            for (int column = 0; column < columns; column++, i++)
                if (!shutter.shows(frame, column, row)) hidden.set(i);
        return new ShutterMask(columns, rows, hidden, shutter.grey());
    }

    /// @param view where the image lies
    /// @param width of the picture
    /// @param height of the picture
    /// @param bgra a picture of the frame; what is hidden is painted over
    public void cover(ImageToScreen view, int width, int height, IntBuffer bgra) {
        var back = view.inverse();
        for (int y = 0; y < height; y++) {
            double column = back.xx() * 0.5 + back.xy() * (y + 0.5) + back.tx() + 0.5;
            double row = back.yx() * 0.5 + back.yy() * (y + 0.5) + back.ty() + 0.5;
            for (int x = 0; x < width; x++, column += back.xx(), row += back.yx()) {
                if (column < 0 || row < 0 || column >= columns || row >= rows) continue;
                int pixel = (int) row;
                pixel = pixel * columns + (int) column;
                if (hidden.get(pixel)) bgra.put(y * width + x, colour);
            }
        }
    }
}
