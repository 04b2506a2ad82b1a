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

    /// PS3.5 H.3.1, H.3.2, I.2, J.1, J.3 (twice) and K.2, byte by byte.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    \\ISO 2022 IR 87 | 59 61 6D 61 64 61 5E 54 61 72 6F 75 3D 1B 24 42 3B 33 45 44 1B 28 42 5E 1B 24 42 42 40 4F 3A 1B 28 42 3D 1B 24 42 24 64 24 5E 24 40 1B 28 42 5E 1B 24 42 24 3F 24 6D 24 26 1B 28 42 | Yamada^Tarou=山田^太郎=やまだ^たろう
                    ISO 2022 IR 13\\ISO 2022 IR 87 | D4 CF C0 DE 5E C0 DB B3 3D 1B 24 42 3B 33 45 44 1B 28 4A 5E 1B 24 42 42 40 4F 3A 1B 28 4A 3D 1B 24 42 24 64 24 5E 24 40 1B 28 4A 5E 1B 24 42 24 3F 24 6D 24 26 1B 28 4A | ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう
                    \\ISO 2022 IR 149 | 48 6F 6E 67 5E 47 69 6C 64 6F 6E 67 3D 1B 24 29 43 FB F3 5E 1B 24 29 43 D1 CE D4 D7 3D 1B 24 29 43 C8 AB 5E 1B 24 29 43 B1 E6 B5 BF | Hong^Gildong=洪^吉洞=홍^길동
                    ISO_IR 192 | 57 61 6E 67 5E 58 69 61 6F 44 6F 6E 67 3D E7 8E 8B 5E E5 B0 8F E6 9D B1 3D | Wang^XiaoDong=王^小東=
                    GB18030 | 57 61 6E 67 5E 58 69 61 6F 44 6F 6E 67 3D CD F5 5E D0 A1 B6 AB 3D | Wang^XiaoDong=王^小东=
                    GBK | 57 61 6E 67 5E 58 69 61 6F 44 6F 6E 67 3D CD F5 5E D0 A1 B6 AB 3D | Wang^XiaoDong=王^小东=
                    \\ISO 2022 IR 58 | 5A 68 61 6E 67 5E 58 69 61 6F 44 6F 6E 67 3D 1B 24 29 41 D5 C5 5E 1B 24 29 41 D0 A1 B6 AB 3D | Zhang^XiaoDong=张^小东=
                    """)
    void theStandardsExamplesAreReadAndWritten(String terms, String bytes, String text)
            throws Exception {
        assertEquals(text, set(terms).decode(hex(bytes), Vr.PN));
        assertArrayEquals(hex(bytes), set(terms).encode(text, Vr.PN).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # terms | text | bytes
                    ISO_IR 100 | Bjørn Åse Æ | 42 6A F8 72 6E 20 C5 73 65 20 C6
                    ISO_IR 101 | Wałęsa | 57 61 B3 EA 73 61
                    ISO_IR 109 | Ħaż | A1 61 BF
                    ISO_IR 110 | Æ Ø Å ķ | C6 20 D8 20 C5 20 F3
                    ISO_IR 126 | Διον | C4 E9 EF ED
                    ISO_IR 127 | قباني | E2 C8 C7 E6 EA
                    ISO_IR 138 | שרון | F9 F8 E5 EF
                    ISO_IR 144 | Люк | BB EE DA
                    ISO_IR 148 | Çavuşoğlu | C7 61 76 75 FE 6F F0 6C 75
                    ISO_IR 166 | นาย | B9 D2 C2
                    ISO_IR 203 | Œuvre € | BC 75 76 72 65 20 A4
                    ISO_IR 13 | ﾔﾏ^A | D4 CF 5E 41
                    # another set's letters, and back to the first before the delimiter
                    ISO 2022 IR 100\\ISO 2022 IR 144 | Øy^Люк^Å | D8 79 5E 1B 2D 4C BB EE DA 1B 2D 41 5E C5
                    \\ISO 2022 IR 100\\ISO 2022 IR 126 | Å Διον | 1B 2D 41 C5 20 1B 2D 46 C4 E9 EF ED
                    ISO 2022 IR 6\\ISO 2022 IR 159 | 丂 | 1B 24 28 44 30 21 1B 28 42
                    \\ISO 2022 IR 87 | 山 田 | 1B 24 42 3B 33 1B 28 42 20 1B 24 42 45 44 1B 28 42
                    \\ISO 2022 IR 13\\ISO 2022 IR 87 | ﾔ山 | 1B 29 49 D4 1B 24 42 3B 33 1B 28 42
                    \\ISO 2022 IR 149 | 홍 A 길 | 1B 24 29 43 C8 AB 20 41 20 B1 E6
                    """)
    void textIsWrittenWithTheDeclaredSets(String terms, String text, String bytes)
            throws Exception {
        assertArrayEquals(hex(bytes), set(terms).encode(text, Vr.PN).orElseThrow());
        assertEquals(text, set(terms).decode(hex(bytes), Vr.PN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # terms                             | text that they lack
                    ISO_IR 100                          | Люк
                    ISO_IR 126                          | Å
                    \\ISO 2022 IR 87                    | 홍
                    ISO 2022 IR 100\\ISO 2022 IR 144    | 山
                    ISO_IR 13                           | a~b
                    ISO_IR 13                           | a¥b
                    ISO_IR 13                           | Å
                    GBK                                 | 𠮷
                    ISO_IR 999                          | Å
                    """)
    void aLetterThatNoDeclaredSetHasIsNotWritten(String terms, String text) {
        assertTrue(set(terms).encode(text, Vr.LO).isEmpty());
    }

    @Test
    void aBuilderWritesWithTheDeclaredSets() throws Exception {
        var set =
                DataSet.builder()
                        .text(Tag.SPECIFIC_CHARACTER_SET, "", "ISO 2022 IR 87")
                        .text(Tag.PATIENT_NAME, "Yamada^Tarou=山田^太郎")
                        .text(Tag.OTHER_PATIENT_NAMES, "山田^太郎", "Å")
                        .build();
        assertEquals(List.of("ISO_IR 192"), set.texts(Tag.SPECIFIC_CHARACTER_SET));
        var japanese = set.toBuilder().remove(Tag.OTHER_PATIENT_NAMES).build();
        assertEquals("Yamada^Tarou=山田^太郎", japanese.textOr(Tag.PATIENT_NAME, ""));
        var declared =
                DataSet.builder()
                        .text(Tag.SPECIFIC_CHARACTER_SET, "", "ISO 2022 IR 87")
                        .text(Tag.OTHER_PATIENT_NAMES, "山田^太郎", "鈴木")
                        .build();
        assertEquals(List.of("", "ISO 2022 IR 87"), declared.texts(Tag.SPECIFIC_CHARACTER_SET));
        assertEquals(List.of("山田^太郎", "鈴木"), declared.texts(Tag.OTHER_PATIENT_NAMES));
    }

    @Test
    void withUtf8FirstThereIsNoCodeExtension() throws Exception {
        var set = set("ISO_IR 192\\ISO 2022 IR 87");
        assertEquals("Åse", set.decode(hex("C3 85 73 65"), Vr.PN));
        assertArrayEquals(hex("C3 85"), set.encode("Å", Vr.PN).orElseThrow());
    }

    @Test
    void theYenSignOfJapaneseTextIsNoDelimiter() throws Exception {
        var set = set("ISO_IR 13");
        assertEquals("\u00A5", set.decode(hex("5C"), Vr.ST));
        assertEquals("a\\b", set.decode(hex("61 5C 62"), Vr.LO));
        assertEquals("\u203E", set.decode(hex("7E"), Vr.LO));
        // 5C as the second byte of a pair is part of a letter
        var kanji = set("\\ISO 2022 IR 87");
        assertEquals("\u7C58\\A", kanji.decode(hex("1B 24 42 64 5C 1B 28 42 5C 41"), Vr.LO));
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
        assertTrue(SpecificCharacterSet.LATIN_1.encode("Łódź", Vr.PN).isEmpty());
        assertTrue(SpecificCharacterSet.UNDECLARED.encode("Å", Vr.PN).isEmpty());
        assertArrayEquals(
                hex("C6 D8 C5"), SpecificCharacterSet.LATIN_1.encode("ÆØÅ", Vr.PN).orElseThrow());
    }
}
