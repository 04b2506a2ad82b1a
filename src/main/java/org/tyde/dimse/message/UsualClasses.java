package org.tyde.dimse.message;

import static org.tyde.dicom.SopClass.*;

import java.util.List;

/// What a C-GET proposes where nobody says which SOP classes a study holds: what a reading room meets,
/// the most usual first.
final class UsualClasses {
    static final List<String> ALL =
            List.of(
                    CT_IMAGE_STORAGE,
                    MR_IMAGE_STORAGE,
                    COMPUTED_RADIOGRAPHY_IMAGE_STORAGE,
                    DIGITAL_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION,
                    DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION,
                    ULTRASOUND_IMAGE_STORAGE,
                    ULTRASOUND_MULTI_FRAME_IMAGE_STORAGE,
                    SECONDARY_CAPTURE_IMAGE_STORAGE,
                    X_RAY_ANGIOGRAPHIC_IMAGE_STORAGE,
                    X_RAY_RADIOFLUOROSCOPIC_IMAGE_STORAGE,
                    ENHANCED_CT_IMAGE_STORAGE,
                    ENHANCED_MR_IMAGE_STORAGE,
                    BREAST_TOMOSYNTHESIS_IMAGE_STORAGE,
                    NUCLEAR_MEDICINE_IMAGE_STORAGE,
                    POSITRON_EMISSION_TOMOGRAPHY_IMAGE_STORAGE,
                    VL_PHOTOGRAPHIC_IMAGE_STORAGE,
                    VL_ENDOSCOPIC_IMAGE_STORAGE,
                    MULTI_FRAME_TRUE_COLOR_SECONDARY_CAPTURE_IMAGE_STORAGE,
                    MULTI_FRAME_GRAYSCALE_BYTE_SECONDARY_CAPTURE_IMAGE_STORAGE,
                    MULTI_FRAME_GRAYSCALE_WORD_SECONDARY_CAPTURE_IMAGE_STORAGE,
                    ENHANCED_XA_IMAGE_STORAGE,
                    ENHANCED_PET_IMAGE_STORAGE,
                    RT_IMAGE_STORAGE,
                    DIGITAL_X_RAY_IMAGE_STORAGE_FOR_PROCESSING,
                    DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PROCESSING,
                    GRAYSCALE_SOFTCOPY_PRESENTATION_STATE_STORAGE,
                    COLOR_SOFTCOPY_PRESENTATION_STATE_STORAGE,
                    PSEUDO_COLOR_SOFTCOPY_PRESENTATION_STATE_STORAGE,
                    BLENDING_SOFTCOPY_PRESENTATION_STATE_STORAGE,
                    ADVANCED_BLENDING_PRESENTATION_STATE_STORAGE,
                    XA_XRF_GRAYSCALE_SOFTCOPY_PRESENTATION_STATE_STORAGE,
                    BASIC_TEXT_SR_STORAGE,
                    ENHANCED_SR_STORAGE,
                    COMPREHENSIVE_SR_STORAGE,
                    COMPREHENSIVE_3D_SR_STORAGE,
                    KEY_OBJECT_SELECTION_DOCUMENT_STORAGE,
                    X_RAY_RADIATION_DOSE_SR_STORAGE,
                    MAMMOGRAPHY_CAD_SR_STORAGE,
                    CHEST_CAD_SR_STORAGE,
                    ENCAPSULATED_PDF_STORAGE,
                    SEGMENTATION_STORAGE,
                    RAW_DATA_STORAGE,
                    SPATIAL_REGISTRATION_STORAGE);

    private UsualClasses() {}
}
