package org.tyde.imaging.overlay;

import org.jspecify.annotations.Nullable;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.imaging.Frame;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.lut.NotApplied;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One plane of a repeating group 60xx (PS3.3 C.9.2, C.9.3): a bit a pixel, packed as in PS3.5 8.1.2, or in a
/// bit of the pixels' cells that holds no stored value (PS3.3-2004 C.9.2, retired). Immutable.
public final class OverlayPlane {
    /// Groups 6000 to 601E.
    public static final int MOST_PLANES = 16;

    private static final long MOST_PIXELS = 1L << 28;
    private static final int FIRST_GROUP = 0x6000;

    private final int group;
    private final int rows;
    private final int columns;
    private final int firstRow;
    private final int firstColumn;
    private final boolean everyFrame;
    private final int frames;
    private final int firstFrame;
    private final boolean region;
    private final Optional<String> label;
    private final @Nullable BitSet bits;
    private final int cellBit;

    private OverlayPlane(DataSet dataSet, int group, boolean inCells) throws IOException {
        this.group = group;
        rows = dataSet.integer(tag(0x0010)).orElse(0);
        columns = dataSet.integer(tag(0x0011)).orElse(0);
        int[] origin = dataSet.integers(tag(0x0050));
        firstRow = origin.length == 2 ? origin[0] - 1 : 0;
        firstColumn = origin.length == 2 ? origin[1] - 1 : 0;
        everyFrame = !dataSet.has(tag(0x0015)) && !dataSet.has(tag(0x0051));
        frames = Math.max(1, dataSet.integer(tag(0x0015)).orElse(1));
        firstFrame = dataSet.integer(tag(0x0051)).orElse(1);
        region = dataSet.textOr(tag(0x0040), "G").equals("R");
        label = dataSet.text(tag(0x1500)).or(() -> words(dataSet));
        cellBit = inCells ? dataSet.integer(tag(0x0102)).orElse(0) : 0;
        bits = inCells ? null : packed(dataSet);
    }

    private Optional<String> words(DataSet dataSet) {
        try {
            return dataSet.text(tag(0x0022));
        } catch (Refusal malformed) {
            return Optional.empty();
        }
    }

    private BitSet packed(DataSet dataSet) throws IOException {
        var bulk = dataSet.bulk(tag(0x3000));
        long length = bulk.isPresent() ? bulk.get().length() : 0;
        long needed = (long) rows * columns * frames;
        if (bulk.isEmpty()
                || rows < 1
                || columns < 1
                || needed > MOST_PIXELS
                || needed > 8 * length)
            throw new Refusal(OverlayReason.DATA, rows, columns, frames, length)
                    .withPlace(tag(0x3000).toString())
                    .withRule("PS3.3 C.9.2");
        return BitSet.valueOf(bulk.get().read(0, Math.toIntExact((needed + 7) / 8)));
    }

    private Tag tag(int element) {
        return Tag.of(group, element);
    }

    /// @param header of an image
    /// @param said takes [NotApplied#OVERLAY] where a plane cannot be drawn: its data are missing or too few,
    ///     or it claims bits that hold stored values
    /// @return its planes, in the order of their groups
    /// @throws IOException where they cannot be read
    public static List<OverlayPlane> of(ImageHeader header, Set<NotApplied> said)
            throws IOException {
        var planes = new ArrayList<OverlayPlane>();
        for (int i = 0; i < MOST_PLANES; i++) {
            int group = FIRST_GROUP + 2 * i;
            if (!header.dataSet().has(Tag.of(group, 0x0010))
                    && !header.dataSet().has(Tag.of(group, 0x3000))) continue;
            var plane = of(header, group);
            plane.ifPresentOrElse(planes::add, () -> said.add(NotApplied.OVERLAY));
        }
        return List.copyOf(planes);
    }

