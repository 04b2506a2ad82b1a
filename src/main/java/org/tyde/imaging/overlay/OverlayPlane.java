package org.tyde.imaging.overlay;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// One plane of a repeating group 60xx (PS3.3 C.9.2): a bit a pixel, packed as in PS3.5 8.1.2.
public final class OverlayPlane {
    private static final int MOST_PLANES = 16;
    private static final long MOST_PIXELS = 1L << 28;

    private final int group;
    private final int rows;
    private final int columns;
    private final int firstRow;
    private final int firstColumn;
    private final int frames;
    private final int firstFrame;
    private final boolean region;
    private final Optional<String> label;
    private final BitSet bits;

    private OverlayPlane(DataSet dataSet, int group) throws IOException {
        this.group = group;
        rows = dataSet.integer(tag(0x0010)).orElse(0);
        columns = dataSet.integer(tag(0x0011)).orElse(0);
        int[] origin = dataSet.integers(tag(0x0050));
        firstRow = origin.length == 2 ? origin[0] - 1 : 0;
        firstColumn = origin.length == 2 ? origin[1] - 1 : 0;
        frames = Math.max(1, dataSet.integer(tag(0x0015)).orElse(1));
        firstFrame = dataSet.integer(tag(0x0051)).orElse(1);
        region = dataSet.textOr(tag(0x0040), "G").equals("R");
        label = dataSet.text(tag(0x1500));
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
        bits = BitSet.valueOf(bulk.get().read(0, Math.toIntExact((needed + 7) / 8)));
    }

    private Tag tag(int element) {
        return Tag.of(group, element);
    }

    /// @param dataSet of an image or a presentation state
    /// @return its planes that have bits of their own, in the order of their groups. A plane in the unused
    ///     bits of the pixels (retired) and one whose data are too few are left out
    /// @throws IOException where they cannot be read
    public static List<OverlayPlane> of(DataSet dataSet) throws IOException {
        var planes = new ArrayList<OverlayPlane>();
        for (int i = 0; i < MOST_PLANES; i++) of(dataSet, 0x6000 + 2 * i).ifPresent(planes::add);
        return List.copyOf(planes);
    }

    /// @param dataSet of an image or a presentation state
    /// @param group 0x6000 to 0x601E
    /// @return that plane
    /// @throws IOException where it cannot be read
    public static Optional<OverlayPlane> of(DataSet dataSet, int group) throws IOException {
        if (!dataSet.has(Tag.of(group, 0x3000))) return Optional.empty();
        try {
            return Optional.of(new OverlayPlane(dataSet, group));
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

    /// @return Overlay Label (60xx,1500)
    public Optional<String> label() {
        return label;
    }

    /// @param frame of the image, 1-based
    /// @param column of the image, 0-based
    /// @param row of the image, 0-based
    /// @return whether the bit there is set; false outside the plane and for frames it does not cover
    public boolean set(int frame, int column, int row) {
        int c = column - firstColumn;
        int r = row - firstRow;
        int f = frames == 1 && firstFrame == 1 ? 0 : frame - firstFrame;
        if (c < 0 || r < 0 || f < 0 || c >= columns || r >= rows || f >= frames) return false;
        return bits.get((f * rows + r) * columns + c);
    }
}
