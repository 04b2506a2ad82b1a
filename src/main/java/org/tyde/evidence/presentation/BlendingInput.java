package org.tyde.evidence.presentation;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;
import org.tyde.evidence.InstanceReference;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.lut.ModalityLut;
import org.tyde.imaging.lut.NotApplied;
import org.tyde.imaging.lut.PresentationLut;
import org.tyde.imaging.lut.Voi;
import org.tyde.imaging.multiframe.FunctionalGroups;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoublePredicate;

/// One set of images that is blended: which, how their values become colours, and what leads from where they lie to
/// where the others do. Immutable.
///
/// @param number Blending Input Number (0070,1B02)
/// @param images of the set
/// @param registrations SOP Instance UIDs of Referenced Spatial Registration Sequence (0070,0404)
/// @param thresholds which values are seen; all where there are none
/// @param advanced whether of an advanced blending state: its images may be in colour, and keep their own Modality
///     LUT, for which the item has no place (PS3.3 C.11.33)
/// @param tables item with Modality LUT and Softcopy VOI LUT
/// @param presentation greys or colours of the output of the VOI LUT
public record BlendingInput(
        int number,
        List<InstanceReference> images,
        List<String> registrations,
        List<Threshold> thresholds,
        boolean advanced,
        DataSet tables,
        PresentationLut presentation) {
    /// @param images copied
    /// @param registrations copied
    /// @param thresholds copied
    public BlendingInput {
        images = List.copyOf(images);
        registrations = List.copyOf(registrations);
        thresholds = List.copyOf(thresholds);
    }

    /// @param one SOP Instance UID and frame, of the set
    /// @param other likewise
    /// @return whether the same VOI LUT or window of the state is for both
    /// @throws DicomFormatException malformed
    public boolean alike(FrameKey one, FrameKey other) throws DicomFormatException {
        return vois(one).equals(vois(other));
    }

    private List<DataSet> vois(FrameKey key) throws DicomFormatException {
        return PresentationState.vois(tables, key.sopInstanceUid(), key.frame());
    }

    /// @param image of the set
    /// @param frame 1-based
    /// @return from its stored values to values with a meaning
    /// @throws IOException where the state's table cannot be read
    public ModalityLut modality(ImageHeader image, int frame) throws IOException {
        return advanced
                ? image.modalityLut(frame)
                : image.modalityLut(tables, EnumSet.noneOf(NotApplied.class));
    }

    /// @param image of the set
    /// @param frame 1-based
    /// @param said takes what of the state's tables is not applied
    /// @return from its stored values to greys or colours
    /// @throws IOException where the state's tables cannot be read
    public GrayscalePipeline pipeline(ImageHeader image, int frame, Set<NotApplied> said)
            throws IOException {
        if (!image.format().photometric().grey()) {
            if (!advanced)
                throw new Refusal(PresentationReason.GREY_STATE_OF_COLOUR).withRule("PS3.3 A.33.4");
            return GrayscalePipeline.of(image, frame, new Voi.None());
        }
        var sop = image.dataSet().textOr(Tag.SOP_INSTANCE_UID, "");
        var vois = vois(new FrameKey(sop, frame));
        var reader = new StateTables(tables, StateKind.BLENDING, said);
        return advanced
                ? reader.tables(image, image.modalityLut(frame), vois, presentation)
                : reader.tables(image, vois, presentation);
    }

    /// @param image of the set
    /// @param frame 1-based
    /// @return which outputs of its Modality LUT are seen
    /// @throws Refusal for thresholds of an image whose real world values are others (PS3.17 FFFF)
    public DoublePredicate shown(ImageHeader image, int frame) throws Refusal {
        if (!thresholds.isEmpty() && !real(image, frame))
            throw new Refusal(PresentationReason.THRESHOLD_OF_OTHER_VALUES)
                    .withPlace("(0040,9096)")
                    .withRule("PS3.3 C.11.33.1.2");
        return Threshold.any(thresholds);
    }

    /// Whether the output of the Modality LUT is the image's real world value, as far as it says one.
    private static boolean real(ImageHeader image, int frame) throws Refusal {
        var lut = image.modalityLut(frame);
        var data = image.dataSet();
        try {
            var mappings = data.sequence(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE);
            if (mappings.isEmpty())
                mappings =
                        FunctionalGroups.of(data, image.frames())
                                .items(frame, Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE);
            for (var mapping : mappings)
                if (lut.table().isPresent()
                        || mapping.decimal(Tag.REAL_WORLD_VALUE_SLOPE).orElse(Double.NaN)
                                != lut.slope()
                        || mapping.decimal(Tag.REAL_WORLD_VALUE_INTERCEPT).orElse(Double.NaN)
                                != lut.intercept()) return false;
            return true;
        } catch (DicomFormatException malformed) {
            return false;
        }
    }
}
