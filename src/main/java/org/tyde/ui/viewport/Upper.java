package org.tyde.ui.viewport;

import org.tyde.imaging.ImageToScreen;
import org.tyde.work.Pieces;

import java.nio.IntBuffer;

/// Images laid in colour over a picture. Called off the JavaFX thread.
@FunctionalInterface
public interface Upper {
    /// @param view where the image below lies, in pixels of the device
    /// @param width of the picture
    /// @param height of the picture
    /// @param pieces computes it
    /// @param bgra the picture of the image below; becomes both
    void over(ImageToScreen view, int width, int height, Pieces pieces, IntBuffer bgra);
}
