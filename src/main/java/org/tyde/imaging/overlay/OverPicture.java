package org.tyde.imaging.overlay;

import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.ImageToScreen;
import org.tyde.imaging.lut.NotApplied;

import java.io.IOException;
import java.nio.IntBuffer;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What lies over the frames of one image. Read once for an image, off the JavaFX thread; drawn after each
/// picture. Thread-safe.
public final class OverPicture {
    private static final int MOST_MASKS = 64;

    private final int columns;
    private final int rows;
    private final Optional<DisplayShutter> shutter;
    private final Set<NotApplied> notApplied;
    private final Map<Integer, ShutterMask> masks = new ConcurrentHashMap<>();

    private OverPicture(
            ImageHeader header, Optional<DisplayShutter> shutter, Set<NotApplied> notApplied) {
        this.columns = header.columns();
        this.rows = header.rows();
        this.shutter = shutter;
        this.notApplied = Set.copyOf(notApplied);
    }

    /// @param header of an image
    /// @return what its own attributes lay over it
    public static OverPicture of(ImageHeader header) {
        var said = EnumSet.noneOf(NotApplied.class);
        try {
            var shutter = ShutterReader.of(header.dataSet(), header.aspect(), said);
            return new OverPicture(header, shutter, said);
        } catch (IOException unread) {
            return new OverPicture(header, Optional.empty(), Set.of(NotApplied.SHUTTER));
        }
    }

    /// @param header of an image
    /// @param shutter of a presentation state
    /// @return that shutter over the image
    public static OverPicture of(ImageHeader header, DisplayShutter shutter) {
        return new OverPicture(header, Optional.of(shutter), Set.of());
    }

    /// @return what could not be read and is not drawn
    public Set<NotApplied> notApplied() {
        return notApplied;
    }

    /// @param frame 1-based
    /// @param view where the image lies
    /// @param width of the picture
    /// @param height of the picture
    /// @param bgra a picture of that frame
    public void draw(int frame, ImageToScreen view, int width, int height, IntBuffer bgra) {
        if (shutter.isPresent()) mask(shutter.get(), frame).cover(view, width, height, bgra);
    }

    private ShutterMask mask(DisplayShutter shutter, int frame) {
        if (masks.size() > MOST_MASKS) masks.clear();
        return masks.computeIfAbsent(
                shutter.sameForAllFrames() ? 0 : frame,
                _ -> ShutterMask.of(shutter, frame, columns, rows));
    }
}
