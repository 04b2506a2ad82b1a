package org.tyde.evidence.presentation;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;
import org.tyde.evidence.InstanceReference;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.IccTransform;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.lut.LutReader;
import org.tyde.imaging.lut.ModalityLut;
import org.tyde.imaging.lut.NotApplied;
import org.tyde.imaging.lut.PresentationLut;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a blending state lays over its underlying images (PS3.3 C.11.14): which images, how their values become
/// colours, how opaque they are. Where they lie it does not say: their positions do, or a registration. Immutable.
public final class Blending {
    private final DataSet below;
    private final DataSet above;
    private final List<InstanceReference> superimposed;
    private final List<String> registrations;
    private final double opacity;
    private final PresentationLut.Colours colours;
    private final Optional<IccTransform> profile;
    private final Set<NotApplied> said;

    private Blending(
            DataSet below,
            DataSet above,
            List<String> registrations,
            double opacity,
            PresentationLut.Colours colours,
            Optional<IccTransform> profile,
            Set<NotApplied> said)
            throws DicomFormatException {
        this.below = below;
        this.above = above;
        this.superimposed = List.copyOf(PresentationState.references(above));
        this.registrations = List.copyOf(registrations);
        this.opacity = opacity;
        this.colours = colours;
        this.profile = profile;
        this.said = Set.copyOf(said);
    }

    /// @param state a blending state
    /// @return what it lays over
    /// @throws Refusal where it lacks what the blending needs
    static Blending of(DataSet state) throws IOException {
        var items = state.sequence(Tag.BLENDING_SEQUENCE);
        var below = positioned(items, "UNDERLYING");
        var above = positioned(items, "SUPERIMPOSED");
        if (items.size() != 2 || below.isEmpty() || above.isEmpty())
            throw new Refusal(PresentationReason.NOT_TWO_SETS)
                    .withPlace("(0070,0402)")
                    .withRule("PS3.3 C.11.14");
        for (var item : items) whole(item);
        double opacity = state.decimal(Tag.RELATIVE_OPACITY).orElse(Double.NaN);
        if (!(opacity >= 0 && opacity <= 1))
            throw new Refusal(PresentationReason.NO_OPACITY)
                    .withPlace("(0070,0403)")
                    .withRule("PS3.3 C.11.14");
        Set<NotApplied> said = EnumSet.noneOf(NotApplied.class);
        var palette = LutReader.palette(state, false, said);
        if (palette.isEmpty())
            throw new Refusal(PresentationReason.NO_PALETTE)
                    .withPlace("(0028,1101)")
                    .withRule("PS3.3 C.7.9");
        return new Blending(
                below.get(),
                above.get(),
                registrations(state),
                opacity,
                new PresentationLut.Colours(palette.get()),
                IccTransform.of(state, said),
                said);
    }

    private static Optional<DataSet> positioned(List<DataSet> items, String position)
            throws DicomFormatException {
        for (var item : items)
            if (item.textOr(Tag.BLENDING_POSITION, "").equals(position)) return Optional.of(item);
        return Optional.empty();
    }

    private static void whole(DataSet item) throws Refusal {
        for (var series : item.sequence(Tag.REFERENCED_SERIES_SEQUENCE))
            for (var image : series.sequence(Tag.REFERENCED_IMAGE_SEQUENCE))
                if (image.has(Tag.REFERENCED_SEGMENT_NUMBER))
                    throw new Refusal(PresentationReason.SEGMENTS_NOT_BLENDED)
                            .withPlace("(0062,000B)")
                            .withRule("PS3.3 C.11.14.1.1");
    }

    private static List<String> registrations(DataSet state) throws DicomFormatException {
        var uids = new ArrayList<String>();
        for (var item : state.sequence(Tag.REFERENCED_SPATIAL_REGISTRATION_SEQUENCE))
            item.text(Tag.REFERENCED_SOP_INSTANCE_UID).ifPresent(uids::add);
        return uids;
    }

    /// The item whose tables are those of the underlying images.
    DataSet below() {
        return below;
    }

    Set<NotApplied> notApplied() {
        return said;
    }

    /// @return the images in colour
    public List<InstanceReference> superimposed() {
        return superimposed;
    }

    /// @return SOP Instance UIDs of Referenced Spatial Registration Sequence (0070,0404)
    public List<String> registrations() {
        return registrations;
    }

    /// @return Relative Opacity (0070,0403) of the superimposed images, 0 to 1
    public double opacity() {
        return opacity;
    }

    /// @return from the blended colours to those of the screen (PS3.4 N.2.4.4); empty where they are the same
    public Optional<IccTransform> profile() {
        return profile;
    }

    /// @param one SOP Instance UID and frame, superimposed
    /// @param other likewise
    /// @return whether the same VOI LUT or window of the state is for both
    /// @throws DicomFormatException malformed
    public boolean alike(FrameKey one, FrameKey other) throws DicomFormatException {
        return vois(one).equals(vois(other));
    }

    private List<DataSet> vois(FrameKey key) throws DicomFormatException {
        return PresentationState.vois(above, key.sopInstanceUid(), key.frame());
    }

    /// @param image superimposed
    /// @return from its stored values to values with a meaning, as the state has it
    /// @throws IOException where the state's table cannot be read
    public ModalityLut modality(ImageHeader image) throws IOException {
        return image.modalityLut(above, EnumSet.noneOf(NotApplied.class));
    }

    /// @param image superimposed
    /// @param frame 1-based
    /// @param unread takes what of the state's tables is not applied
    /// @return from its stored values to colours
    /// @throws IOException where the state's tables cannot be read
    public GrayscalePipeline pipeline(ImageHeader image, int frame, Set<NotApplied> unread)
            throws IOException {
        var sop = image.dataSet().textOr(Tag.SOP_INSTANCE_UID, "");
        return new StateTables(above, StateKind.BLENDING, unread)
                .tables(image, vois(new FrameKey(sop, frame)), colours);
    }
}
