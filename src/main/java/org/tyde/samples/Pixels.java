package org.tyde.samples;

import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;

/// The Image Pixel module (PS3.3 C.7.6.3) of the demo pictures.
final class Pixels {
    private Pixels() {}

    static DataSetBuilder grey16(
            DataSetBuilder set,
            int rows,
            int columns,
            int bitsStored,
            boolean signed,
            short[] values) {
        var bytes = new byte[values.length * 2];
        for (int i = 0; i < values.length; i++) {
            bytes[2 * i] = (byte) values[i];
            bytes[2 * i + 1] = (byte) (values[i] >> 8);
        }
        return shape(set, rows, columns, 1, 16, bitsStored, signed, "MONOCHROME2")
                .bytes(Tag.PIXEL_DATA, Vr.OW, bytes);
    }

    static DataSetBuilder grey8(DataSetBuilder set, int rows, int columns, byte[] frames) {
        return shape(set, rows, columns, 1, 8, 8, false, "MONOCHROME2")
                .bytes(Tag.PIXEL_DATA, Vr.OB, frames);
    }

    static DataSetBuilder rgb(DataSetBuilder set, int rows, int columns, byte[] frames) {
        return shape(set, rows, columns, 3, 8, 8, false, "RGB")
                .integer(Tag.PLANAR_CONFIGURATION, 0)
                .bytes(Tag.PIXEL_DATA, Vr.OB, frames);
    }

    private static DataSetBuilder shape(
            DataSetBuilder set,
            int rows,
            int columns,
            int samples,
            int allocated,
            int stored,
            boolean signed,
            String photometric) {
        return set.integer(Tag.SAMPLES_PER_PIXEL, samples)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, photometric)
                .integer(Tag.ROWS, rows)
                .integer(Tag.COLUMNS, columns)
                .integer(Tag.BITS_ALLOCATED, allocated)
                .integer(Tag.BITS_STORED, stored)
                .integer(Tag.HIGH_BIT, stored - 1)
                .integer(Tag.PIXEL_REPRESENTATION, signed ? 1 : 0);
    }
}
