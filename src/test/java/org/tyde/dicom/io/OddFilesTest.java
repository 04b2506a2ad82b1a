package org.tyde.dicom.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Vr;
import org.tyde.dicom.io.Warning.Kind;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// What is odd but readable is read, and said.
class OddFilesTest {
    private static final int UNDEFINED = -1;

    private static List<Kind> kinds(DicomFile file) {
        return file.warnings().stream().map(Warning::kind).toList();
    }

    private static DataSet small() {
        return DataSet.builder()
                .text(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE_STORAGE)
                .text(Tag.SOP_INSTANCE_UID, "2.25.1")
                .text(Tag.PATIENT_ID, "1")
                .build();
    }

    @Test
    void aBareDataSetIsRecognisedInEveryEncoding() throws IOException {
        for (var syntax :
                List.of(
                        TransferSyntax.IMPLICIT_LITTLE,
                        TransferSyntax.EXPLICIT_LITTLE,
                        TransferSyntax.EXPLICIT_BIG)) {
            var out = new ByteArrayOutputStream();
            DicomWriter.writeDataSet(out, small(), syntax);
            var read = DicomReader.read(out.toByteArray());
            assertEquals(syntax, read.transferSyntax());
            assertEquals(List.of(Kind.NO_META), kinds(read));
            assertEquals(small(), read.dataSet());
        }
    }

    @Test
    void lettersInABareDataSetAreNoMark() throws IOException {
        var bytes =
                new Bytes()
                        .shortForm(0x00080005, "CS", 10)
                        .text("ISO_IR 100")
                        .shortForm(0x00081010, "SH", 6)
                        .text("ROOM 1")
                        .shortForm(0x00081030, "LO", 96)
                        .text(" ".repeat(88) + "DICM1   ")
                        .all();
        assertEquals("DICM", new String(bytes, 128, 4, StandardCharsets.ISO_8859_1));
        assertEquals("DICM1", DicomReader.read(bytes).dataSet().textOr(Tag.STUDY_DESCRIPTION, ""));
    }

    @Test
    void metaInformationWithoutPreambleIsRead() throws IOException {
        var whole = DicomWriter.toBytes(small(), TransferSyntax.EXPLICIT_LITTLE);
        var read = DicomReader.read(Arrays.copyOfRange(whole, 132, whole.length));
        assertEquals(List.of(Kind.NO_PREAMBLE), kinds(read));
        assertEquals(small(), read.dataSet());
    }

    @Test
    void theEncodingIsThatOfTheBytesAndNotOfTheLabel() throws IOException {
        var explicitLabelledImplicit =
                Bytes.implicit().shortForm(0x00100020, "LO", 2).text("1 ").all();
        var read = DicomReader.read(explicitLabelledImplicit);
        assertEquals(List.of(Kind.OTHER_SYNTAX), kinds(read));
        assertEquals(TransferSyntax.EXPLICIT_LITTLE, read.transferSyntax());
        var implicitLabelledExplicit = Bytes.explicit().bare(0x00100020, 2).text("1 ").all();
        read = DicomReader.read(implicitLabelledExplicit);
        assertEquals(TransferSyntax.IMPLICIT_LITTLE, read.transferSyntax());
        assertEquals("1", read.dataSet().textOr(Tag.PATIENT_ID, ""));
    }

    @Test
    void lengthsAndDelimitersMayBeMissingOrWrong() throws IOException {
        var bytes =
                Bytes.explicit()
                        .shortForm(0x00100020, "LO", 3)
                        .text("abc")
                        .sequenceEnd()
                        .longForm(0x00400275, "SQ", UNDEFINED)
                        .item(UNDEFINED)
                        .shortForm(0x00401001, "SH", 2)
                        .text("R1")
                        .sequenceEnd()
                        .zeros(3)
                        .all();
        var read = DicomReader.read(bytes);
        assertEquals(
                List.of(
                        Kind.ODD_LENGTH,
                        Kind.STRAY_DELIMITER,
                        Kind.MISSING_DELIMITER,
                        Kind.TRAILING_BYTES),
                kinds(read));
        assertEquals("abc", read.dataSet().textOr(Tag.PATIENT_ID, ""));
        var item = read.dataSet().item(Tag.REQUEST_ATTRIBUTES_SEQUENCE).orElseThrow();
        assertEquals("R1", item.textOr(Tag.REQUESTED_PROCEDURE_ID, ""));
        var warning = read.warnings().get(2);
        assertTrue(
                warning.sentence(Locale.ENGLISH).contains("(0040,0275)[1]"),
                warning.sentence(Locale.ENGLISH));
    }

