package org.tyde.imaging;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.imaging.lut.Lut;
import org.tyde.imaging.lut.ModalityLut;
import org.tyde.imaging.lut.NotApplied;
import org.tyde.imaging.lut.PresentationLut;
import org.tyde.imaging.lut.Voi;
import org.tyde.imaging.multiframe.FunctionalGroups;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Which frames are taken from which in an angiogram (PS3.3 C.7.6.10, C.11.13, C.11.19): AVG_SUB, TID and REV_TID.
/// Stored values are subtracted, before any look-up table (PS3.4 N.2) but the one to a logarithmic scale that an XA/XRF state
/// brings (N.2.5.1). Values that are linear in X-ray intensity and have no such table are said and not subtracted. Immutable.
public final class MaskSubtraction {
    /// Nothing is subtracted.
    static final MaskSubtraction NONE = new MaskSubtraction(List.of(), 1, Set.of());

    private final List<Item> items;
    private final int frames;
    private final Set<Integer> recommended;

    /// What one difference is made from, frames counted from 1.
    ///
    /// @param contrast averaged
    /// @param mask averaged, then taken from the average of the contrast frames
    /// @param shift of the mask
    /// @param tables to a logarithmic scale, by frame; frames without one are on it
    public record Step(
            List<Integer> contrast, List<Integer> mask, MaskShift shift, Map<Integer, Lut> tables) {
        /// Copies them.
        public Step {
            contrast = List.copyOf(contrast);
            mask = List.copyOf(mask);
            tables = Map.copyOf(tables);
        }
    }

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
    /// @param shifts of the mask
    /// @param tables to a logarithmic scale, by frame
    private record Item(
            List<Integer> ranges,
            List<Integer> masks,
            int averaged,
            Way way,
            int offset,
            MaskShiftReader.Shifts shifts,
            Map<Integer, Lut> tables) {
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
                            shifts.at(frame),
                            tables));
        }
    }

    private MaskSubtraction(List<Item> items, int frames, Set<Integer> recommended) {
        this.items = List.copyOf(items);
        this.frames = frames;
        this.recommended = Set.copyOf(recommended);
    }

    /// @param dataSet of a grey image
    /// @param frames it has
    /// @param said takes what cannot be subtracted, and why
    /// @return its mask operations
    static MaskSubtraction of(DataSet dataSet, int frames, Set<NotApplied> said) {
        try {
            var sequence = dataSet.sequence(Tag.MASK_SUBTRACTION_SEQUENCE);
            if (sequence.isEmpty()) return NONE;
            if (linear(dataSet, frames)) {
                said.add(NotApplied.MASK_LINEAR);
                return NONE;
            }
            var shifts =
                    new MaskShiftReader(frames, Optional.of(FunctionalGroups.of(dataSet, frames)));
            return of(dataSet, sequence, frames, shifts, Map.of(), said);
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
            var shifts = new MaskShiftReader(frames, Optional.empty());
            var sequence = state.sequence(Tag.MASK_SUBTRACTION_SEQUENCE);
            if (state.has(Tag.MODALITY_LUT_SEQUENCE)) said.add(NotApplied.MASK_OF_STATE);
            else if (linear(image, frames)) said.add(NotApplied.MASK_LINEAR);
            else return of(state, sequence, frames, shifts, Map.of(), said);
        } catch (Refusal malformed) {
            said.add(NotApplied.MASK);
        }
        return NONE;
    }

    /// The Mask module of an XA/XRF state (PS3.3 C.11.19): items may be for single images, and bring shifts of regions and
    /// tables to a logarithmic scale.
    ///
    /// @param image that the state shows
    /// @param state an XA/XRF state
    /// @param frames of the image
    /// @param said takes what cannot be subtracted, and why
    /// @return the state's mask operations
    static MaskSubtraction ofXaState(
            DataSet image, DataSet state, int frames, Set<NotApplied> said) {
        try {
            var reader = new XaMaskReader(image, state, frames);
            var tables = reader.tables(said);
            if (tables.isEmpty()) said.add(NotApplied.MASK_OF_STATE);
            else if (linear(image, frames) && tables.get().size() < frames)
                said.add(NotApplied.MASK_LINEAR);
            else
                return of(
                        state,
                        reader.items(),
                        frames,
                        new MaskShiftReader(frames, Optional.empty()),
                        tables.get(),
                        said);
        } catch (IOException malformed) {
            said.add(NotApplied.MASK);
        }
        return NONE;
    }

    private static boolean linear(DataSet image, int frames) throws Refusal {
        if (linear(image)) return true;
        var groups = FunctionalGroups.of(image, frames);
        for (int frame = 1; frame <= frames; frame++) {
            var group = groups.stated(frame, Tag.FRAME_PIXEL_DATA_PROPERTIES_SEQUENCE);
            if (group.isPresent() && linear(group.get())) return true;
        }
        return false;
    }

    private static boolean linear(DataSet image) throws Refusal {
        return image.textOr(Tag.PIXEL_INTENSITY_RELATIONSHIP, "").equals("LIN");
    }

    private static MaskSubtraction of(
            DataSet module,
            List<DataSet> sequence,
            int frames,
            MaskShiftReader reader,
            Map<Integer, Lut> tables,
            Set<NotApplied> said)
            throws Refusal {
        var items = new ArrayList<Item>();
        for (var item : sequence) {
            var shifts = reader.of(item);
            if (shifts.isEmpty()) said.add(NotApplied.MASK_SHIFT);
            else item(item, shifts.get(), tables, said).ifPresent(items::add);
        }
        return new MaskSubtraction(items, frames, recommended(module, frames));
    }

    /// Ranges of frames that are to be seen native (PS3.3 C.8.19.7) go before the mode of the module (PS3.17 FFF.2.3.2).
    private static Set<Integer> recommended(DataSet module, int frames) throws Refusal {
        var wanted = new HashSet<Integer>();
        if (!module.textOr(Tag.RECOMMENDED_VIEWING_MODE, "").equals("SUB")) return wanted;
        for (int frame = 1; frame <= frames; frame++) wanted.add(frame);
        for (var range : module.sequence(Tag.FRAME_DISPLAY_SEQUENCE)) {
            int first = range.integer(Tag.START_TRIM).orElse(1);
            int last = range.integer(Tag.STOP_TRIM).orElse(frames);
            if (range.textOr(Tag.RECOMMENDED_VIEWING_MODE, "").equals("NAT"))
                wanted.removeIf(frame -> frame >= first && frame <= last);
        }
        return wanted;
    }

    private static Optional<Item> item(
            DataSet item,
            MaskShiftReader.Shifts shifts,
            Map<Integer, Lut> tables,
            Set<NotApplied> said)
            throws Refusal {
        var ranges = whole(item.integers(Tag.APPLICABLE_FRAME_RANGE));
        var masks = whole(item.integers(Tag.MASK_FRAME_NUMBERS));
        int averaged = Math.max(1, item.integer(Tag.CONTRAST_FRAME_AVERAGING).orElse(1));
        int interval = item.integer(Tag.TID_OFFSET).orElse(1);
        var operation = item.textOr(Tag.MASK_OPERATION, "");
        return switch (operation) {
            case "NONE" ->
                    Optional.of(
                            new Item(ranges, List.of(), averaged, Way.NUMBERS, 0, shifts, tables));
            case "AVG_SUB" -> {
                if (masks.isEmpty()) said.add(NotApplied.MASK);
                yield Optional.of(
                        new Item(ranges, masks, averaged, Way.NUMBERS, 0, shifts, tables));
            }
            case "TID", "REV_TID" -> {
                boolean back = operation.equals("REV_TID");
                if (back ? ranges.isEmpty() : interval == 0) said.add(NotApplied.MASK);
                if (back && ranges.isEmpty()) yield Optional.empty();
                var way = back ? Way.BACKWARDS : Way.BEFORE;
                yield Optional.of(
                        new Item(ranges, List.of(), averaged, way, interval, shifts, tables));
            }
            default -> {
                said.add(NotApplied.MASK_OPERATION);
                yield Optional.empty();
            }
        };
    }

    private static List<Integer> whole(int[] values) {
        return IntStream.of(values).boxed().toList();
    }

    /// @return whether it says for any frame what to subtract
    public boolean any() {
        return IntStream.rangeClosed(1, frames).anyMatch(f -> at(f).isPresent());
    }

    /// @param frame 1-based
    /// @return whether the image asks for it to be shown subtracted at first: Recommended Viewing Mode (0028,1090) is SUB
    public boolean recommended(int frame) {
        return recommended.contains(frame);
    }

    /// @param frame 1-based
    /// @return what its difference is made from; empty where nothing is to be subtracted. The first item that
    ///     covers the frame counts
    public Optional<Step> at(int frame) {
        for (var item : items) if (item.covers(frame, frames)) return item.step(frame, frames);
        return Optional.empty();
    }

    /// @param step what is taken from what
    /// @param contrast its contrast frames
    /// @param mask its mask frames, all of one size and at full size
    /// @return the mean of the contrast frames less that of the mask, moved; values between its pixels are found linearly.
    ///     Not a number where any of them is padding, or the moved mask is not there
    /// @throws IllegalArgumentException when they differ in size
    public static Frame difference(Step step, List<Frame> contrast, List<Frame> mask) {
        return MaskDifference.of(step, contrast, mask);
    }

    /// @param difference of [#difference(Step,List,List)]
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
