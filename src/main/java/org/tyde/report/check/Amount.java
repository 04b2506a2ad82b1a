package org.tyde.report.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A number with its unit, as it stands in a report.
///
/// @param text as written, with its unit
/// @param values in the unit of `dimension`
/// @param dimension mm, ml, HU or SUV
/// @param start first `char` in its section
/// @param end one past the last
record Amount(String text, List<Double> values, String dimension, int start, int end) {
    private static final String NUMBER = "([-\u2212]?\\d+(?:[.,]\\d+)?)";
    private static final Pattern WITH_UNIT =
            Pattern.compile(
                    "(?<![\\d.,\\p{L}])"
                            + NUMBER
                            + "(?:\\s*(?:[×xX*]|-|–)\\s*"
                            + NUMBER
                            + ")?(?:\\s*[×xX*]\\s*"
                            + NUMBER
                            + ")?[\\s\u00a0]*(mm|cm|ml|HU)(?![\\p{L}\\d²³])");
    private static final Pattern UPTAKE =
            Pattern.compile(
                    "SUV(?:\\s?-?(?:max|peak|mean))?[\\s:]*(?:på |of |=\\s*)?" + NUMBER,
                    Pattern.CASE_INSENSITIVE);

    /// The amounts of a sentence.
    static List<Amount> in(Sentence sentence) {
        var found = new ArrayList<Amount>();
        var match = WITH_UNIT.matcher(sentence.text());
        while (match.find()) {
            var values = new ArrayList<Double>();
            double scale = match.group(4).equals("cm") ? 10 : 1;
            boolean density = match.group(4).equals("HU");
            for (int i = 1; i <= 3; i++) {
                if (match.group(i) == null) continue;
                double value = number(match.group(i)) * scale;
                values.add(density ? value : Math.abs(value));
            }
            var unit = match.group(4).toLowerCase(Locale.ROOT);
            found.add(
                    new Amount(
                            match.group(),
                            List.copyOf(values),
                            density ? "HU" : unit.equals("ml") ? "ml" : "mm",
                            sentence.start() + match.start(),
                            sentence.start() + match.end()));
        }
        var uptake = UPTAKE.matcher(sentence.text());
        while (uptake.find())
            found.add(
                    new Amount(
                            uptake.group(),
                            List.of(number(uptake.group(1))),
                            "SUV",
                            sentence.start() + uptake.start(),
                            sentence.start() + uptake.end()));
        return found;
    }

    static double number(String text) {
        return Double.parseDouble(text.replace(',', '.').replace('\u2212', '-'));
    }

    /// Whether two numbers say the same, once rounded as people round.
    static boolean same(double one, double other, String dimension) {
        double step = dimension.equals("HU") ? 3 : dimension.equals("SUV") ? 0.15 : 0.6;
        return Math.abs(one - other) <= Math.max(step, 0.06 * Math.abs(other));
    }
}
