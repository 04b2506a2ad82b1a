package org.tyde.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.util.Random;
import java.util.UUID;

/// Numbers, dates, names and identifiers have the text forms of PS3.5 6.2.
class TextFormsTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # value,             decimal string of at most 16 characters
                    0,                   0
                    -0.5,                -0.5
                    512,                 512
                    0.3333333333333333,  0.33333333333333
                    -0.3333333333333333, -0.3333333333333
                    1e-7,                1.0E-7
                    123456789012345678,  1.2345678901E+17
                    -1.23456789012e-100, -1.2345678901E-100
                    3.0000000000000004,  3.00000000000000
                    """)
    void aDecimalStringHasAtMostSixteenCharacters(double value, String text) {
        var written = Numbers.decimalString(value);
        assertTrue(written.length() <= 16, written);
        assertEquals(value, Double.parseDouble(written), Math.abs(value) * 1e-9);
        if (text.length() <= 16)
            assertEquals(0, new BigDecimal(text).compareTo(new BigDecimal(written)), written);
    }

    @Test
    void everyDoubleHasADecimalStringNearIt() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (!Double.isFinite(value)) continue;
            var text = Numbers.decimalString(value);
            assertTrue(text.length() <= 16, text);
            double back = Numbers.decimal(text).orElseThrow();
            assertEquals(value, back, Math.max(Math.abs(value) * 1e-7, Double.MIN_NORMAL));
        }
        assertThrows(IllegalArgumentException.class, () -> Numbers.decimalString(Double.NaN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1,5", "NaN", "Infinity", "0x10", "1d", "1.2.3", "--1", "1e999", "1 2"})
    void whatIsNoDecimalStringIsNone(String text) {
        assertTrue(Numbers.decimal(text).isEmpty());
        assertTrue(Numbers.integer(text).isEmpty());
    }

    @Test
    void anIntegerMayBeWrittenAsADecimal() {
        assertEquals(5, Numbers.integer("5.0").orElseThrow());
        assertEquals(-5, Numbers.integer("-5").orElseThrow());
        assertEquals(7, Numbers.integer("+7").orElseThrow());
        assertTrue(Numbers.integer("5.5").isEmpty());
        assertTrue(Numbers.integer("99999999999").isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # text,          date
                    20260314,        2026-03-14
                    2026.03.14,      2026-03-14
                    20240229,        2024-02-29
                    20260229,
                    202603,
                    2026-03-14,
                    14.03.2026,
                    """)
    void aDateIsEightDigits(String text, String date) {
        assertEquals(date, Moments.date(text).map(Object::toString).orElse(null));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # text,         time
                    09,             09:00
                    0915,           09:15
                    091530,         09:15:30
                    091530.5,       09:15:30.500
                    091530.000001,  09:15:30.000001
                    09:15:30,       09:15:30
                    235960,         23:59:59
                    2400,
                    091,
                    0915.5,
                    091530.,        09:15:30
                    noon,
                    """)
    void aTimeHasHoursAndThenWhatIsKnown(String text, String time) {
        assertEquals(time, Moments.time(text).map(Object::toString).orElse(null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # encoded                       | for people
                    Hansen^Kari^Anne                | HANSEN, Kari Anne
                    Ødegård^Bjørn                   | ØDEGÅRD, Bjørn
                    Hansen                          | HANSEN
                    ^Kari                           | Kari
                    Adams^John Robert^Quincy^Rev.^B.A. M.Div. | ADAMS, John Robert Quincy B.A. M.Div.
                    =山田^太郎                       | 山田, 太郎
                    Yamada^Tarou=山田^太郎=やまだ^たろう | YAMADA, Tarou
                    de la Cruz^María^^^             | DE LA CRUZ, María
                    """)
    void aNameIsShownFamilyFirst(String encoded, String shown) {
        assertEquals(shown, PersonName.parse(encoded).display());
    }

    @Test
    void aNameComesBackWithoutEmptyEnds() {
        assertEquals("Hansen^Kari", PersonName.parse("Hansen^Kari^^^==").encoded());
        assertEquals("=山田^太郎", PersonName.parse("=山田^太郎=").encoded());
        assertTrue(PersonName.parse("^^==").isEmpty());
        assertEquals(PersonName.of("A", "B"), PersonName.parse("A^B"));
    }

    @Test
    void identifiersAreUuidsAsOneNumber() {
        // PS3.5 B.2
        var uuid = UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6");
        assertEquals("2.25.329800735698586629295641978511506172918", Uids.of(uuid));
        var made = Uids.create();
        assertTrue(Uids.wellFormed(made), made);
        assertNotEquals(made, Uids.create());
        assertTrue(Uids.wellFormed(Uids.IMPLEMENTATION_CLASS));
        assertTrue(Uids.IMPLEMENTATION_VERSION.length() <= 16);
        assertFalse(Uids.wellFormed("1.02"));
        assertFalse(Uids.wellFormed("1..2"));
        assertFalse(Uids.wellFormed("1." + "2".repeat(64)));
    }

    @Test
    void aTagIsReadInEveryForm() {
        assertEquals(Tag.PATIENT_NAME, Tag.parse("00100010"));
        assertEquals(Tag.PATIENT_NAME, Tag.parse("(0010,0010)"));
        assertEquals("(7FE0,0010)", Tag.PIXEL_DATA.toString());
        assertEquals("7FE00010", Tag.PIXEL_DATA.hex());
        assertTrue(Tag.of(0xFFFE, 0xE000).compareTo(Tag.PATIENT_NAME) > 0);
        assertThrows(IllegalArgumentException.class, () -> Tag.parse("0010001"));
        assertThrows(IllegalArgumentException.class, () -> Tag.parse("0010001G"));
    }
}
