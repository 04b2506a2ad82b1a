package org.tyde.report.sign;

import org.tyde.evidence.Awaits;
import org.tyde.evidence.Standing;
import org.tyde.refusal.Refusal;
import org.tyde.report.Meaning;
import org.tyde.report.Report;
import org.tyde.report.ReportKind;
import org.tyde.report.ReportReason;
import org.tyde.report.screening.ScreeningReason;

import java.util.Locale;

/// What a report may not be signed with, or beside; whose turn it is stands in [TurnRules].
final class SigningRules {
    private SigningRules() {}

    static void whatStops(
            Report report, SigningSummary summary, SigningChoices choices, Destination target)
            throws Refusal {
        if (report.sealed()) throw new Refusal(ReportReason.SIGNED_ALREADY);
        if (report.version() != summary.version())
            throw new Refusal(ReportReason.CHANGED_SINCE_SUMMARY);
        if (summary.signer().isEmpty()) throw new Refusal(SignReason.NO_SIGNER);
        for (var section : report.missing())
            throw new Refusal(SignReason.SECTION_MISSING, section.heading(Locale.getDefault()));
        trialSpeech(report, target);
        for (var check : summary.checks())
            if (check.open())
                throw new Refusal(SignReason.UNDECIDED, check.sentence(Locale.getDefault()));
        var images = summary.images();
        if (images.incomplete() && !choices.withoutMissingImages())
            throw new Refusal(
                    SignReason.IMAGES_MISSING, images.received(), images.expected().orElseThrow());
    }

    static void trialSpeech(Report report, Destination target) throws Refusal {
        if (report.content().holds(Meaning.Trial.class::isInstance) && !target.embedded())
            throw new Refusal(SignReason.TRIAL_SPEECH, target.name());
    }

    /// While one reading waits for the other, a report of another kind would come between them.
    static void besideSealed(Report report, SigningChoices choices, Standing standing)
            throws Refusal {
        if (report.head().kind() != ReportKind.REPORT || choices.independent()) return;
        for (var turn : standing.turns())
            if (turn.what() == Awaits.INDEPENDENT_READING)
                throw new Refusal(ScreeningReason.READING_WANTED);
    }
}
