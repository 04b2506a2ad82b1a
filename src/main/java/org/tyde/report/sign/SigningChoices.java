package org.tyde.report.sign;

import org.tyde.evidence.Awaits;

import java.util.Optional;
import java.util.Set;

/// What the signer has decided, each by an act of its own.
///
/// @param withoutMissingImages sign though images are missing; the report will say so
/// @param withoutAskingArchive sign though the archive could not be asked for other reports
/// @param reportsSeen SOP Instance UIDs of reports by others that have been shown
/// @param awaits which act of somebody else the report waits for from now on; empty where it stands alone
/// @param reason why a signed report is amended, in the signer's words; empty for anything else
public record SigningChoices(
        boolean withoutMissingImages,
        boolean withoutAskingArchive,
        Set<String> reportsSeen,
        Optional<Awaits> awaits,
        String reason) {
    /// Nothing decided.
    public static final SigningChoices NONE = new SigningChoices(false, false, Set.of());

    /// @throws IllegalArgumentException waiting for a consensus, which follows from two readings
    public SigningChoices {
        reportsSeen = Set.copyOf(reportsSeen);
        if (awaits.equals(Optional.of(Awaits.CONSENSUS)))
            throw new IllegalArgumentException("no single report waits for a consensus");
    }

    /// Signed alone.
    ///
    /// @param withoutMissingImages sign though images are missing; the report will say so
    /// @param withoutAskingArchive sign though the archive could not be asked for other reports
    /// @param reportsSeen SOP Instance UIDs of reports by others that have been shown
    public SigningChoices(
            boolean withoutMissingImages, boolean withoutAskingArchive, Set<String> reportsSeen) {
        this(withoutMissingImages, withoutAskingArchive, reportsSeen, Optional.empty(), "");
    }

    /// @param one act of somebody else
    /// @return these choices, and the report waits for it
    public SigningChoices awaiting(Awaits one) {
        return new SigningChoices(
                withoutMissingImages, withoutAskingArchive, reportsSeen, Optional.of(one), reason);
    }

    /// @param words why a signed report is amended
    /// @return these choices with them
    public SigningChoices because(String words) {
        return new SigningChoices(
                withoutMissingImages, withoutAskingArchive, reportsSeen, awaits, words.strip());
    }

    /// @return whether the report is one of two independent readings: sealed, and nothing leaves with it
    public boolean independent() {
        return awaits.equals(Optional.of(Awaits.INDEPENDENT_READING));
    }
}
