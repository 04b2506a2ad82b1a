package org.tyde.imaging.overlay;

import org.tyde.imaging.Frame;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.ImageToScreen;
import org.tyde.imaging.lut.DisplayFunction;
import org.tyde.imaging.lut.Ink;
import org.tyde.imaging.lut.NotApplied;

import java.io.IOException;
import java.nio.IntBuffer;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What lies over the frames of one image: its shutter, then its overlay planes. Read once for an image, off
/// the JavaFX thread; drawn after each picture. Thread-safe.
///
/// How a plane looks is not defined (PS3.3 C.9.2): graphics are white, of a region the edge alone is, so that
/// what lies in it is seen.
public final class OverPicture {
    private static final int MOST_MASKS = 64;
    private static final Ink WHITE = new Ink(0xFFFFFF);

    private final int columns;
    private final int rows;
    private final Optional<DisplayShutter> shutter;
    private final List<OverlayPlane> planes;
    private final Set<NotApplied> notApplied;
    private final Map<Integer, ShutterMask> masks = new ConcurrentHashMap<>();
    private final Map<Drawn, Stencil> stencils = new ConcurrentHashMap<>();

    private record Drawn(int frame, OverlayChoice choice) {}

    private OverPicture(
            ImageHeader header,
            Optional<DisplayShutter> shutter,
            List<OverlayPlane> planes,
            Set<NotApplied> notApplied) {
        this.columns = header.columns();
        this.rows = header.rows();
        this.shutter = shutter;
        this.planes = planes.stream().filter(p -> !hides(shutter, p)).toList();
        this.notApplied = Set.copyOf(notApplied);
    }

    /// @param header of an image
    /// @return what its own attributes lay over it
    public static OverPicture of(ImageHeader header) {
        var said = EnumSet.noneOf(NotApplied.class);
        Optional<DisplayShutter> shutter = Optional.empty();
        List<OverlayPlane> planes = List.of();
        try {
            shutter = ShutterReader.of(header.dataSet(), header.aspect(), said);
        } catch (IOException unread) {
            said.add(NotApplied.SHUTTER);
        }
        try {
            planes = OverlayPlane.of(header, said);
        } catch (IOException unread) {
            said.add(NotApplied.OVERLAY);
        }
        return new OverPicture(header, shutter, planes, said);
    }

    /// A plane that serves as a bitmap shutter is not drawn as well.
    private static boolean hides(Optional<DisplayShutter> shutter, OverlayPlane plane) {
        return shutter.stream()
                .flatMap(s -> s.shapes().stream())
                .anyMatch(
                        s ->
                                s instanceof DisplayShutter.Bitmap(var mask)
                                        && mask.group() == plane.group());
    }

    /// @param header of an image
    /// @param shutter of a presentation state
    /// @param planes that the state shows
    /// @return that over the image
    public static OverPicture of(
            ImageHeader header, Optional<DisplayShutter> shutter, List<OverlayPlane> planes) {
        return new OverPicture(header, shutter, planes, Set.of());
    }

    /// @return overlay planes that are drawn, in the order of their groups
    public List<OverlayPlane> planes() {
        return planes;
    }

    /// @param frame that is shown
    /// @return what could not be read and is not drawn
    public Set<NotApplied> notApplied(Frame frame) {
        if (frame.hasCells() || planes.stream().noneMatch(OverlayPlane::inCells)) return notApplied;
        var said = EnumSet.of(NotApplied.OVERLAY);
        said.addAll(notApplied);
        return said;
    }

    /// @param number of the frame, 1-based
    /// @param frame its values
    /// @param choice of overlay planes
    /// @param view where the image lies
    /// @param width of the picture
    /// @param height of the picture
    /// @param bgra a picture of that frame
    public void draw(
            int number,
            Frame frame,
            OverlayChoice choice,
            ImageToScreen view,
            int width,
            int height,
            IntBuffer bgra) {
        draw(number, frame, choice, view, width, height, bgra, DisplayFunction.STRAIGHT);
    }

    /// @param number of the frame, 1-based
    /// @param frame its values
    /// @param choice of overlay planes
    /// @param view where the image lies
    /// @param width of the picture
    /// @param height of the picture
    /// @param bgra a picture of that frame
    /// @param monitor takes the greys
    public void draw(
            int number,
            Frame frame,
            OverlayChoice choice,
            ImageToScreen view,
            int width,
            int height,
            IntBuffer bgra,
            DisplayFunction monitor) {
        if (shutter.isPresent())
            mask(shutter.get(), number).cover(view, width, height, bgra, monitor);
        if (!planes.isEmpty() && !(choice instanceof OverlayChoice.Off))
            stencil(number, frame, choice).paint(view, width, height, bgra, monitor);
    }

    private ShutterMask mask(DisplayShutter shutter, int frame) {
        if (masks.size() > MOST_MASKS) masks.clear();
        return masks.computeIfAbsent(
                shutter.sameForAllFrames() ? 0 : frame,
                _ -> ShutterMask.of(shutter, frame, columns, rows));
    }

    private Stencil stencil(int number, Frame frame, OverlayChoice choice) {
        if (stencils.size() > MOST_MASKS) stencils.clear();
        return stencils.computeIfAbsent(
                new Drawn(number, choice),
                _ -> {
                    var all = new BitSet(columns * rows);
                    for (int i = 0; i < planes.size(); i++)
                        if (choice.shows(i)) all.or(bits(planes.get(i), number, frame));
                    return new Stencil(columns, rows, all, true, WHITE);
                });
    }

    private BitSet bits(OverlayPlane plane, int number, Frame frame) {
        var on = plane.on(number, frame);
        return plane.region() ? edge(on) : on;
    }

    private BitSet edge(BitSet region) {
        var edge = new BitSet(columns * rows);
        for (int i = region.nextSetBit(0); i >= 0; i = region.nextSetBit(i + 1)) {
            int column = i % columns;
            boolean inside =
                    column > 0
                            && column < columns - 1
                            && i >= columns
                            && region.get(i - 1)
                            && region.get(i + 1)
                            && region.get(i - columns)
                            && region.get(i + columns);
            if (!inside) edge.set(i);
        }
        return edge;
    }
}
