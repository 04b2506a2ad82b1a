package org.tyde.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Text is read as PS3.5 6.1 says; the examples are those of PS3.5 H, I, J and K.
class SpecificCharacterSetTest {
    private static SpecificCharacterSet set(String terms) {
        return SpecificCharacterSet.of(Arrays.asList(terms.split("\\\\", -1)));
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # terms | bytes | text
                    ISO_IR 100 | C6 72 6C 69 67 5E C5 73 65 20 D8 79 | Ærlig^Åse Øy
                    ISO_IR 192 | C3 86 72 6C 69 67 5E C3 85 73 65 20 C3 B8 | Ærlig^Åse ø
                    ISO_IR 148 | D8 C5 C6 E6 F8 E5 | ØÅÆæøå
                    ISO_IR 110 | C6 D8 C5 E6 F8 E5 | ÆØÅæøå
                    ISO_IR 203 | C6 D8 C5 A4 | ÆØÅ€
                    ISO_IR 101 | 57 61 B3 EA 73 61 | Wałęsa
                    ISO_IR 144 | BB EE DA 63 65 DC D1 | Люкceмб
                    ISO_IR 126 | C4 E9 EF ED | Διον
                    ISO_IR 127 | E2 C8 C7 E6 EA | قباني
                    ISO_IR 138 | F9 F8 E5 EF | שרון
                    ISO_IR 166 | B9 D2 C2 | นาย
                    ISO_IR 13 | D4 CF C0 DE 5E C0 DB B3 | ﾔﾏﾀﾞ^ﾀﾛｳ
                    GB18030 | 57 61 6E 67 3D CD F5 5E D0 A1 B6 AB 3D | Wang=王^小东=
                    GBK | CD F5 5E D0 A1 B6 AB | 王^小东
                    \\ISO 2022 IR 87 | 59 61 3D 1B 24 42 3B 33 45 44 1B 28 42 5E 1B 24 42 42 40 4F 3A 1B 28 42 | Ya=山田^太郎
                    ISO 2022 IR 13\\ISO 2022 IR 87 | D4 CF 3D 1B 24 42 3B 33 1B 28 4A 5E | ﾔﾏ=山^
                    \\ISO 2022 IR 149 | 48 6F 3D 1B 24 29 43 FB F3 5E 1B 24 29 43 D1 CE | Ho=洪^吉
                    \\ISO 2022 IR 58 | 5A 68 3D 1B 24 29 41 D5 C5 5E | Zh=张^
                    \\ISO 2022 IR 100\\ISO 2022 IR 144 | 1B 2D 41 D8 5E 1B 2D 4C BB | Ø^Л
                    ISO 2022 IR 100 | C5 73 | Ås
                    ISO 2022 IR 6\\ISO 2022 IR 159 | 1B 24 28 44 30 21 1B 28 42 | 丂
                    """)
    void textIsReadAsTheStandardSays(String terms, String bytes, String text) throws Exception {
        assertEquals(text, set(terms).decode(hex(bytes), Vr.PN));
    }

    @Test
    void aDelimiterEndsWhatAnEscapeBegan() throws Exception {
        // PS3.5 6.1.2.5.3: the upper half is again that of the first term
        var set = set("ISO 2022 IR 100\\ISO 2022 IR 144");
        assertEquals("Л\\Ø", set.decode(hex("1B 2D 4C BB 5C D8"), Vr.LO));
        assertEquals("Л^Ø", set.decode(hex("1B 2D 4C BB 5E D8"), Vr.PN));
        assertEquals("Л\nØ", set.decode(hex("1B 2D 4C BB 0A D8"), Vr.LT));
    }

    @Test
    void theSecondByteOfACharacterMayBeABackslash() throws Exception {
        var bytes = hex("81 5C 5C 41"); // GBK: one character, then a delimiter
        var set =
                DataSet.builder()
                        .text(Tag.SPECIFIC_CHARACTER_SET, "GBK")
                        .bytes(Tag.OTHER_PATIENT_NAMES, Vr.PN, bytes)
                        .build();
        assertEquals(List.of("\u4E57", "A"), set.texts(Tag.OTHER_PATIENT_NAMES));
    }

    @ParameterizedTest
    @CsvSource({
        "ISO-IR 100",
        "ISO_IR_100",
        "ISO IR 100",
        "ISO 2022-IR 100",
        "iso_ir 100",
        "'ISO_IR 100 '"
    })
    void spellingsMetInPracticeAreUnderstood(String term) throws Exception {
        assertEquals("Å", set(term).decode(hex("C5"), Vr.LO));
    }

    @Test
    void anUnknownSetIsRefusedOnlyWhereItMatters() throws Exception {
        var set = set("ISO_IR 999");
        assertEquals("Hansen", set.decode(hex("48 61 6E 73 65 6E"), Vr.PN));
        var refusal = assertThrows(DicomFormatException.class, () -> set.decode(hex("C5"), Vr.PN));
        assertEquals(DicomReason.UNKNOWN_CHARACTER_SET, refusal.reason());
        assertTrue(set.unknown().isPresent());
    }

    @Test
    void anUndeclaredSetIsUtf8WhereItIsElseLatin() throws Exception {
        var none = SpecificCharacterSet.UNDECLARED;
        assertEquals("Åse", none.decode(hex("C3 85 73 65"), Vr.PN));
        assertEquals("Åse", none.decode(hex("C5 73 65"), Vr.PN));
    }

    @Test
    void aByteTheSetDoesNotHaveIsMarked() throws Exception {
        assertEquals("a\uFFFD", set("ISO_IR 192").decode(hex("61 FF"), Vr.LO));
        assertEquals("\uFFFD", set("\\ISO 2022 IR 149").decode(hex("1B 24 29 43 FB"), Vr.LO));
    }

    @Test
    void whatCannotBeWrittenIsSaid() {
        assertTrue(SpecificCharacterSet.LATIN_1.encode("Łódź").isEmpty());
        assertTrue(SpecificCharacterSet.UNDECLARED.encode("Å").isEmpty());
        assertArrayEquals(
                hex("C6 D8 C5"), SpecificCharacterSet.LATIN_1.encode("ÆØÅ").orElseThrow());
    }
}
