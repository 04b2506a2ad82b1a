package org.tyde.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;

/// Binary numbers are those of PS3.5 6.2, little endian in memory.
class BinaryValuesTest {
    private static final Tag ANY = Tag.of(0x0009, 0x1001);

    private static DataSet of(Vr vr, String hex) {
        return DataSet.builder().bytes(ANY, vr, HexFormat.of().parseHex(hex)).build();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # vr, bytes,            integer
                    US,   FFFF,             65535
                    SS,   FFFF,             -1
                    OW,   0080,             32768
                    UL,   01000000,         1
                    SL,   FEFFFFFF,         -2
                    AT,   10001000,         1048592
                    SV,   FFFFFFFFFFFFFFFF, -1
                    UV,   0700000000000000, 7
                    OB,   8001,             128
                    """)
    void integersAreRead(Vr vr, String hex, int value) throws IOException {
        assertEquals(value, of(vr, hex).integer(ANY).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # vr, bytes,            text
                    UL,   FFFFFFFF,         4294967295
                    UV,   FFFFFFFFFFFFFFFF, 18446744073709551615
                    SV,   0000000000000080, -9223372036854775808
                    FL,   0000C03F,         1.5
                    FD,   000000000000F83F, 1.5
                    AT,   10001000,         00100010
                    """)
    void numbersAreToldAsText(Vr vr, String hex, String text) throws IOException {
        assertEquals(text, of(vr, hex).textOr(ANY, ""));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThrows(DicomFormatException.class, () -> of(Vr.UL, "FFFFFFFF").integer(ANY));
        assertThrows(DicomFormatException.class, () -> of(Vr.UL, "010203040506").integers(ANY));
        assertThrows(DicomFormatException.class, () -> of(Vr.FD, "0102").decimals(ANY));
        assertThrows(DicomFormatException.class, () -> of(Vr.UN, "0102").decimals(ANY));
        assertThrows(DicomFormatException.class, () -> of(Vr.OB, "0102").text(ANY));
        assertThrows(DicomFormatException.class, () -> of(Vr.FL, "00000000").integer(ANY));
    }

    @Test
    void decimalsOfEveryBinaryKind() throws IOException {
        assertArrayEquals(new double[] {1.5, -2}, of(Vr.OF, "0000C03F000000C0").decimals(ANY));
        assertArrayEquals(new double[] {4294967295.0}, of(Vr.UL, "FFFFFFFF").decimals(ANY));
    }

    @Test
    void anUnknownRepresentationIsReadAsTheDictionarySays() throws IOException {
        var set = DataSet.builder().bytes(Tag.ROWS, Vr.UN, new byte[] {0, 2}).build();
        assertEquals(512, set.integer(Tag.ROWS).orElseThrow());
        var name = DataSet.builder().bytes(Tag.PATIENT_NAME, Vr.UN, new byte[] {'A', '^'}).build();
        assertEquals("A", name.personName(Tag.PATIENT_NAME).orElseThrow().display());
    }

    /// PS3.5 6.2.2: implicit little endian, by the sign of the pixels around it.
    @Test
    void anUnknownRepresentationOfSignedPixelsIsSigned() throws IOException {
        var minusTwo = new byte[] {-2, -1};
        var pixels =
                DataSet.builder()
                        .integer(Tag.PIXEL_REPRESENTATION, 1)
                        .bytes(Tag.SMALLEST_IMAGE_PIXEL_VALUE, Vr.UN, minusTwo)
                        .build();
        assertEquals(-2, pixels.integer(Tag.SMALLEST_IMAGE_PIXEL_VALUE).orElseThrow());
        var unsigned = pixels.toBuilder().integer(Tag.PIXEL_REPRESENTATION, 0).build();
        assertEquals(65534, unsigned.integer(Tag.SMALLEST_IMAGE_PIXEL_VALUE).orElseThrow());
    }

    @Test
    void whatIsPrivateAndUnknownIsToldAsBytesOnly() throws IOException {
        var set = of(Vr.UN, "01020304");
        assertThrows(DicomFormatException.class, () -> set.text(ANY));
        assertThrows(DicomFormatException.class, () -> set.integer(ANY));
        assertArrayEquals(new byte[] {1, 2, 3, 4}, set.bulk(ANY).orElseThrow().all());
    }

    @Test
    void anUnsigned64BitNumberNeverTurnsNegative() throws IOException {
        var set = of(Vr.UV, "FFFFFFFFFFFFFFFF");
        assertThrows(DicomFormatException.class, () -> set.integer(ANY));
        assertThrows(DicomFormatException.class, () -> set.longInteger(ANY));
        assertEquals(0x1p64, set.decimal(ANY).orElseThrow());
        assertEquals("18446744073709551615", set.textOr(ANY, ""));
    }

    @Test
    void aBuilderRefusesWhatNoValueCanBe() {
        var builder = DataSet.builder();
        assertThrows(IllegalArgumentException.class, () -> builder.integer(Tag.ROWS, -1));
        assertThrows(IllegalArgumentException.class, () -> builder.integer(Tag.ROWS, 70_000));
        assertThrows(IllegalArgumentException.class, () -> builder.text(Tag.ROWS, "512"));
        assertThrows(IllegalArgumentException.class, () -> builder.text(Tag.PATIENT_ID, "a\\b"));
        assertThrows(IllegalArgumentException.class, () -> builder.text(ANY, "a"));
        assertThrows(
                IllegalArgumentException.class, () -> builder.text(Tag.PATIENT_COMMENTS, "a", "b"));
        assertThrows(
                IllegalArgumentException.class,
                () -> builder.decimal(Tag.PIXEL_SPACING, Double.POSITIVE_INFINITY));
    }

    @Test
    void aBackslashIsTextWhereThereIsOneValue() throws IOException {
        var set = DataSet.builder().text(Tag.PATIENT_COMMENTS, "C:\\temp").build();
        assertEquals(List.of("C:\\temp"), set.texts(Tag.PATIENT_COMMENTS));
    }

    @Test
    void nothingButPaddingIsNothing() throws IOException {
        var set = DataSet.builder().bytes(Tag.STUDY_INSTANCE_UID, Vr.UI, new byte[2]).build();
        assertEquals(List.of(), set.texts(Tag.STUDY_INSTANCE_UID));
    }

    @Test
    void aPartOfBulkDataIsReadAlone() throws IOException {
        var data = BulkData.of(new byte[] {1, 2, 3, 4, 5});
        assertArrayEquals(new byte[] {3, 4}, data.part(1, 4).read(1, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> data.part(3, 3));
        assertThrows(IndexOutOfBoundsException.class, () -> data.part(1, 2).read(1, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> data.read(4, 2));
    }
}
