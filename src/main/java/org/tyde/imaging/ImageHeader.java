package org.tyde.imaging;

import org.tyde.codec.FrameFormat;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.geometry.ImagePlane;
import org.tyde.geometry.Orientation;
import org.tyde.imaging.lut.LutReader;
import org.tyde.imaging.lut.ModalityLut;
import org.tyde.imaging.lut.ModalityReader;
import org.tyde.imaging.lut.NotApplied;
import org.tyde.imaging.lut.Palette;
import org.tyde.imaging.lut.PixelPadding;
import org.tyde.imaging.lut.PixelUnit;
import org.tyde.imaging.lut.ValueRange;
import org.tyde.imaging.lut.Voi;
import org.tyde.imaging.lut.VoiReader;
import org.tyde.imaging.multiframe.FunctionalGroups;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// What the header of an image says about its frames: shape, values, windows, place, scale. Enhanced
/// multi-frame images are read frame by frame from their functional groups (PS3.3 C.7.6.16). Immutable.
public final class ImageHeader {
    private static final int OVERLAYS = 16;
    private final DataSet dataSet;
    private final SourceLoss loss;
    private final FrameFormat format;
    private final int frames;
    private final List<OneFrame> each;
    private final PixelMeaning meaning;
    private final List<UltrasoundRegion> regions;
    private final boolean overlaysInCells;
    private final MaskSubtraction mask;
    private final Set<NotApplied> notApplied = EnumSet.noneOf(NotApplied.class);

    /// What holds for one frame, or for all where there are no functional groups.
    private record OneFrame(
            ModalityLut modality,
            List<Voi> vois,
            Optional<Orientation> orientation,
            Optional<ImagePlane> plane,
            Optional<PixelSpacing> spacing) {
        OneFrame at(Optional<ImagePlane> other) {
            return new OneFrame(modality, vois, orientation, other, spacing);
        }
    }

    private ImageHeader(DataSet dataSet, TransferSyntax syntax) throws IOException {
        this.dataSet = dataSet;
        this.loss = SourceLoss.of(dataSet, syntax);
        this.format = FrameFormat.of(dataSet);
        this.frames = frameCount(dataSet);
        this.each = frames(dataSet);
        this.meaning = meaning(dataSet);
        this.regions = UltrasoundRegions.of(dataSet, notApplied);
        this.overlaysInCells = overlaysInCells(dataSet);
        this.mask =
                format.photometric().grey()
                        ? MaskSubtraction.of(dataSet, frames, notApplied)
                        : MaskSubtraction.NONE;
        NotHonoured.in(dataSet, format, notApplied);
    }

    /// @param dataSet of an image, with or without its pixels
    /// @return its header
    /// @throws Refusal when it is no image, or what it says cannot be
    public static ImageHeader of(DataSet dataSet) throws Refusal {
        return of(dataSet, TransferSyntax.EXPLICIT_LITTLE);
    }

    /// @param dataSet of an image, with or without its pixels
    /// @param syntax of the pixels: one that always loses makes the image lossy, whatever it says
    /// @return its header
    /// @throws Refusal when it is no image, or what it says cannot be
    public static ImageHeader of(DataSet dataSet, TransferSyntax syntax) throws Refusal {
        try {
            return new ImageHeader(dataSet, syntax);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException unread) {
            throw new Refusal(ImagingReason.UNREAD, String.valueOf(unread.getMessage()))
                    .because(unread);
        }
    }

    private boolean overlaysInCells(DataSet whole) throws Refusal {
        for (int i = 0; i < OVERLAYS; i++) {
            if (!whole.has(Tag.OVERLAY_ROWS.repeated(i))) continue;
            if (whole.has(Tag.OVERLAY_DATA.repeated(i))) continue;
            if (unusedBit(whole.integer(Tag.OVERLAY_BIT_POSITION.repeated(i)).orElse(0)))
                return true;
        }
        return false;
    }

    private int frameCount(DataSet whole) {
        try {
            return Math.max(1, whole.integer(Tag.NUMBER_OF_FRAMES).orElse(1));
        } catch (Refusal malformed) {
            notApplied.add(NotApplied.FRAMES);
            return 1;
        }
    }

