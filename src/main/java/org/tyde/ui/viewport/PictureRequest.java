package org.tyde.ui.viewport;

import org.tyde.imaging.overlay.OverPicture;
import org.tyde.imaging.overlay.OverlayChoice;
import org.tyde.imaging.picture.Drawing;

/// Everything one picture is made from: a snapshot, so that the renderer needs nothing that changes.
///
/// @param <C> what is shown with exactly these pixels
/// @param drawing of the frame, in pixels of the device
/// @param over what lies over the image
/// @param overlays which of its planes are drawn
/// @param number of the frame, 1-based
/// @param caption handed back when these pixels are on screen
public record PictureRequest<C>(
        Drawing drawing, OverPicture over, OverlayChoice overlays, int number, C caption) {}
