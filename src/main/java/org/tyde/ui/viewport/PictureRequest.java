package org.tyde.ui.viewport;

import org.tyde.imaging.Frame;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.ImageToScreen;
import org.tyde.imaging.overlay.OverPicture;
import org.tyde.imaging.overlay.OverlayChoice;

/// Everything one picture is made from: a snapshot, so that the renderer needs nothing that changes.
///
/// @param <C> what is shown with exactly these pixels
/// @param frame stored values
/// @param pipeline to grey
/// @param over what lies over the image
/// @param overlays which of its planes are drawn
/// @param number of the frame, 1-based
/// @param matrix image to pixels of the device
/// @param width pixels of the device, at least 1
/// @param height pixels of the device, at least 1
/// @param caption handed back when these pixels are on screen
public record PictureRequest<C>(
        Frame frame,
        GrayscalePipeline pipeline,
        OverPicture over,
        OverlayChoice overlays,
        int number,
        ImageToScreen matrix,
        int width,
        int height,
        C caption) {
    /// Refuses a picture without pixels.
    public PictureRequest {
        if (width < 1 || height < 1) throw new IllegalArgumentException(width + "x" + height);
    }
}
