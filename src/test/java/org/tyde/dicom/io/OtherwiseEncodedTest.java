package org.tyde.dicom.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Value;
import org.tyde.dicom.Vr;
import org.tyde.dicom.io.Warning.Kind;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// What manufacturers write otherwise than the standard has it, and what is read all the same.
class OtherwiseEncodedTest {
    private static final int UNDEFINED = -1;

    private static List<Kind> kinds(DicomFile file) {
        return file.warnings().stream().map(Warning::kind).toList();
    }

    private static long length(DataSet set, Tag tag) {
        return set.element(tag).orElseThrow().value() instanceof Value.Bytes bytes
                ? bytes.data().length()
                : -1;
    }

    private static DataSet small() {
        return DataSet.builder()
                .text(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE_STORAGE)
                .text(Tag.SOP_INSTANCE_UID, "2.25.1")
                .text(Tag.PATIENT_ID, "1")
                .build();
    }

    @Test
    void anImplicitElementAmongExplicitOnesIsRead() throws IOException {
        var bytes =
                Bytes.explicit()
                        .shortForm(0x00080060, "CS", 2)
                        .text("CT")
                        .bare(
                                0x00091001,
                                4) // ExplicitVRforPublicElementsImplicitVRforShadowElements
                        .text("abcd")
                        .bare(0x00100010, 4)
                        .text("A^B ")
                        .shortForm(0x00100020, "LO", 2)
                        .text("1 ")
                        .all();
        var read = DicomReader.read(bytes);
        assertEquals(List.of(Kind.IMPLICIT_ELEMENT, Kind.IMPLICIT_ELEMENT), kinds(read));
        assertEquals(Vr.PN, read.dataSet().element(Tag.PATIENT_NAME).orElseThrow().vr());
        assertEquals("A^B", read.dataSet().textOr(Tag.PATIENT_NAME, ""));
        assertEquals("1", read.dataSet().textOr(Tag.PATIENT_ID, ""));
    }

    @Test
    void aLengthWrittenInSixteenBitsInsteadOfThirtyTwoIsRead() throws IOException {
        var bytes =
                Bytes.explicit()
                        .shortForm(0x00091001, "UN", 4)
                        .text("abcd")
                        .shortForm(0x00091002, "OX", 4)
                        .text("abcd")
                        .shortForm(0x00100020, "LO", 2)
                        .text("1 ")
                        .all();
        var read = DicomReader.read(bytes);
        assertEquals(List.of(Kind.LENGTH_FORM, Kind.UNKNOWN_VR), kinds(read));
        assertEquals(4, length(read.dataSet(), Tag.of(0x0009, 0x1001)));
        assertEquals("1", read.dataSet().textOr(Tag.PATIENT_ID, ""));
    }

    @Test
    void anItemMayBeEncodedOtherwiseThanWhatIsAroundIt() throws IOException {
        var implicitInExplicit =
                Bytes.explicit()
                        .longForm(0x00400275, "SQ", 18)
                        .item(10)
                        .bare(0x00401001, 2)
                        .text("R1")
                        .shortForm(0x00401002, "LO", 2)
                        .text("x ");
        var explicitInUnknown =
                Bytes.explicit()
                        .longForm(0x00400275, "UN", 18)
                        .item(10)
                        .shortForm(0x00401001, "SH", 2)
                        .text("R1")
                        .shortForm(0x00401002, "LO", 2)
                        .text("x ");
        var explicitInImplicit =
                Bytes.implicit()
                        .bare(0x00400275, UNDEFINED)
                        .item(10)
                        .shortForm(0x00401001, "SH", 2)
                        .text("R1")
                        .sequenceEnd()
                        .bare(0x00401002, 2)
                        .text("x ");
        for (var bytes : List.of(implicitInExplicit, explicitInUnknown, explicitInImplicit)) {
            var read = DicomReader.read(bytes.all());
            assertEquals(List.of(Kind.OTHER_SYNTAX), kinds(read));
            var item = read.dataSet().item(Tag.REQUEST_ATTRIBUTES_SEQUENCE).orElseThrow();
            assertEquals("R1", item.textOr(Tag.REQUESTED_PROCEDURE_ID, ""));
            assertEquals("x", read.dataSet().textOr(Tag.REASON_FOR_THE_REQUESTED_PROCEDURE, ""));
        }
    }