    private List<OneFrame> frames(DataSet whole) throws IOException {
        var modality = new ModalityReader(whole, format.signed());
        var spacing = new SpacingReader(whole);
        var groups = FunctionalGroups.of(whole, frames);
        if (!groups.complete()) notApplied.add(NotApplied.GROUPS);
        var all = new ArrayList<OneFrame>();
        for (int frame = 1; frame <= (groups.perFrame() ? frames : 1); frame++)
            all.add(one(modality, spacing, groups, frame));
        boolean ofTheFirst =
                frames > 1
                        && !groups.perFrame()
                        && groups.stated(1, Tag.PLANE_POSITION_SEQUENCE).isEmpty();
        if (ofTheFirst) all.addAll(further(whole, all.getFirst()));
        return List.copyOf(all);
    }

    /// Without functional groups a position is that of the first frame; the others lie along its normal where
    /// Grid Frame Offset Vector (3004,000C) begins with 0 (PS3.3 C.8.8.3.2), else nobody says where.
    private List<OneFrame> further(DataSet whole, OneFrame first) throws Refusal {
        var offsets = whole.decimals(Tag.GRID_FRAME_OFFSET_VECTOR);
        boolean grid = offsets.length == frames && offsets[0] == 0 && first.plane.isPresent();
        if (!grid) return List.of(first.at(Optional.empty()));
        var all = new ArrayList<OneFrame>();
        for (int i = 1; i < frames; i++) all.add(first.at(first.plane.map(along(offsets[i]))));
        return all;
    }

    private static UnaryOperator<ImagePlane> along(double mm) {
        return p ->
                new ImagePlane(
                        p.position().plus(p.normal().times(mm)),
                        p.rowDirection(),
                        p.columnDirection(),
                        p.rowSpacing(),
                        p.columnSpacing());
    }

    private OneFrame one(
            ModalityReader modality, SpacingReader spacing, FunctionalGroups groups, int frame)
            throws IOException {
        boolean grey = format.photometric().grey();
        var values = groups.macro(frame, Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE);
        var lut = grey ? modality.of(values, notApplied) : ModalityLut.IDENTITY;
        boolean negative = range(lut).least() < 0;
        var vois =
                grey
                        ? VoiReader.of(
                                groups.macro(frame, Tag.FRAME_VOILUT_SEQUENCE),
                                negative,
                                notApplied)
                        : List.<Voi>of();
        Optional<PixelSpacing> apart = Optional.empty();
        try {
            apart = spacing.spacing(groups, frame);
        } catch (Refusal malformed) {
            notApplied.add(NotApplied.SPACING);
        }
        return new OneFrame(lut, vois, orientation(groups, frame), plane(groups, frame), apart);
    }

    private Optional<Orientation> orientation(FunctionalGroups groups, int frame) {
        try {
            var six =
                    groups.macro(frame, Tag.PLANE_ORIENTATION_SEQUENCE)
                            .decimals(Tag.IMAGE_ORIENTATION_PATIENT);
            return six.length == 0 ? Optional.empty() : Optional.of(Orientation.of(six));
        } catch (Refusal | IllegalArgumentException unusable) {
            notApplied.add(NotApplied.PLANE);
            return Optional.empty();
        }
    }

    private Optional<ImagePlane> plane(FunctionalGroups groups, int frame) {
        try {
            var position =
                    groups.macro(frame, Tag.PLANE_POSITION_SEQUENCE)
                            .decimals(Tag.IMAGE_POSITION_PATIENT);
            var orientation =
                    groups.macro(frame, Tag.PLANE_ORIENTATION_SEQUENCE)
                            .decimals(Tag.IMAGE_ORIENTATION_PATIENT);
            var spacing =
                    groups.macro(frame, Tag.PIXEL_MEASURES_SEQUENCE).decimals(Tag.PIXEL_SPACING);
            if (position.length == 0 || orientation.length == 0 || spacing.length == 0)
                return Optional.empty();
            return Optional.of(ImagePlane.of(position, orientation, spacing));
        } catch (Refusal | IllegalArgumentException unusable) {
            notApplied.add(NotApplied.PLANE);
            return Optional.empty();
        }
    }

