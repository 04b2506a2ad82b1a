package org.tyde.report;

import org.tyde.refusal.Refusal;
import org.tyde.refusal.Sentences;
import org.tyde.study.Study;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/// The sentence that says which prior was compared. It is put in by an explicit act, and only for priors
/// whose images have been on screen.
public final class Comparison {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

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
