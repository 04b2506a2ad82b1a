package org.tyde.imaging;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;

import java.util.List;
import java.util.Set;

/// By which rules an image's spacing is read. Class, modality and Image Type must agree for the strongest
/// claim; where they contradict each other the weaker one holds.
enum SpacingSource {
    /// Sections of the patient: what Pixel Spacing says holds there.
    SECTIONS,
    /// Shadows on a detector, and everything that does not say what it is.
    PROJECTION,
    /// A picture of a screen or a scanned film.
    CAPTURE,
    /// Ultrasound has regions with their own scale.
    ULTRASOUND;

    private static final Set<String> CAPTURES =
            Set.of(
                    SopClass.SECONDARY_CAPTURE_IMAGE_STORAGE,
                    SopClass.MULTI_FRAME_SINGLE_BIT_SECONDARY_CAPTURE_IMAGE_STORAGE,
                    SopClass.MULTI_FRAME_GRAYSCALE_BYTE_SECONDARY_CAPTURE_IMAGE_STORAGE,
                    SopClass.MULTI_FRAME_GRAYSCALE_WORD_SECONDARY_CAPTURE_IMAGE_STORAGE,
                    SopClass.MULTI_FRAME_TRUE_COLOR_SECONDARY_CAPTURE_IMAGE_STORAGE);

    private static final Set<String> ULTRASOUNDS =
            Set.of(
                    SopClass.ULTRASOUND_IMAGE_STORAGE,
                    SopClass.ULTRASOUND_MULTI_FRAME_IMAGE_STORAGE,
                    SopClass.ENHANCED_US_VOLUME_STORAGE);

    /// Made by projection and put together into sections.
    private static final Set<String> RECONSTRUCTIONS =
            Set.of(
                    SopClass.BREAST_TOMOSYNTHESIS_IMAGE_STORAGE,
                    SopClass.X_RAY_3D_ANGIOGRAPHIC_IMAGE_STORAGE,
                    SopClass.X_RAY_3D_CRANIOFACIAL_IMAGE_STORAGE);

    private static final Set<String> SHADOWS =
            Set.of(
                    SopClass.COMPUTED_RADIOGRAPHY_IMAGE_STORAGE,
                    SopClass.DIGITAL_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION,
                    SopClass.DIGITAL_X_RAY_IMAGE_STORAGE_FOR_PROCESSING,
                    SopClass.DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION,
                    SopClass.DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PROCESSING,
                    SopClass.DIGITAL_INTRA_ORAL_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION,
                    SopClass.DIGITAL_INTRA_ORAL_X_RAY_IMAGE_STORAGE_FOR_PROCESSING,
                    SopClass.BREAST_PROJECTION_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION,
                    SopClass.BREAST_PROJECTION_X_RAY_IMAGE_STORAGE_FOR_PROCESSING,
                    SopClass.X_RAY_ANGIOGRAPHIC_IMAGE_STORAGE,
                    SopClass.X_RAY_RADIOFLUOROSCOPIC_IMAGE_STORAGE,
                    SopClass.ENHANCED_XA_IMAGE_STORAGE,
                    SopClass.ENHANCED_XRF_IMAGE_STORAGE,
                    SopClass.RT_IMAGE_STORAGE,
                    SopClass.ENHANCED_RT_IMAGE_STORAGE,
                    SopClass.ENHANCED_CONTINUOUS_RT_IMAGE_STORAGE);

    private static final Set<String> SHADOW_MODALITIES =
            Set.of("CR", "DX", "MG", "XA", "RF", "IO", "PX", "RG", "DR", "RTIMAGE");

    private static final Set<String> SECTION_MODALITIES = Set.of("CT", "MR", "PT", "OPT");

    static SpacingSource of(DataSet image) {
        var sop = text(image, Tag.SOP_CLASS_UID);
        var modality = text(image, Tag.MODALITY);
        var type = type(image);
        if (ULTRASOUNDS.contains(sop) || modality.equals("US") || modality.equals("IVUS"))
            return ULTRASOUND;
        if (CAPTURES.contains(sop) || type.contains("SCREEN SAVE")) return CAPTURE;
        if (RECONSTRUCTIONS.contains(sop)) return SECTIONS;
        if (SHADOWS.contains(sop) || SHADOW_MODALITIES.contains(modality)) return PROJECTION;
        var kind = type.size() > 2 ? type.get(2) : "";
        if (modality.equals("CT") && kind.equals("LOCALIZER"))
            return PROJECTION; // PS3.3 C.8.2.1.1.1
        if (SECTION_MODALITIES.contains(modality)) return SECTIONS;
        boolean tomographic =
                modality.equals("NM") && kind.contains("RECON"); // PS3.3 C.8.4.9.1.1.3
        return tomographic || placed(image) ? SECTIONS : PROJECTION;
    }

    /// Of whatever else: a plane in the patient makes it a section.
    private static boolean placed(DataSet image) {
        try {
            var shared = image.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE).orElse(DataSet.empty());
            var own = image.sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
            var first = own.isEmpty() ? DataSet.empty() : own.getFirst();
            var orientation = Tag.PLANE_ORIENTATION_SEQUENCE;
            return image.decimals(Tag.IMAGE_ORIENTATION_PATIENT).length == 6
                            && image.decimals(Tag.IMAGE_POSITION_PATIENT).length == 3
                    || shared.item(orientation).isPresent()
                    || first.item(orientation).isPresent();
        } catch (Refusal malformed) {
            return false;
        }
    }

    private static String text(DataSet image, Tag tag) {
        try {
            return image.textOr(tag, "");
        } catch (Refusal malformed) {
            return "";
        }
    }

    private static List<String> type(DataSet image) {
        try {
            return image.texts(Tag.IMAGE_TYPE);
        } catch (Refusal malformed) {
            return List.of();
        }
    }
}
