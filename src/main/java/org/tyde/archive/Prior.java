package org.tyde.archive;

import org.tyde.refusal.Sentences;
import org.tyde.study.Study;

import java.util.Locale;

/// An earlier study of the same patient, and what it has to do with the current one.
///
/// @param study the earlier study
/// @param relation how it compares
public record Prior(Study study, Relation relation) {
    /// How an earlier study compares; better ones first.
    public enum Relation {
        /// Same kind of examination, same region.
        SAME_KIND,
        /// A kind worth comparing, same region.
        RELATED_KIND,
        /// Another region, or a kind not compared: shown on request only.
        OTHER
    }

    /// @param locale of the reader
    /// @return why it hangs beside the current study, or why not, as one sentence
    public String reason(Locale locale) {
        return Sentences.text(Prior.class, "prior." + relation.name(), locale);
    }
}
