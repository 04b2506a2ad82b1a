package org.tyde.codec.jpeg;

import org.tyde.codec.EncodedFrame;
import org.tyde.codec.FrameFormat;
import org.tyde.codec.Photometric;
import org.tyde.codec.Picture;
import org.tyde.codec.Samples;
import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Value;
import org.tyde.dicom.Vr;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.work.JobContext;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Pictures for conformance streams, in the forms other programs read and write.
public final class Pictures {
    /// Rows and columns.
    public static final List<int[]> SIZES =
            List.of(
                    new int[] {1, 1},
                    new int[] {1, 17},
                    new int[] {23, 1},
                    new int[] {31, 47},
                    new int[] {64, 80});

    private Pictures() {}

    public static FrameFormat format(int[] size, int bits, int components, boolean signed) {
        return new FrameFormat(
                size[0],
                size[1],
                components,
                bits <= 8 ? 8 : 16,
                bits,
                bits - 1,
                signed,
                false,
                components == 3 ? Photometric.RGB : Photometric.MONOCHROME2,
                false);
    }

    public static Picture picture(
            int[] size, int bits, int components, boolean signed, Picture.Kind kind) {
        long seed = 31L * bits + components;
        return Picture.of(format(size, bits, components, signed), kind, seed);
    }

    /// @param syntax of an encoded frame, or native
    /// @return an image that holds one frame
    public static byte[] dicom(FrameFormat format, TransferSyntax syntax, byte[] frame)
            throws IOException {
        var set =
                DataSet.builder()
                        .text(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.7")
                        .text(Tag.SOP_INSTANCE_UID, "2.25.4711")
                        .text(Tag.STUDY_INSTANCE_UID, "2.25.4712")
                        .text(Tag.SERIES_INSTANCE_UID, "2.25.4713")
                        .text(Tag.MODALITY, "OT")
                        .text(Tag.PATIENT_ID, "1")
                        .integer(Tag.SAMPLES_PER_PIXEL, format.samplesPerPixel())
                        .text(Tag.PHOTOMETRIC_INTERPRETATION, format.photometric().term())
                        .integer(Tag.ROWS, format.rows())
                        .integer(Tag.COLUMNS, format.columns())
                        .integer(Tag.BITS_ALLOCATED, format.bitsAllocated())
                        .integer(Tag.BITS_STORED, format.bitsStored())
                        .integer(Tag.HIGH_BIT, format.highBit())
                        .integer(Tag.PIXEL_REPRESENTATION, format.signed() ? 1 : 0);
        if (format.samplesPerPixel() == 3) set.integer(Tag.PLANAR_CONFIGURATION, 0);
        var even = BulkData.of(java.util.Arrays.copyOf(frame, frame.length + frame.length % 2));
        if (syntax.encapsulated()) set.fragments(Tag.PIXEL_DATA, List.of(even));
        else set.bulk(Tag.PIXEL_DATA, format.bitsAllocated() > 8 ? Vr.OW : Vr.OB, even);
        return DicomWriter.toBytes(set.build(), syntax);
    }

    /// @return the one frame of an image in a file, whatever its syntax
    public static EncodedFrame frame(Path file) throws IOException {
        var read = DicomReader.read(file);
        var parts =
                switch (read.dataSet().element(Tag.PIXEL_DATA).orElseThrow().value()) {
                    case Value.Fragments fragments -> fragments.data();
                    case Value.Bulk bulk -> List.of(bulk.data());
                    case Value.Bytes bytes -> List.of(bytes.data());
                    case Value.Items _ -> List.<BulkData>of();
                };
        return new EncodedFrame(read.transferSyntax(), parts, 0);
    }

    public static FrameFormat format(Path file) throws IOException {
        return FrameFormat.of(DicomReader.read(file).dataSet());
    }

    public static Samples decode(byte[] stream, FrameFormat format) throws IOException {
        var frame = EncodedFrame.of(TransferSyntax.JPEG_LOSSLESS, stream);
        return new JpegFrameDecoder().decode(frame, format, JobContext.NONE);
    }

    /// @return PGM or PPM, most significant byte first above 8 bits
    public static byte[] pnm(Picture picture) throws IOException {
        var format = picture.format();
        var out = new ByteArrayOutputStream();
        var head =
                "P%d\n%d %d\n%d\n"
                        .formatted(
                                format.samplesPerPixel() == 3 ? 6 : 5,
                                format.columns(),
                                format.rows(),
                                format.greatest());
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        for (int value : picture.values()) {
            if (format.bitsStored() > 8) out.write(value >> 8);
            out.write(value);
        }
        return out.toByteArray();
    }

    /// @return the samples of an 8-bit PGM or PPM
    public static byte[] samples(Path pnm) throws IOException {
        var all = Files.readAllBytes(pnm);
        int at = 0;
        for (int lines = 0; lines < 3; at++) if (all[at] == '\n') lines++;
        return java.util.Arrays.copyOfRange(all, at, all.length);
    }
}