    @Test
    void aLengthThatSpellsARepresentationIsStillALength() throws IOException {
        int spelled = 'S' | 'H' << 8; // 18515 bytes
        var bytes =
                Bytes.implicit()
                        .bare(0x00400275, 8 + 8 + spelled + 1)
                        .item(8 + spelled + 1)
                        .bare(0x00401001, spelled + 1)
                        .zeros(spelled + 1)
                        .all();
        var read = DicomReader.read(bytes);
        var item = read.dataSet().item(Tag.REQUEST_ATTRIBUTES_SEQUENCE).orElseThrow();
        assertEquals(spelled + 1, length(item, Tag.REQUESTED_PROCEDURE_ID));
    }

    @Test
    void aSequenceWithSwappedBytesIsRead() throws IOException {
        var bytes =
                Bytes.explicit()
                        .longForm(0x2001105F, "SQ", 26)
                        .hex("FFFE E000 00000012") // item
                        .hex("0028 0010 5553 0002 0100") // Rows, US, 256
                        .hex("0028 0008 4953 0000") // Number of Frames, IS, empty
                        .shortForm(0x20051010, "LO", 2)
                        .text("x ")
                        .all();
        var read = DicomReader.read(bytes);
        assertEquals(List.of(Kind.OTHER_SYNTAX, Kind.UNSORTED), kinds(read));
        var item = read.dataSet().item(new Tag(0x2001105F)).orElseThrow();
        assertEquals(256, item.integer(Tag.ROWS).orElseThrow());
        assertEquals("x", read.dataSet().textOr(new Tag(0x20051010), ""));
    }

    @Test
    void metaInformationRepeatedInTheDataSetIsLeftOut() throws IOException {
        var bytes =
                Bytes.implicit()
                        .bare(0x00020003, 2)
                        .text("1.")
                        .bare(0x00080060, 2)
                        .text("CT")
                        .all();
        var read = DicomReader.read(bytes);
        assertEquals(List.of(Kind.META_IN_DATA_SET), kinds(read));
        assertEquals(2, read.meta().size());
        assertEquals(1, read.dataSet().size());
        assertEquals("CT", read.dataSet().textOr(Tag.MODALITY, ""));
    }

    @Test
    void aDeflatedDataSetMayHaveAZlibHeaderOrBeCutOffOrNotBeDeflatedAtAll() throws IOException {
        var whole = DicomWriter.toBytes(small(), TransferSyntax.DEFLATED);
        var meta = Arrays.copyOf(whole, DeflatedFiles.dataSetAt(whole));
        var plain = new ByteArrayOutputStream();
        DicomWriter.writeDataSet(plain, small(), TransferSyntax.EXPLICIT_LITTLE);

        var wrapped = DeflatedFiles.join(meta, DeflatedFiles.zlib(plain.toByteArray()));
        var read = DicomReader.read(wrapped);
        assertEquals(List.of(Kind.ZLIB_HEADER), kinds(read));
        assertEquals(small(), read.dataSet());

        read = DicomReader.read(DeflatedFiles.join(meta, plain.toByteArray()));
        assertEquals(List.of(Kind.OTHER_SYNTAX), kinds(read));
        assertEquals(TransferSyntax.EXPLICIT_LITTLE, read.transferSyntax());
        assertEquals(small(), read.dataSet());

        read = DicomReader.read(DeflatedFiles.join(whole, new byte[7]));
        assertEquals(List.of(Kind.TRAILING_BYTES), kinds(read));
    }

    @Test
    void pixelsThatAreNotAsTheSyntaxSaysAreRead() throws IOException {
        var plain =
                Bytes.partTen(TransferSyntax.RLE.uid())
                        .longForm(0x7FE00010, "OW", 4)
                        .zeros(4)
                        .all();
        assertEquals(List.of(Kind.PIXELS_OTHERWISE), kinds(DicomReader.read(plain)));
        var fragments =
                Bytes.explicit()
                        .longForm(0x7FE00010, "OB", UNDEFINED)
                        .item(0)
                        .item(4)
                        .zeros(4)
                        .sequenceEnd()
                        .all();
        assertEquals(List.of(Kind.PIXELS_OTHERWISE), kinds(DicomReader.read(fragments)));
    }
}