    @Test
    void anEmptyItemBehindAnEmptySequenceSaysNothing() throws IOException {
        var bytes =
                Bytes.explicit()
                        .longForm(0x00081140, "SQ", 0)
                        .item(0)
                        .bare(0xFFFEE0DD, 4)
                        .shortForm(0x00100020, "LO", 2)
                        .text("1 ")
                        .all();
        var read = DicomReader.read(bytes);
        assertEquals(
                List.of(Kind.STRAY_DELIMITER, Kind.DELIMITER_LENGTH, Kind.STRAY_DELIMITER),
                kinds(read));
        assertEquals("1", read.dataSet().textOr(Tag.PATIENT_ID, ""));
    }

    @Test
    void aPreambleThatCouldRunAsAProgramIsSaid() throws IOException {
        var file = DicomWriter.toBytes(small(), TransferSyntax.EXPLICIT_LITTLE);
        file[0] = 'I';
        file[1] = 'I';
        file[2] = '*';
        assertEquals(List.of(), kinds(DicomReader.read(file)));
        file[0] = 'M';
        file[1] = 'Z';
        var read = DicomReader.read(file);
        assertEquals(List.of(Kind.EXECUTABLE_PREAMBLE), kinds(read));
        var again = DicomWriter.toBytes(read.dataSet(), TransferSyntax.EXPLICIT_LITTLE);
        assertEquals(0, again[0], "a program is not written again");
    }

    @Test
    void unsortedElementsAreSortedAndTheFirstOfTwoCounts() throws IOException {
        var bytes =
                Bytes.explicit()
                        .shortForm(0x00100020, "LO", 2)
                        .text("1 ")
                        .shortForm(0x00080060, "CS", 2)
                        .text("CT")
                        .shortForm(0x00100020, "LO", 2)
                        .text("2 ")
                        .all();
        var read = DicomReader.read(bytes);
        assertEquals(List.of(Kind.UNSORTED), kinds(read));
        assertEquals(2, read.dataSet().size());
        assertEquals("1", read.dataSet().textOr(Tag.PATIENT_ID, ""));
        assertEquals("CT", read.dataSet().textOr(Tag.MODALITY, ""));
    }

    @Test
    void anUnknownRepresentationKeepsItsBytes() throws IOException {
        var bytes =
                Bytes.explicit()
                        .tag(0x00100020)
                        .text("  ")
                        .int16(2)
                        .text("1 ")
                        .longForm(0x00101000, "ZZ", 4)
                        .text("abcd")
                        .shortForm(0x00101010, "AS", 4)
                        .text("045Y")
                        .all();
        var read = DicomReader.read(bytes);
        assertEquals(List.of(Kind.UNKNOWN_VR, Kind.UNKNOWN_VR), kinds(read));
        assertEquals(Vr.UN, read.dataSet().element(Tag.PATIENT_ID).orElseThrow().vr());
        assertEquals("1", read.dataSet().textOr(Tag.PATIENT_ID, ""));
        assertEquals("045Y", read.dataSet().textOr(Tag.PATIENT_AGE, ""));
    }

    @Test
    void aKnownSequenceOfUnknownRepresentationIsASequence() throws IOException {
        var bytes =
                Bytes.explicit()
                        .longForm(0x00400275, "UN", 18)
                        .item(10)
                        .bare(0x00401001, 2) // implicit little endian within (PS3.5 6.2.2)
                        .text("R1")
                        .longForm(0x00409999, "UN", UNDEFINED)
                        .item(10)
                        .bare(0x00401001, 2)
                        .text("R2")
                        .sequenceEnd()
                        .all();
        var set = DicomReader.read(bytes).dataSet();
        var item = set.item(Tag.REQUEST_ATTRIBUTES_SEQUENCE).orElseThrow();
        assertEquals("R1", item.textOr(Tag.REQUESTED_PROCEDURE_ID, ""));
        var unknown = set.item(Tag.of(0x0040, 0x9999)).orElseThrow();
        assertEquals("R2", unknown.textOr(Tag.REQUESTED_PROCEDURE_ID, ""));
    }

    @Test
    void textWithoutACharacterSetIsReadAndSaid() throws IOException {
        var latin = Bytes.explicit().shortForm(0x00100010, "PN", 6).text("\u00C5s^\u00D8y");
        var read = DicomReader.read(latin.text(" ").all());
        assertEquals("Ås^Øy", read.dataSet().textOr(Tag.PATIENT_NAME, ""));
        assertEquals(List.of(Kind.UNDECLARED_TEXT), kinds(read));
        var utf8 = Bytes.explicit().shortForm(0x00100010, "PN", 4).hex("C3 85 73 20");
        assertEquals("Ås", DicomReader.read(utf8.all()).dataSet().textOr(Tag.PATIENT_NAME, ""));
    }

