package org.tyde.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildCardsTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # text,        pattern,   to the letter, folded   (PS3.4 C.2.2.2.4)
                    MØLLER,        MØLLER,    true,  true
                    MØLLER,        M?LLER,    true,  true
                    MØLLER,        moeller,   false, true
                    MOELLER,       Møller,    false, true
                    MOELLER,       M?LLER,    false, false
                    MOELLER,       M??LLER,   true,  true
                    MØLLER,        M??LLER,   false, false
                    HÅGENSEN,      H?gensen,  false, true
                    HAAGENSEN,     Hågensen,  false, true
                    HAAGENSEN,     H?GENSEN,  false, false
                    HÅGENSEN,      Ha*,       false, true
                    HÅGENSEN,      Ha?gensen, false, false
                    SÆTRE,         S?tr?,     false, true
                    SÆTRE,         Saetre,    false, true
                    ANDRÉ,         andre,     false, true
                    ANDRÉ,         ANDR?,     true,  true
                    Ø,             ?,         true,  true
                    Ø,             ??,        false, false
                    ÅÅ,            ??,        true,  true
                    ABC,           *,         true,  true
                    ABC,           A*C,       true,  true
                    ABBBC,         A*B?C,     true,  true
                    ABC,           A*D,       false, false
                    """)
    void aWildCardStandsForLettersAsTheyWereWritten(
            String text, String pattern, boolean exact, boolean folded) {
        assertEquals(exact, WildCards.match(text, pattern));
        assertEquals(folded, WildCards.matchFolded(text, pattern));
    }

    @Test
    void anAccentWrittenAsALetterOfItsOwnIsNone() {
        assertEquals(true, WildCards.matchFolded("Ha\u030agensen", "H?gensen"));
        assertEquals(true, WildCards.matchFolded("Andre\u0301", "ANDR?"));
    }

    @Test
    void manyStarsTakeNoTime() {
        assertFalse(WildCards.matchFolded("a".repeat(5_000), "*a".repeat(500) + "*b"));
    }
}
