package org.tyde.dicom.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.DicomReason;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Vr;
import org.tyde.refusal.Refusal;
import org.tyde.refusal.Sentences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/// Malformed files are refused with reason, place and rule, in no time and little memory.
@Timeout(30)
class HostileFilesTest {
    private static final ReaderLimits SMALL = new ReaderLimits(4, 100, 1 << 16, 1 << 16, 1 << 10);

    private static DicomFormatException refusal(byte[] bytes) {
        return assertThrows(DicomFormatException.class, () -> DicomReader.read(bytes));
    }

    private static DicomFormatException small(Bytes bytes, Path folder) throws IOException {
        var file = Files.write(folder.resolve("x.dcm"), bytes.all());
        return assertThrows(DicomFormatException.class, () -> DicomReader.read(file, SMALL));
    }

    @Test
    void aFileOfAnotherKindIsNoDicomFile() {
        assertEquals(DicomReason.EMPTY_FILE, refusal(new byte[0]).reason());
        assertEquals(DicomReason.NOT_DICOM, refusal(new byte[1]).reason());
        assertEquals(DicomReason.NOT_DICOM, refusal(new byte[4096]).reason());
        var png = new Bytes().hex("89504E470D0A1A0A0000000D49484452").zeros(200).all();
        assertEquals(DicomReason.NOT_DICOM, refusal(png).reason());
        var text = new Bytes().text("This is a letter.\n".repeat(20)).all();
        assertEquals(DicomReason.NOT_DICOM, refusal(text).reason());
    }

    @Test
    void whatIsNotThereOrIsNoFileIsSaid(@TempDir Path folder) {
        var missing =
                assertThrows(Refusal.class, () -> DicomReader.read(folder.resolve("none.dcm")));
        assertEquals(DicomReason.NO_SUCH_FILE, missing.reason());
        var directory = assertThrows(Refusal.class, () -> DicomReader.read(folder));
        assertEquals(DicomReason.A_FOLDER, directory.reason());
    }

    @Test
    void aLengthBeyondTheFileIsRefusedWithItsPlace() {
        var head = Bytes.explicit();
        int offset = head.size() + 12;
        var refusal = refusal(head.longForm(0x00204000, "UT", 0x7FFFFFF0).text("abc").all());
        assertEquals(DicomReason.LONGER_THAN_THE_FILE, refusal.reason());
        assertEquals(offset, refusal.offset());
        assertEquals("(0020,4000) at offset " + offset, refusal.place().orElse(""));
        assertEquals(
                "(0020,4000) ved byte " + offset, refusal.place(Locale.of("nb", "NO")).orElse(""));
        assertFalse(Sentences.of(refusal, Locale.of("nb", "NO")).contains(" at "));
        assertEquals("PS3.5 7.1.1", refusal.rule().orElse(""));
    }

    @Test
    void aFileCutOffInItsHeaderIsRefusedWithThePlaceWhereItEnds() {
        var head = Bytes.explicit().shortForm(0x00080060, "CS", 2).text("SR");
        int end = head.size();
        var refusal = refusal(head.hex("40 00 30 A7 53").all());
        assertEquals(DicomReason.TRUNCATED, refusal.reason());
        assertEquals(end, refusal.offset());
        assertEquals(3L, refusal.arguments().getFirst());
        var sequence = Bytes.explicit().longForm(0x0040A730, "SQ", -1);
        assertEquals(DicomReason.TRUNCATED, refusal(sequence.all()).reason());
        sequence.item(-1);
        assertEquals(DicomReason.TRUNCATED, refusal(sequence.all()).reason());
        sequence.shortForm(0x0040A040, "CS", 4).text("TEXT");
        assertEquals(DicomReason.TRUNCATED, refusal(sequence.all()).reason());
        sequence.itemEnd();
        var open = refusal(sequence.all());
        assertEquals(DicomReason.TRUNCATED, open.reason());
        assertEquals("PS3.5 7.5.2", open.rule().orElse(""));
        assertEquals(DicomReason.NO_DATA_SET, refusal(Bytes.explicit().all()).reason());
    }

