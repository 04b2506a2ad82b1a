package org.tyde.imaging.lut;

import java.util.Locale;
import java.util.Optional;

/// VOI LUT Function (0028,1056), PS3.3 C.11.2.1.2 and C.11.2.1.3: how a window becomes grey.
public enum VoiLutFunction {
    /// The default: half a value off at both ends; needs a width of at least 1.
    LINEAR {
        @Override
        public double apply(double x, Window w) {
            double c = w.center() - 0.5;
            double width = w.width() - 1;
            if (x <= c - width / 2) return 0;
            if (x > c + width / 2) return 1;
            return (x - c) / width + 0.5;
        }
    },
    /// From center - width/2 to center + width/2.
    LINEAR_EXACT {
        @Override
        public double apply(double x, Window w) {
            if (x <= w.center() - w.width() / 2) return 0;
            if (x > w.center() + w.width() / 2) return 1;
            return (x - w.center()) / w.width() + 0.5;
        }
    },
    /// The logistic curve.
    SIGMOID {
        @Override
        public double apply(double x, Window w) {
            return 1 / (1 + Math.exp(-4 * (x - w.center()) / w.width()));
        }
    };

    /// @param x a value the Modality LUT put out
    /// @param window in the same units
    /// @return 0 (first grey) to 1 (last grey)
    public abstract double apply(double x, Window window);

    /// @param term as it stands in a data set
    /// @return the function; empty for a term the standard does not define
    public static Optional<VoiLutFunction> of(String term) {
        var wanted = term.strip().toUpperCase(Locale.ROOT);
        for (var one : values()) if (one.name().equals(wanted)) return Optional.of(one);
        return Optional.empty();
    }
}
