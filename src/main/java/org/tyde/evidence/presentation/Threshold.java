package org.tyde.evidence.presentation;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;

/// Which values of an input are seen (PS3.3 C.11.33.1.2). The others are as padding.
///
/// @param type how a value is compared
/// @param least the value it is compared with, of two the lower
/// @param greatest the upper of two, else the same
public record Threshold(Type type, double least, double greatest) {
    private static final String RULE = "PS3.3 C.11.33.1.2.1";

    /// Threshold Type (0070,1B13).
    public enum Type {
        /// Between two values or one of them.
        RANGE_INCL {
            @Override
            boolean shows(double x, double least, double greatest) {
                return x >= least && x <= greatest;
            }
        },
        /// Not between two values, nor one of them.
        RANGE_EXCL {
            @Override
            boolean shows(double x, double least, double greatest) {
                return x < least || x > greatest;
            }
        },
        /// The value or more.
        GREATER_OR_EQUAL {
            @Override
            boolean shows(double x, double least, double greatest) {
                return x >= least;
            }
        },
        /// The value or less.
        LESS_OR_EQUAL {
            @Override
            boolean shows(double x, double least, double greatest) {
                return x <= least;
            }
        },
        /// More than the value.
        GREATER_THAN {
            @Override
            boolean shows(double x, double least, double greatest) {
                return x > least;
            }
        },
        /// Less than the value.
        LESS_THAN {
            @Override
            boolean shows(double x, double least, double greatest) {
                return x < least;
            }
        };

        abstract boolean shows(double x, double least, double greatest);

        int limits() {
            return this == RANGE_INCL || this == RANGE_EXCL ? 2 : 1;
        }
    }

    /// @param x the output of the Modality LUT
    /// @return whether it is seen
    public boolean shows(double x) {
        return type.shows(x, least, greatest);
    }

    /// @param thresholds of one input
    /// @return which values are seen: those that one of them shows, all where there are none
    public static DoublePredicate any(List<Threshold> thresholds) {
        if (thresholds.isEmpty()) return _ -> true;
        return x -> {
            for (var one : thresholds) if (one.shows(x)) return true;
            return false;
        };
    }

    /// @param input item of Advanced Blending Sequence (0070,1B01)
    /// @return its thresholds
    /// @throws Refusal for one that the standard does not define
    static List<Threshold> of(DataSet input) throws IOException {
        var thresholds = new ArrayList<Threshold>();
        for (var item : input.sequence(Tag.THRESHOLD_SEQUENCE)) thresholds.add(one(item));
        return thresholds;
    }

    private static Threshold one(DataSet item) throws IOException {
        var type = item.textOr(Tag.THRESHOLD_TYPE, "");
        var limits = new ArrayList<Double>();
        for (var value : item.sequence(Tag.THRESHOLD_VALUE_SEQUENCE))
            limits.add(value.decimal(Tag.THRESHOLD_VALUE).orElse(Double.NaN));
        for (var known : Type.values())
            if (known.name().equals(type)
                    && limits.size() == known.limits()
                    && limits.stream().allMatch(Double::isFinite))
                return new Threshold(
                        known,
                        Math.min(limits.getFirst(), limits.getLast()),
                        Math.max(limits.getFirst(), limits.getLast()));
        throw new Refusal(PresentationReason.NO_THRESHOLD, type)
                .withPlace("(0070,1B11)")
                .withRule(RULE);
    }
}
