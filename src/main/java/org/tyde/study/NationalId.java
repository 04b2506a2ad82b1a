package org.tyde.study;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// A Norwegian national identity number of eleven digits with valid check digits (HIS 1001).
///
/// @param digits eleven digits
/// @param kind which register it is from
/// @param synthetic whether it was made for tests and belongs to nobody: month + 80 (Tenor) or + 65
public record NationalId(String digits, Kind kind, boolean synthetic) {
    /// The registers.
    public enum Kind {
        /// Birth number (fødselsnummer) of the population register.
        FNR("2.16.578.1.12.4.1.4.1"),
        /// D-number, for those without a birth number: day + 40.
        D_NUMBER("2.16.578.1.12.4.1.4.2"),
        /// Help number of one institution: month + 40. Another institution may have given the same one to
        /// somebody else, so it says nothing outside the one that gave it.
        H(""),
        /// Common help number of the health service: 8 or 9 first, no birth date.
        FH("2.16.578.1.12.4.1.4.3");

        private final String oid;

        Kind(String oid) {
            this.oid = oid;
        }

        /// @return the OID of the register, empty where each institution has its own
        public String oid() {
            return oid;
        }

        /// @return whether two records with one such number can mean one person wherever they are from
        public boolean holdsEverywhere() {
            return this != H;
        }
    }

    private static final int[] FIRST = {3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
    private static final int FIRST_YEAR = 2032;
    private static final int[] SECOND = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};

    /// @throws IllegalArgumentException where the digits are no such number
    public NationalId {
        if (!kind.equals(kindOf(digits).orElse(null)) || synthetic != synthetic(digits, kind))
            throw new IllegalArgumentException("not a valid national identity number");
    }

    /// @param text eleven digits, with or without one space after the sixth
    /// @return the number, where kind, date and both check digits are right
    public static Optional<NationalId> parse(String text) {
        var plain = text.strip();
        if (plain.length() == 12 && plain.charAt(6) == ' ')
            plain = plain.substring(0, 6) + plain.substring(7);
        var digits = plain;
        return kindOf(digits).map(kind -> new NationalId(digits, kind, synthetic(digits, kind)));
    }

    private static Optional<Kind> kindOf(String digits) {
        if (digits.length() != 11 || !digits.chars().allMatch(c -> c >= '0' && c <= '9'))
            return Optional.empty();
        int first = sum(digits, FIRST) % 11;
        if (sum(digits, SECOND) % 11 != 0) return Optional.empty();
        Kind kind;
        if (digits.charAt(0) >= '8') kind = Kind.FH;
        else if (digits.charAt(0) >= '4') kind = Kind.D_NUMBER;
        else if (month(digits) > 40 && month(digits) <= 52) kind = Kind.H;
        else kind = Kind.FNR;
        // from 2032 the first check digit of the population register may leave 0 to 3
        boolean register = kind == Kind.FNR || kind == Kind.D_NUMBER;
        if (first > (register ? 3 : 0)) return Optional.empty();
        boolean dated = kind == Kind.FH || birth(digits).isPresent();
        return dated ? Optional.of(kind) : Optional.empty();
    }

    private static int sum(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) sum += weights[i] * (digits.charAt(i) - '0');
        return sum;
    }

    private static int month(String digits) {
        return Integer.parseInt(digits, 2, 4, 10);
    }

    private static boolean synthetic(String digits, Kind kind) {
        return kind != Kind.FH && month(digits) > 65;
    }

    /// The date in the number. What the source says of the patient goes before it.
    ///
    /// @return the date, none in a FH-number
    public Optional<LocalDate> birthDate() {
        return kind == Kind.FH ? Optional.empty() : birth(digits);
    }

    private static Optional<LocalDate> birth(String digits) {
        int day = Integer.parseInt(digits, 0, 2, 10);
        int month = month(digits);
        int year = Integer.parseInt(digits, 4, 6, 10);
        int individual = Integer.parseInt(digits, 6, 9, 10);
        if (day > 40) day -= 40;
        if (month > 80) month -= 80;
        else if (month > 65) month -= 65;
        else if (month > 40) month -= 40;
        int century;
        if (individual < 500) century = 1900;
        else if (year < 40) century = 2000;
        else if (individual >= 900) century = 1900;
        else if (individual < 750 && year > 54) century = 1800;
        else return Optional.empty();
        try {
            return Optional.of(LocalDate.of(century + year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /// The sex in the number: its ninth digit. What the source says of the patient goes before it.
    ///
    /// @return the sex; none in a FH-number, nor in one given by the rules from 2032, which leave it out
    public Optional<Sex> sex() {
        if (kind == Kind.FH || byRuleOf2032()) return Optional.empty();
        return Optional.of((digits.charAt(8) & 1) == 1 ? Sex.MALE : Sex.FEMALE);
    }

    private boolean byRuleOf2032() {
        return sum(digits, FIRST) % 11 != 0
                || birthDate().filter(born -> born.getYear() >= FIRST_YEAR).isPresent();
    }

    /// What the number says otherwise than the source; the source is right, and that it differs is told.
    public enum Disagreement {
        BIRTH_DATE,
        SEX
    }

    /// @param birth of the patient, as the source has it
    /// @param sex of the patient, as the source has it
    /// @return where the number says something else
    public Set<Disagreement> disagreements(Optional<LocalDate> birth, Optional<Sex> sex) {
        var found = EnumSet.noneOf(Disagreement.class);
        if (differ(birthDate(), birth)) found.add(Disagreement.BIRTH_DATE);
        if (differ(sex(), sex.filter(s -> s != Sex.OTHER))) found.add(Disagreement.SEX);
        return found;
    }

    private static <T> boolean differ(Optional<T> one, Optional<T> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }

    /// @return for people: `DDMMYY NNNNN`
    public String display() {
        return digits.substring(0, 6) + " " + digits.substring(6);
    }

    /// @return nothing of the number: this may reach a log
    @Override
    public String toString() {
        return kind.name();
    }
}
