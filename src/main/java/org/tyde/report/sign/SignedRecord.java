package org.tyde.report.sign;

import org.tyde.evidence.Observer;
import org.tyde.refusal.Refusal;
import org.tyde.report.Decision;
import org.tyde.report.ReportId;
import org.tyde.store.Drafts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was decided about a report when it was signed at this desk, or that it was taken back. It is kept in
/// `work.db` for good, beside the report that left, and does not leave with it: it is about how the report was
/// written, not about the patient.
///
/// @param report its identity
/// @param studyUid the study it describes
/// @param event what happened
/// @param when it happened
/// @param by who signed, as [#name(Observer)] says
/// @param document SOP Instance UID of the document that was signed; empty where it was taken back
/// @param decisions that checks are right as they are, and what became of the findings of algorithms, in the order
///     of time
/// @param without images that were missing when it was signed all the same
/// @param unasked whether it was signed though the archive did not answer
/// @param independent whether it is one of two independent readings
public record SignedRecord(
        ReportId report,
        String studyUid,
        Event event,
        Instant when,
        String by,
        String document,
        List<Decision> decisions,
        Optional<Images> without,
        boolean unasked,
        boolean independent) {
    /// What happened to it.
    public enum Event {
        /// It was signed.
        SIGNED,
        /// It was taken back before it left.
        TAKEN_BACK
    }

    /// How many images were there.
    ///
    /// @param received here when it was signed
    /// @param expected that the study has
    public record Images(int received, int expected) {}

    /// Copies the decisions.
    public SignedRecord {
        decisions = List.copyOf(decisions);
    }

    /// @param signer who signs
    /// @return name and number, which tells two of one name apart
    public static String name(Observer signer) {
        return signer.name().display() + signer.hprNumber().map(n -> ", " + n).orElse("");
    }

    /// @param drafts that keep it
    /// @param studyUid Study Instance UID
    /// @return what was decided about its reports when they were signed here, in the order of time
    /// @throws Refusal `work.db` cannot be read, or a record is none
    public static List<SignedRecord> ofStudy(Drafts drafts, String studyUid) throws Refusal {
        var found = new ArrayList<SignedRecord>();
        for (var kept : drafts.kept(studyUid)) found.add(SignedRecordJson.read(kept));
        return found;
    }

    static SignedRecord takenBack(ReportId report, String studyUid, Instant when) {
        return new SignedRecord(
                report,
                studyUid,
                Event.TAKEN_BACK,
                when,
                "",
                "",
                List.of(),
                Optional.empty(),
                false,
                false);
    }

    /// @param reader who looks, as signers are displayed
    /// @return without what the other of two independent readers decided, as far as that is not the reader himself
    public SignedRecord seenBy(String reader) {
        if (!independent || by.equals(reader)) return this;
        return new SignedRecord(
                report, studyUid, event, when, by, document, List.of(), without, unasked, true);
    }
}
