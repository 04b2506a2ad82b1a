package org.tyde.report.sign;

import org.tyde.dicom.DataSet;
import org.tyde.refusal.Refusal;
import org.tyde.report.ReportContent;
import org.tyde.report.ReportHead;
import org.tyde.store.Outbox;

import java.util.List;

/// What leaves the desk with a signed report besides its SR and its key objects: a PDF, a message, a
/// bundle. Asked while the report is being signed. What it answers is queued in the transaction that
/// queues the report, waits as long as the report can be taken back, and is taken back with it.
public interface Release {
    /// Nothing besides.
    Release NONE = _ -> List.of();

    /// A report that is being signed.
    ///
    /// @param head of which study
    /// @param content what was signed, with its marks; [ReportContent#finished] leaves out its open fields
    /// @param signed the document and the objects that are stored
    /// @param header of an image of the study, for what its patient and its request are called
    /// @param target the archive the report goes to
    record Released(
            ReportHead head,
            ReportContent content,
            SigningOutcome.Signed signed,
            DataSet header,
            Destination target) {}

    /// @param report that will leave
    /// @return objects for archives and files for folders, in the order in which they are sent after it
    /// @throws Refusal something cannot be made; then nothing is signed
    List<Outbox.Item> items(Released report) throws Refusal;
}
