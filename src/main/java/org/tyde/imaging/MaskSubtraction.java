package org.tyde.imaging;

import org.tyde.codec.FrameFormat;
import org.tyde.codec.Samples;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.imaging.lut.ModalityLut;
import org.tyde.imaging.lut.NotApplied;
import org.tyde.imaging.lut.PresentationLut;
import org.tyde.imaging.lut.Voi;
import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Which frames are taken from which in an angiogram (PS3.3 C.7.6.10): AVG_SUB, TID and REV_TID. Stored values
/// are subtracted, before any look-up table (PS3.4 N.2). Masks that are shifted differently for each frame or
/// region, and values that are linear in X-ray intensity, are said and not subtracted. Immutable.
public final class MaskSubtraction {
    private static final Tag FRAME_PIXEL_SHIFT = Tag.of(0x0028, 0x9415);

    /// Nothing is subtracted.
    static final MaskSubtraction NONE = new MaskSubtraction(List.of(), 1, false);

    private final List<Item> items;
    private final int frames;
    private final boolean recommended;

    /// How far a mask is moved before it is subtracted (PS3.3 C.7.6.10.1.2): a positive row offset moves it
    /// towards the lower rows of the picture, a positive column offset towards its left-hand side.
    ///
    /// @param down pixels, also parts of one
    /// @param left pixels, also parts of one
    public record Shift(double down, double left) {
        /// Where it is.
        public static final Shift NONE = new Shift(0, 0);
    }

    /// What one difference is made from, frames counted from 1.
    ///
    /// @param contrast averaged
    /// @param mask averaged, then taken from the average of the contrast frames
    /// @param shift of the mask
    public record Step(List<Integer> contrast, List<Integer> mask, Shift shift) {}

    /// How the mask of a frame is found.
    private enum Way {
        /// By Mask Frame Numbers (0028,6110); none where nothing is subtracted.
        NUMBERS,
        /// TID: so many frames before.
        BEFORE,
        /// REV_TID: backwards from before the first contrast frame.
        BACKWARDS
    }

    /// @param ranges first and last frames; none: all frames
    /// @param masks Mask Frame Numbers (0028,6110); none for time intervals and where nothing is subtracted
    /// @param averaged Contrast Frame Averaging (0028,6112)
    /// @param way to the mask
    /// @param offset TID Offset (0028,6120)
    /// @param shift Mask Sub-pixel Shift (0028,6114)
    private record Item(
            List<Integer> ranges,
            List<Integer> masks,
            int averaged,
            Way way,
            int offset,
            Shift shift) {
        boolean covers(int frame, int frames) {
            if (ranges.isEmpty()) return frame + averaged - 1 <= frames;
            for (int i = 0; i + 1 < ranges.size(); i += 2)
                if (frame >= ranges.get(i) && frame <= ranges.get(i + 1)) return true;
            return false;
        }

        Optional<Step> step(int frame, int frames) {
            var mask =
                    switch (way) {
                        case NUMBERS -> masks;
                        case BEFORE -> List.of(frame - offset);
                        case BACKWARDS ->
                                List.of(ranges.getFirst() - offset - (frame - ranges.getFirst()));
                    };
            boolean there =
                    !mask.isEmpty()
                            && frame + averaged - 1 <= frames
                            && mask.stream().allMatch(m -> m >= 1 && m <= frames);
            if (!there) return Optional.empty();
            return Optional.of(
                    new Step(
                            IntStream.range(frame, frame + averaged).boxed().toList(),
                            mask,
                            shift));
        }
    }

    private MaskSubtraction(List<Item> items, int frames, boolean recommended) {
        this.items = List.copyOf(items);
        this.frames = frames;
        this.recommended = recommended;
    }

    /// @param dataSet of a grey image
    /// @param frames it has
    /// @param said takes what cannot be subtracted, and why
    /// @return its mask operations
    static MaskSubtraction of(DataSet dataSet, int frames, Set<NotApplied> said) {
        try {
            var sequence = dataSet.sequence(Tag.MASK_SUBTRACTION_SEQUENCE);
            if (sequence.isEmpty()) return NONE;
            if (linear(dataSet)) {
                said.add(NotApplied.MASK_LINEAR);
                return NONE;
            }
            return of(dataSet, dataSet, frames, said);
        } catch (Refusal malformed) {
            said.add(NotApplied.MASK);
            return NONE;
        }
    }

