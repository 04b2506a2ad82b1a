package org.tyde.report.template;

import org.tyde.refusal.Sentences;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a template takes from the examination by itself (IHE MRRT, `data-field-type="MERGE"`). A closed
/// set: a template asks for nothing else.
public enum MergeValue {
    /// Name of the patient.
    PATIENT,
    /// Age at the examination, with its unit.
    AGE,
    /// When the patient was born.
    BIRTH_DATE,
    /// What was done, in the archive's words.
    PROCEDURE,
    /// When it was done.
    STUDY_DATE,
    /// When the prior was done that the report is compared with.
    PRIOR_DATE,
    /// What the referrer asks.
    QUESTION,
    /// Accession number.
    ACCESSION,
    /// What was measured last on the images.
    MEASUREMENTS;

    /// @param name as in a file, a notation or the reader's language
    /// @return what it means
    public static Optional<MergeValue> named(String name) {
        var plain = plain(name);
        return Arrays.stream(values())
                .filter(
                        v ->
                                plain(v.name()).equals(plain)
                                        || plain(v.text(Locale.ENGLISH)).equals(plain)
                                        || plain(v.text(Locale.of("nb"))).equals(plain))
                .findFirst();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }

    /// @param locale the reader's language
    /// @return its name
    public String text(Locale locale) {
        return Sentences.text(MergeValue.class, "merge." + name(), locale);
    }
}
