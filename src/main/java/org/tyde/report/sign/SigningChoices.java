package org.tyde.report.sign;

import java.util.Set;

/// What the signer has decided, each by an act of its own.
///
/// @param withoutMissingImages sign though images are missing; the report will say so
/// @param withoutAskingArchive sign though the archive could not be asked for other reports
/// @param reportsSeen SOP Instance UIDs of reports by others that have been shown
public record SigningChoices(
        boolean withoutMissingImages, boolean withoutAskingArchive, Set<String> reportsSeen) {
    /// Nothing decided.
    public static final SigningChoices NONE = new SigningChoices(false, false, Set.of());

    /// @throws NullPointerException never a missing part
    public SigningChoices {
        reportsSeen = Set.copyOf(reportsSeen);
    }
}
