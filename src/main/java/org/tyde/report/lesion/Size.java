package org.tyde.report.lesion;

import org.tyde.evidence.MeasuredValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One size of a lesion in one study.
///
/// @param kind what was measured
/// @param value in the unit of the kind
public record Size(SizeKind kind, double value) {
    /// @throws IllegalArgumentException for a value that no size has
    public Size {
        if (!(value >= 0) || Double.isInfinite(value))
            throw new IllegalArgumentException("no size: " + value);
    }

    /// Sizes in cm, cm² and cm³ are the same number of mm, mm² and ml after an exact factor (UCUM).
    ///
    /// @param value as a document says it
    /// @return the size; empty for what is none, such as attenuation or an angle
    public static Optional<Size> of(MeasuredValue value) {
        return switch (value.unit().ucum()) {
            case "mm" -> of(value, 1, "mm");
            case "cm" -> of(value, 10, "mm");
            case "mm2" -> of(value, 1, "mm2");
            case "cm2" -> of(value, 100, "mm2");
            case "ml", "cm3" -> of(value, 1, "ml");
            case "mm3" -> of(value, 0.001, "ml");
            default -> Optional.empty();
        };
    }

    private static Optional<Size> of(MeasuredValue value, double factor, String unit) {
        if (!(value.value() >= 0)) return Optional.empty();
        var kind = new SizeKind(SizeKind.now(value.concept()), value.derivation(), unit);
        return Optional.of(new Size(kind, factor * value.value()));
    }

    /// @param values of one measurement group
    /// @return its sizes, one of each kind: of several lengths of one figure the longest
    public static List<Size> of(List<MeasuredValue> values) {
        var sizes = new ArrayList<Size>();
        for (var value : values) {
            var size = of(value);
            if (size.isEmpty()) continue;
            var before = sizes.stream().filter(s -> s.kind().same(size.get().kind())).findFirst();
            if (before.isEmpty()) sizes.add(size.get());
            else if (before.get().value() < size.get().value())
                sizes.set(sizes.indexOf(before.get()), size.get());
        }
        return sizes;
    }
}
