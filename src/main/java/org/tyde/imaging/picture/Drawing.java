package org.tyde.imaging.picture;

import org.tyde.imaging.Frame;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.ImageToScreen;

/// What a picture is made from.
///
/// @param frame at any level; the view is that of the full size
/// @param pipeline for grey frames
/// @param view where the image lies
/// @param interpolation above 1:1
/// @param width of the picture, in pixels, at least 1
/// @param height of the picture, in pixels, at least 1
public record Drawing(
        Frame frame,
        GrayscalePipeline pipeline,
        ImageToScreen view,
        Interpolation interpolation,
        int width,
        int height) {
    /// Refuses a picture without pixels.
    public Drawing {
        if (width < 1 || height < 1) throw new IllegalArgumentException(width + "x" + height);
    }

    /// The coarsest level that still has at least one pixel for each screen pixel.
    int neededLevel() {
        double across = Math.hypot(view.xx(), view.yx());
        double down = Math.hypot(view.xy(), view.yy());
        double reduction = 1 / Math.max(across, down);
        return reduction < 2 ? 0 : Math.min(15, Math.getExponent(reduction * (1 + 1e-9)));
    }

    /// The needed level, or that of the frame where it is coarser.
    int wantedLevel() {
        return Math.max(frame.level(), neededLevel());
    }

    /// @return whether the pyramid still has to be built for it
    public boolean lacksLevel() {
        return visible() && !frame.hasLevel(wantedLevel());
    }

    boolean visible() {
        double det = view.determinant();
        return Double.isFinite(det) && Math.abs(det) >= 1e-12;
    }

    /// Rows of the image are rows of the picture.
    boolean upright() {
        return view.xy() == 0 && view.yx() == 0;
    }

    /// Rows of the image are columns of the picture.
    boolean quarter() {
        return view.xx() == 0 && view.yy() == 0;
    }

    Drawing of(Frame level) {
        return new Drawing(level, pipeline, view, interpolation, width, height);
    }
}
