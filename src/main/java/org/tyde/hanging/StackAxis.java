package org.tyde.hanging;

import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

/// The second dimension of a stack: the same positions several times over.
///
/// @param name as the file calls it, such as `Temporal Position Index`; empty where it does not
/// @param values what stands at each step, as text or number with a decimal point
public record StackAxis(String name, List<String> values) {
    /// Copies the values.
    public StackAxis {
        values = List.copyOf(values);
    }

    /// @param step from 0
    /// @param locale the reader's language
    /// @return such as `Echo Number 2 (2/3)`, `step 2/3` where the file has no name for it
    public String text(int step, Locale locale) {
        var count = step + 1 + "/" + values.size();
        if (name.isEmpty()) return Because.of("axis.step", count).text(locale);
        char point = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
        var value = values.get(step);
        var shown = value.matches("-?\\d+\\.\\d+") ? value.replace('.', point) : value;
        return Because.of("axis.named", name, shown, count).text(locale);
    }
}
