package org.tyde.fuzz;

import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.evidence.DocumentState;
import org.tyde.refusal.Sentences;
import org.tyde.report.out.Finished;
import org.tyde.report.out.Illustrations;
import org.tyde.report.out.ReportForms;
import org.tyde.report.out.check.FormCheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Forms of reports as others send them: whatever stands in them is looked over, or refused.
public final class ReportFormFuzz {
    private ReportFormFuzz() {}

    /// @param input a file
    public static void fuzzerTestOneInput(byte[] input) {
        Hostile.input(
                () -> {
                    for (var flaw : FormCheck.of(input.clone(), Optional.empty()).flaws())
                        if (Sentences.of(flaw, Locale.ENGLISH).startsWith("org.tyde."))
                            throw new AssertionError("a flaw without a sentence: " + flaw);
                });
    }

    /// @return one of each form
    public static List<byte[]> seeds() throws Exception {
        var report = Finished.report(DocumentState.SIGNED);
        var seeds = new ArrayList<byte[]>();
        for (var form : ReportForms.Form.values())
            if (form != ReportForms.Form.PDF)
                seeds.add(form.of(report, Finished.NB, Illustrations.NONE));
        seeds.add(
                "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj trailer<</Root 1 0 R>>"
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        seeds.add(DicomWriter.toBytes(report.object(), TransferSyntax.EXPLICIT_LITTLE));
        seeds.add(
                DicomWriter.toBytes(
                        Finished.measurements(
                                DocumentState.SIGNED,
                                List.of(Finished.line(), Finished.region()),
                                Finished.header()),
                        TransferSyntax.EXPLICIT_LITTLE));
        return seeds;
    }
}
