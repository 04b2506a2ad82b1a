package org.tyde.prior;

import org.tyde.refusal.Sentences;
import org.tyde.study.Study;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// An earlier study of the same patient, and what it has to do with the current one.
///
/// @param study the earlier study
/// @param relation how it compares
/// @param shared parts of the body that both show
public record Prior(Study study, Relation relation, Set<BodyPart> shared) {
    /// How an earlier study compares; better ones first.
    public enum Relation {
        /// Same kind of examination of all of the region.
        SAME_KIND(true),
        /// Same kind of examination of a part of the region.
        SAME_KIND_PART(true),
        /// A kind worth comparing, all of the region.
        RELATED_KIND(true),
        /// A kind worth comparing, a part of the region.
        RELATED_KIND_PART(true),
        /// The same part of the other side: shown on request only, as are those below.
        OTHER_SIDE(false),
        /// The same region by a kind that is not compared, or no examination at all.
        NOT_COMPARED(false),
        /// Another region.
        OTHER_REGION(false),
        /// Nothing tells which region.
        NOT_SAID(false);

        private final boolean relevant;

        Relation(boolean relevant) {
            this.relevant = relevant;
        }

        /// @return whether it may hang beside the current study unasked
        public boolean relevant() {
            return relevant;
        }
    }

    /// Keeps its own copy.
    public Prior {
        shared = Set.copyOf(shared);
    }

    /// @param locale of the reader
    /// @return why it hangs beside the current study, or why not, as one sentence
    public String reason(Locale locale) {
        if (relation.relevant() && shared.isEmpty())
            return Sentences.text(Prior.class, "prior.SAME_WORDS", locale);
        var parts =
                shared.stream()
                        .sorted()
                        .map(part -> part.text(locale))
                        .collect(Collectors.joining(", "));
        return Sentences.text(Prior.class, "prior." + relation.name(), locale, parts);
    }
}
