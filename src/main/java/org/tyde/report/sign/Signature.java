package org.tyde.report.sign;

import org.tyde.evidence.Awaits;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.Life;
import org.tyde.evidence.Observer;
import org.tyde.evidence.ReportDocument;
import org.tyde.evidence.Verifier;
import org.tyde.report.ReportKind;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who answers for a document, and how final that makes it.
///
/// @param state of the document
/// @param author who wrote it
/// @param verifiers who put their names to it, in order
/// @param life what it waits for, and what it does to its predecessors
record Signature(
        DocumentState state, Optional<Observer> author, List<Verifier> verifiers, Life life) {
    /// Nobody answers for it yet.
    static Signature preliminary(Optional<Observer> author) {
        return new Signature(DocumentState.PRELIMINARY, author, List.of(), Life.PLAIN);
    }

    /// @param kind of what is signed
    /// @param choices of the signer
    /// @param signer who signs now
    /// @param when that is
    /// @param follows the documents it follows
    /// @param remark what is said about the act besides the signer's reason, possibly empty
    static Signature of(
            ReportKind kind,
            SigningChoices choices,
            Observer signer,
            LocalDateTime when,
            List<ReportDocument> follows,
            String remark) {
        var now = new Verifier(signer, Optional.of(when));
        var first = follows.stream().findFirst();
        var author = first.flatMap(ReportDocument::author).or(() -> Optional.of(signer));
        return switch (kind) {
            case REPORT -> first(choices.awaits(), signer, now);
            case ADDENDUM -> signed(Optional.of(signer), List.of(now), Life.PLAIN);
            case AMENDMENT, CONSENSUS ->
                    signed(Optional.of(signer), List.of(now), life(kind, choices.reason()));
            case COUNTERSIGNATURE -> signed(author, List.of(now), life(kind, remark));
            case SECOND_READING -> {
                var both = new ArrayList<>(first.map(ReportDocument::verifiers).orElse(List.of()));
                both.add(now);
                yield signed(author, both, life(kind, remark));
            }
        };
    }

    private static Signature first(Optional<Awaits> awaits, Observer signer, Verifier now) {
        var author = Optional.of(signer);
        if (awaits.isEmpty()) return signed(author, List.of(now), Life.PLAIN);
        var life = Life.awaiting(awaits.get());
        return switch (awaits.get()) {
            case SECOND_READING -> signed(author, List.of(now), life);
            case COUNTERSIGNATURE, INDEPENDENT_READING, CONSENSUS ->
                    new Signature(DocumentState.AWAITING, author, List.of(), life);
        };
    }

    private static Signature signed(
            Optional<Observer> author, List<Verifier> verifiers, Life life) {
        return new Signature(DocumentState.SIGNED, author, verifiers, life);
    }

    private static Life life(ReportKind kind, String reason) {
        return kind.act().map(a -> Life.doing(a, reason)).orElse(Life.PLAIN);
    }
}