    /// The planes that a presentation state shows: those with an Overlay Activation Layer (60xx,1001), whose
    /// bits are the state's own or, where it has none in that group, the image's (PS3.3 C.11.7).
    ///
    /// @param state a presentation state
    /// @param header of the image it is applied to
    /// @param said takes [NotApplied#OVERLAY] where such a plane cannot be drawn
    /// @return each with its layer, in the order of their groups
    /// @throws IOException where they cannot be read
    public static List<Activated> activated(DataSet state, ImageHeader header, Set<NotApplied> said)
            throws IOException {
        var planes = new ArrayList<Activated>();
        for (int i = 0; i < MOST_PLANES; i++) {
            int group = FIRST_GROUP + 2 * i;
            var layer = state.text(Tag.of(group, 0x1001));
            if (layer.isEmpty()) continue;
            var plane = state.has(Tag.of(group, 0x3000)) ? of(state, group) : of(header, group);
            plane.ifPresentOrElse(
                    p -> planes.add(new Activated(layer.get(), p)),
                    () -> said.add(NotApplied.OVERLAY));
        }
        return List.copyOf(planes);
    }

    /// A plane that a presentation state shows.
    ///
    /// @param layer name of a graphic layer (0070,0002)
    /// @param plane its bits
    public record Activated(String layer, OverlayPlane plane) {}

    private static Optional<OverlayPlane> of(ImageHeader header, int group) throws IOException {
        if (header.dataSet().has(Tag.of(group, 0x3000))) return of(header.dataSet(), group);
        try {
            var plane = new OverlayPlane(header.dataSet(), group, true);
            boolean whole =
                    plane.rows == header.rows()
                            && plane.columns == header.columns()
                            && plane.firstRow == 0
                            && plane.firstColumn == 0;
            return whole && header.unusedBit(plane.cellBit) ? Optional.of(plane) : Optional.empty();
        } catch (Refusal unusable) {
            return Optional.empty();
        }
    }

    /// @param dataSet of an image or a presentation state
    /// @param group 0x6000 to 0x601E
    /// @return that plane, from Overlay Data (60xx,3000) of its own
    /// @throws IOException where it cannot be read
    public static Optional<OverlayPlane> of(DataSet dataSet, int group) throws IOException {
        if (!dataSet.has(Tag.of(group, 0x3000))) return Optional.empty();
        try {
            return Optional.of(new OverlayPlane(dataSet, group, false));
        } catch (Refusal unusable) {
            return Optional.empty();
        }
    }

    /// @return 0x6000 to 0x601E
    public int group() {
        return group;
    }

    /// @return whether it marks a region of interest, not graphics: Overlay Type (60xx,0040)
    public boolean region() {
        return region;
    }

    /// @return Overlay Label (60xx,1500), else Overlay Description (60xx,0022)
    public Optional<String> label() {
        return label;
    }

    /// @return whether its bits lie in the cells of the pixels, so that only a frame with
    ///     [Frame#hasCells()] can show them
    public boolean inCells() {
        return bits == null;
    }

    /// @param frame of the image, 1-based
    /// @param column of the image, 0-based
    /// @param row of the image, 0-based
    /// @return whether the bit there is set; false outside the plane, for frames it does not cover, and
    ///     where its bits lie in the pixels' cells
    public boolean set(int frame, int column, int row) {
        int c = column - firstColumn;
        int r = row - firstRow;
        int f = everyFrame ? 0 : frame - firstFrame;
        if (bits == null) return false;
        if (c < 0 || r < 0 || f < 0 || c >= columns || r >= rows || f >= frames) return false;
        return bits.get((f * rows + r) * columns + c);
    }

    /// @param number of the frame, 1-based
    /// @param frame its values at full size
    /// @return the bits set, by `row * columns + column` of the image; what lies outside it is left out
    public BitSet on(int number, Frame frame) {
        int width = frame.fullColumns();
        int height = frame.fullRows();
        var on = new BitSet(width * height);
        int top = Math.max(0, firstRow);
        int bottom = Math.clamp((long) firstRow + rows, 0, height);
        int left = Math.max(0, firstColumn);
        int right = Math.clamp((long) firstColumn + columns, 0, width);
        boolean cells = inCells() && frame.hasCells();
        for (int r = top; r < bottom; r++)
            for (int c = left; c < right; c++)
                if (cells ? (frame.cell(c, r) >>> cellBit & 1) == 1 : set(number, c, r))
                    on.set(r * width + c);
        return on;
    }
}
