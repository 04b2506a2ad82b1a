package org.tyde.evidence.presentation;

import org.jspecify.annotations.Nullable;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.evidence.InstanceReference;
import org.tyde.geometry.Turn;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.ImagingReason;
import org.tyde.imaging.MaskSubtraction;
import org.tyde.imaging.lut.NotApplied;
import org.tyde.imaging.overlay.DisplayShutter;
import org.tyde.imaging.overlay.OverlayPlane;
import org.tyde.imaging.overlay.ShutterReader;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A softcopy presentation state (PS3.3 A.33): how somebody wanted images to be shown. One for grey images holds
/// the whole way of the values: an image shown through it forgets its own LUTs (PS3.4 N.2.1). Kinds that are not
/// applied tell which images they are for, and are refused by name when they are to be applied.
public final class PresentationState {
    private final DataSet dataSet;
    private final String sopUid;
    private final String label;
    private final List<InstanceReference> images;
    private @Nullable Blending blending;

    private PresentationState(DataSet dataSet, List<InstanceReference> images)
            throws DicomFormatException {
        this.dataSet = dataSet;
        this.sopUid = dataSet.textOr(Tag.SOP_INSTANCE_UID, "");
        this.label = dataSet.textOr(Tag.CONTENT_LABEL, "");
        this.images = List.copyOf(images);
    }

    /// @param dataSet of a presentation state
    /// @return the state
    /// @throws Refusal when it is no presentation state
    /// @throws DicomFormatException malformed
    public static PresentationState of(DataSet dataSet) throws Refusal, DicomFormatException {
        var kind = kind(dataSet);
        if (!kind.contains("Presentation State"))
            throw new Refusal(PresentationReason.NOT_A_STATE, kind)
                    .withPlace("(0008,0016)")
                    .withRule("PS3.3 A.33");
        var images = references(dataSet);
        for (var item : dataSet.sequence(Tag.BLENDING_SEQUENCE))
            if (item.textOr(Tag.BLENDING_POSITION, "").equals("UNDERLYING"))
                images.addAll(references(item));
        if (StateKind.of(dataSet.textOr(Tag.SOP_CLASS_UID, ""))
                .equals(Optional.of(StateKind.ADVANCED_BLENDING)))
            images.addAll(AdvancedBlendingReader.images(dataSet));
        return new PresentationState(dataSet, images);
    }

    /// @param of a state, or an item of Blending Sequence (0070,0402)
    /// @return the images it names in Referenced Series Sequence (0008,1115)
    static List<InstanceReference> references(DataSet of) throws DicomFormatException {
        var study = of.textOr(Tag.STUDY_INSTANCE_UID, "");
        var images = new ArrayList<InstanceReference>();
        for (var series : of.sequence(Tag.REFERENCED_SERIES_SEQUENCE)) {
            var seriesUid = series.textOr(Tag.SERIES_INSTANCE_UID, "");
            for (var image : series.sequence(Tag.REFERENCED_IMAGE_SEQUENCE))
                images.add(reference(study, seriesUid, image));
        }
        return images;
    }

    static InstanceReference reference(String study, String series, DataSet image)
            throws DicomFormatException {
        var frames = new ArrayList<Integer>();
        for (int frame : image.integers(Tag.REFERENCED_FRAME_NUMBER))
            if (frame > 0) frames.add(frame);
        return new InstanceReference(
                study,
                series,
                image.textOr(Tag.REFERENCED_SOP_CLASS_UID, ""),
                image.textOr(Tag.REFERENCED_SOP_INSTANCE_UID, ""),
                frames);
    }

    private static String kind(DataSet dataSet) throws DicomFormatException {
        var uid = dataSet.textOr(Tag.SOP_CLASS_UID, "");
        return SopClass.name(uid).orElse(uid);
    }

    DataSet dataSet() {
        return dataSet;
    }

    /// @return SOP Instance UID
    public String sopUid() {
        return sopUid;
    }

