package org.tyde.dimse;

import org.tyde.dimse.command.Service;
import org.tyde.dimse.command.Status;
import org.tyde.dimse.message.Outgoing;
import org.tyde.refusal.Refusal;
import org.tyde.refusal.Sentences;

import java.util.Locale;

/// How the sending of one instance went.
///
/// @param instance what was to be sent
/// @param outcome how it went
public record StoreResult(Outgoing instance, Outcome outcome) {
    /// How it went.
    public sealed interface Outcome {
        /// The other answered.
        ///
        /// @param status of its answer
        record Answered(Status status) implements Outcome {}

        /// It was not sent.
        ///
        /// @param why no context suits it, or its file cannot be read
        record NotSent(Refusal why) implements Outcome {}
    }

    /// @return whether the other has it now
    public boolean stored() {
        return switch (outcome) {
            case Outcome.Answered(var status) ->
                    status.kind() == Status.Kind.SUCCESS || status.kind() == Status.Kind.WARNING;
            case Outcome.NotSent _ -> false;
        };
    }

    /// @param locale the reader's language
    /// @return what the other said, or why it was not sent
    public String text(Locale locale) {
        return switch (outcome) {
            case Outcome.Answered(var status) -> status.text(Service.STORE, locale);
            case Outcome.NotSent(var why) -> Sentences.of(why, locale);
        };
    }
}