    /// The Mask module of a presentation state stands for that of the image. Values linear in X-ray intensity need its
    /// Modality LUT (PS3.4 N.2.1.2), and a table of it is not applied to differences.
    ///
    /// @param image that the state shows
    /// @param state with a Mask module
    /// @param frames of the image
    /// @param said takes what cannot be subtracted, and why
    /// @return the state's mask operations
    static MaskSubtraction ofState(DataSet image, DataSet state, int frames, Set<NotApplied> said) {
        try {
            if (state.has(Tag.MODALITY_LUT_SEQUENCE)) said.add(NotApplied.MASK_OF_STATE);
            else if (linear(image)) said.add(NotApplied.MASK_LINEAR);
            else return of(image, state, frames, said);
        } catch (Refusal malformed) {
            said.add(NotApplied.MASK);
        }
        return NONE;
    }

    private static boolean linear(DataSet image) throws Refusal {
        return image.textOr(Tag.PIXEL_INTENSITY_RELATIONSHIP, "").equals("LIN");
    }

    private static MaskSubtraction of(
            DataSet image, DataSet module, int frames, Set<NotApplied> said) throws Refusal {
        var items = new ArrayList<Item>();
        for (var item : module.sequence(Tag.MASK_SUBTRACTION_SEQUENCE))
            item(image, item, said).ifPresent(items::add);
        boolean wanted = module.textOr(Tag.RECOMMENDED_VIEWING_MODE, "").equals("SUB");
        return new MaskSubtraction(items, frames, wanted);
    }

    private static Optional<Item> item(DataSet image, DataSet item, Set<NotApplied> said)
            throws Refusal {
        if (shiftedByFrame(image)) {
            said.add(NotApplied.MASK_SHIFT);
            return Optional.empty();
        }
        var shift = shift(item);
        var ranges = whole(item.integers(Tag.APPLICABLE_FRAME_RANGE));
        var masks = whole(item.integers(Tag.MASK_FRAME_NUMBERS));
        int averaged = Math.max(1, item.integer(Tag.CONTRAST_FRAME_AVERAGING).orElse(1));
        int interval = item.integer(Tag.TID_OFFSET).orElse(1);
        return switch (item.textOr(Tag.MASK_OPERATION, "")) {
            case "NONE" ->
                    Optional.of(new Item(ranges, List.of(), averaged, Way.NUMBERS, 0, shift));
            case "AVG_SUB" -> {
                if (masks.isEmpty()) said.add(NotApplied.MASK);
                yield Optional.of(new Item(ranges, masks, averaged, Way.NUMBERS, 0, shift));
            }
            case "TID" -> {
                if (interval == 0) said.add(NotApplied.MASK);
                yield Optional.of(
                        new Item(ranges, List.of(), averaged, Way.BEFORE, interval, shift));
            }
            case "REV_TID" -> {
                if (ranges.isEmpty()) {
                    said.add(NotApplied.MASK);
                    yield Optional.empty();
                }
                yield Optional.of(
                        new Item(ranges, List.of(), averaged, Way.BACKWARDS, interval, shift));
            }
            default -> {
                said.add(NotApplied.MASK_OPERATION);
                yield Optional.empty();
            }
        };
    }

    private static Shift shift(DataSet item) throws Refusal {
        var both = item.decimals(Tag.MASK_SUB_PIXEL_SHIFT);
        return both.length == 2 ? new Shift(both[0], both[1]) : Shift.NONE;
    }