    @Test
    void aWholeHeaderCutAnywhereIsRefusedOrSaidToLackItsPixels() throws IOException {
        var set = DicomWriterTest.example();
        var whole = DicomWriter.toBytes(set, TransferSyntax.EXPLICIT_LITTLE);
        int pixels = whole.length - 64 * 64 * 2 - 12;
        int boundaries = 0;
        for (int end = 133; end < pixels; end++) {
            try {
                var read = DicomReader.read(Arrays.copyOf(whole, end));
                boundaries++; // between two elements; before Bits Allocated nobody can tell
                boolean image = read.dataSet().has(Tag.BITS_ALLOCATED);
                var kinds = read.warnings().stream().map(Warning::kind).toList();
                if (image) assertTrue(kinds.contains(Warning.Kind.NO_PIXELS), "cut at " + end);
            } catch (DicomFormatException refused) {
                assertTrue(refused.offset() <= end, refused.getMessage());
            }
        }
        assertTrue(boundaries <= set.size() + 8, boundaries + " lengths were read");
    }

    @Test
    void anItemShorterThanItsContentIsRefusedWithItsPath() {
        var refusal =
                refusal(
                        Bytes.explicit()
                                .longForm(0x00400275, "SQ", 18)
                                .item(10)
                                .shortForm(0x00401001, "SH", 64)
                                .zeros(64)
                                .all());
        assertEquals(DicomReason.LONGER_THAN_ITS_ITEM, refusal.reason());
        assertTrue(
                refusal.place().orElse("").startsWith("(0040,0275)[1].(0040,1001)"),
                refusal.getMessage());
    }

    @Test
    void depthHasALimit() {
        var bytes = Bytes.explicit();
        for (int i = 0; i < 100_000; i++) bytes.longForm(0x00400275, "SQ", -1).item(-1);
        var refusal = refusal(bytes.all());
        assertEquals(DicomReason.TOO_DEEP, refusal.reason());
        var implicit = Bytes.implicit();
        for (int i = 0; i < 100_000; i++) implicit.bare(0x00400275, -1).item(-1);
        assertEquals(DicomReason.TOO_DEEP, refusal(implicit.all()).reason());
    }

    @Test
    void theNumberOfElementsHasALimit(@TempDir Path folder) throws IOException {
        var bytes = Bytes.explicit();
        for (int i = 0; i < 101; i++) bytes.shortForm(0x00090010 + i, "LO", 0);
        assertEquals(DicomReason.TOO_MANY_ELEMENTS, small(bytes, folder).reason());
        var items = Bytes.explicit().longForm(0x00400275, "SQ", 8 * 101);
        for (int i = 0; i < 101; i++) items.item(0);
        assertEquals(DicomReason.TOO_MANY_ELEMENTS, small(items, folder).reason());
    }

    @Test
    void theHeaderInMemoryHasALimit(@TempDir Path folder) throws IOException {
        var bytes = Bytes.explicit().longForm(0x00204000, "UT", 1 << 17).zeros(1 << 17);
        assertEquals(DicomReason.TOO_LARGE_IN_MEMORY, small(bytes, folder).reason());
    }

    @Test
    void theInflatedDataSetHasALimit(@TempDir Path folder) throws IOException {
        var bomb =
                DataSet.builder()
                        .text(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE_STORAGE)
                        .text(Tag.SOP_INSTANCE_UID, "2.25.1")
                        .bytes(Tag.ICC_PROFILE, Vr.OB, new byte[1 << 20])
                        .build();
        var file = folder.resolve("bomb.dcm");
        DicomWriter.write(file, bomb, TransferSyntax.DEFLATED);
        assertTrue(Files.size(file) < 3000);
        var refusal = assertThrows(DicomFormatException.class, () -> DicomReader.read(file, SMALL));
        assertEquals(DicomReason.TOO_LARGE_INFLATED, refusal.reason());
        var damaged = Bytes.partTen(TransferSyntax.DEFLATED.uid()).hex("FFFFFFFFFFFFFFFFFF");
        assertEquals(DicomReason.NOT_INFLATABLE, refusal(damaged.all()).reason());
    }

    @Test
    void whatIsNoElementOrItemIsRefused() {
        assertEquals(
                DicomReason.NOT_AN_ELEMENT,
                refusal(Bytes.explicit().shortForm(0x00080060, "CS", 0).item(8).zeros(8).all())
                        .reason());
        assertEquals(
                DicomReason.NOT_AN_ITEM,
                refusal(Bytes.explicit().longForm(0x00400275, "SQ", 8).bare(0x00100020, 0).all())
                        .reason());
        assertEquals(
                DicomReason.UNDEFINED_LENGTH,
                refusal(Bytes.explicit().longForm(0x00204000, "UT", -1).zeros(20).all()).reason());
    }
}
