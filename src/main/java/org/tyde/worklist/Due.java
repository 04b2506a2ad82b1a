package org.tyde.worklist;

import org.tyde.evidence.Awaits;
import org.tyde.evidence.Observer;
import org.tyde.evidence.ReportDocument;
import org.tyde.evidence.Standing;
import org.tyde.refusal.Sentences;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the reports of a study wait for. Says nothing of what they say.
///
/// @param what the act
/// @param open whether it may be done by the person at the desk
public record Due(Awaits what, boolean open) {
    /// @param documents of one study, as the person at the desk may see them
    /// @param who is at the desk; empty where nobody is entered
    /// @return the act that is next; of several, first one that is his to do
    static Optional<Due> of(List<ReportDocument> documents, Optional<Observer> who) {
        var all =
                new Standing(documents)
                        .turns().stream()
                                .map(t -> new Due(t.what(), who.filter(t::open).isPresent()))
                                .toList();
        return all.stream().filter(Due::open).findFirst().or(() -> all.stream().findFirst());
    }

    /// @param locale the reader's language
    /// @return what it waits for, in a few words
    public String text(Locale locale) {
        return Sentences.text(Due.class, "due." + what.name(), locale);
    }
}
