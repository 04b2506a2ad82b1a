package org.tyde.dicom.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tyde.Programs;
import org.tyde.dicom.BulkData;
import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.DicomReason;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Value;
import org.tyde.dicom.Vr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What is written is read back the same, by us and by others.
class DicomWriterTest {
    static Stream<TransferSyntax> uncompressed() {
        return Stream.of(
                TransferSyntax.IMPLICIT_LITTLE,
                TransferSyntax.EXPLICIT_LITTLE,
                TransferSyntax.EXPLICIT_BIG,
                TransferSyntax.DEFLATED);
    }

    static DataSet example() {
        var pixels = new byte[64 * 64 * 2];
        for (int i = 0; i < pixels.length; i++) pixels[i] = (byte) (i * 31 + i / 7);
        var deep = DataSet.builder().text(Tag.CODE_MEANING, "Øvre lapp").build();
        return DataSet.builder()
                .text(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE_STORAGE)
                .text(Tag.SOP_INSTANCE_UID, "2.25.4711")
                .personName(Tag.PATIENT_NAME, PersonName.of("Bjørnstad", "Åse"))
                .text(Tag.PATIENT_ID, "15876500016")
                .integer(Tag.ROWS, 64)
                .integer(Tag.COLUMNS, 64)
                .integer(Tag.BITS_ALLOCATED, 16)
                .integer(Tag.PIXEL_REPRESENTATION, 1)
                .integer(Tag.SMALLEST_IMAGE_PIXEL_VALUE, -1024)
                .decimal(Tag.PIXEL_SPACING, 0.703125, 1.0 / 3)
                .decimal(Tag.PHYSICAL_DELTA_X, 1e-7)
                .integer(Tag.FRAME_INCREMENT_POINTER, Vr.AT, Tag.FRAME_TIME.value())
                .code(Tag.ANATOMIC_REGION_SEQUENCE, new Code("39607008", "SCT", "Lunge"))
                .sequence(
                        Tag.REQUEST_ATTRIBUTES_SEQUENCE,
                        DataSet.empty(),
                        DataSet.builder()
                                .sequence(Tag.REQUESTED_PROCEDURE_CODE_SEQUENCE, deep)
                                .build())
                .text(Tag.of(0x0029, 0x0010), "TYDE TEST")
                .bytes(Tag.of(0x0029, 0x1001), Vr.OB, new byte[] {1, 2, 3, 4})
                .bulk(Tag.PIXEL_DATA, Vr.OW, BulkData.of(pixels))
                .build();
    }

    @ParameterizedTest
    @MethodSource("uncompressed")
    void everySyntaxGivesTheSameDataSetBack(TransferSyntax syntax) throws IOException {
        var example = example();
        var read = DicomReader.read(DicomWriter.toBytes(example, syntax));
        assertEquals(syntax, read.transferSyntax());
        assertEquals(List.of(), read.warnings());
        var back = read.dataSet();
        assertEquals("ISO_IR 192", back.textOr(Tag.SPECIFIC_CHARACTER_SET, ""));
        assertEquals("Bjørnstad^Åse", back.textOr(Tag.PATIENT_NAME, ""));
        assertEquals(-1024, back.integer(Tag.SMALLEST_IMAGE_PIXEL_VALUE).orElseThrow());
        assertEquals(1e-7, back.decimal(Tag.PHYSICAL_DELTA_X).orElseThrow());
        assertEquals(
                Tag.FRAME_TIME.value(), back.integer(Tag.FRAME_INCREMENT_POINTER).orElseThrow());
        var inner = back.sequence(Tag.REQUEST_ATTRIBUTES_SEQUENCE).get(1);
        assertEquals(
                "Øvre lapp",
                inner.item(Tag.REQUESTED_PROCEDURE_CODE_SEQUENCE)
                        .orElseThrow()
                        .textOr(Tag.CODE_MEANING, ""));
        assertArrayEquals(
                example.bulk(Tag.PIXEL_DATA).orElseThrow().all(),
                back.bulk(Tag.PIXEL_DATA).orElseThrow().all());
    }

    @ParameterizedTest
    @MethodSource("uncompressed")
    void anotherToolkitReadsEverySyntax(TransferSyntax syntax, @TempDir Path folder)
            throws Exception {
        Programs.require("dcmdump");
        var file = folder.resolve("x.dcm");
        DicomWriter.write(file, example(), syntax);
        var said = Programs.run("dcmdump", "+U8", "-q", file.toString());
        assertEquals(0, said.exitCode(), said::text);
        assertFalse(said.text().contains("W:"), said::text);
        assertTrue(said.text().contains("[Bjørnstad^Åse]"), said::text);
        assertTrue(said.text().contains("[0.703125\\0.33333333333333]"), said::text);
        assertTrue(said.text().contains("SS -1024"), said::text);
        assertTrue(said.text().contains("AT (0018,1063)"), said::text);
        assertTrue(said.text().contains("[Øvre lapp]"), said::text);
    }

