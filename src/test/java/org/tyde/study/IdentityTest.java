package org.tyde.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.study.Identity.Doubt;
import org.tyde.study.Identity.Ground;
import org.tyde.study.Identity.Hint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which records are one person's. The table is written from the rule, line by line.
class IdentityTest {
    /// `id@issuer|Family^Given|birth|sex|other@issuer`; what is left out is not said.
    static Patient patient(String text) {
        var parts = new ArrayList<>(Arrays.asList(text.split("\\|", -1)));
        while (parts.size() < 5) parts.add("");
        var id = id(parts.get(0));
        return new Patient(
                id,
                PersonName.parse(parts.get(1)),
                parts.get(2).isEmpty()
                        ? Optional.empty()
                        : Optional.of(LocalDate.parse(parts.get(2))),
                Sex.of(parts.get(3)),
                NationalId.parse(id.value()),
                parts.get(4).isEmpty() ? List.of() : List.of(id(parts.get(4))));
    }

    private static PatientId id(String text) {
        var halves = text.split("@", -1);
        return new PatientId(
                halves[0], halves.length > 1 ? Optional.of(halves[1]) : Optional.empty());
    }

    private static String word(Identity identity) {
        return switch (identity) {
            case Identity.Same(Ground ground) -> "SAME " + ground;
            case Identity.NotConfirmed(Doubt doubt) -> "NOT_CONFIRMED " + doubt;
            case Identity.PossiblySame(Hint hint) -> "POSSIBLY " + hint;
            case Identity.Other() -> "OTHER";
        };
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    # the fact;                        one;                                         other;                                      result
                    same id of one issuer;             7@A|Berg^Kari|1970-04-13|F;                  7@A|Berg^Kari|1970-04-13|F;                 SAME ID
                    patient renamed at one hospital;   7@A|Berg^Kari|1970-04-13|F;                  7@A|Vik^Kari|1970-04-13|F;                  SAME ID
                    one id, two patients;              7@A|Berg^Kari|1970-04-13|F;                  7@A|Vik^Ola|1981-01-02|M;                   NOT_CONFIRMED BIRTH_DATE_DIFFERS
                    one id, twins;                     7@A|Berg^Kari|1970-04-13|F;                  7@A|Berg^Mari|1970-04-13|F;                 NOT_CONFIRMED GIVEN_NAME_DIFFERS
                    one id, other name, no date;       7@A|Berg^Kari;                               7@A|Vik^Kari;                               NOT_CONFIRMED FAMILY_NAME_DIFFERS
                    one id, nothing else said;         7@A;                                         7@A;                                        NOT_CONFIRMED GIVEN_NAME_MISSING
                    one id, sex differs;               7@A|Berg^Kim|1970-04-13|F;                   7@A|Berg^Kim|1970-04-13|M;                  NOT_CONFIRMED SEX_DIFFERS
                    local ids clash;                   7@A|Berg^Kari|1970-04-13|F;                  7@B|Vik^Ola|1981-01-02|M;                   NOT_CONFIRMED ISSUER
                    local ids agree by chance;         7@A|Berg^Kari|1970-04-13|F;                  7@B|Berg^Kari|1970-04-13|F;                 POSSIBLY ID_OF_ANOTHER_ISSUER
                    issuer told once only;             7@A|Berg^Kari|1970-04-13|F;                  7|Berg^Kari|1970-04-13|F;                   POSSIBLY ID_OF_ANOTHER_ISSUER
                    no issuer, all agrees;             7|Berg^Kari|1970-04-13|F;                    7|Berg^Kari|1970-04-13|F;                   SAME ID_WITHOUT_ISSUER
                    no issuer, no birth date;          7|Berg^Kari;                                 7|Berg^Kari;                                NOT_CONFIRMED BIRTH_DATE_MISSING
                    no issuer, other person;           7|Berg^Kari|1970-04-13|F;                    7|Vik^Ola|1970-04-13|M;                     NOT_CONFIRMED FAMILY_NAME_DIFFERS
                    number, date and name;             15876500016@A|Berg^Kari|1965-07-15|F;        15876500016@B|Berg^Kari|1965-07-15|F;       SAME NATIONAL_NUMBER
                    aa is å, capitals, accents;        15876500016@A|Ås^Renée|1965-07-15|F;         15876500016@B|AAS^RENEE|1965-07-15|F;       SAME NATIONAL_NUMBER
                    ø is oe;                           15876500016@A|Ødegård^Kari|1965-07-15;       15876500016@B|OEDEGAARD^KARI|1965-07-15;    SAME NATIONAL_NUMBER
                    hyphen or space;                   15876500016@A|Berg-Vik^Kari|1965-07-15;      15876500016@B|Berg Vik^Kari|1965-07-15;     SAME NATIONAL_NUMBER
                    middle name elsewhere family name; 15876500016@A|Vik^Kari^Berg|1965-07-15;      15876500016@B|Berg Vik^Kari|1965-07-15;     SAME NATIONAL_NUMBER
                    fewer given names;                 15876500016@A|Vik^Kari Anne|1965-07-15;      15876500016@B|Vik^Anne|1965-07-15;          SAME NATIONAL_NUMBER
                    an initial;                        15876500016@A|Vik^Kari|1965-07-15;           15876500016@B|Vik^K.|1965-07-15;            NOT_CONFIRMED GIVEN_NAME_MISSING
                    number, former family name;        15876500016@A|Berg^Kari|1965-07-15|F;        15876500016@B|Vik^Kari|1965-07-15|F;        NOT_CONFIRMED FAMILY_NAME_DIFFERS
                    number, half a double name;        15876500016@A|Berg-Vik^Kari|1965-07-15;      15876500016@B|Vik^Kari|1965-07-15;          NOT_CONFIRMED FAMILY_NAME_DIFFERS
                    number, no birth date;             15876500016@A|Berg^Kari||F;                  15876500016@B|Berg^Kari|1965-07-15|F;       NOT_CONFIRMED BIRTH_DATE_MISSING
                    number, other birth date;          15876500016@A|Berg^Kari|1965-07-16|F;        15876500016@B|Berg^Kari|1965-07-15|F;       NOT_CONFIRMED BIRTH_DATE_DIFFERS
                    number, no name;                   15876500016@A||1965-07-15;                   15876500016@B|Berg^Kari|1965-07-15;         NOT_CONFIRMED FAMILY_NAME_MISSING
                    twins, one has the other's number; 15876500016@A|Berg^Kari|1965-07-15|F;        15876500016@B|Berg^Mari|1965-07-15|F;       NOT_CONFIRMED GIVEN_NAME_DIFFERS
                    twins share a second name;         15876500016@A|Berg^Kari Vik|1965-07-15;      15876500016@B|Berg^Mari Vik|1965-07-15;     NOT_CONFIRMED GIVEN_NAME_DIFFERS
                    H-number of two institutions;      01419000066@A|Berg^Kari|1990-01-01;          01419000066@B|Vik^Ola|1990-01-01;           NOT_CONFIRMED ISSUER
                    FH-number holds everywhere;        80000000098@A|Berg^Kari|1965-07-15;          80000000098@B|Berg^Kari|1965-07-15;         SAME NATIONAL_NUMBER
                    D-number and birth number;         41819000032@A|Berg^Kari|1990-01-01;          15876500016@B|Berg^Kari|1990-01-01;         POSSIBLY NAME_AND_BIRTH_DATE
                    the source links the D-number;     41819000032@A|Berg^Kari|1990-01-01;          15876500016@B|Vik^Kari|1990-01-01||41819000032@DNR; SAME LINK
                    a link against the birth date;     41819000032@A|Berg^Kari|1990-01-01;          15876500016@B|Berg^Kari|1991-01-01||41819000032@DNR; NOT_CONFIRMED BIRTH_DATE_DIFFERS
                    the source links a local id;       7@A|Berg^Kari|1970-04-13;                    9@B|Berg^Kari|1970-04-13||7@A;              SAME LINK
                    a linked id of another issuer;     7@C|Berg^Kari|1970-04-13;                    9@B|Vik^Ola|1981-01-02||7@A;                OTHER
                    two hospitals, no number;          7@A|Berg^Kari|1970-04-13|F;                  9@B|Berg^Kari|1970-04-13|F;                 POSSIBLY NAME_AND_BIRTH_DATE
                    no id at all;                      |Berg^Kari|1970-04-13|F;                     |Berg^Kari|1970-04-13|F;                    POSSIBLY NAME_AND_BIRTH_DATE
                    name alone;                        7@A|Berg^Kari;                               9@B|Berg^Kari;                              OTHER
                    nothing in common;                 7@A|Berg^Kari|1970-04-13|F;                  9@B|Vik^Ola|1981-01-02|M;                   OTHER
                    name twins with two numbers;       15876500016@A|Berg^Kari|1990-01-01;          13847010074@A|Berg^Kari|1990-01-01;         POSSIBLY NAME_AND_BIRTH_DATE
                    """)
    void theRule(String fact, String one, String other, String expected) {
        assertEquals(expected, word(Identity.of(patient(one), patient(other))), fact);
        assertEquals(expected, word(Identity.of(patient(other), patient(one))), fact);
    }

    @Test
    void oneIdWithTwoNationalNumbersIsNotConfirmed() {
        var one = patient("7@A|Berg^Kari|1965-07-15|F");
        var here = withNumber(one, "15876500016");
        var there = withNumber(one, "13847010074");
        assertEquals(
                new Identity.NotConfirmed(Doubt.NATIONAL_NUMBER_DIFFERS), Identity.of(here, there));
        assertTrue(Identity.of(here, here).joins());
    }

    @Test
    void aFamilyNameThatTheSourceSaysThePersonHadJoinsAndAnotherDoesNot() throws Exception {
        var now = named("Berg^Kari", "Hansen^Kari", "");
        var born = named("Berg^Kari", "", "Hansen");
        var before = patient("15876500016|Hansen^Kari|1965-07-15|F");
        var another = patient("15876500016|Olsen^Kari|1965-07-15|F");
        var twin = patient("15876500016|Hansen^Anne|1965-07-15|F");
        assertEquals(new Identity.Same(Ground.NATIONAL_NUMBER), Identity.of(now, before));
        assertEquals(new Identity.Same(Ground.NATIONAL_NUMBER), Identity.of(before, born));
        assertEquals(
                new Identity.NotConfirmed(Doubt.FAMILY_NAME_DIFFERS), Identity.of(now, another));
        assertEquals(new Identity.NotConfirmed(Doubt.GIVEN_NAME_DIFFERS), Identity.of(now, twin));
    }

    private static Patient named(String name, String other, String born) throws Exception {
        return Patient.from(
                DataSet.builder()
                        .text(Tag.PATIENT_ID, "15876500016")
                        .text(Tag.PATIENT_NAME, name)
                        .text(Tag.OTHER_PATIENT_NAMES, other)
                        .text(Tag.PATIENT_BIRTH_NAME, born)
                        .text(Tag.PATIENT_BIRTH_DATE, "19650715")
                        .text(Tag.PATIENT_SEX, "F")
                        .build());
    }

    private static Patient withNumber(Patient patient, String number) {
        return new Patient(
                patient.id(),
                patient.name(),
                patient.birthDate(),
                patient.sex(),
                NationalId.parse(number));
    }

    @Test
    void onlyIdsWithAnIssuerAreALink() throws Exception {
        var with =
                DataSet.builder()
                        .text(Tag.PATIENT_ID, "7")
                        .text(Tag.ISSUER_OF_PATIENT_ID, "A")
                        .build();
        var without = DataSet.builder().text(Tag.PATIENT_ID, "8").build();
        var set =
                DataSet.builder()
                        .text(Tag.PATIENT_ID, "9")
                        .text(Tag.ISSUER_OF_PATIENT_ID, "B")
                        .sequence(Tag.OTHER_PATIENT_IDS_SEQUENCE, with, without)
                        .build();
        assertEquals(List.of(new PatientId("7", Optional.of("A"))), Patient.from(set).otherIds());
    }

    @Test
    void everyResultHasItsSentenceInBothLanguages() {
        var all = new ArrayList<Identity>();
        for (var ground : Ground.values()) all.add(new Identity.Same(ground));
        for (var doubt : Doubt.values()) all.add(new Identity.NotConfirmed(doubt));
        for (var hint : Hint.values()) all.add(new Identity.PossiblySame(hint));
        all.add(new Identity.Other());
        for (var one : all) {
            var english = one.sentence(Locale.ENGLISH);
            assertFalse(english.contains("identity."), english);
            assertNotEquals(english, one.sentence(Locale.of("nb")));
        }
    }
}
