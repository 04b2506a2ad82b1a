package org.tyde.evidence.presentation;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Element;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Uids;
import org.tyde.dicom.Vr;
import org.tyde.evidence.DocumentHeader;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.IccTransform;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.ImagingReason;
import org.tyde.imaging.lut.Ink;
import org.tyde.imaging.lut.LutReader;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Writes softcopy presentation states of grey images (PS3.3 A.33.1) and of images in colour (A.33.2).
public final class PresentationWriter {
    private static final Tag[] SHUTTER = {
        Tag.SHUTTER_SHAPE,
        Tag.SHUTTER_LEFT_VERTICAL_EDGE,
        Tag.SHUTTER_RIGHT_VERTICAL_EDGE,
        Tag.SHUTTER_UPPER_HORIZONTAL_EDGE,
        Tag.SHUTTER_LOWER_HORIZONTAL_EDGE,
        Tag.CENTER_OF_CIRCULAR_SHUTTER,
        Tag.RADIUS_OF_CIRCULAR_SHUTTER,
        Tag.VERTICES_OF_THE_POLYGONAL_SHUTTER,
        Tag.SHUTTER_PRESENTATION_VALUE,
        Tag.SHUTTER_OVERLAY_GROUP
    };

    private static final String OVERLAY_LAYER = "OVERLAY";

    private final NewPresentation made;
    private final DataSet image;
    private final List<Integer> frames;

    private PresentationWriter(NewPresentation made) throws Refusal, DicomFormatException {
        this.made = made;
        this.image = made.image().dataSet();
        this.frames = frames();
    }

    /// @param made what to write
    /// @return the data set, without file meta information
    /// @throws Refusal for greys shown in colour, or a header that cannot be read
    public static DataSet write(NewPresentation made) throws Refusal {
        try {
            return new PresentationWriter(made).write();
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException unread) {
            throw new Refusal(ImagingReason.UNREAD, String.valueOf(unread.getMessage()))
                    .because(unread);
        }
    }

    private DataSet write() throws IOException {
        boolean grey = made.image().format().photometric().grey();
        var kind =
                grey
                        ? SopClass.GRAYSCALE_SOFTCOPY_PRESENTATION_STATE_STORAGE
                        : SopClass.COLOR_SOFTCOPY_PRESENTATION_STATE_STORAGE;
        var state = DocumentHeader.of(image, kind, "PR", Uids.create(), Uids.create());
        var when = made.when().withNano(0);
        state.date(Tag.INSTANCE_CREATION_DATE, when.toLocalDate())
                .time(Tag.INSTANCE_CREATION_TIME, when.toLocalTime())
                .date(Tag.PRESENTATION_CREATION_DATE, when.toLocalDate())
                .time(Tag.PRESENTATION_CREATION_TIME, when.toLocalTime())
                .text(Tag.LATERALITY, image.textOr(Tag.LATERALITY, ""))
                .text(Tag.CONTENT_LABEL, made.label())
                .text(Tag.CONTENT_DESCRIPTION, made.description())
                .personName(Tag.CONTENT_CREATOR_NAME, made.creator().orElse(PersonName.parse("")))
                .sequence(Tag.REFERENCED_SERIES_SEQUENCE, series());
        if (grey) PresentationTables.write(made, state);
        else profile(state);
        if (made.subtracted()) mask(state);
        place(state);
        shutter(state);
        drawings(state);
        return state.build();
    }

    /// A grayscale state has a single mask, and says by its references which frames it is for (PS3.3 C.11.13).
    private void mask(DataSetBuilder state) throws Refusal, DicomFormatException {
        var item = mask().toBuilder().asFound().remove(Tag.APPLICABLE_FRAME_RANGE);
        // in an image one frame is averaged where the number is absent; in a state it must stand
        // there
        if (!mask().has(Tag.CONTRAST_FRAME_AVERAGING))
            item.integer(Tag.CONTRAST_FRAME_AVERAGING, 1);
        state.sequence(Tag.MASK_SUBTRACTION_SEQUENCE, item.build())
                .text(Tag.RECOMMENDED_VIEWING_MODE, "SUB");
    }