    private PixelMeaning meaning(DataSet whole) throws IOException {
        boolean grey = format.photometric().grey();
        var padding = grey ? padding(whole) : Optional.<PixelPadding>empty();
        var colours = new ColourReader(whole, format);
        var supplemental = grey ? colours.supplemental(notApplied) : Optional.<Palette>empty();
        boolean coloured = !grey || supplemental.isPresent();
        var profile =
                coloured ? IccTransform.of(whole, notApplied) : Optional.<IccTransform>empty();
        if (format.samplesPerPixel() == 3)
            return new PixelMeaning(padding, Optional.empty(), Optional.empty(), profile);
        var palette = grey ? Optional.<Palette>empty() : colours.palette(notApplied);
        return new PixelMeaning(
                padding,
                palette.map(p -> profile.map(t -> t.apply(p)).orElse(p)),
                supplemental.map(p -> profile.map(t -> t.apply(p)).orElse(p)),
                Optional.empty());
    }

    private Optional<PixelPadding> padding(DataSet whole) throws IOException {
        if (format.floating())
            return format.bitsAllocated() == 32
                    ? padding(
                            whole,
                            Tag.FLOAT_PIXEL_PADDING_VALUE,
                            Tag.FLOAT_PIXEL_PADDING_RANGE_LIMIT)
                    : padding(
                            whole,
                            Tag.DOUBLE_FLOAT_PIXEL_PADDING_VALUE,
                            Tag.DOUBLE_FLOAT_PIXEL_PADDING_RANGE_LIMIT);
        var value = LutReader.bytes(whole.element(Tag.PIXEL_PADDING_VALUE));
        if (value.length < 2) return Optional.empty();
        var limit = LutReader.bytes(whole.element(Tag.PIXEL_PADDING_RANGE_LIMIT));
        int first = stored(value);
        return Optional.of(PixelPadding.of(first, limit.length < 2 ? first : stored(limit)));
    }

    private static Optional<PixelPadding> padding(DataSet whole, Tag value, Tag limit)
            throws Refusal {
        var first = whole.decimal(value);
        if (first.isEmpty()) return Optional.empty();
        double x = first.getAsDouble();
        return Optional.of(PixelPadding.of(x, whole.decimal(limit).orElse(x)));
    }

    private int stored(byte[] value) {
        int word = LutReader.word(value, 0);
        return format.signed() ? (short) word : word;
    }

    private OneFrame at(int frame) {
        if (frame < 1) throw new IllegalArgumentException("frames count from 1, not " + frame);
        return each.get(Math.min(frame, each.size()) - 1); // the last stands for all that follow
    }

    /// @return the data set it was read from
    public DataSet dataSet() {
        return dataSet;
    }

    /// @return the shape of each frame, as the header says
    public FrameFormat format() {
        return format;
    }

    /// @return Columns (0028,0011)
    public int columns() {
        return format.columns();
    }

    /// @return Rows (0028,0010)
    public int rows() {
        return format.rows();
    }

    /// @return Number of Frames (0028,0008), 1 where there is none
    public int frames() {
        return frames;
    }

    /// The Modality LUT module of a presentation state, which stands for that of every image it shows.
    ///
    /// @param state a grayscale presentation state
    /// @param said takes what cannot be applied
    /// @return its Modality LUT, the identity where it has none (PS3.4 N.2.1.1)
    /// @throws IOException where a table cannot be read
    public ModalityLut modalityLut(DataSet state, Set<NotApplied> said) throws IOException {
        return new ModalityReader(state, format.signed()).of(state, said);
    }

    /// The Mask module of a presentation state, which stands for that of every image it shows.
    ///
    /// @param state a grayscale presentation state
    /// @param said takes what cannot be subtracted, and why
    /// @return its mask operations
    public MaskSubtraction mask(DataSet state, Set<NotApplied> said) {
        return MaskSubtraction.ofState(dataSet, state, frames, said);
    }

