package org.tyde.fuzz;

import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Vr;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dicom.io.DicomWriter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A whole DICOM file: header, then everything with every value.
public final class DicomReaderFuzz {
    private DicomReaderFuzz() {}

    /// @param input a file
    public static void fuzzerTestOneInput(byte[] input) {
        Hostile.input(() -> EveryValue.of(DicomReader.readHeader(input.clone()).dataSet()));
        Hostile.input(() -> EveryValue.of(DicomReader.read(input.clone()).dataSet()));
    }

    /// @return small files in every encoding, and those of samples/broken
    public static List<byte[]> seeds() throws IOException {
        var set = example();
        var seeds = new ArrayList<byte[]>();
        for (var syntax :
                List.of(
                        TransferSyntax.IMPLICIT_LITTLE,
                        TransferSyntax.EXPLICIT_LITTLE,
                        TransferSyntax.EXPLICIT_BIG,
                        TransferSyntax.DEFLATED)) seeds.add(DicomWriter.toBytes(set, syntax));
        var fragments = List.of(BulkData.of(new byte[12]), BulkData.of(new byte[8]));
        seeds.add(
                DicomWriter.toBytes(
                        set.toBuilder().fragments(Tag.PIXEL_DATA, fragments).build(),
                        TransferSyntax.RLE));
        try (var files = Files.list(Path.of("samples", "broken"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".dcm")).sorted().toList())
                seeds.add(Files.readAllBytes(file));
        }
        return seeds;
    }

    private static DataSet example() {
        var item = DataSet.builder().text(Tag.CODE_MEANING, "Øvre lapp").build();
        return DataSet.builder()
                .text(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE_STORAGE)
                .text(Tag.SOP_INSTANCE_UID, "2.25.4711")
                .text(Tag.PATIENT_NAME, "Bjørnstad^Åse")
                .integer(Tag.BITS_ALLOCATED, 16)
                .integer(Tag.PIXEL_REPRESENTATION, 1)
                .decimal(Tag.PIXEL_SPACING, 0.703125, 1.0 / 3)
                .sequence(Tag.REQUEST_ATTRIBUTES_SEQUENCE, DataSet.empty(), item)
                .text(Tag.of(0x0029, 0x0010), "TYDE TEST")
                .bytes(Tag.of(0x0029, 0x1001), Vr.OB, new byte[] {1, 2, 3, 4})
                .bulk(Tag.PIXEL_DATA, Vr.OW, BulkData.of(new byte[64]))
                .build();
    }
}
