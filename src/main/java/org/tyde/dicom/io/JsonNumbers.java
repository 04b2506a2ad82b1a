package org.tyde.dicom.io;

import com.fasterxml.jackson.databind.JsonNode;

import org.tyde.dicom.Vr;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;

/// Numbers as JSON tells them (PS3.18 F.2.3): as numbers, or as strings where a number would lose some
/// of them. What is none throws [NumberFormatException] or [ArithmeticException].
final class JsonNumbers {
    /// An exponent beyond that could fill the memory with zeros; no value of DICOM has one.
    private static final int MOST_DIGITS = 400;

    private static final int DECIMAL_STRING = 16; // PS3.5 6.2: characters of a DS
    private static final Map<String, Double> WORDS =
            Map.of("NaN", Double.NaN, "Infinity", 1 / 0.0, "-Infinity", -1 / 0.0);

    private JsonNumbers() {}

    /// A number for a text representation: for IS without a point, for DS rounded to its width.
    static String text(JsonNode number, Vr vr) {
        var exact = bounded(number.decimalValue());
        if (vr == Vr.IS && exact.stripTrailingZeros().scale() <= 0)
            return exact.toBigInteger().toString();
        var text = number.asText();
        for (int digits = 16; text.length() > DECIMAL_STRING && vr == Vr.DS && digits > 0; digits--)
            text = exact.round(new MathContext(digits)).toString();
        return text;
    }

    private static BigDecimal bounded(BigDecimal value) {
        if (Math.abs((long) value.precision() - value.scale()) > MOST_DIGITS
                || Math.abs((long) value.scale()) > MOST_DIGITS)
            throw new NumberFormatException("too many digits");
        return value;
    }

    /// Little endian words; `null` is 0.
    static byte[] integers(JsonNode values, Vr vr) {
        var buffer = ByteBuffer.allocate(values.size() * vr.unit()).order(ByteOrder.LITTLE_ENDIAN);
        boolean signed = vr == Vr.SS || vr == Vr.SL || vr == Vr.SV;
        int bits = vr.unit() * 8;
        for (var node : values) {
            var value = integer(node);
            boolean fits =
                    signed
                            ? value.bitLength() < bits
                            : value.signum() >= 0 && value.bitLength() <= bits;
            if (!fits) throw new ArithmeticException("beyond " + vr);
            switch (vr.unit()) {
                case 2 -> buffer.putShort(value.shortValue());
                case 4 -> buffer.putInt(value.intValue());
                default -> buffer.putLong(value.longValue());
            }
        }
        return buffer.array();
    }

    private static BigInteger integer(JsonNode node) {
        if (node.isNull()) return BigInteger.ZERO;
        if (node.isIntegralNumber()) return node.bigIntegerValue();
        var value = node.isNumber() ? node.decimalValue() : new BigDecimal(node.asText());
        return bounded(value).toBigIntegerExact();
    }

    static double[] decimals(JsonNode values) {
        var numbers = new double[values.size()];
        for (int i = 0; i < numbers.length; i++) {
            var text = values.get(i).asText();
            var word = WORDS.get(text);
            numbers[i] = word == null ? Double.parseDouble(text) : word;
        }
        return numbers;
    }
}
