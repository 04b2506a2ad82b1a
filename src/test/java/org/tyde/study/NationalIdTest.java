package org.tyde.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.study.NationalId.Kind;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

class NationalIdTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # number,     kind,     synthetic  (HIS 1001:2010 and the tax office's test numbers)
                    01015000232,  FNR,      false
                    01015000089,  FNR,      false
                    15076500565,  FNR,      false
                    41019000077,  D_NUMBER, false
                    01419000066,  H,        false
                    15876500016,  FNR,      true
                    41819000032,  D_NUMBER, true
                    80000000098,  FH,       false
                    80000000179,  FH,       false
                    """)
    void numbersAreKnownByTheirDigits(String digits, Kind kind, boolean synthetic) {
        var number = NationalId.parse(digits).orElseThrow();
        assertEquals(new NationalId(digits, kind, synthetic), number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"01015000322", "01015002322", "123", "0101500023x", "99999999999", ""})
    void whatDoesNotCheckIsNoNumber(String text) {
        assertTrue(NationalId.parse(text).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # number,    source's date, source's sex, what differs
                    01015000232, 1950-01-01,    F,            ''
                    01015000232, 1950-01-01,    M,            SEX
                    01015000232, 1950-01-02,    F,            BIRTH_DATE
                    01015000232, '',            '',           ''
                    01015000232, 1950-01-01,    O,            ''
                    41019000077, 1990-01-01,    '',           ''
                    01419000066, 1990-01-01,    '',           ''
                    # by the rule from 2032 no sex is in the number
                    01015000089, 1950-01-01,    M,            ''
                    01015000089, 1950-01-01,    F,            ''
                    # neither date nor sex
                    80000000098, 1990-01-01,    M,            ''
                    """)
    void theSourceIsRightAndWhatTheNumberSaysOtherwiseIsTold(
            String digits, String birth, String sex, String differs) {
        var date =
                birth.isEmpty() ? Optional.<LocalDate>empty() : Optional.of(LocalDate.parse(birth));
        var found = NationalId.parse(digits).orElseThrow().disagreements(date, Sex.of(sex));
        assertEquals(differs, found.stream().map(Enum::name).collect(Collectors.joining(" ")));
    }

    @Test
    void anHNumberHoldsOnlyAtTheInstitutionThatGaveIt() {
        for (var kind : Kind.values()) assertEquals(kind != Kind.H, kind.holdsEverywhere());
    }

    @Test
    void aNumberIsWrittenWithASpaceAndReadWithIt() {
        var number = NationalId.parse("150765 00565").orElseThrow();
        assertEquals("150765 00565", number.display());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # birth,     examined,   number, unit
                    2026-03-01, 2026-03-29, 28, DAYS
                    2026-03-01, 2026-04-01, 1,  MONTHS
                    2024-03-02, 2026-03-01, 23, MONTHS
                    2024-03-01, 2026-03-01, 2,  YEARS
                    1955-12-31, 2026-03-01, 70, YEARS
                    """)
    void anAgeIsSaidInTheUnitThatFits(LocalDate birth, LocalDate date, long number, Age.Unit unit) {
        assertEquals(new Age(number, unit), Age.at(birth, date).orElseThrow());
        assertTrue(Age.at(date, birth).isEmpty());
    }

    /// HIS 1001: both check digits would have to be 10 or more for any of these.
    @Test
    void someIndividualNumbersHaveNoCheckDigits() {
        for (int check = 0; check < 100; check++) {
            var digits = String.format(Locale.ROOT, "800000002%02d", check);
            assertTrue(NationalId.parse(digits).isEmpty(), digits);
        }
    }
}
