package org.tyde.report.sign;

import org.tyde.evidence.Awaits;
import org.tyde.evidence.Concepts;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.Observer;
import org.tyde.evidence.ReportDocument;
import org.tyde.evidence.Standing;
import org.tyde.evidence.Verifier;
import org.tyde.refusal.Refusal;
import org.tyde.report.ReportHead;
import org.tyde.report.ReportKind;

import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether an act of signing is the signer's to do, by what stands in the study now.
///
/// @param standing of the study's documents
/// @param signer at the desk
/// @param training whether he is in training
public record TurnRules(Standing standing, Observer signer, boolean training) {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT);

    /// @param head of what would be signed
    /// @param choices of the signer
    /// @throws Refusal it is not his to do, or has been done
    public void check(ReportHead head, SigningChoices choices) throws Refusal {
        var kind = head.kind();
        boolean waitsForSpecialist = choices.awaits().equals(Optional.of(Awaits.COUNTERSIGNATURE));
        if (training && (kind != ReportKind.REPORT || !waitsForSpecialist))
            throw new Refusal(SignReason.IN_TRAINING);
        if (choices.awaits().isPresent() && kind != ReportKind.REPORT)
            throw new Refusal(SignReason.ONLY_A_FIRST_REPORT_WAITS);
        switch (kind) {
            case REPORT -> checkReading(choices);
            case ADDENDUM -> {}
            case AMENDMENT -> checkAmendment(head, choices);
            case COUNTERSIGNATURE -> checkTurn(head, Awaits.COUNTERSIGNATURE);
            case SECOND_READING -> checkTurn(head, Awaits.SECOND_READING);
            case CONSENSUS -> checkTurn(head, Awaits.CONSENSUS);
        }
    }

    private void checkReading(SigningChoices choices) throws Refusal {
        if (!choices.independent()) return;
        for (var reading : standing.readings()) {
            if (reading.author().filter(signer::same).isPresent())
                throw new Refusal(SignReason.READ_ALREADY);
        }
        for (var turn : standing.turns())
            if (turn.what() == Awaits.CONSENSUS) throw new Refusal(SignReason.TWO_HAVE_READ);
    }

    private void checkAmendment(ReportHead head, SigningChoices choices) throws Refusal {
        refuseDone(head);
        for (var document : standing.documents())
            if (uids(head.follows()).contains(document.sopUid())
                    && document.state() == DocumentState.AWAITING)
                throw new Refusal(SignReason.NOT_SIGNED_YET);
        if (choices.reason().isBlank()) throw new Refusal(SignReason.NO_REASON);
    }

    private void checkTurn(ReportHead head, Awaits what) throws Refusal {
        refuseDone(head);
        var wanted = uids(head.follows());
        for (var turn : standing.turns()) {
            var on = turn.on().stream().map(ReportDocument::sopUid).collect(Collectors.toSet());
            if (turn.what() != what || !on.equals(wanted)) continue;
            if (!turn.open(signer)) throw new Refusal(SignReason.OWN_REPORT);
            return;
        }
        throw new Refusal(SignReason.NOT_AWAITED);
    }

    private void refuseDone(ReportHead head) throws Refusal {
        var wanted = uids(head.follows());
        for (var document : standing.documents()) {
            if (document.sections().stream().anyMatch(s -> s.title().same(Concepts.ADDENDUM)))
                continue;
            var before = new HashSet<>(uids(document.predecessors()));
            before.retainAll(wanted);
            if (!before.isEmpty())
                throw new Refusal(
                        SignReason.DONE_ALREADY,
                        document.responsible().map(o -> o.name().display()).orElse("?"),
                        when(document));
        }
    }

    private static String when(ReportDocument document) {
        return (document.verifiers().isEmpty()
                        ? document.written()
                        : document.verifiers().stream()
                                .reduce((_, last) -> last)
                                .flatMap(Verifier::when)
                                .or(document::written))
                .map(WHEN::format)
                .orElse("?");
    }

    private static Set<String> uids(List<InstanceReference> references) {
        return references.stream().map(InstanceReference::sopUid).collect(Collectors.toSet());
    }
}
