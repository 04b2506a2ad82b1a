package org.tyde.worklist;

import org.tyde.evidence.Awaits;
import org.tyde.evidence.Observer;
import org.tyde.evidence.ReportDocument;
import org.tyde.evidence.Standing;
import org.tyde.refusal.Sentences;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the reports of a study wait for. Says nothing of what they say.
///
/// @param what the act
/// @param open whether it may be done by the person at the desk
/// @param own whether the report that waits is his own
/// @param author who wrote it, as read; empty of an independent reading
/// @param since when it was written
public record Due(
        Awaits what, boolean open, boolean own, String author, Optional<LocalDateTime> since) {
    /// Of reports that say no more.
    ///
    /// @param what the act
    /// @param open whether it may be done by the person at the desk
    public Due(Awaits what, boolean open) {
        this(what, open, false, "", Optional.empty());
    }

    /// @param documents of one study, as the person at the desk may see them
    /// @param who is at the desk; empty where nobody is entered
    /// @return the act that is next; of several, first one that is his to do
    static Optional<Due> of(List<ReportDocument> documents, Optional<Observer> who) {
        var all = new Standing(documents).turns().stream().map(turn -> Due.of(turn, who)).toList();
        return all.stream().filter(Due::open).findFirst().or(() -> all.stream().findFirst());
    }

    private static Due of(Standing.Turn turn, Optional<Observer> who) {
        boolean open = who.filter(turn::open).isPresent();
        return switch (turn.what()) {
            case COUNTERSIGNATURE, SECOND_READING -> {
                var waiting = turn.on().getFirst();
                var author = waiting.author();
                yield new Due(
                        turn.what(),
                        open,
                        who.isPresent() && author.filter(who.get()::same).isPresent(),
                        author.map(a -> a.name().display()).orElse(""),
                        waiting.written());
            }
            case INDEPENDENT_READING, CONSENSUS -> new Due(turn.what(), open);
        };
    }

    /// @param locale the reader's language
    /// @return what it waits for, in a few words
    public String text(Locale locale) {
        return Sentences.text(Due.class, (own ? "due.own." : "due.") + what.name(), locale);
    }
}