    /// The state's own, else the image's.
    private DataSet mask() throws Refusal, DicomFormatException {
        var theirs = made.through().map(PresentationState::dataSet);
        var from =
                theirs.isPresent() && theirs.get().has(Tag.MASK_SUBTRACTION_SEQUENCE)
                        ? theirs.get()
                        : image;
        var items = new ArrayList<DataSet>();
        for (var item : from.sequence(Tag.MASK_SUBTRACTION_SEQUENCE))
            if (!item.textOr(Tag.MASK_OPERATION, "").equals("NONE")) items.add(item);
        boolean one =
                items.size() == 1
                        && !items.getFirst().textOr(Tag.MASK_OPERATION, "").equals("REV_TID");
        if (!one || beyondGrayscale(from))
            throw new Refusal(PresentationReason.MASK_NOT_WRITTEN)
                    .withPlace("(0028,6100)")
                    .withRule("PS3.3 C.11.13");
        return items.getFirst();
    }

    private List<Integer> maskedFrames() throws Refusal, DicomFormatException {
        int[] ends = mask().integers(Tag.APPLICABLE_FRAME_RANGE);
        var frames = new ArrayList<Integer>();
        for (int i = 0; i + 1 < ends.length; i += 2)
            for (int frame = Math.max(1, ends[i]);
                    frame <= Math.min(ends[i + 1], made.image().frames());
                    frame++) frames.add(frame);
        return frames;
    }

    /// Whether masks are shifted by frame or region, or brought to another scale.
    private static boolean beyondGrayscale(DataSet from) throws DicomFormatException {
        boolean beyond = from.has(Tag.PIXEL_INTENSITY_RELATIONSHIP_LUT_SEQUENCE);
        for (var item : from.sequence(Tag.MASK_SUBTRACTION_SEQUENCE))
            beyond |=
                    item.has(Tag.PIXEL_SHIFT_SEQUENCE)
                            || item.has(Tag.PIXEL_INTENSITY_RELATIONSHIP_LUT_SEQUENCE);
        for (var groups :
                List.of(
                        Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE,
                        Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE))
            for (var group : from.sequence(groups))
                beyond |= group.has(Tag.FRAME_PIXEL_SHIFT_SEQUENCE);
        return beyond;
    }

    /// Frames come in sRGB where their image has no profile (PS3.3 C.11.15).
    private void profile(DataSetBuilder state) throws IOException {
        var own = LutReader.bytes(image.element(Tag.ICC_PROFILE));
        state.bytes(Tag.ICC_PROFILE, Vr.OB, own.length > 0 ? own : IccTransform.srgb());
    }

    /// All frames that share the modality transformation, for a state has but one, or that the state covered
    /// which was on; empty: all of them.
    private List<Integer> frames() throws Refusal, DicomFormatException {
        var sop = image.textOr(Tag.SOP_INSTANCE_UID, "");
        var alike = new ArrayList<Integer>();
        int all = made.image().frames();
        if (made.subtracted() && made.through().isEmpty()) return maskedFrames();
        for (int frame = 1; frame <= all; frame++)
            if (made.through().isPresent()
                    ? made.through().get().covers(sop, frame)
                    : made.image().modalityLut(frame).equals(made.pipeline().modality()))
                alike.add(frame);
        return alike.size() == all ? List.of() : alike;
    }

    private DataSet series() throws DicomFormatException {
        var references = new ArrayList<DataSet>();
        references.add(reference(image, frames));
        for (var other : made.others()) references.add(reference(other.dataSet(), List.of()));
        return DataSet.builder()
                .asFound()
                .sequence(Tag.REFERENCED_IMAGE_SEQUENCE, references)
                .text(Tag.SERIES_INSTANCE_UID, image.textOr(Tag.SERIES_INSTANCE_UID, ""))
                .build();
    }

    private static DataSet reference(DataSet image, List<Integer> of) throws DicomFormatException {
        var item =
                DataSet.builder()
                        .asFound()
                        .text(Tag.REFERENCED_SOP_CLASS_UID, image.textOr(Tag.SOP_CLASS_UID, ""))
                        .text(
                                Tag.REFERENCED_SOP_INSTANCE_UID,
                                image.textOr(Tag.SOP_INSTANCE_UID, ""));
        if (!of.isEmpty())
            item.text(
                    Tag.REFERENCED_FRAME_NUMBER,
                    of.stream().map(String::valueOf).toArray(String[]::new));
        return item.build();
    }

