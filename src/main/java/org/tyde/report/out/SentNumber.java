package org.tyde.report.out;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// A measured number as receivers get it who show what they are sent: four figures, and never less than its
/// whole part. No pixel is finer; the structured report keeps what was computed.
final class SentNumber {
    private static final int FIGURES = 4;

    private SentNumber() {}

    static BigDecimal of(double measured) {
        var exact = new BigDecimal(Double.toString(measured));
        int whole = exact.precision() - exact.scale();
        int decimals = Math.max(0, FIGURES - whole);
        return exact.scale() <= decimals ? exact : exact.setScale(decimals, RoundingMode.HALF_UP);
    }
}
