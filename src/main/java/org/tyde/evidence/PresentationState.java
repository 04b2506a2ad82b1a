package org.tyde.evidence;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.geometry.Turn;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.ImagingReason;
import org.tyde.imaging.LutReader;
import org.tyde.imaging.ModalityReader;
import org.tyde.imaging.NotApplied;
import org.tyde.imaging.PresentationLut;
import org.tyde.imaging.Voi;
import org.tyde.imaging.VoiReader;
import org.tyde.imaging.overlay.DisplayShutter;
import org.tyde.imaging.overlay.ShutterReader;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A Grayscale Softcopy Presentation State (PS3.3 A.33.1): how somebody wanted images to be shown. It holds
/// the whole way of the values: an image shown through it forgets its own LUTs (PS3.4 N.2.1).
public final class PresentationState {
    private final DataSet dataSet;
    private final List<InstanceReference> images;

    private PresentationState(DataSet dataSet, List<InstanceReference> images) {
        this.dataSet = dataSet;
        this.images = List.copyOf(images);
    }

    /// @param dataSet of a presentation state
    /// @return the state
    /// @throws Refusal when it is no grayscale softcopy presentation state
    /// @throws DicomFormatException malformed
    public static PresentationState of(DataSet dataSet) throws Refusal, DicomFormatException {
        var uid = dataSet.textOr(Tag.SOP_CLASS_UID, "");
        if (!uid.equals(SopClass.GRAYSCALE_SOFTCOPY_PRESENTATION_STATE_STORAGE)) {
            var name = SopClass.name(uid).orElse(uid);
            var reason =
                    name.contains("Presentation State")
                            ? PresentationReason.KIND_NOT_APPLIED
                            : PresentationReason.NOT_A_STATE;
            throw new Refusal(reason, name).withPlace("(0008,0016)").withRule("PS3.3 A.33");
        }
        var study = dataSet.textOr(Tag.STUDY_INSTANCE_UID, "");
        var images = new ArrayList<InstanceReference>();
        for (var series : dataSet.sequence(Tag.REFERENCED_SERIES_SEQUENCE)) {
            var seriesUid = series.textOr(Tag.SERIES_INSTANCE_UID, "");
            for (var image : series.sequence(Tag.REFERENCED_IMAGE_SEQUENCE))
                images.add(reference(study, seriesUid, image));
        }
        return new PresentationState(dataSet, images);
    }

    private static InstanceReference reference(String study, String series, DataSet image)
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

    /// @return SOP Instance UID
    /// @throws DicomFormatException malformed
    public String sopUid() throws DicomFormatException {
        return dataSet.textOr(Tag.SOP_INSTANCE_UID, "");
    }

    /// @return Content Label (0070,0080)
    /// @throws DicomFormatException malformed
    public String label() throws DicomFormatException {
        return dataSet.textOr(Tag.CONTENT_LABEL, "");
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

    /// @return every image it is for
    public List<InstanceReference> images() {
        return images;
    }

    /// @param image the header of an image
    /// @param frame 1-based
    /// @return how the state shows that frame
    /// @throws Refusal when the state is for other images or frames, or cannot be read
    public Presentation of(ImageHeader image, int frame) throws Refusal {
        var sop = image.dataSet().textOr(Tag.SOP_INSTANCE_UID, "");
        var named = images.stream().filter(i -> i.sopUid().equals(sop)).toList();
        if (named.isEmpty())
            throw new Refusal(PresentationReason.OTHER_IMAGES).withRule("PS3.3 C.11.11");
        if (named.stream().noneMatch(i -> i.frames().isEmpty() || i.frames().contains(frame)))
            throw new Refusal(PresentationReason.OTHER_FRAMES, frame).withRule("PS3.3 C.11.11");
        try {
            return presentation(image, sop, frame);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException unread) {
            throw new Refusal(ImagingReason.UNREAD, String.valueOf(unread.getMessage()))
                    .because(unread);
        }
    }

    private Presentation presentation(ImageHeader image, String sop, int frame) throws IOException {
        Set<NotApplied> said = EnumSet.noneOf(NotApplied.class);
        var modality = ModalityReader.ofState(dataSet, image, said);
        var whole = image.range(modality);
        Voi voi = new Voi.None();
        for (var item : dataSet.sequence(Tag.SOFTCOPY_VOILUT_SEQUENCE)) {
            if (!covers(item, sop, frame)) continue;
            var vois = VoiReader.of(item, whole.least() < 0, said);
            if (!vois.isEmpty()) voi = vois.getFirst();
        }
        Optional<DisplayedArea> area = Optional.empty();
        for (var item : dataSet.sequence(Tag.DISPLAYED_AREA_SELECTION_SEQUENCE))
            if (covers(item, sop, frame)) area = DisplayedArea.of(item);
        var pipeline = new GrayscalePipeline(modality, voi, false, presentationLut(said), whole);
        return new Presentation(pipeline, turn(), area, shutter(image, said), said);
    }

    /// An item without Referenced Image Sequence is for every image of the state.
    private static boolean covers(DataSet item, String sop, int frame) throws DicomFormatException {
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
    private Turn turn() throws DicomFormatException {
        int degrees = Math.floorMod(dataSet.integer(Tag.IMAGE_ROTATION).orElse(0), 360);
        return new Turn(degrees / 90, dataSet.textOr(Tag.IMAGE_HORIZONTAL_FLIP, "N").equals("Y"));
    }

    private PresentationLut presentationLut(Set<NotApplied> said) throws IOException {
        var table = dataSet.item(Tag.PRESENTATION_LUT_SEQUENCE);
        if (table.isPresent()) {
            var lut = LutReader.of(table.get(), false);
            if (lut.isPresent()) return new PresentationLut.Table(lut.get());
            said.add(NotApplied.PRESENTATION_LUT);
            return new PresentationLut.Identity();
        }
        return switch (dataSet.textOr(Tag.PRESENTATION_LUT_SHAPE, "IDENTITY")) {
            case "INVERSE" -> new PresentationLut.Inverse();
            case "IDENTITY" -> new PresentationLut.Identity();
            default -> {
                said.add(NotApplied.PRESENTATION_LUT);
                yield new PresentationLut.Identity();
            }
        };
    }

    private Optional<DisplayShutter> shutter(ImageHeader image, Set<NotApplied> said)
            throws IOException {
        var from = dataSet.has(Tag.SHUTTER_SHAPE) ? dataSet : image.dataSet();
        return ShutterReader.of(from, image.aspect(), said);
    }
}