    @Test
    void thePrivateSyntaxWithBigEndianPixelsIsRead() throws IOException {
        var bytes =
                Bytes.partTen("1.2.840.113619.5.2")
                        .bare(0x00280010, 2)
                        .int16(1)
                        .bare(0x7FE00010, 4)
                        .hex("01 02 03 04")
                        .all();
        var read = DicomReader.read(bytes);
        assertEquals(List.of(Kind.PRIVATE_SYNTAX), kinds(read));
        assertEquals(1, read.dataSet().integer(Tag.ROWS).orElseThrow());
        var pixels = read.dataSet().bulk(Tag.PIXEL_DATA).orElseThrow().all();
        assertEquals("02010403", HexFormat.of().formatHex(pixels));
    }

    @Test
    void pixelsCutOffAreKeptAsFarAsTheyGo() throws IOException {
        var bytes = Bytes.explicit().longForm(0x7FE00010, "OW", 100).zeros(30).all();
        var read = DicomReader.read(bytes);
        assertEquals(List.of(Kind.PIXELS_CUT_OFF), kinds(read));
        assertEquals(30, read.dataSet().bulk(Tag.PIXEL_DATA).orElseThrow().length());
        var fragments =
                Bytes.partTen(TransferSyntax.RLE.uid())
                        .longForm(0x7FE00010, "OB", UNDEFINED)
                        .item(0)
                        .item(4)
                        .zeros(4)
                        .item(64)
                        .zeros(10);
        read = DicomReader.read(fragments.all());
        assertEquals(List.of(Kind.PIXELS_CUT_OFF), kinds(read));
        var kept = read.dataSet().fragments(Tag.PIXEL_DATA).orElseThrow().data();
        assertEquals(2, kept.size());
        assertEquals(10, kept.getLast().length());
    }

    @Test
    void bytesBehindThePixelsDoNotCostThem() throws IOException {
        var head = Bytes.explicit().longForm(0x7FE00010, "OW", 4).zeros(4);
        for (var tail :
                List.of(
                        "00".repeat(512),
                        "FF".repeat(20),
                        "08006000",
                        "FCFFFCFF4F4200000000FF7F00",
                        "45 4E 44 20 4F 46 20 46 49 4C 45 20 20")) {
            var bytes = new Bytes().hex(HexFormat.of().formatHex(head.all()) + tail).all();
            var read = DicomReader.read(bytes);
            assertEquals(List.of(Kind.TRAILING_BYTES), kinds(read), tail);
            assertEquals(4, read.dataSet().bulk(Tag.PIXEL_DATA).orElseThrow().length());
        }
        var padding = head.longForm(0xFFFCFFFC, "OB", 8).zeros(8).all();
        assertEquals(List.of(), DicomReader.read(padding).warnings());
    }

    @Test
    void anImportantWarningIsNotLostAmongManySmallOnes() throws IOException {
        var bytes = Bytes.explicit();
        for (int i = 0; i < 2000; i++) bytes.shortForm(0x00090000 + i, "LO", 1).text("x");
        var read = DicomReader.read(bytes.longForm(0x7FE00010, "OW", 100).zeros(2).all());
        assertEquals(Kind.PIXELS_CUT_OFF, read.warnings().getLast().kind());
        assertTrue(read.warnings().size() < 100);
    }

    @Test
    void theHeaderEndsBeforeThePixels() throws IOException {
        var bytes =
                Bytes.explicit()
                        .shortForm(0x00100020, "LO", 2)
                        .text("1 ")
                        .longForm(0x7FE00010, "OW", 1 << 20)
                        .zeros(10) // cut off
                        .all();
        var read = DicomReader.readHeader(bytes);
        assertEquals("1", read.dataSet().textOr(Tag.PATIENT_ID, ""));
        assertFalse(read.dataSet().has(Tag.PIXEL_DATA));
        assertEquals(List.of(Kind.PIXELS_CUT_OFF), kinds(read), "its length tells");
        var implicit = Bytes.implicit().bare(0x00100020, 0).bare(0x7FE00010, 4).zeros(4);
        assertEquals(List.of(), kinds(DicomReader.readHeader(implicit.all())));
        implicit = Bytes.implicit().bare(0x00100020, 0).bare(0x7FE00010, 0);
        assertEquals(List.of(), kinds(DicomReader.readHeader(implicit.all())));
        implicit = Bytes.implicit().bare(0x00100020, 0).bare(0x7FE00010, 6).zeros(4);
        assertEquals(List.of(Kind.PIXELS_CUT_OFF), kinds(DicomReader.readHeader(implicit.all())));
    }

    @Test
    void everyWarningHasASentenceInBothLanguages() {
        for (var kind : Kind.values()) {
            var warning = new Warning(kind, "", 0);
            var english = warning.sentence(Locale.ENGLISH);
            assertFalse(english.contains("warning."), english);
            assertFalse(english.equals(warning.sentence(Locale.of("nb", "NO"))), english);
        }
    }
}