    /// @return Content Label (0070,0080)
    public String label() {
        return label;
    }

    /// @param sop SOP Instance UID of an image
    /// @param frame 1-based
    /// @return whether it is for that frame
    public boolean covers(String sop, int frame) {
        return images.stream()
                .filter(i -> i.sopUid().equals(sop))
                .anyMatch(i -> i.frames().isEmpty() || i.frames().contains(frame));
    }

    /// @return Content Description (0070,0081)
    /// @throws DicomFormatException malformed
    public Optional<String> description() throws DicomFormatException {
        return dataSet.text(Tag.CONTENT_DESCRIPTION);
    }

    /// @return Content Creator's Name (0070,0084)
    /// @throws DicomFormatException malformed
    public Optional<PersonName> creator() throws DicomFormatException {
        return dataSet.personName(Tag.CONTENT_CREATOR_NAME);
    }

    /// @return Presentation Creation Date (0070,0082) and Time
    /// @throws DicomFormatException malformed
    public Optional<LocalDateTime> created() throws DicomFormatException {
        return dataSet.dateTime(Tag.PRESENTATION_CREATION_DATE, Tag.PRESENTATION_CREATION_TIME);
    }

    /// @return every image it is for; of a blending state those that lie below
    public List<InstanceReference> images() {
        return images;
    }

    /// @param image the header of an image
    /// @param frame 1-based
    /// @return how the state shows that frame
    /// @throws Refusal when the state is for other images or frames, of a kind that is not applied, or
    ///     cannot be read
    public Presentation of(ImageHeader image, int frame) throws Refusal {
        var uid = dataSet.textOr(Tag.SOP_CLASS_UID, "");
        var kind = StateKind.of(uid);
        if (kind.isEmpty())
            throw new Refusal(PresentationReason.KIND_NOT_APPLIED, kind(dataSet))
                    .withPlace("(0008,0016)")
                    .withRule("PS3.3 A.33");
        var sop = image.dataSet().textOr(Tag.SOP_INSTANCE_UID, "");
        if (images.stream().noneMatch(i -> i.sopUid().equals(sop)))
            throw new Refusal(PresentationReason.OTHER_IMAGES).withRule("PS3.3 C.11.11");
        if (!covers(sop, frame))
            throw new Refusal(PresentationReason.OTHER_FRAMES, frame).withRule("PS3.3 C.11.11");
        try {
            return presentation(kind.get(), image, sop, frame);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException unread) {
            throw new Refusal(ImagingReason.UNREAD, String.valueOf(unread.getMessage()))
                    .because(unread);
        }
    }

    private Presentation presentation(StateKind kind, ImageHeader image, String sop, int frame)
            throws IOException {
        Set<NotApplied> said = EnumSet.noneOf(NotApplied.class);
        boolean blends = kind.blends();
        var mask = mask(kind, image, frame, said);
        var pipeline =
                blends
                        ? blending(kind).base().pipeline(image, frame, said)
                        : new StateTables(dataSet, kind, said)
                                .pipeline(image, frame, vois(dataSet, sop, frame), mask);
        Optional<DisplayedArea> area = Optional.empty();
        for (var item : dataSet.sequence(Tag.DISPLAYED_AREA_SELECTION_SEQUENCE))
            if (names(item, sop, frame)) {
                area = DisplayedArea.of(item);
                if (area.isEmpty()) said.add(NotApplied.DISPLAYED_AREA);
            }
        // a blending state has neither shutters nor overlays, and shows none of its images (PS3.3
        // A.33.4.2)
        var shutter = blends ? Optional.<DisplayShutter>empty() : shutter(image, said);
        var overlays =
                blends
                        ? List.<OverlayPlane.Activated>of()
                        : OverlayPlane.activated(dataSet, image, said);
        if (blends) said.addAll(blending(kind).notApplied());
        return new Presentation(
                pipeline,
                mask,
                turn(said),
                area,
                shutter,
                overlays,
                annotations(sop, frame, said),
                blends ? Optional.of(blending(kind)) : Optional.empty(),
                said);
    }