    private void place(DataSetBuilder state) throws DicomFormatException {
        var turn = made.turn();
        if (turn.quarters() != 0 || turn.mirrored())
            state.integer(Tag.IMAGE_ROTATION, 90 * turn.quarters())
                    .text(Tag.IMAGE_HORIZONTAL_FLIP, turn.mirrored() ? "Y" : "N");
        var area = made.area();
        var item =
                DataSet.builder()
                        .integer(
                                Tag.DISPLAYED_AREA_TOP_LEFT_HAND_CORNER,
                                area.firstColumn(),
                                area.firstRow())
                        .integer(
                                Tag.DISPLAYED_AREA_BOTTOM_RIGHT_HAND_CORNER,
                                area.lastColumn(),
                                area.lastRow());
        switch (area.size()) {
            case DisplayedArea.Size.ScaleToFit() -> {
                item.text(Tag.PRESENTATION_SIZE_MODE, "SCALE TO FIT");
                aspect(area, item);
            }
            case DisplayedArea.Size.Magnify(double factor) -> {
                item.text(Tag.PRESENTATION_SIZE_MODE, "MAGNIFY")
                        .decimal(Tag.PRESENTATION_PIXEL_MAGNIFICATION_RATIO, factor);
                aspect(area, item);
            }
            case DisplayedArea.Size.TrueSize(double row, double column) ->
                    item.text(Tag.PRESENTATION_SIZE_MODE, "TRUE SIZE")
                            .decimal(Tag.PRESENTATION_PIXEL_SPACING, row, column);
        }
        state.sequence(Tag.DISPLAYED_AREA_SELECTION_SEQUENCE, item.build());
    }

    private void aspect(DisplayedArea area, DataSetBuilder item) throws DicomFormatException {
        var spacing = made.image().spacing(frames.isEmpty() ? 1 : frames.getFirst());
        int[] stored = image.integers(Tag.PIXEL_ASPECT_RATIO);
        if (area.aspect().isPresent())
            item.integer(
                    Tag.PRESENTATION_PIXEL_ASPECT_RATIO,
                    (int) Math.rint(10_000 * area.aspect().getAsDouble()),
                    10_000);
        else if (spacing.isPresent())
            item.decimal(
                    Tag.PRESENTATION_PIXEL_SPACING, spacing.get().row(), spacing.get().column());
        else if (stored.length == 2 && stored[0] > 0 && stored[1] > 0)
            item.integer(Tag.PRESENTATION_PIXEL_ASPECT_RATIO, stored);
        else item.integer(Tag.PRESENTATION_PIXEL_ASPECT_RATIO, 1, 1);
    }

    /// The state's own, else the image's, which a reader may take for overruled (PS3.4 N.2.2).
    private void shutter(DataSetBuilder state) throws DicomFormatException {
        var theirs = made.through().map(PresentationState::dataSet);
        theirs.ifPresent(d -> overlaysOf(d, state));
        if (theirs.isPresent() && theirs.get().has(Tag.SHUTTER_SHAPE))
            shutterOf(theirs.get(), state);
        else if (image.has(Tag.SHUTTER_SHAPE)) {
            shutterOf(image, state);
            if (image.texts(Tag.SHUTTER_SHAPE).contains("BITMAP")) overlaysOf(image, state);
        }
    }

    /// A grayscale state has no colour for it (PS3.3 C.11.12): the grey as light takes its place.
    private static void shutterOf(DataSet from, DataSetBuilder state) throws DicomFormatException {
        state.copy(from, SHUTTER);
        if (from.has(Tag.SHUTTER_PRESENTATION_VALUE)) return;
        int[] lab = from.integers(Tag.SHUTTER_PRESENTATION_COLOR_CIE_LAB_VALUE);
        state.integer(
                Tag.SHUTTER_PRESENTATION_VALUE, lab.length == 3 ? Ink.ofCieLab(lab).grey() : 0);
    }

