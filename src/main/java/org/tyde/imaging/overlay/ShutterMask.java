package org.tyde.imaging.overlay;

import org.tyde.imaging.ImageToScreen;
import org.tyde.imaging.lut.DisplayFunction;

import java.nio.IntBuffer;
import java.util.BitSet;

/// The pixels of one frame that its shutter hides, found once and drawn over every picture of it.
public final class ShutterMask {
    private final Stencil hidden;

    private ShutterMask(Stencil hidden) {
        this.hidden = hidden;
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
        return new ShutterMask(new Stencil(columns, rows, hidden, false, shutter.ink()));
    }

    /// @param view where the image lies
    /// @param width of the picture
    /// @param height of the picture
    /// @param bgra a picture of the frame; what is hidden is painted over
    /// @param monitor takes the greys
    public void cover(
            ImageToScreen view, int width, int height, IntBuffer bgra, DisplayFunction monitor) {
        hidden.paint(view, width, height, bgra, monitor);
    }
}