    /// The Mask module of an XA/XRF presentation state, which stands for that of every image it shows.
    ///
    /// @param state an XA/XRF presentation state
    /// @param said takes what cannot be subtracted, and why
    /// @return its mask operations
    public MaskSubtraction xaMask(DataSet state, Set<NotApplied> said) {
        return MaskSubtraction.ofXaState(dataSet, state, frames, said);
    }

    /// @param frame 1-based
    /// @return from stored values to values with a meaning; the identity for colour
    public ModalityLut modalityLut(int frame) {
        return at(frame).modality;
    }

    /// @param frame 1-based
    /// @return the file's own choices, tables first; empty where it has none, and for colour
    public List<Voi> vois(int frame) {
        return at(frame).vois;
    }

    /// @param frame 1-based
    /// @return which way it runs in the patient, known more often than its plane
    public Optional<Orientation> orientation(int frame) {
        return at(frame).orientation;
    }

    /// @param frame 1-based
    /// @return where the frame lies in the patient
    public Optional<ImagePlane> plane(int frame) {
        return at(frame).plane;
    }

    /// @param frame 1-based
    /// @return how far apart its pixels are and where that holds; empty: lengths are in px. Ultrasound has
    ///     its scale in [#regions()]
    public Optional<PixelSpacing> spacing(int frame) {
        return at(frame).spacing;
    }

    /// @param frame 1-based
    /// @return every value the Modality LUT of that frame can put out
    public ValueRange modalityRange(int frame) {
        return range(at(frame).modality);
    }

    /// @param lut of a presentation state
    /// @return every value it can put out for the values this image can store
    public ValueRange range(ModalityLut lut) {
        double a = lut.apply(format.floating() ? 0 : (double) format.least());
        double b = lut.apply(format.floating() ? 1 : (double) format.greatest());
        if (lut.table().isPresent()) return new ValueRange(0, lut.table().get().greatest());
        return new ValueRange(Math.min(a, b), Math.max(a, b));
    }

    /// @return what the values of the first frame mean
    public PixelUnit unit() {
        return unit(1);
    }

    /// @param frame 1-based
    /// @return what its values mean
    public PixelUnit unit(int frame) {
        return at(frame).modality.unit();
    }

    /// @return height of a pixel of the first frame over its width
    public double aspect() {
        return aspect(1);
    }

    /// @param frame 1-based
    /// @return height of a pixel over its width: from the spacing, else from Pixel Aspect Ratio (0028,0034)
    public double aspect(int frame) {
        var spacing = spacing(frame);
        if (spacing.isPresent()) return spacing.get().aspect();
        try {
            int[] ratio = dataSet.integers(Tag.PIXEL_ASPECT_RATIO);
            return ratio.length == 2 && ratio[0] > 0 && ratio[1] > 0
                    ? (double) ratio[0] / ratio[1]
                    : 1;
        } catch (Refusal malformed) {
            return 1;
        }
    }

    /// @return what may be subtracted from which of its frames
    public MaskSubtraction mask() {
        return mask;
    }

    /// @return whether an overlay has no data of its own but lies in bits of the pixels' cells
    public boolean overlaysInCells() {
        return overlaysInCells;
    }

    /// @param bit of a cell of the pixels, from 0
    /// @return whether there is such a bit and it holds nothing of a stored value
    public boolean unusedBit(int bit) {
        if (format.samplesPerPixel() != 1 || format.floating()) return false;
        boolean stored = bit <= format.highBit() && bit > format.highBit() - format.bitsStored();
        return bit >= 0 && bit < Math.min(32, format.bitsAllocated()) && !stored;
    }

    /// @return stored values that are no picture
    public Optional<PixelPadding> padding() {
        return meaning.padding();
    }

    /// @return what stored values are before any look-up table for grey
    public PixelMeaning meaning() {
        return meaning;
    }

    /// @return whether the image was ever compressed with loss
    public SourceLoss loss() {
        return loss;
    }

    /// @return whether something was lost for certain, now or ever before
    public boolean lossy() {
        return loss instanceof SourceLoss.Lossy;
    }

    /// @return what the picture does not yet honour, each once
    public List<NotApplied> notApplied() {
        return List.copyOf(notApplied);
    }

    /// @return the ultrasound regions, in the file's order
    public List<UltrasoundRegion> regions() {
        return regions;
    }
}
