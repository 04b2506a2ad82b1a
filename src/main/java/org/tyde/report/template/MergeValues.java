package org.tyde.report.template;

import org.tyde.report.Meaning;
import org.tyde.report.ReportHead;
import org.tyde.report.ReportText;
import org.tyde.report.Section;
import org.tyde.study.Age;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What is known of an examination when a template is put into its report.
///
/// @param known what is known; what is not stands open in the report, as a field
/// @param measured which measurement the text of [MergeValue#MEASUREMENTS] came from
/// @param locale of the report
public record MergeValues(
        Map<MergeValue, String> known, Optional<Meaning.Measured> measured, Locale locale) {
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

    /// A number that came from a measurement.
    ///
    /// @param text as it stands in a report
    /// @param meaning what was measured
    public record MeasuredNumber(String text, Meaning.Measured meaning) {}

    /// @throws NullPointerException never a missing part
    public MergeValues {
        var kept = new EnumMap<MergeValue, String>(MergeValue.class);
        known.forEach(
                (value, text) -> {
                    if (!text.isBlank()) kept.put(value, text.strip());
                });
        known = java.util.Collections.unmodifiableMap(kept);
    }

    /// @param head of which study
    /// @param text what the referrer wrote is in it
    /// @param prior when the prior was done that is compared with
    /// @param measurement what was measured last
    /// @param locale of the report
    /// @return what they tell
    public static MergeValues of(
            ReportHead head,
            ReportText text,
            Optional<LocalDate> prior,
            Optional<MeasuredNumber> measurement,
            Locale locale) {
        var known = new EnumMap<MergeValue, String>(MergeValue.class);
        known.put(MergeValue.PATIENT, head.patientName().display());
        head.birthDate()
                .ifPresent(
                        born -> {
                            known.put(MergeValue.BIRTH_DATE, WRITTEN.format(born));
                            head.studyDate()
                                    .flatMap(on -> Age.at(born, on))
                                    .ifPresent(a -> known.put(MergeValue.AGE, a.text(locale)));
                        });
        known.put(MergeValue.PROCEDURE, head.examination());
        head.studyDate().ifPresent(d -> known.put(MergeValue.STUDY_DATE, WRITTEN.format(d)));
        prior.ifPresent(d -> known.put(MergeValue.PRIOR_DATE, WRITTEN.format(d)));
        known.put(MergeValue.QUESTION, text.of(Section.ORDER));
        known.put(MergeValue.ACCESSION, head.accession());
        measurement.ifPresent(m -> known.put(MergeValue.MEASUREMENTS, m.text()));
        return new MergeValues(known, measurement.map(MeasuredNumber::meaning), locale);
    }
}
