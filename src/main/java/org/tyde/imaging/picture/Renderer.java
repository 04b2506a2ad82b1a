package org.tyde.imaging.picture;

import org.tyde.imaging.Frame;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.ImageToScreen;
import org.tyde.imaging.lut.ValueRange;

import java.nio.IntBuffer;
import java.util.LinkedHashMap;

/// Draws a frame: interpolates stored values where they are magnified, averages their area where they are
/// reduced, then looks up the grey, and only for the pixels on screen. Colour is never windowed.
/// Thread-safe.
public final class Renderer {
    private static final int TABLES = 16;
    private final LinkedHashMap<TableKey, GreyTable> tables = new LinkedHashMap<>(32, 0.75f, true);

    private record TableKey(GrayscalePipeline pipeline, ValueRange range, boolean floating) {}

    /// Linear interpolation.
    ///
    /// @param frame at any level; the view is that of the full size
    /// @param pipeline for grey frames
    /// @param view where the image lies
    /// @param width of the picture, in pixels
    /// @param height of the picture, in pixels
    /// @param bgra takes `width * height` pixels from its index 0, opaque; black outside the image
    public void render(
            Frame frame,
            GrayscalePipeline pipeline,
            ImageToScreen view,
            int width,
            int height,
            IntBuffer bgra) {
        render(frame, pipeline, view, Interpolation.LINEAR, width, height, bgra);
    }

    /// @param frame at any level; the view is that of the full size
    /// @param pipeline for grey frames
    /// @param view where the image lies
    /// @param interpolation above 1:1
    /// @param width of the picture, in pixels
    /// @param height of the picture, in pixels
    /// @param bgra takes `width * height` pixels from its index 0, opaque; black outside the image
    public void render(
            Frame frame,
            GrayscalePipeline pipeline,
            ImageToScreen view,
            Interpolation interpolation,
            int width,
            int height,
            IntBuffer bgra) {
        if (width <= 0 || height <= 0) return;
        if (bgra.capacity() < (long) width * height)
            throw new IllegalArgumentException("room for " + bgra.capacity() + " pixels");
        double det = view.determinant();
        if (!Double.isFinite(det) || Math.abs(det) < 1e-12) {
            black(width, height, bgra);
            return;
        }
        boolean upright = view.xy() == 0 && view.yx() == 0;
        boolean quarter = view.xx() == 0 && view.yy() == 0;
        var small = frame.atLevel(Math.max(frame.level(), level(view)));
        var there = view.atLevel(small.level());
        if (upright || quarter) {
            var aligned = new AlignedPicture(small, there, quarter, interpolation, width, height);
            if (small.grey()) aligned.grey(table(small, pipeline), bgra);
            else aligned.colour(bgra);
        } else {
            var turned = new TurnedPicture(small, there, interpolation, width, height);
            if (small.grey()) turned.grey(table(small, pipeline), bgra);
            else turned.colour(bgra);
        }
    }

    /// The coarsest level that still has at least one pixel for each screen pixel.
    private static int level(ImageToScreen view) {
        double across = Math.hypot(view.xx(), view.yx());
        double down = Math.hypot(view.xy(), view.yy());
        double reduction = 1 / Math.max(across, down);
        return reduction < 2 ? 0 : Math.min(15, Math.getExponent(reduction * (1 + 1e-9)));
    }

    /// The tables of the windows last used: viewports side by side do not push out each other's.
    private GreyTable table(Frame frame, GrayscalePipeline pipeline) {
        var key = new TableKey(pipeline, frame.range(), frame.format().floating());
        synchronized (tables) {
            var known = tables.get(key);
            if (known != null) return known;
        }
        var made = new GreyTable(pipeline, key.range, key.floating);
        synchronized (tables) {
            tables.put(key, made);
            if (tables.size() > TABLES) tables.pollFirstEntry();
        }
        return made;
    }

    private static void black(int width, int height, IntBuffer bgra) {
        for (int i = 0; i < width * height; i++) bgra.put(i, GreyTable.BLACK);
    }
}
