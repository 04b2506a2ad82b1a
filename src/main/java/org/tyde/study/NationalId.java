package org.tyde.study;

import java.util.Optional;

/// A Norwegian identity number whose check digits hold (HIS 1001:2010, and the first check digit as it may
/// be from 2032). Sex and birth date are never derived from it.
///
/// @param digits all eleven
/// @param kind what sort of number it is
/// @param synthetic whether it is a made-up person's: month + 80 (Tenor) or + 65
public record NationalId(String digits, Kind kind, boolean synthetic) {
    /// Sorts of numbers.
    public enum Kind {
        /// Fødselsnummer.
        FNR,
        /// D-number: first digit + 4.
        D_NUMBER,
        /// H-number, given by one hospital: month + 40.
        H,
        /// Common help number: 8 or 9 first, without a birth date.
        FH
    }

    private static final int[] FIRST = {3, 7, 6, 1, 8, 9, 4, 5, 2};
    private static final int[] SECOND = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};

    /// @param text eleven digits, with or without the space after the sixth
    /// @return the number, empty when it is none or its check digits do not hold
    public static Optional<NationalId> parse(String text) {
        var digits = text.replace(" ", "").replace("-", "");
        if (!digits.matches("\\d{11}") || !checks(digits)) return Optional.empty();
        if (digits.charAt(0) >= '8') return Optional.of(new NationalId(digits, Kind.FH, false));
        int day = Integer.parseInt(digits.substring(0, 2));
        int month = Integer.parseInt(digits.substring(2, 4));
        boolean d = day > 40;
        boolean dayFits = (d ? day - 40 : day) >= 1 && (d ? day - 40 : day) <= 31;
        if (!dayFits) return Optional.empty();
        if (month >= 1 && month <= 12) return number(digits, d ? Kind.D_NUMBER : Kind.FNR, false);
        if (month >= 41 && month <= 52) return number(digits, d ? Kind.D_NUMBER : Kind.H, false);
        if (month >= 66 && month <= 77 || month >= 81 && month <= 92)
            return number(digits, d ? Kind.D_NUMBER : Kind.FNR, true);
        return Optional.empty();
    }

    private static Optional<NationalId> number(String digits, Kind kind, boolean synthetic) {
        return Optional.of(new NationalId(digits, kind, synthetic));
    }

    private static boolean checks(String digits) {
        int first = sum(digits, FIRST) + at(digits, 9);
        boolean firstHolds = digits.charAt(0) >= '8' ? first % 11 == 0 : first % 11 <= 3;
        return firstHolds && (sum(digits, SECOND) + at(digits, 10)) % 11 == 0;
    }

    private static int sum(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) sum += weights[i] * at(digits, i);
        return sum;
    }

    private static int at(String digits, int index) {
        return digits.charAt(index) - '0';
    }

    /// @return such as `158765 00016`
    public String display() {
        return digits.substring(0, 6) + " " + digits.substring(6);
    }
}