    private Optional<MaskSubtraction.Step> mask(
            StateKind kind, ImageHeader image, int frame, Set<NotApplied> said)
            throws DicomFormatException {
        var display = new XaDisplay(dataSet, image.dataSet(), frame);
        if (kind == StateKind.XA_XRF && display.enhanced()) said.add(NotApplied.EDGE_ENHANCEMENT);
        if (!subtracts() || kind == StateKind.XA_XRF && display.unsubtracted())
            return Optional.empty();
        if (kind == StateKind.GRAYSCALE) return image.mask(dataSet, said).at(frame);
        if (kind != StateKind.XA_XRF) return Optional.empty();
        var step = image.xaMask(dataSet, said).at(frame);
        if (step.isPresent() && display.maskSeen()) said.add(NotApplied.MASK_VISIBILITY);
        return step;
    }

    /// @return whether it asks for a mask to be subtracted (PS3.3 C.7.6.10)
    public boolean subtracts() {
        return dataSet.has(Tag.MASK_SUBTRACTION_SEQUENCE);
    }

    private synchronized Blending blending(StateKind kind) throws IOException {
        if (blending == null)
            blending =
                    kind == StateKind.ADVANCED_BLENDING
                            ? AdvancedBlendingReader.of(dataSet)
                            : BlendingReader.of(dataSet);
        return blending;
    }

    /// @param tables with Softcopy VOI LUT Sequence (0028,3110)
    /// @return its items that are for the frame
    static List<DataSet> vois(DataSet tables, String sop, int frame) throws DicomFormatException {
        var vois = new ArrayList<DataSet>();
        for (var item : tables.sequence(Tag.SOFTCOPY_VOILUT_SEQUENCE))
            if (names(item, sop, frame)) vois.add(item);
        return vois;
    }

    private List<Annotation> annotations(String sop, int frame, Set<NotApplied> said)
            throws DicomFormatException {
        var items = new ArrayList<DataSet>();
        for (var item : dataSet.sequence(Tag.GRAPHIC_ANNOTATION_SEQUENCE))
            if (names(item, sop, frame)) items.add(item);
        return new AnnotationReader(said).annotations(items, AnnotationReader.layers(dataSet));
    }

    /// An item without Referenced Image Sequence is for every image of the state.
    private static boolean names(DataSet item, String sop, int frame) throws DicomFormatException {
        var named = item.sequence(Tag.REFERENCED_IMAGE_SEQUENCE);
        if (named.isEmpty()) return true;
        for (var image : named) {
            if (!image.textOr(Tag.REFERENCED_SOP_INSTANCE_UID, "").equals(sop)) continue;
            int[] frames = image.integers(Tag.REFERENCED_FRAME_NUMBER);
            if (frames.length == 0) return true;
            for (int one : frames) if (one == frame) return true;
        }
        return false;
    }

    /// Image Rotation (0070,0042) clockwise, then Image Horizontal Flip (0070,0041).
    private Turn turn(Set<NotApplied> said) throws DicomFormatException {
        int stated = Math.floorMod(dataSet.integer(Tag.IMAGE_ROTATION).orElse(0), 360);
        if (stated % 90 != 0) said.add(NotApplied.ROTATION);
        int degrees = stated % 90 == 0 ? stated : 0;
        return new Turn(degrees / 90, dataSet.textOr(Tag.IMAGE_HORIZONTAL_FLIP, "N").equals("Y"));
    }

    /// That of the image is not applied (PS3.4 N.2.3.1).
    private Optional<DisplayShutter> shutter(ImageHeader image, Set<NotApplied> said)
            throws IOException {
        return ShutterReader.of(dataSet, image.aspect(), said);
    }
}