    private static boolean shiftedByFrame(DataSet image) throws Refusal {
        var shared = image.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE);
        if (shared.isPresent() && shared.get().has(FRAME_PIXEL_SHIFT)) return true;
        for (var frame : image.sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE))
            if (frame.has(FRAME_PIXEL_SHIFT)) return true;
        return false;
    }

    private static List<Integer> whole(int[] values) {
        return IntStream.of(values).boxed().toList();
    }

    /// @return whether it says for any frame what to subtract
    public boolean any() {
        return IntStream.rangeClosed(1, frames).anyMatch(f -> at(f).isPresent());
    }

    /// @return whether the image asks to be shown subtracted at first: Recommended Viewing Mode (0028,1090) is SUB
    public boolean recommended() {
        return recommended;
    }

    /// @param frame 1-based
    /// @return what its difference is made from; empty where nothing is to be subtracted. The first item that
    ///     covers the frame counts
    public Optional<Step> at(int frame) {
        for (var item : items) if (item.covers(frame, frames)) return item.step(frame, frames);
        return Optional.empty();
    }

    /// @param contrast at least one frame
    /// @param mask at least one frame, all of one size and at full size
    /// @param shift of the mask; values between its pixels are found linearly
    /// @return the mean of the contrast frames less that of the mask; not a number where any of them is padding,
    ///     or the shifted mask is not there
    /// @throws IllegalArgumentException when they differ in size
    public static Frame difference(List<Frame> contrast, List<Frame> mask, Shift shift) {
        var first = contrast.getFirst();
        int columns = first.columns();
        var all = new double[Math.multiplyExact(columns, first.rows())];
        add(contrast, 1.0 / contrast.size(), all, columns);
        if (shift.equals(Shift.NONE)) add(mask, -1.0 / mask.size(), all, columns);
        else {
            var moved = new double[all.length];
            add(mask, -1.0 / mask.size(), moved, columns);
            addMoved(moved, shift, all, columns);
        }
        var values = new float[all.length];
        for (int i = 0; i < values.length; i++) values[i] = (float) all[i];
        var format =
                new FrameFormat(
                        first.rows(),
                        columns,
                        1,
                        32,
                        32,
                        31,
                        true,
                        true,
                        first.format().photometric(),
                        false);
        return Frame.of(new Samples.Floats(format, values));
    }

    private static void add(List<Frame> frames, double weight, double[] all, int columns) {
        var row = new double[columns];
        for (var frame : frames) {
            if (frame.columns() != columns || frame.rows() * columns != all.length)
                throw new IllegalArgumentException("frames of several sizes");
            for (int r = 0; r < frame.rows(); r++) {
                frame.copyRow(r, row);
                for (int c = 0; c < columns; c++)
                    all[r * columns + c] += frame.isPadding(row[c]) ? Double.NaN : weight * row[c];
            }
        }
    }

    private static void addMoved(double[] mask, Shift shift, double[] all, int columns) {
        int rows = all.length / columns;
        for (int r = 0; r < rows; r++)
            for (int c = 0; c < columns; c++)
                all[r * columns + c] +=
                        between(mask, columns, rows, c + shift.left(), r - shift.down());
    }

    private static double between(double[] v, int columns, int rows, double column, double row) {
        if (column < 0 || row < 0 || column > columns - 1 || row > rows - 1) return Double.NaN;
        int c = (int) column;
        int r = (int) row;
        int right = Math.min(c + 1, columns - 1);
        int below = Math.min(r + 1, rows - 1);
        double x = column - c;
        double y = row - r;
        double above =
                x == 0 ? v[r * columns + c] : mix(v[r * columns + c], v[r * columns + right], x);
        if (y == 0) return above;
        double under =
                x == 0
                        ? v[below * columns + c]
                        : mix(v[below * columns + c], v[below * columns + right], x);
        return mix(above, under, y);
    }

    private static double mix(double a, double b, double part) {
        return a + (b - a) * part;
    }

    /// @param difference of [#difference(List,List,Shift)]
    /// @param voi what the person chose, in differences of stored values
    /// @return the pipeline of a difference: no Modality LUT, the polarity of the image
    public static GrayscalePipeline pipeline(Frame difference, Voi voi) {
        return new GrayscalePipeline(
                ModalityLut.IDENTITY,
                voi,
                false,
                PresentationLut.of(difference.format().photometric()),
                difference.range());
    }
}
