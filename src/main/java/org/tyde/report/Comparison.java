package org.tyde.report;

import org.tyde.refusal.Refusal;
import org.tyde.refusal.Sentences;
import org.tyde.study.Study;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The sentence that says which prior was compared. It is put in by an explicit act, and only for priors
/// whose images have been on screen.
public final class Comparison {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final Pattern WRITTEN =
            Pattern.compile("(?<![\\d.])\\d{2}\\.\\d{2}\\.\\d{4}(?!\\d)");

    private Comparison() {}

    /// @param report that gets the sentence, in its Comparison section
    /// @param prior that was compared
    /// @param shown Study Instance UIDs of the priors that have been on screen
    /// @param locale of the report
    /// @throws Refusal the prior has not been on screen, or the report is signed
    public static void insert(Report report, Study prior, Set<String> shown, Locale locale)
            throws Refusal {
        if (!shown.contains(prior.uid())) throw new Refusal(ReportReason.PRIOR_NOT_SHOWN);
        var sentence = sentence(prior, locale);
        var present = report.text().of(Section.COMPARISON);
        if (present.contains(sentence)) return;
        var caret = report.caret();
        int end = present.length();
        report.type(Section.COMPARISON, end, end, present.isBlank() ? sentence : "\n" + sentence);
        report.place(caret);
    }

    /// When the prior was done that a report is compared with: the day its Comparison section names; where that names
    /// none, the day of the prior that hangs; where it names several, that day if it is one of them.
    ///
    /// @param text of the report
    /// @param hanging day of the prior that hangs
    /// @return the day; empty where it cannot be told
    public static Optional<LocalDate> day(ReportText text, Optional<LocalDate> hanging) {
        var named =
                WRITTEN.matcher(text.of(Section.COMPARISON))
                        .results()
                        .flatMap(m -> parsed(m.group()).stream())
                        .distinct()
                        .toList();
        if (named.isEmpty()) return hanging;
        return named.size() == 1 ? Optional.of(named.getFirst()) : hanging.filter(named::contains);
    }

    private static Optional<LocalDate> parsed(String day) {
        try {
            return Optional.of(LocalDate.parse(day, DAY));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /// @param prior that was compared
    /// @param locale of the report
    /// @return such as "Sammenlignet med CT thorax 14.03.2026."
    public static String sentence(Study prior, Locale locale) {
        var what =
                prior.description().isBlank()
                        ? String.join("/", prior.modalities())
                        : prior.description();
        return prior.date()
                .map(
                        day ->
                                Sentences.text(
                                        Comparison.class,
                                        "compared.dated",
                                        locale,
                                        what,
                                        DAY.format(day)))
                .orElseGet(() -> Sentences.text(Comparison.class, "compared", locale, what));
    }
}
