package org.tyde.report.check;

import org.tyde.dicom.PersonName;
import org.tyde.study.Laterality;
import org.tyde.study.Sex;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is known around a report when it is looked over.
///
/// @param today the day
/// @param sex Patient's Sex (0010,0040), where the study says it
/// @param procedure what was ordered or done, beyond the examination's name
/// @param sides Laterality of the study's series
/// @param measured numbers measured on the images of the case
/// @param lesions that were measured in this study and in an earlier one
/// @param priors days of the earlier studies that are known
/// @param others names of other patients who were on the list of this desk
/// @param listening whether the microphone is on
/// @param threshold from when on a lesion has changed
public record Surroundings(
        LocalDate today,
        Optional<Sex> sex,
        String procedure,
        Set<Laterality> sides,
        List<Value> measured,
        List<Lesion> lesions,
        Set<LocalDate> priors,
        List<PersonName> others,
        boolean listening,
        Threshold threshold) {
    /// A number measured on an image.
    ///
    /// @param tracking Tracking Unique Identifier, or the measurement's own
    /// @param value in `unit`
    /// @param unit UCUM
    /// @param side Laterality of the series it was measured on
    public record Value(String tracking, double value, String unit, Optional<Laterality> side) {}

    /// A lesion measured twice.
    ///
    /// @param tracking of the measurement in this study
    /// @param before mm
    /// @param now mm
    /// @param when it was `before`
    public record Lesion(String tracking, double before, double now, Optional<LocalDate> when) {}

    /// From when on a length has changed: by so many per cent and so many mm. RECIST 1.1 asks 20 per cent of a sum
    /// and 5 mm; of one small lesion 2 mm are beyond what measuring twice differs by (Fleischner 2017).
    ///
    /// @param more per cent of growth
    /// @param less per cent of decrease
    /// @param least mm of either
    public record Threshold(double more, double less, double least) {
        /// 20 per cent more, 30 per cent less, 2 mm.
        public static final Threshold USUAL = new Threshold(20, 30, 2);

        /// @param before mm
        /// @param now mm
        /// @return whether that is a change
        public boolean passed(double before, double now) {
            double by = now - before;
            if (Math.abs(by) < least || before <= 0) return false;
            return by > 0 ? 100 * by / before >= more : -100 * by / before >= less;
        }
    }

    /// Copies all.
    public Surroundings {
        sides = Set.copyOf(sides);
        measured = List.copyOf(measured);
        lesions = List.copyOf(lesions);
        priors = Set.copyOf(priors);
        others = List.copyOf(others);
    }

    /// @param today the day
    /// @return nothing known but the day
    public static Surroundings unknown(LocalDate today) {
        return new Surroundings(
                today,
                Optional.empty(),
                "",
                Set.of(),
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                false,
                Threshold.USUAL);
    }
}
