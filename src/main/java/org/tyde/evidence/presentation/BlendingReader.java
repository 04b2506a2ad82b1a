package org.tyde.evidence.presentation;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;
import org.tyde.imaging.IccTransform;
import org.tyde.imaging.lut.LutReader;
import org.tyde.imaging.lut.NotApplied;
import org.tyde.imaging.lut.PresentationLut;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads blending states (PS3.3 C.11.14): one set in grey, another in colour over it.
final class BlendingReader {
    private static final String RULE = "PS3.3 C.11.14";
    private static final int ABOVE = 1;
    private static final int BELOW = 2;

    private BlendingReader() {}

    /// @param state a blending state
    /// @return what it blends
    /// @throws Refusal where it lacks what the blending needs
    static Blending of(DataSet state) throws IOException {
        var items = state.sequence(Tag.BLENDING_SEQUENCE);
        var under = positioned(items, "UNDERLYING");
        var over = positioned(items, "SUPERIMPOSED");
        if (items.size() != 2 || under.isEmpty() || over.isEmpty())
            throw new Refusal(PresentationReason.NOT_TWO_SETS)
                    .withPlace("(0070,0402)")
                    .withRule(RULE);
        for (var item : items)
            for (var series : item.sequence(Tag.REFERENCED_SERIES_SEQUENCE)) whole(series, RULE);
        double opacity = opacity(state, RULE);
        Set<NotApplied> said = EnumSet.noneOf(NotApplied.class);
        var palette = LutReader.palette(state, false, said);
        if (palette.isEmpty())
            throw new Refusal(PresentationReason.NO_PALETTE)
                    .withPlace("(0028,1101)")
                    .withRule("PS3.3 C.7.9");
        var above = input(ABOVE, over.get(), state, new PresentationLut.Colours(palette.get()));
        var below = input(BELOW, under.get(), state, new PresentationLut.Identity());
        var step =
                new BlendingStep(
                        new BlendingStep.Mode.Foreground(opacity), List.of(ABOVE, BELOW), 0);
        return new Blending(
                List.of(above, below),
                below,
                List.of(step),
                Optional.empty(),
                false,
                IccTransform.of(state, said),
                said);
    }

    private static BlendingInput input(
            int number, DataSet item, DataSet state, PresentationLut presentation)
            throws IOException {
        return new BlendingInput(
                number,
                PresentationState.references(item),
                registrations(state),
                List.of(),
                false,
                item,
                presentation);
    }

    private static Optional<DataSet> positioned(List<DataSet> items, String position)
            throws DicomFormatException {
        for (var item : items)
            if (item.textOr(Tag.BLENDING_POSITION, "").equals(position)) return Optional.of(item);
        return Optional.empty();
    }

    /// @param of an item with Referenced Image Sequence (0008,1140)
    /// @throws Refusal where only parts of an image are meant
    static void whole(DataSet of, String rule) throws Refusal, DicomFormatException {
        for (var image : of.sequence(Tag.REFERENCED_IMAGE_SEQUENCE)) {
            if (image.has(Tag.REFERENCED_SEGMENT_NUMBER))
                throw new Refusal(PresentationReason.SEGMENTS_NOT_BLENDED)
                        .withPlace("(0062,000B)")
                        .withRule(rule);
            if (image.has(Tag.REFERENCED_OPTICAL_PATH_IDENTIFIER))
                throw new Refusal(PresentationReason.PATHS_NOT_BLENDED)
                        .withPlace("(006A,000E)")
                        .withRule(rule);
        }
    }

    /// @param of a state or an item with Relative Opacity (0070,0403)
    static double opacity(DataSet of, String rule) throws IOException {
        double opacity = of.decimal(Tag.RELATIVE_OPACITY).orElse(Double.NaN);
        if (!(opacity >= 0 && opacity <= 1))
            throw new Refusal(PresentationReason.NO_OPACITY)
                    .withPlace("(0070,0403)")
                    .withRule(rule);
        return opacity;
    }

    /// @param of a state or an item with Referenced Spatial Registration Sequence (0070,0404); in items the
    ///     reference stands under its study and series (PS3.3 Table C.17-3)
    static List<String> registrations(DataSet of) throws DicomFormatException {
        var uids = new ArrayList<String>();
        for (var item : of.sequence(Tag.REFERENCED_SPATIAL_REGISTRATION_SEQUENCE)) {
            item.text(Tag.REFERENCED_SOP_INSTANCE_UID).ifPresent(uids::add);
            for (var series : item.sequence(Tag.REFERENCED_SERIES_SEQUENCE))
                for (var one : series.sequence(Tag.REFERENCED_SOP_SEQUENCE))
                    one.text(Tag.REFERENCED_SOP_INSTANCE_UID).ifPresent(uids::add);
        }
        return uids;
    }
}
