package org.tyde.evidence.presentation;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.IccTransform;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.MaskSubtraction;
import org.tyde.imaging.lut.LutReader;
import org.tyde.imaging.lut.ModalityLut;
import org.tyde.imaging.lut.NotApplied;
import org.tyde.imaging.lut.PresentationLut;
import org.tyde.imaging.lut.ValueRange;
import org.tyde.imaging.lut.Voi;
import org.tyde.imaging.lut.VoiReader;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the way of the values of a presentation state: Modality LUT, Softcopy VOI LUT, then Presentation LUT
/// or palette.
///
/// @param state its data set
/// @param kind of it
/// @param said takes what is not applied
record StateTables(DataSet state, StateKind kind, Set<NotApplied> said) {
    /// @param image which
    /// @param frame 1-based
    /// @param vois items of Softcopy VOI LUT Sequence (0028,3110) that are for the frame
    /// @param mask what the frame is the difference from, made of the output of the Modality LUT
    /// @return from stored values to the screen
    GrayscalePipeline pipeline(
            ImageHeader image, int frame, List<DataSet> vois, Optional<MaskSubtraction.Step> mask)
            throws IOException {
        boolean grey = image.format().photometric().grey();
        return switch (kind) {
            case COLOUR -> {
                if (grey)
                    throw new Refusal(PresentationReason.COLOUR_STATE_OF_GREY)
                            .withRule("PS3.3 A.33.2");
                profile(image);
                yield GrayscalePipeline.of(image, frame, new Voi.None());
            }
            case GRAYSCALE, XA_XRF ->
                    mask.isPresent()
                            ? difference(image, vois, mask.get())
                            : tables(image, vois, greys());
            // their inputs have tables of their own
            case BLENDING, ADVANCED_BLENDING -> tables(image, vois, new PresentationLut.Identity());
            case PSEUDO_COLOUR -> {
                if (!grey)
                    throw new Refusal(PresentationReason.GREY_STATE_OF_COLOUR)
                            .withRule("PS3.3 A.33.3");
                yield tables(image, vois, colours());
            }
        };
    }

    /// @param presentation what becomes of the output of the VOI LUT
    /// @return from stored values to the screen
    GrayscalePipeline tables(ImageHeader image, List<DataSet> vois, PresentationLut presentation)
            throws IOException {
        return tables(image, image.modalityLut(state, said), vois, presentation);
    }

    /// @param modality in place of the state's
    /// @param presentation what becomes of the output of the VOI LUT
    /// @return from stored values to the screen
    GrayscalePipeline tables(
            ImageHeader image,
            ModalityLut modality,
            List<DataSet> vois,
            PresentationLut presentation)
            throws IOException {
        var whole = image.range(modality);
        return new GrayscalePipeline(modality, voi(vois, whole), false, presentation, whole);
    }

    /// Means of frames may be subtracted before a rescale as well as after it; its intercept falls away.
    private GrayscalePipeline difference(
            ImageHeader image, List<DataSet> vois, MaskSubtraction.Step mask) throws IOException {
        var modality = image.modalityLut(state, said);
        var frame = image.range(modality);
        double most = frame.greatest() - frame.least();
        for (var table : mask.tables().values()) most = Math.max(most, table.greatest());
        var whole = ValueRange.of(-most, most);
        return new GrayscalePipeline(
                ModalityLut.rescale(modality.slope(), 0, modality.unit()),
                voi(vois, whole),
                false,
                greys(),
                whole);
    }

    private Voi voi(List<DataSet> vois, ValueRange whole) throws IOException {
        Voi voi = new Voi.None();
        for (var item : vois) {
            var read = VoiReader.of(item, whole.least() < 0, said);
            if (!read.isEmpty()) voi = read.getFirst();
        }
        return voi;
    }

    private PresentationLut greys() throws IOException {
        var table = state.item(Tag.PRESENTATION_LUT_SEQUENCE);
        if (table.isPresent()) {
            var lut = LutReader.of(table.get(), false, said);
            if (lut.isPresent()) return new PresentationLut.Table(lut.get());
            said.add(NotApplied.PRESENTATION_LUT);
            return new PresentationLut.Identity();
        }
        return switch (state.textOr(Tag.PRESENTATION_LUT_SHAPE, "IDENTITY")) {
            case "INVERSE" -> new PresentationLut.Inverse();
            case "IDENTITY" -> new PresentationLut.Identity();
            default -> {
                said.add(NotApplied.PRESENTATION_LUT);
                yield new PresentationLut.Identity();
            }
        };
    }

    /// The palette is in the colours of the state's ICC profile.
    private PresentationLut colours() throws IOException {
        var palette = LutReader.palette(state, false, said);
        if (palette.isEmpty()) {
            said.add(NotApplied.PALETTE);
            return new PresentationLut.Identity();
        }
        var profile = IccTransform.of(state, said);
        return new PresentationLut.Colours(
                profile.isPresent() ? profile.get().apply(palette.get()) : palette.get());
    }

    /// Frames come in sRGB, by the profile of their image; a state that says another one is not followed.
    private void profile(ImageHeader image) throws IOException {
        var theirs = LutReader.bytes(state.element(Tag.ICC_PROFILE));
        var own = LutReader.bytes(image.dataSet().element(Tag.ICC_PROFILE));
        if (theirs.length == 0 || Arrays.equals(theirs, own)) return;
        boolean changes = IccTransform.of(state, said).isPresent();
        if (changes || own.length > 0) said.add(NotApplied.ICC_PROFILE);
    }
}
