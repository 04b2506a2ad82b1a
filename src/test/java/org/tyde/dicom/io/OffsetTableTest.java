package org.tyde.dicom.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tyde.Programs;
import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.DicomReason;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Value;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Frames are found where the offset table says.
class OffsetTableTest {
    private static final List<BulkData> FRAMES =
            List.of(
                    BulkData.of(new byte[] {1, 2, 3}),
                    BulkData.of(new byte[] {4, 5, 6, 7}),
                    BulkData.of(new byte[] {8, 9}));

    @ParameterizedTest
    @EnumSource
    void framesComeBackInOrder(OffsetTable table, @TempDir Path folder) throws Exception {
        var set = table.encapsulate(DicomWriterTest.example(), FRAMES);
        var file = folder.resolve("x.dcm");
        DicomWriter.write(file, set, TransferSyntax.RLE);
        var read = DicomReader.read(file);
        assertEquals(List.of(), read.warnings());
        var back = read.dataSet().fragments(Tag.PIXEL_DATA).orElseThrow();
        assertEquals(3, back.data().size());
        assertArrayEquals(new byte[] {4, 5, 6, 7}, back.data().get(1).all());
        assertEquals(table == OffsetTable.BASIC ? 12 : 0, back.offsetTable().length());
        assertEquals(table == OffsetTable.EXTENDED, read.dataSet().has(Tag.EXTENDED_OFFSET_TABLE));
        var said = Programs.run("dcmdump", "-q", file.toString());
        assertEquals(0, said.exitCode(), said::text);
        assertTrue(said.text().contains("PixelSequence #=4"), said::text);
    }

    @Test
    void offsetsAreFromTheFirstFragmentAndLengthsEven() throws IOException {
        var basic = OffsetTable.BASIC.encapsulate(DicomWriterTest.example(), FRAMES);
        var table = basic.fragments(Tag.PIXEL_DATA).orElseThrow().offsetTable().all();
        // PS3.5 A.4: item heads of 8 bytes lie between, the first frame is padded to 4 bytes
        assertArrayEquals(new byte[] {0, 0, 0, 0, 12, 0, 0, 0, 24, 0, 0, 0}, table);
        var extended = OffsetTable.EXTENDED.encapsulate(basic, FRAMES);
        assertEquals("[0, 12, 24]", numbers(extended, Tag.EXTENDED_OFFSET_TABLE));
        assertEquals("[4, 4, 2]", numbers(extended, Tag.EXTENDED_OFFSET_TABLE_LENGTHS));
        assertEquals(0, extended.fragments(Tag.PIXEL_DATA).orElseThrow().offsetTable().length());
        var empty = OffsetTable.EMPTY.encapsulate(extended, FRAMES);
        assertFalse(empty.has(Tag.EXTENDED_OFFSET_TABLE));
    }

    private static String numbers(DataSet set, Tag tag) throws IOException {
        var bytes = ((Value.Bytes) set.element(tag).orElseThrow().value()).data().all();
        var numbers = new long[bytes.length / 8];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(numbers);
        return Arrays.toString(numbers);
    }

    @Test
    void whatABasicTableCannotPointToIsRefused() {
        var large = new Zeros(0xFFFF_FFF0L);
        var refusal =
                assertThrows(
                        DicomFormatException.class,
                        () ->
                                OffsetTable.BASIC.encapsulate(
                                        DicomWriterTest.example(),
                                        List.of(large, BulkData.of(new byte[2]), FRAMES.get(1))));
        assertEquals(DicomReason.BEYOND_BASIC_OFFSETS, refusal.reason());
    }

    /// A frame too large to be made.
    private record Zeros(long length) implements BulkData {
        @Override
        public byte[] read(long offset, int count) {
            return new byte[count];
        }
    }
}
