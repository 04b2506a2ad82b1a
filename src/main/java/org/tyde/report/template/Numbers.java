package org.tyde.report.template;

import java.math.BigDecimal;
import java.util.Optional;

/// Numbers as they are written by hand: comma or point, a minus of any length.
final class Numbers {
    private Numbers() {}

    static Optional<Double> parse(String written) {
        var plain = written.strip().replace(',', '.').replace('−', '-').replace('–', '-');
        if (!plain.matches("[+-]?\\d{1,12}(\\.\\d{1,12})?")) return Optional.empty();
        return Optional.of(Double.parseDouble(plain) + 0.0); // -0 is 0
    }

    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
