package org.tyde.report.sign;

import org.tyde.evidence.Observer;
import org.tyde.report.ReportHead;
import org.tyde.report.ReportText;

import java.util.List;
import java.util.Optional;

/// What is shown after the first act of signing: whose report, of what, saying what, resting on which
/// images. The second act signs exactly this.
///
/// @param head patient, examination and date
/// @param signer who will sign
/// @param conclusion the words of the conclusion (of an addendum: of the addendum)
/// @param images received, expected, never shown
/// @param checks what was found
/// @param text all of the report
/// @param version of the report that was looked at
/// @param independent whether it is one of two readings made without knowledge of each other
/// @param training whether the signer is in training: what he signs waits for a countersignature
public record SigningSummary(
        ReportHead head,
        Optional<Observer> signer,
        String conclusion,
        ImagesRead images,
        List<SigningCheck> checks,
        ReportText text,
        long version,
        boolean independent,
        boolean training) {
    /// @throws NullPointerException never a missing part
    public SigningSummary {
        checks = List.copyOf(checks);
    }

    /// Of a report that stands for itself.
    ///
    /// @param head patient, examination and date
    /// @param signer who will sign
    /// @param conclusion the words of the conclusion
    /// @param images received, expected, never shown
    /// @param checks what was found
    /// @param text all of the report
    /// @param version of the report that was looked at
    public SigningSummary(
            ReportHead head,
            Optional<Observer> signer,
            String conclusion,
            ImagesRead images,
            List<SigningCheck> checks,
            ReportText text,
            long version) {
        this(head, signer, conclusion, images, checks, text, version, false, false);
    }

    /// @param weight how much it weighs
    /// @return the checks of that weight
    public List<SigningCheck> checks(SigningCheck.Weight weight) {
        return checks.stream().filter(c -> c.kind().weight() == weight).toList();
    }

    /// @return whether nothing stops signing
    public boolean ready() {
        return checks(SigningCheck.Weight.STOPS).isEmpty();
    }
}
