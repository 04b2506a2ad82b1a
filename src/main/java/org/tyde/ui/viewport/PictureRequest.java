package org.tyde.ui.viewport;

import org.tyde.imaging.overlay.OverPicture;
import org.tyde.imaging.overlay.OverlayChoice;
import org.tyde.imaging.picture.Drawing;
import org.tyde.imaging.picture.Renderer;
import org.tyde.imaging.picture.Sampling;

import java.nio.IntBuffer;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// A picture of one frame, with what lies over it.
///
/// @param <C> what is shown with exactly these pixels
/// @param renderer makes the pixels
/// @param drawing of the frame, in pixels of the device
/// @param over what lies over the image
/// @param overlays which of its planes are drawn
/// @param number of the frame, 1-based
/// @param upper images laid over it in colour, under what lies over the image
/// @param caption handed back when these pixels are on screen
public record PictureRequest<C>(
        Renderer renderer,
        Drawing drawing,
        OverPicture over,
        OverlayChoice overlays,
        int number,
        Optional<Upper> upper,
        C caption)
        implements Picturing<C> {
    @Override
    public int width() {
        return drawing.width();
    }

    @Override
    public int height() {
        return drawing.height();
    }

    @Override
    public boolean coarseFirst() {
        return drawing.lacksLevel();
    }

    @Override
    public Optional<Sampling> draw(boolean atOnce, IntBuffer bgra, BooleanSupplier superseded) {
        var how = atOnce ? renderer.renderAtOnce(drawing, bgra) : renderer.render(drawing, bgra);
        upper.ifPresent(u -> u.over(drawing.view(), width(), height(), renderer.pieces(), bgra));
        over.draw(
                number,
                drawing.frame(),
                overlays,
                drawing.view(),
                width(),
                height(),
                bgra,
                drawing.pipeline().monitor());
        return Optional.of(how);
    }
}
