package org.tyde.app.bench;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Vr;
import org.tyde.dicom.io.DicomWriter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// The images that decoders are measured with: smooth anatomy, sharp edges and noise of the size that
/// such images have, 12 bits in 16 or RGB of 8. The same on every machine.
public enum TestImage {
    /// A CT slice: body, lungs, spine, vessels; noise of 18 HU, correlated as a kernel leaves it.
    CT(SopClass.CT_IMAGE_STORAGE, "CT", 512, 512) {
        @Override
        double value(double x, double y, double noise) {
            double hu = -1000;
            if (inside(x / .86, y / .64)) hu = -90;
            if (inside(x / .80, y / .58)) hu = 45;
            if (inside((Math.abs(x) - .40) / .30, (y + .03) / .40)) hu = -850;
            if (inside(x / .16, (y + .05) / .20)) hu = 60;
            if (inside(x / .10, (y - .40) / .10)) hu = 350;
            if (inside(x / .05, (y - .40) / .05)) hu = 120;
            for (int j = 0; j < 24; j++) {
                double a = j * .83;
                double cx = .40 * Math.signum(Math.cos(a)) + .2 * Math.cos(a * 2.1);
                double r = .012 * Math.sqrt(1 + j % 4);
                if (inside((x - cx) / r, (y - .25 * Math.sin(a * 1.7)) / r)) hu = 30;
            }
            return hu + 1024 + 18 * noise;
        }
    },
    /// A radiograph: a smooth field, ribs, a collimated border; noise that grows with the signal.
    CR(SopClass.COMPUTED_RADIOGRAPHY_IMAGE_STORAGE, "CR", 2048, 2048) {
        @Override
        double value(double x, double y, double noise) {
            if (Math.abs(x) > .93 || Math.abs(y) > .96) return 20 + 2 * noise;
            double field = 1500 + 900 * Math.cos(2.4 * x) * Math.cos(1.8 * y);
            double ribs = 180 * Math.max(0, Math.sin(26 * (y + .35 * x * x)));
            double spine = Math.abs(x) < .08 ? 500 : 0;
            return field - ribs - spine + Math.sqrt(field) * .6 * noise;
        }
    },
    /// A mammogram: a breast at the left edge, dark air beside it, small bright grains.
    MG(SopClass.DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION, "MG", 4096, 3328) {
        @Override
        double value(double x, double y, double noise) {
            double d = Math.hypot((x + 1) / 1.56, y / .83);
            if (d >= 1) return 30 + 3 * noise;
            double lumps = 260 * Math.sin(17 * x + 5 * y) * Math.sin(13 * y - 4 * x);
            int column = (int) (x * 1664);
            int row = (int) (y * 2048);
            double grain = Math.floorMod(column * 31 + row * 17, 9973) == 0 ? 900 : 0;
            return 1400 + 900 * (1 - d) + lumps + grain + 25 * noise;
        }
    },
    /// A colour picture: hues that glide, a disc, letters' edges, a little noise.
    RGB(SopClass.SECONDARY_CAPTURE_IMAGE_STORAGE, "OT", 768, 1024) {
        @Override
        double value(double x, double y, double noise) {
            double glide = 128 + 90 * Math.sin(3 * x + 2 * y);
            if (inside(x / .5, y / .6)) glide = 200 - 80 * Math.hypot(x, y);
            if (Math.abs(y - .8) < .05 && Math.floorMod((int) (x * 40), 3) == 0) glide = 245;
            return glide + 3 * noise;
        }
    };

    private static final int GREATEST = 4095;

    private final String sopClass;
    private final String modality;
    private final int rows;
    private final int columns;

    TestImage(String sopClass, String modality, int rows, int columns) {
        this.sopClass = sopClass;
        this.modality = modality;
        this.rows = rows;
        this.columns = columns;
    }

    /// @param x from -1 at the left to 1
    /// @param y from -1 at the top to 1
    /// @param noise of mean 0 and standard deviation 1
    abstract double value(double x, double y, double noise);

    private static boolean inside(double x, double y) {
        return x * x + y * y < 1;
    }

    private boolean colour() {
        return this == RGB;
    }

