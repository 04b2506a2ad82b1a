package org.tyde.report.lesion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What RECIST 1.1 calls the change of target lesions (E. A. Eisenhauer et al., New response evaluation criteria in
/// solid tumours: revised RECIST guideline (version 1.1), Eur J Cancer 2009; 45: 228-247, section 4.3.1). Of target
/// lesions alone: what non-target and new lesions mean is not concluded.
public final class Recist {
    /// Rounding of the machine's arithmetic is no change.
    private static final double TINY = 1e-9;

    private Recist() {}

    /// Response of the target lesions.
    public enum Response {
        /// The sum that the others are compared with.
        BASELINE,
        /// All are gone; each lymph node is below 10 mm in its short axis.
        COMPLETE,
        /// The sum is at least 30 % less than at baseline.
        PARTIAL,
        /// The sum is at least 20 % and 5 mm more than the least of all before.
        PROGRESSIVE,
        /// Neither.
        STABLE,
        /// Not all were measured.
        NOT_EVALUABLE
    }

    /// Why lesions are no target lesions of RECIST 1.1 (section 3.1.1 and 4.2).
    public enum Unfit {
        /// More than five.
        TOO_MANY,
        /// More than two of one organ.
        TOO_MANY_OF_ONE_ORGAN,
        /// At baseline one is below 10 mm, or a lymph node below 15 mm in its short axis.
        TOO_SMALL
    }

    /// One target lesion in one study.
    ///
    /// @param node whether it is a lymph node
    /// @param millimetres empty where it was not measured, 0 where it is gone
    public record Diameter(boolean node, OptionalDouble millimetres) {}

    /// One study.
    ///
    /// @param response of the target lesions
    /// @param sum mm, empty where not all were measured
    /// @param fromBaseline per cent, empty where either is not known
    /// @param fromLeast per cent from the least sum before; empty where either is not known
    public record Assessment(
            Response response,
            OptionalDouble sum,
            OptionalDouble fromBaseline,
            OptionalDouble fromLeast) {}

    /// @param studies in the order of time, each with the same lesions in the same order
    /// @return why these are no target lesions, as far as sizes tell
    public static Optional<Unfit> unfit(List<List<Diameter>> studies) {
        for (var study : studies) {
            if (study.size() > 5) return Optional.of(Unfit.TOO_MANY);
            if (sum(study).isEmpty()) continue;
            return study.stream().anyMatch(Recist::small)
                    ? Optional.of(Unfit.TOO_SMALL)
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean small(Diameter one) {
        return one.millimetres().orElseThrow() < (one.node() ? 15 : 10);
    }

    /// The first study in which all were measured is the baseline.
    ///
    /// @param studies in the order of time, each with the same lesions in the same order
    /// @return one for each study
    public static List<Assessment> of(List<List<Diameter>> studies) {
        var found = new ArrayList<Assessment>();
        var baseline = OptionalDouble.empty();
        var least = OptionalDouble.empty();
        for (var study : studies) {
            var sum = sum(study);
            if (sum.isEmpty()) {
                found.add(
                        new Assessment(
                                Response.NOT_EVALUABLE,
                                sum,
                                OptionalDouble.empty(),
                                OptionalDouble.empty()));
                continue;
            }
            double now = sum.getAsDouble();
            if (baseline.isEmpty()) {
                baseline = sum;
                least = sum;
                found.add(
                        new Assessment(
                                Response.BASELINE,
                                sum,
                                OptionalDouble.empty(),
                                OptionalDouble.empty()));
                continue;
            }
            double first = baseline.getAsDouble();
            double lowest = least.getAsDouble();
            found.add(
                    new Assessment(
                            response(study, now, first, lowest),
                            sum,
                            percent(first, now),
                            percent(lowest, now)));
            least = OptionalDouble.of(Math.min(lowest, now));
        }
        return found;
    }

    private static Response response(
            List<Diameter> study, double now, double baseline, double least) {
        if (study.stream().allMatch(Recist::disappeared)) return Response.COMPLETE;
        if (now - least >= 5 - TINY && now >= 1.2 * least - TINY) return Response.PROGRESSIVE;
        return now <= 0.7 * baseline + TINY ? Response.PARTIAL : Response.STABLE;
    }

    private static boolean disappeared(Diameter one) {
        double size = one.millimetres().orElseThrow();
        return one.node() ? size < 10 : size == 0;
    }

    private static OptionalDouble percent(double from, double to) {
        return from > 0 ? OptionalDouble.of(100 * (to - from) / from) : OptionalDouble.empty();
    }

    private static OptionalDouble sum(List<Diameter> study) {
        double sum = 0;
        for (var one : study) {
            if (one.millimetres().isEmpty()) return OptionalDouble.empty();
            sum += one.millimetres().getAsDouble();
        }
        return study.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum);
    }
}
