package org.tyde.report;

import org.tyde.refusal.Sentences;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The parts of a report, in the order in which they are read: one to one the sections of the European
/// imaging report (HL7 Europe Imaging Report, `hl7.fhir.eu.imaging`), and the addendum.
public enum Section {
    /// What the referrer asks; read-only, from the referral.
    ORDER("55115-0"),
    /// What the referrer told of the patient; read-only, from the referral.
    HISTORY("11329-0"),
    /// How the examination was done.
    PROCEDURE("55111-9"),
    /// Which priors were compared.
    COMPARISON("18834-2"),
    /// What the images show.
    FINDINGS("59776-5"),
    /// What it means: the conclusion.
    IMPRESSION("19005-8"),
    /// What should be done next.
    RECOMMENDATION("18783-1"),
    /// Who was told of it at once, when and how.
    COMMUNICATION("73568-8"),
    /// What is added to a signed report; the only part an addendum has.
    ADDENDUM("55107-7");

    private final String loinc;

    Section(String loinc) {
        this.loinc = loinc;
    }

    /// @return its LOINC code
    public String loinc() {
        return loinc;
    }

    /// @return whether the radiologist writes it
    public boolean editable() {
        return this != ORDER && this != HISTORY;
    }

    /// @return whether a report cannot be signed without it
    public boolean required() {
        return this == FINDINGS || this == IMPRESSION || this == ADDENDUM;
    }

    /// @param kind of the report
    /// @return the sections it has, in order
    public static List<Section> of(ReportKind kind) {
        return Arrays.stream(values())
                .filter(s -> !s.editable() || (s == ADDENDUM) == (kind == ReportKind.ADDENDUM))
                .toList();
    }

    /// @param locale the reader's language
    /// @return its heading
    public String heading(Locale locale) {
        return Sentences.text(Section.class, "section." + name(), locale);
    }
}
