package org.tyde.evidence.blending;

import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;

/// Images and the blending state that lays the one set over the other.
public final class MadeBlending {
    public static final String STUDY = "2.25.700";
    public static final String SPACE = "2.25.701";

    private MadeBlending() {}

    /// @param uid SOP Instance UID
    /// @param modality CT or PT
    /// @param size columns, rows
    /// @param value stored value by column and row
    /// @param plane nine numbers: position, then the way of rows and that of columns
    /// @param spacing mm from row to row, from column to column
    public static DataSet image(
            String uid,
            String modality,
            int[] size,
            IntBinaryOperator value,
            double[] plane,
            double... spacing) {
        var pixels = new byte[2 * size[0] * size[1]];
        for (int i = 0; i < size[0] * size[1]; i++) {
            int v = value.applyAsInt(i % size[0], i / size[0]);
            pixels[2 * i] = (byte) v;
            pixels[2 * i + 1] = (byte) (v >> 8);
        }
        boolean ct = modality.equals("CT");
        return patient()
                .text(
                        Tag.SOP_CLASS_UID,
                        ct
                                ? SopClass.CT_IMAGE_STORAGE
                                : SopClass.POSITRON_EMISSION_TOMOGRAPHY_IMAGE_STORAGE)
                .text(Tag.SOP_INSTANCE_UID, uid)
                .text(Tag.SERIES_INSTANCE_UID, ct ? "2.25.710" : "2.25.711")
                .text(Tag.MODALITY, modality)
                .text(Tag.FRAME_OF_REFERENCE_UID, SPACE)
                .decimal(Tag.IMAGE_POSITION_PATIENT, plane[0], plane[1], plane[2])
                .decimal(
                        Tag.IMAGE_ORIENTATION_PATIENT,
                        plane[3],
                        plane[4],
                        plane[5],
                        plane[6],
                        plane[7],
                        plane[8])
                .decimal(Tag.PIXEL_SPACING, spacing)
                .integer(Tag.SAMPLES_PER_PIXEL, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .integer(Tag.ROWS, size[1])
                .integer(Tag.COLUMNS, size[0])
                .integer(Tag.BITS_ALLOCATED, 16)
                .integer(Tag.BITS_STORED, 12)
                .integer(Tag.HIGH_BIT, 11)
                .integer(Tag.PIXEL_REPRESENTATION, 0)
                .decimal(Tag.RESCALE_INTERCEPT, -7)
                .decimal(Tag.RESCALE_SLOPE, 3)
                .bulk(Tag.PIXEL_DATA, Vr.OW, BulkData.of(pixels))
                .build();
    }

    static DataSetBuilder patient() {
        return DataSet.builder()
                .personName(Tag.PATIENT_NAME, PersonName.parse("Blanding^Prove"))
                .text(Tag.PATIENT_ID, "1")
                .text(Tag.PATIENT_SEX, "O")
                .date(Tag.PATIENT_BIRTH_DATE, LocalDate.of(1970, 1, 1))
                .text(Tag.STUDY_INSTANCE_UID, STUDY)
                .date(Tag.STUDY_DATE, LocalDate.of(2026, 11, 23))
                .time(Tag.STUDY_TIME, LocalTime.of(9, 0))
                .personName(Tag.REFERRING_PHYSICIAN_NAME, PersonName.parse("A^B"))
                .text(Tag.STUDY_ID, "1")
                .text(Tag.ACCESSION_NUMBER, "A1");
    }

    /// Window 300/400 below after a rescale of 1 and -24, 500/900 above after one of 2 and -10: not the images' own.
    public static DataSetBuilder state(List<DataSet> below, List<DataSet> above, double opacity)
            throws Exception {
        var first = below.getFirst();
        int size = 4096;
        var red = new int[size];
        var green = new int[size];
        var blue = new int[size];
        for (int i = 0; i < size; i++) {
            red[i] = Math.min(65_535, 24 * i + 1);
            green[i] = 16 * i + 3;
            blue[i] = 65_535 - 13 * i;
        }
        return patient()
                .text(Tag.SOP_CLASS_UID, SopClass.BLENDING_SOFTCOPY_PRESENTATION_STATE_STORAGE)
                .text(Tag.SOP_INSTANCE_UID, "2.25.720")
                .text(Tag.SERIES_INSTANCE_UID, "2.25.712")
                .integer(Tag.SERIES_NUMBER, 9)
                .text(Tag.MODALITY, "PR")
                .text(Tag.MANUFACTURER, "Tyde")
                .text(Tag.LATERALITY, "")
                .integer(Tag.INSTANCE_NUMBER, 1)
                .text(Tag.CONTENT_LABEL, "PET OVER CT")
                .text(Tag.CONTENT_DESCRIPTION, "")
                .personName(Tag.CONTENT_CREATOR_NAME, PersonName.parse("Aas^Anne"))
                .date(Tag.PRESENTATION_CREATION_DATE, LocalDate.of(2026, 11, 23))
                .time(Tag.PRESENTATION_CREATION_TIME, LocalTime.of(10, 0))
                .sequence(
                        Tag.BLENDING_SEQUENCE,
                        item("UNDERLYING", below, 1, -24, 300, 400),
                        item("SUPERIMPOSED", above, 2, -10, 500, 900))
                .decimal(Tag.RELATIVE_OPACITY, opacity)
                .sequence(
                        Tag.DISPLAYED_AREA_SELECTION_SEQUENCE,
                        DataSet.builder()
                                .sequence(Tag.REFERENCED_IMAGE_SEQUENCE, references(below))
                                .integer(Tag.DISPLAYED_AREA_TOP_LEFT_HAND_CORNER, 1, 1)
                                .integer(
                                        Tag.DISPLAYED_AREA_BOTTOM_RIGHT_HAND_CORNER,
                                        first.integer(Tag.COLUMNS).orElseThrow(),
                                        first.integer(Tag.ROWS).orElseThrow())
                                .text(Tag.PRESENTATION_SIZE_MODE, "SCALE TO FIT")
                                .decimal(
                                        Tag.PRESENTATION_PIXEL_SPACING,
                                        first.decimals(Tag.PIXEL_SPACING))
                                .build())
                .integer(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, Vr.US, size, 0, 16)
                .integer(Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, Vr.US, size, 0, 16)
                .integer(Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, Vr.US, size, 0, 16)
                .bytes(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA, Vr.OW, words(red))
                .bytes(Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA, Vr.OW, words(green))
                .bytes(Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA, Vr.OW, words(blue))
                .bytes(
                        Tag.ICC_PROFILE,
                        Vr.OB,
                        ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    }

    private static byte[] words(int... values) {
        var bytes = new byte[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[2 * i] = (byte) values[i];
            bytes[2 * i + 1] = (byte) (values[i] >> 8);
        }
        return bytes;
    }

    private static DataSet item(
            String position,
            List<DataSet> images,
            double slope,
            double intercept,
            double centre,
            double width)
            throws Exception {
        return DataSet.builder()
                .text(Tag.BLENDING_POSITION, position)
                .text(Tag.STUDY_INSTANCE_UID, STUDY)
                .sequence(
                        Tag.REFERENCED_SERIES_SEQUENCE,
                        DataSet.builder()
                                .text(
                                        Tag.SERIES_INSTANCE_UID,
                                        images.getFirst().textOr(Tag.SERIES_INSTANCE_UID, ""))
                                .sequence(Tag.REFERENCED_IMAGE_SEQUENCE, references(images))
                                .build())
                .decimal(Tag.RESCALE_INTERCEPT, intercept)
                .decimal(Tag.RESCALE_SLOPE, slope)
                .text(Tag.RESCALE_TYPE, "US")
                .sequence(
                        Tag.SOFTCOPY_VOILUT_SEQUENCE,
                        DataSet.builder()
                                .decimal(Tag.WINDOW_CENTER, centre)
                                .decimal(Tag.WINDOW_WIDTH, width)
                                .build())
                .build();
    }

    static List<DataSet> references(List<DataSet> images) throws Exception {
        var references = new ArrayList<DataSet>();
        for (var image : images)
            references.add(
                    DataSet.builder()
                            .text(Tag.REFERENCED_SOP_CLASS_UID, image.textOr(Tag.SOP_CLASS_UID, ""))
                            .text(
                                    Tag.REFERENCED_SOP_INSTANCE_UID,
                                    image.textOr(Tag.SOP_INSTANCE_UID, ""))
                            .build());
        return references;
    }

    /// @param from a frame of reference
    /// @param matrix 16 numbers, from it to [#SPACE]
    public static DataSet registration(String from, double... matrix) {
        return DataSet.builder()
                .text(Tag.SOP_CLASS_UID, SopClass.SPATIAL_REGISTRATION_STORAGE)
                .text(Tag.SOP_INSTANCE_UID, "2.25.730")
                .text(Tag.MODALITY, "REG")
                .text(Tag.STUDY_INSTANCE_UID, STUDY)
                .text(Tag.FRAME_OF_REFERENCE_UID, SPACE)
                .sequence(
                        Tag.REGISTRATION_SEQUENCE,
                        DataSet.builder()
                                .text(Tag.FRAME_OF_REFERENCE_UID, from)
                                .sequence(
                                        Tag.MATRIX_REGISTRATION_SEQUENCE,
                                        DataSet.builder()
                                                .sequence(
                                                        Tag.MATRIX_SEQUENCE,
                                                        DataSet.builder()
                                                                .text(
                                                                        Tag
                                                                                .FRAME_OF_REFERENCE_TRANSFORMATION_MATRIX_TYPE,
                                                                        "RIGID")
                                                                .decimal(
                                                                        Tag
                                                                                .FRAME_OF_REFERENCE_TRANSFORMATION_MATRIX,
                                                                        matrix)
                                                                .build())
                                                .build())
                                .build())
                .build();
    }
}
