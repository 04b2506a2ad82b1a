package org.tyde.app.bench;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;

/// Slices of 512 x 512 of one CT series, 12 bits in 16, 3 mm apart.
final class BenchSlices {
    static final int BYTES = 2 * 512 * 512;
    private static final String STUDY = "2.25.1";
    private static final String SERIES = "2.25.2";

    private BenchSlices() {}

    /// @param number from 0
    static String uid(int number) {
        return "2.25.1" + (100_000 + number);
    }

    /// @param number from 0
    /// @param pixels of [#BYTES], little endian
    static DataSet of(int number, byte[] pixels) {
        return DataSet.builder()
                .text(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE_STORAGE)
                .text(Tag.SOP_INSTANCE_UID, uid(number))
                .text(Tag.STUDY_INSTANCE_UID, STUDY)
                .text(Tag.SERIES_INSTANCE_UID, SERIES)
                .text(Tag.MODALITY, "CT")
                .text(Tag.PATIENT_NAME, "Bench")
                .text(Tag.PATIENT_ID, "1")
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .integer(Tag.INSTANCE_NUMBER, number + 1)
                .integer(Tag.SAMPLES_PER_PIXEL, 1)
                .integer(Tag.ROWS, 512)
                .integer(Tag.COLUMNS, 512)
                .integer(Tag.BITS_ALLOCATED, 16)
                .integer(Tag.BITS_STORED, 12)
                .integer(Tag.HIGH_BIT, 11)
                .integer(Tag.PIXEL_REPRESENTATION, 0)
                .decimal(Tag.RESCALE_SLOPE, 1)
                .decimal(Tag.RESCALE_INTERCEPT, -1024)
                .decimal(Tag.PIXEL_SPACING, 0.7, 0.7)
                .decimal(Tag.IMAGE_POSITION_PATIENT, 0, 0, -3.0 * number)
                .decimal(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0)
                .bytes(Tag.PIXEL_DATA, Vr.OW, pixels)
                .build();
    }
}
