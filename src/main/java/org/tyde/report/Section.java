package org.tyde.report;

import org.tyde.refusal.Sentences;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The parts of a report, in the order in which they are read.
public enum Section {
    /// What the referrer wrote; read-only, from the referral.
    CLINICAL,
    /// How the examination was done.
    TECHNIQUE,
    /// Which priors were compared.
    COMPARISON,
    /// What the images show.
    FINDINGS,
    /// What it means.
    CONCLUSION,
    /// What is added to a signed report; the only part an addendum has.
    ADDENDUM;

    /// @return whether the radiologist writes it
    public boolean editable() {
        return this != CLINICAL;
    }

    /// @return whether a report cannot be signed without it
    public boolean required() {
        return this == FINDINGS || this == CONCLUSION || this == ADDENDUM;
    }

    /// @param kind of the report
    /// @return the sections it has, in order
    public static List<Section> of(ReportKind kind) {
        return Arrays.stream(values())
                .filter(s -> s == CLINICAL || (s == ADDENDUM) == (kind == ReportKind.ADDENDUM))
                .toList();
    }

    /// @param locale the reader's language
    /// @return its heading
    public String heading(Locale locale) {
        return Sentences.text(Section.class, "section." + name(), locale);
    }
}
