package org.tyde.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What is written has the length and the form of PS3.5 table 6.2-1; what is read need not.
class WrittenFormsTest {
    private static final Tag ANY = Tag.of(0x0009, 0x1001);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            textBlock =
                    """
                    # vr, value
                    AE, STORE_SCP 1
                    AS, 018M
                    CS, "ISO 2022 IR 6"
                    CS, "DERIVED"
                    DA, 20260314
                    DA, 20260101-20260314
                    DA, -20260314
                    DS, -1.2345678901E10
                    DS, "+1.5 "
                    DT, 2026
                    DT, 20260314091530.123456+0100
                    IS, 2147483647
                    IS, -2147483648
                    IS, "+7"
                    PN, "Yamada^Tarou=山田^太郎=やまだ^たろう"
                    TM, 09
                    TM, 091530.123456
                    TM, 0900-1000
                    UI, 1.2.840.10008.1.2
                    UR, https://example.org/a?b=c
                    ST, "one\ttwo"
                    """)
    void whatHasItsFormIsWritten(Vr vr, String value) throws Exception {
        var set = DataSet.builder().text(ANY, vr, value).build();
        assertEquals(List.of(value.strip()), set.texts(ANY));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            textBlock =
                    """
                    # vr, value that it cannot hold
                    AE, SEVENTEEN_LETTERS
                    AE, ÅSE
                    AS, 18M
                    AS, 0018
                    CS, lower
                    CS, SEVENTEEN_LETTERS
                    DA, 20260230
                    DA, 14.03.2026
                    DA, -
                    DS, "0,5"
                    DS, 12345678901234567
                    DS, NaN
                    DT, 2026-03-14T09:15
                    IS, 2147483648
                    IS, -2147483649
                    IS, 1.5
                    IS, 0000000000001
                    IS, seven
                    PN, A=B=C=D
                    PN, A^B^C^D^E^F
                    TM, 2560
                    TM, noon
                    UI, 1.2 3
                    UR, https://example.org/a b
                    LO, "two\nlines"
                    SH, "tab\there"
                    """)
    void whatHasNotIsRefused(Vr vr, String value) {
        var builder = DataSet.builder();
        var refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> builder.text(ANY, vr, value.translateEscapes()));
        assertFalse(refusal.toString().contains(value), refusal.toString());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # vr, characters at most
                    SH, 16
                    LO, 64
                    PN, 64
                    ST, 1024
                    LT, 10240
                    """)
    void lengthsAreInCharactersNotBytes(Vr vr, int most) throws Exception {
        var letters = "å".repeat(most - 1) + "𠮷"; // of two and of four bytes in UTF-8
        var set = DataSet.builder().text(ANY, vr, letters).build();
        assertEquals(letters, set.textOr(ANY, ""));
        var builder = DataSet.builder();
        assertThrows(IllegalArgumentException.class, () -> builder.text(ANY, vr, letters + "x"));
        assertEquals(OptionalInt.of(most), vr.longest());
    }

    @Test
    void anIdentifierHasAtMost64Characters() {
        var builder = DataSet.builder().text(ANY, Vr.UI, "1." + "2".repeat(62));
        var uid = "1." + "2".repeat(63);
        assertThrows(IllegalArgumentException.class, () -> builder.text(ANY, Vr.UI, uid));
    }

    @Test
    void eachGroupOfANameHasItsOwnLength() throws Exception {
        var group = "x".repeat(64);
        var name = String.join("=", group, group, group);
        assertEquals(name, DataSet.builder().text(ANY, Vr.PN, name).build().textOr(ANY, ""));
        var builder = DataSet.builder();
        assertThrows(IllegalArgumentException.class, () -> builder.text(ANY, Vr.PN, group + "x"));
    }

    @Test
    void unlimitedTextHasNoLength() throws Exception {
        var text = "x".repeat(100_000);
        for (var vr : List.of(Vr.UC, Vr.UR, Vr.UT)) {
            assertEquals(text, DataSet.builder().text(ANY, vr, text).build().textOr(ANY, ""));
            assertEquals(OptionalInt.empty(), vr.longest());
        }
    }

    @Test
    void aReaderTakesTextAsItWasFound() throws Exception {
        var set = DataSet.builder().asFound().text(ANY, Vr.SH, "x".repeat(20)).build();
        assertEquals("x".repeat(20), set.textOr(ANY, ""));
    }

    @Test
    void elementsAreTakenOverAsTheyAre() throws Exception {
        var found =
                DataSet.builder()
                        .asFound()
                        .text(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100")
                        .text(Tag.PATIENT_ID, "ø".repeat(70))
                        .text(Tag.STUDY_DATE, "14.03.2026")
                        .build();
        var set =
                DataSet.builder()
                        .text(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                        .copy(found, Tag.PATIENT_ID, Tag.STUDY_DATE, Tag.STUDY_TIME)
                        .build();
        assertEquals("ø".repeat(70), set.textOr(Tag.PATIENT_ID, ""));
        assertEquals(140, set.bulk(Tag.PATIENT_ID).orElseThrow().length());
        assertEquals("14.03.2026", set.textOr(Tag.STUDY_DATE, ""));
        assertFalse(set.has(Tag.STUDY_TIME));
    }

    @Test
    void numbersOf64BitsAreWrittenAndRead() throws Exception {
        var set =
                DataSet.builder()
                        .longInteger(Tag.EXTENDED_OFFSET_TABLE, Vr.OV, 0, 1L << 40)
                        .longInteger(ANY, Vr.SV, Long.MIN_VALUE)
                        .build();
        assertEquals(1L << 40, set.longIntegers(Tag.EXTENDED_OFFSET_TABLE)[1]);
        assertEquals(OptionalLong.of(Long.MIN_VALUE), set.longInteger(ANY));
        assertThrows(DicomFormatException.class, () -> set.integer(ANY));
        var builder = DataSet.builder();
        assertThrows(IllegalArgumentException.class, () -> builder.longInteger(ANY, Vr.UV, -1));
        assertThrows(
                IllegalArgumentException.class, () -> builder.longInteger(ANY, Vr.UL, 1L << 32));
        assertThrows(IllegalArgumentException.class, () -> builder.longInteger(ANY, Vr.FL, 1));
    }

    @Test
    void tagsAreWrittenAndRead() throws Exception {
        var set =
                DataSet.builder()
                        .tags(Tag.FRAME_INCREMENT_POINTER, Tag.FRAME_TIME, Tag.PIXEL_DATA)
                        .build();
        assertEquals(
                List.of(Tag.FRAME_TIME, Tag.PIXEL_DATA), set.tags(Tag.FRAME_INCREMENT_POINTER));
        assertEquals(List.of("00181063", "7FE00010"), set.texts(Tag.FRAME_INCREMENT_POINTER));
    }

    /// PS3.5 table 6.2-1 and 7.1.2, row by row.
    @Test
    void everyRepresentationIsAsTheTableSays() {
        assertEquals(34, Vr.values().length);
        var declared = EnumSet.of(Vr.LO, Vr.LT, Vr.PN, Vr.SH, Vr.ST, Vr.UC, Vr.UT);
        var oneValue = EnumSet.of(Vr.LT, Vr.ST, Vr.UR, Vr.UT);
        for (var vr : Vr.values()) {
            assertEquals(declared.contains(vr), vr.usesCharacterSet(), vr.name());
            boolean text = vr.kind() == Vr.Kind.TEXT;
            assertEquals(text && !oneValue.contains(vr), vr.severalValues(), vr.name());
            assertEquals(text && vr != Vr.UI ? ' ' : 0, vr.padding(), vr.name());
            assertEquals(vr, Vr.of(vr.name().charAt(0), vr.name().charAt(1)).orElseThrow());
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # vr, swapped together, bytes of a number, signed
                    OB, 1, 1, false
                    UN, 1, 1, false
                    AT, 2, 4, false
                    OW, 2, 2, false
                    US, 2, 2, false
                    SS, 2, 2, true
                    OF, 4, 4, true
                    OL, 4, 4, false
                    SL, 4, 4, true
                    UL, 4, 4, false
                    FL, 4, 4, true
                    OD, 8, 8, true
                    OV, 8, 8, false
                    SV, 8, 8, true
                    UV, 8, 8, false
                    FD, 8, 8, true
                    LO, 1, 1, false
                    """)
    void widthsAreThoseOfTheStandard(Vr vr, int unit, int width, boolean signed) {
        assertEquals(unit, vr.unit());
        assertEquals(width, vr.width());
        assertEquals(signed, vr.signed());
    }
}