    /// @return the whole object, uncompressed, of fixed UIDs
    public DataSet dataSet() {
        int bits = colour() ? 8 : 12;
        int allocated = colour() ? 8 : 16;
        var uid = "2.25.2718281828." + (sopClass.length() + rows);
        var set =
                DataSet.builder()
                        .text(Tag.SOP_CLASS_UID, sopClass)
                        .text(Tag.SOP_INSTANCE_UID, uid + ".1")
                        .text(Tag.STUDY_INSTANCE_UID, uid + ".2")
                        .text(Tag.SERIES_INSTANCE_UID, uid + ".3")
                        .text(Tag.MODALITY, modality)
                        .personName(Tag.PATIENT_NAME, PersonName.of("Fantom", name()))
                        .text(Tag.PATIENT_ID, "FANTOM")
                        .integer(Tag.SAMPLES_PER_PIXEL, colour() ? 3 : 1)
                        .text(Tag.PHOTOMETRIC_INTERPRETATION, colour() ? "RGB" : "MONOCHROME2")
                        .integer(Tag.ROWS, rows)
                        .integer(Tag.COLUMNS, columns)
                        .integer(Tag.BITS_ALLOCATED, allocated)
                        .integer(Tag.BITS_STORED, bits)
                        .integer(Tag.HIGH_BIT, bits - 1)
                        .integer(Tag.PIXEL_REPRESENTATION, 0)
                        .bytes(Tag.PIXEL_DATA, colour() ? Vr.OB : Vr.OW, colour() ? rgb() : grey());
        if (colour()) set.integer(Tag.PLANAR_CONFIGURATION, 0);
        return set.build();
    }

    private byte[] grey() {
        var noise = noise(1000 + rows);
        var bytes = new byte[2 * rows * columns];
        for (int i = 0; i < rows * columns; i++) {
            long value = Math.round(value(x(i), y(i), noise[i]));
            int cell = (int) Math.clamp(value, 0L, GREATEST);
            bytes[2 * i] = (byte) cell;
            bytes[2 * i + 1] = (byte) (cell >> 8);
        }
        return bytes;
    }

    private byte[] rgb() {
        var noise = noise(1000 + rows);
        var bytes = new byte[3 * rows * columns];
        for (int i = 0; i < rows * columns; i++) {
            for (int sample = 0; sample < 3; sample++) {
                double value = value(x(i) + .2 * sample, y(i) - .1 * sample, noise[i]);
                bytes[3 * i + sample] = (byte) Math.clamp(Math.round(value), 0L, 255L);
            }
        }
        return bytes;
    }

    private double x(int i) {
        return 2.0 * (i % columns) / columns - 1;
    }

    private double y(int i) {
        int row = i / columns;
        return 2.0 * row / rows - 1;
    }

    /// Nearly normal, neighbours correlated: what a reconstruction or a detector's glare leaves.
    private float[] noise(int seed) {
        var random = new SplittableRandom(seed);
        var white = new float[rows * columns + 2 * columns + 2];
        for (int i = 0; i < white.length; i++) {
            double sum = -6;
            for (int k = 0; k < 12; k++) sum += random.nextDouble();
            white[i] = (float) sum;
        }
        var noise = new float[rows * columns];
        for (int i = 0; i < noise.length; i++) {
            int c = i + columns + 1;
            float around = white[c - columns] + white[c + columns] + white[c - 1] + white[c + 1];
            noise[i] = (float) ((around + 2 * white[c]) / Math.sqrt(8));
        }
        return noise;
    }

    /// @param folder made where it is absent
    /// @return a file for each image, explicit VR little endian, such as `ct.dcm`
    /// @throws IOException where one cannot be written
    public static List<Path> write(Path folder) throws IOException {
        Files.createDirectories(folder);
        var files = new ArrayList<Path>();
        for (var image : values()) {
            files.add(folder.resolve(image.name().toLowerCase(Locale.ROOT) + ".dcm"));
            DicomWriter.write(files.getLast(), image.dataSet(), TransferSyntax.EXPLICIT_LITTLE);
        }
        return files;
    }
}
