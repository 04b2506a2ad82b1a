package org.tyde.hanging;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.geometry.Bearing;
import org.tyde.geometry.ImagePlane;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.multiframe.Concatenation;
import org.tyde.imaging.multiframe.Dimensions;
import org.tyde.imaging.multiframe.FunctionalGroups;
import org.tyde.imaging.multiframe.PlaybackReader;
import org.tyde.refusal.Refusal;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/// Reads what hanging needs to know of one image.
final class ImageFacts {
    /// View Code Sequence (0054,0220): the code values of CID 4014 that stand for a View Position, in
    /// SNOMED CT and in SNOMED RT.
    private static final Map<String, String> VIEW_CODES =
            Map.of(
                    "399162004", "CC",
                    "R-10242", "CC",
                    "399368009", "MLO",
                    "R-10226", "MLO",
                    "399260004", "ML",
                    "R-10224", "ML",
                    "399352003", "LM",
                    "R-10228", "LM");

    private static final Set<String> CAPTURES =
            Set.of(
                    SopClass.SECONDARY_CAPTURE_IMAGE_STORAGE,
                    SopClass.MULTI_FRAME_GRAYSCALE_BYTE_SECONDARY_CAPTURE_IMAGE_STORAGE,
                    SopClass.MULTI_FRAME_TRUE_COLOR_SECONDARY_CAPTURE_IMAGE_STORAGE);

    private ImageFacts() {}

    /// @param header of an image
    /// @param unread told what could not be understood; the image comes without it
    /// @return what hanging needs to know
    /// @throws Refusal when not even its identifier can be read
    static HangImage read(DataSet header, Consumer<Refusal> unread) throws Refusal {
        Optional<ImageHeader> image = Optional.empty();
        try {
            image = Optional.of(ImageHeader.of(header));
        } catch (Refusal refused) {
            unread.accept(refused);
        }
        int frames = image.map(ImageHeader::frames).orElse(1);
        var reader = new Tolerant(header, unread);
        return new HangImage(
                header.textOr(Tag.SOP_INSTANCE_UID, ""),
                frames,
                reader.read(h -> h.integer(Tag.INSTANCE_NUMBER), OptionalInt.empty()),
                reader.read(ImageFacts::acquired, Optional.empty()),
                reader.read(ImageFacts::kinds, Set.of()),
                reader.read(ImageFacts::projection, Projection.UNKNOWN),
                image.map(i -> planes(i, frames)).orElse(List.of()),
                reader.read(h -> h.text(Tag.FRAME_OF_REFERENCE_UID), Optional.empty()),
                reader.read(h -> PlaybackReader.of(h, groups(h, frames), frames), Optional.empty()),
                reader.read(h -> Dimensions.of(h, groups(h, frames), frames), Dimensions.NONE),
                reader.read(Concatenation::of, Optional.empty()));
    }

    private interface Reading<T> {
        T of(DataSet header) throws Refusal;
    }

    /// Goes on where a value is malformed, and says so once.
    private static final class Tolerant {
        private final DataSet header;
        private final Consumer<Refusal> unread;
        private boolean said;

        Tolerant(DataSet header, Consumer<Refusal> unread) {
            this.header = header;
            this.unread = unread;
        }

        <T> T read(Reading<T> reading, T otherwise) {
            try {
                return reading.of(header);
            } catch (Refusal malformed) {
                if (!said) unread.accept(malformed);
                said = true;
                return otherwise;
            }
        }
    }

    private static FunctionalGroups groups(DataSet header, int frames) throws Refusal {
        return FunctionalGroups.of(header, frames);
    }

    private static List<Optional<ImagePlane>> planes(ImageHeader image, int frames) {
        var planes = new ArrayList<Optional<ImagePlane>>();
        for (int f = 1; f <= frames; f++) planes.add(image.plane(f));
        return planes.stream().anyMatch(Optional::isPresent) ? planes : List.of();
    }

    private static Optional<LocalDateTime> acquired(DataSet h) throws Refusal {
        var at = h.dateTime(Tag.ACQUISITION_DATE_TIME);
        if (at.isEmpty()) at = h.dateTime(Tag.ACQUISITION_DATE, Tag.ACQUISITION_TIME);
        return at.isPresent() ? at : h.dateTime(Tag.CONTENT_DATE, Tag.CONTENT_TIME);
    }

    private static Set<HangImage.Kind> kinds(DataSet h) throws Refusal {
        var kinds = EnumSet.noneOf(HangImage.Kind.class);
        var type = h.texts(Tag.IMAGE_TYPE);
        if (type.contains("LOCALIZER")) kinds.add(HangImage.Kind.LOCALIZER);
        if (!type.isEmpty() && type.getFirst().equals("DERIVED")) kinds.add(HangImage.Kind.DERIVED);
        var sop = h.textOr(Tag.SOP_CLASS_UID, "");
        if (CAPTURES.contains(sop) || type.contains("SCREEN SAVE"))
            kinds.add(HangImage.Kind.CAPTURE);
        if (sop.equals(SopClass.BREAST_TOMOSYNTHESIS_IMAGE_STORAGE))
            kinds.add(HangImage.Kind.TOMOSYNTHESIS);
        return kinds;
    }

    private static Projection projection(DataSet h) throws Refusal {
        var intent =
                switch (h.textOr(Tag.PRESENTATION_INTENT_TYPE, "")) {
                    case "FOR PRESENTATION" -> Intent.PRESENTATION;
                    case "FOR PROCESSING" -> Intent.PROCESSING;
                    default -> Intent.UNKNOWN;
                };
        var modifiers =
                h.item(Tag.VIEW_CODE_SEQUENCE)
                        .orElse(DataSet.empty())
                        .codes(Tag.VIEW_MODIFIER_CODE_SEQUENCE);
        var orientation = h.texts(Tag.PATIENT_ORIENTATION);
        boolean both = orientation.size() == 2;
        return new Projection(
                side(h),
                view(h),
                !modifiers.isEmpty(),
                intent,
                both ? Bearing.parse(orientation.get(0)) : Bearing.UNKNOWN,
                both ? Bearing.parse(orientation.get(1)) : Bearing.UNKNOWN);
    }

    /// Image Laterality, or Frame Laterality where an enhanced image has that instead. Mammograms go by
    /// these alone; for others the Laterality of the series counts too.
    private static Optional<Side> side(DataSet h) throws Refusal {
        var own = h.text(Tag.IMAGE_LATERALITY);
        if (own.isPresent()) return Side.of(own.get());
        var shared = h.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE).orElse(DataSet.empty());
        var anatomy = shared.item(Tag.FRAME_ANATOMY_SEQUENCE).orElse(DataSet.empty());
        var frame = anatomy.text(Tag.FRAME_LATERALITY).flatMap(Side::of);
        if (frame.isPresent() || h.textOr(Tag.MODALITY, "").equals("MG")) return frame;
        return h.text(Tag.LATERALITY).flatMap(Side::of);
    }

    private static String view(DataSet h) throws Refusal {
        var stated = h.text(Tag.VIEW_POSITION);
        if (stated.isPresent()) return stated.get().toUpperCase(Locale.ROOT);
        return h.code(Tag.VIEW_CODE_SEQUENCE)
                .flatMap(c -> Optional.ofNullable(VIEW_CODES.get(c.value())))
                .orElse("");
    }
}