    @Test
    void theSameDataSetGivesTheSameBytes() throws IOException {
        assertArrayEquals(
                DicomWriter.toBytes(example(), TransferSyntax.EXPLICIT_LITTLE),
                DicomWriter.toBytes(example(), TransferSyntax.EXPLICIT_LITTLE));
    }

    @Test
    void fragmentsKeepTheirOffsetTable(@TempDir Path folder) throws Exception {
        var fragments = List.of(BulkData.of(new byte[] {1, 2, 3}), BulkData.of(new byte[6]));
        var table = BulkData.of(new byte[] {0, 0, 0, 0, 12, 0, 0, 0});
        var set = example().toBuilder().fragments(Tag.PIXEL_DATA, table, fragments).build();
        var file = folder.resolve("x.dcm");
        DicomWriter.write(file, set, TransferSyntax.RLE);
        var read = DicomReader.read(file).dataSet().fragments(Tag.PIXEL_DATA).orElseThrow();
        assertArrayEquals(table.all(), read.offsetTable().all());
        assertArrayEquals(new byte[] {1, 2, 3, 0}, read.data().getFirst().all());
        assertEquals(6, read.data().getLast().length());
        Programs.require("dcmdump");
        var said = Programs.run("dcmdump", "-q", file.toString());
        assertEquals(0, said.exitCode(), said::text);
        assertTrue(said.text().contains("PixelSequence #=3"), said::text);
    }

    @Test
    void bigEndianCellsOfThirtyTwoBitsComeBackWhole() throws IOException {
        var cells = new byte[] {1, 2, 3, 4, 5, 6, 7, 8};
        var set =
                example().toBuilder()
                        .integer(Tag.BITS_ALLOCATED, 32)
                        .bulk(Tag.PIXEL_DATA, Vr.OW, BulkData.of(cells))
                        .build();
        var bytes = DicomWriter.toBytes(set, TransferSyntax.EXPLICIT_BIG);
        assertEquals(4, bytes[bytes.length - 8], "most significant byte first");
        var back = DicomReader.read(bytes).dataSet().bulk(Tag.PIXEL_DATA).orElseThrow();
        assertArrayEquals(cells, back.all());
        assertArrayEquals(new byte[] {4, 5, 6}, back.read(3, 3));
    }

    @Test
    void aValueTooLongForItsRepresentationGoesAsUnknown() throws IOException {
        var long70k = "1\\".repeat(35_000) + "1";
        var set =
                example().toBuilder()
                        .bytes(
                                Tag.SLICE_LOCATION,
                                Vr.DS,
                                long70k.getBytes(StandardCharsets.US_ASCII))
                        .build();
        var back =
                DicomReader.read(DicomWriter.toBytes(set, TransferSyntax.EXPLICIT_LITTLE))
                        .dataSet();
        assertEquals(Vr.UN, back.element(Tag.SLICE_LOCATION).orElseThrow().vr());
        assertEquals(35_001, back.decimals(Tag.SLICE_LOCATION).length);
    }

    @Test
    void fragmentsAndSyntaxMustAgree() {
        var fragments =
                example().toBuilder()
                        .fragments(Tag.PIXEL_DATA, List.of(BulkData.of(new byte[2])))
                        .build();
        var refusal =
                assertThrows(
                        DicomFormatException.class,
                        () -> DicomWriter.toBytes(fragments, TransferSyntax.EXPLICIT_LITTLE));
        assertEquals(DicomReason.SYNTAX_NOT_WRITABLE, refusal.reason());
        assertThrows(
                DicomFormatException.class,
                () -> DicomWriter.toBytes(example(), TransferSyntax.RLE));
    }

    @Test
    void nothingIsLeftWhereWritingFails(@TempDir Path folder) throws IOException {
        var file = folder.resolve("x.dcm");
        var set = DataSet.builder().text(Tag.PATIENT_ID, "1").build();
        assertThrows(
                DicomFormatException.class,
                () -> DicomWriter.write(file, set, TransferSyntax.EXPLICIT_LITTLE));
        try (var left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void whatWasReadIsWrittenAgain(@TempDir Path folder) throws IOException {
        var first = folder.resolve("1.dcm");
        DicomWriter.write(first, example(), TransferSyntax.EXPLICIT_BIG);
        var read = DicomReader.read(first);
        var bytes = DicomWriter.toBytes(read.dataSet(), TransferSyntax.EXPLICIT_LITTLE);
        var direct = DicomWriter.toBytes(example(), TransferSyntax.EXPLICIT_LITTLE);
        assertArrayEquals(direct, bytes);
        assertTrue(
                read.dataSet().element(Tag.PIXEL_DATA).orElseThrow().value() instanceof Value.Bulk);
    }
}
