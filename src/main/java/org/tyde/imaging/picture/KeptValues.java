package org.tyde.imaging.picture;

import org.jspecify.annotations.Nullable;
import org.tyde.imaging.Frame;
import org.tyde.imaging.ImageToScreen;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Resampled values of the pictures last drawn, one a pixel: while a window is dragged only greys change. They
/// are kept from the second drawing of the same picture on, so that scrolling does not pay for it. Frames are
/// not held by it. Thread-safe.
final class KeptValues {
    private static final int PICTURES = 8;
    private static final long MOST_PIXELS = 1 << 24;

    /// How far, in stored values, a window may lie from the one the values were kept for: beyond it a float
    /// would round what lies between two of them.
    private static final double NEAR = 2048;

    private final Deque<Picture> pictures = new ArrayDeque<>();

    /// Values of a picture, row by row, less `zero`.
    static final class Values {
        final float[] values;
        final double zero;

        Values(float[] values, double zero) {
            this.values = values;
            this.zero = zero;
        }
    }

    /// One picture that was drawn.
    final class Picture {
        private final WeakReference<Frame> frame;
        private final ImageToScreen view;
        private final Interpolation interpolation;
        private final int width;
        private final int height;
        private int drawn;
        private @Nullable Values values;

        private Picture(Drawing of) {
            frame = new WeakReference<>(of.frame());
            view = of.view();
            interpolation = of.interpolation();
            width = of.width();
            height = of.height();
        }

        private boolean is(Drawing of) {
            return frame.get() == of.frame()
                    && interpolation == of.interpolation()
                    && width == of.width()
                    && height == of.height()
                    && view.equals(of.view());
        }

        /// @return what is kept of it, where that is exact enough for a window at `zero`
        Optional<Values> near(double zero) {
            synchronized (KeptValues.this) {
                return Optional.ofNullable(values).filter(v -> Math.abs(v.zero - zero) <= NEAR);
            }
        }

        /// @return whether it was drawn before, so that keeping it will pay
        boolean again() {
            synchronized (KeptValues.this) {
                return drawn > 1 && (long) width * height <= MOST_PIXELS / 4;
            }
        }

        void keep(Values made) {
            synchronized (KeptValues.this) {
                values = made;
                long pixels = 0;
                for (var each : pictures) {
                    var its = each.values;
                    if (its == null) continue;
                    pixels += its.values.length;
                    if (pixels > MOST_PIXELS) each.values = null;
                }
            }
        }
    }

    /// @param drawing of a frame at the level it is drawn from
    /// @return that picture, now the newest
    synchronized Picture of(Drawing drawing) {
        Picture found = null;
        for (var each : pictures) if (each.is(drawing)) found = each;
        if (found == null) found = new Picture(drawing);
        else pictures.remove(found);
        found.drawn++;
        pictures.addFirst(found);
        if (pictures.size() > PICTURES) pictures.removeLast();
        return found;
    }
}
