package org.tyde.samples;

import java.time.LocalDate;

/// Synthetic Norwegian national identity numbers: the month plus 80, with valid check digits. No person has
/// such a number.
final class SyntheticNumber {
    private static final int[] K1 = {3, 7, 6, 1, 8, 9, 4, 5, 2};
    private static final int[] K2 = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};

    private SyntheticNumber() {}

    /// @param birth date of birth, 1940 to 1999
    /// @param female whose ninth digit is even
    /// @param from 0 to 450: the individual number is looked for from here
    static String of(LocalDate birth, boolean female, int from) {
        for (int individual = from; individual < 500; individual++) {
            if ((individual % 2 == 0) != female) continue;
            var nine =
                    "%02d%02d%02d%03d"
                            .formatted(
                                    birth.getDayOfMonth(),
                                    birth.getMonthValue() + 80,
                                    birth.getYear() % 100,
                                    individual);
            int k1 = check(nine, K1);
            if (k1 == 10) continue;
            int k2 = check(nine + k1, K2);
            if (k2 != 10) return nine + k1 + k2;
        }
        throw new IllegalArgumentException("no number from " + from);
    }

    private static int check(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) sum += weights[i] * (digits.charAt(i) - '0');
        return (11 - sum % 11) % 11;
    }
}