    private static void overlaysOf(DataSet from, DataSetBuilder state) {
        for (Element element : from) {
            int group = element.tag().group();
            if (group >= 0x6000 && group <= 0x601E) state.put(element, from.characterSet());
        }
    }

    private void drawings(DataSetBuilder state) throws DicomFormatException {
        var layers = new ArrayList<DataSet>();
        var annotations = new ArrayList<DataSet>();
        int order = 0;
        var theirs = made.through().map(PresentationState::dataSet);
        if (theirs.isPresent()) {
            layers.addAll(theirs.get().sequence(Tag.GRAPHIC_LAYER_SEQUENCE));
            for (var layer : layers)
                order = Math.max(order, layer.integer(Tag.GRAPHIC_LAYER_ORDER).orElse(0));
            annotations.addAll(kept(theirs.get()));
        }
        if (!made.overlays().isEmpty() && theirs.isEmpty()) {
            for (int group : made.overlays()) state.text(Tag.of(group, 0x1001), OVERLAY_LAYER);
            var layer = Optional.of(new Ink(0xFFFFFF));
            layers.add(
                    AnnotationWriter.layer(
                            new GraphicLayer(OVERLAY_LAYER, ++order, layer, Optional.empty())));
        }
        for (var key : inOrder())
            for (var annotation : made.drawn().getOrDefault(key, List.of())) {
                var name = annotation.layer().name();
                if (layers.stream().noneMatch(l -> named(l, name)))
                    layers.add(
                            AnnotationWriter.layer(
                                    new GraphicLayer(
                                            name,
                                            ++order,
                                            annotation.layer().ink(),
                                            annotation.layer().description())));
                var item = AnnotationWriter.annotation(annotation);
                var of = headerOf(key);
                boolean several = of.frames() > 1;
                if (several || !made.others().isEmpty())
                    item.sequence(
                            Tag.REFERENCED_IMAGE_SEQUENCE,
                            reference(of.dataSet(), several ? List.of(key.frame()) : List.of()));
                annotations.add(item.build());
            }
        if (!annotations.isEmpty()) state.sequence(Tag.GRAPHIC_ANNOTATION_SEQUENCE, annotations);
        if (!layers.isEmpty()) state.sequence(Tag.GRAPHIC_LAYER_SEQUENCE, layers);
    }

    private List<FrameKey> inOrder() {
        return made.drawn().keySet().stream()
                .sorted(
                        Comparator.comparing(FrameKey::sopInstanceUid)
                                .thenComparingInt(FrameKey::frame))
                .toList();
    }

    private ImageHeader headerOf(FrameKey key) throws DicomFormatException {
        for (var other : made.others()) if (sop(other).equals(key.sopInstanceUid())) return other;
        return made.image();
    }

    private static String sop(ImageHeader header) throws DicomFormatException {
        return header.dataSet().textOr(Tag.SOP_INSTANCE_UID, "");
    }

    private static boolean named(DataSet layer, String name) {
        try {
            return layer.textOr(Tag.GRAPHIC_LAYER, "").equals(name);
        } catch (DicomFormatException malformed) {
            return false;
        }
    }

    /// What the state that was on draws on these images, with its references to these images alone.
    private List<DataSet> kept(DataSet state) throws DicomFormatException {
        var sops = new HashSet<String>();
        sops.add(sop(made.image()));
        for (var other : made.others()) sops.add(sop(other));
        var kept = new ArrayList<DataSet>();
        for (var item : state.sequence(Tag.GRAPHIC_ANNOTATION_SEQUENCE)) {
            var named = item.sequence(Tag.REFERENCED_IMAGE_SEQUENCE);
            var ours = new ArrayList<DataSet>();
            for (var one : named)
                if (sops.contains(one.textOr(Tag.REFERENCED_SOP_INSTANCE_UID, ""))) ours.add(one);
            if (named.isEmpty()) kept.add(item);
            else if (!ours.isEmpty())
                kept.add(
                        item.toBuilder()
                                .asFound()
                                .sequence(Tag.REFERENCED_IMAGE_SEQUENCE, ours)
                                .build());
        }
        return kept;
    }
}
