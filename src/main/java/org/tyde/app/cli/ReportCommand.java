package org.tyde.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.evidence.ReadDocument;
import org.tyde.evidence.content.SrClasses;
import org.tyde.evidence.document.DocumentPage;
import org.tyde.refusal.Refusal;
import org.tyde.report.PriorReport;
import org.tyde.report.ReportHead;
import org.tyde.report.ReportReason;
import org.tyde.report.out.FhirDocument;
import org.tyde.report.out.FinishedReport;
import org.tyde.report.out.Illustrations;
import org.tyde.report.out.OruMessage;
import org.tyde.report.out.ReportPage;
import org.tyde.report.out.ReportPdf;
import org.tyde.study.Study;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `tyde report`: make, show, export and check reports.
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        subcommands = {ReportNewCommand.class, ReportCheckCommand.class},
        description = "Reports: new, show, export, check.")
final class ReportCommand implements Callable<Integer> {
    @Spec @Nullable CommandSpec spec;

    /// What a report can be exported to.
    enum Form {
        /// The structured report itself, rewritten as explicit little endian.
        sr,
        /// A PDF on A4.
        pdf,
        /// A FHIR R4 document, JSON.
        fhir,
        /// An HL7 v2.5.1 message, ORU^R01.
        hl7,
        /// Plain text, UTF-8.
        text
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "new | show | export | check");
    }

    @Command(description = "Print a structured report of any kind as text.")
    int show(
            @Parameters(paramLabel = "FILE", description = "A structured report.") Path file,
            @Option(names = "--json", description = "Heading and text of each section.")
                    boolean json,
            @Option(names = "--tree", description = "Every item of its content.") boolean tree)
            throws IOException {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var set = DicomReader.read(file).dataSet();
        boolean document = SrClasses.isDocument(set.textOr(Tag.SOP_CLASS_UID, ""));
        if (document && (tree || !ReadDocument.narrates(set))) {
            out.print(DocumentPage.of(set, Locale.getDefault()).plain());
            out.flush();
            return 0;
        }
        var page = page(report(file));
        if (!json) out.print(page.plain(Locale.getDefault()));
        else
            out.println(
                    new ObjectMapper()
                            .valueToTree(
                                    Map.of(
                                            "heading",
                                            page.heading(),
                                            "sections",
                                            page.paragraphs()))
                            .toString());
        out.flush();
        return 0;
    }

    @Command(description = "Write a structured report as SR, PDF, FHIR, HL7 or text.")
    int export(
            @Parameters(paramLabel = "FILE", description = "A structured report.") Path file,
            @Option(names = "--to", required = true, description = "${COMPLETION-CANDIDATES}")
                    Form form,
            @Option(
                            names = {"-o", "--out"},
                            required = true,
                            paramLabel = "OUT",
                            description = "The file to write.")
                    Path out)
            throws IOException {
        var report = report(file);
        switch (form) {
            case sr -> DicomWriter.write(out, report, TransferSyntax.EXPLICIT_LITTLE);
            case pdf -> Files.write(out, ReportPdf.of(page(report), Locale.getDefault()));
            case fhir ->
                    Files.writeString(
                            out,
                            FhirDocument.of(
                                    finished(report), Locale.getDefault(), Illustrations.NONE));
            case hl7 ->
                    Files.writeString(
                            out, OruMessage.of(finished(report), Locale.getDefault()).encoded());
            case text -> Files.writeString(out, page(report).plain(Locale.getDefault()));
        }
        return 0;
    }

    private static DataSet report(Path file) throws IOException {
        var set = DicomReader.read(file).dataSet();
        if (!ReadDocument.reads(set.textOr(Tag.SOP_CLASS_UID, "")))
            throw new Refusal(ReportReason.NOT_A_REPORT, String.valueOf(file.getFileName()));
        return set;
    }

    private static FinishedReport finished(DataSet report) throws IOException {
        return FinishedReport.of(report, Optional.empty());
    }

    private static ReportPage page(DataSet report) throws IOException {
        return ReportPage.of(
                ReportHead.of(Study.from(report)), PriorReport.of(report), Locale.getDefault());
    }
}
