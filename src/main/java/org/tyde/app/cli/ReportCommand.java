package org.tyde.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.io.DicomReader;
import org.tyde.evidence.ReadDocument;
import org.tyde.evidence.content.SrClasses;
import org.tyde.evidence.document.DocumentPage;
import org.tyde.refusal.Refusal;
import org.tyde.report.PriorReport;
import org.tyde.report.ReportHead;
import org.tyde.report.ReportReason;
import org.tyde.report.out.ReportPage;
import org.tyde.study.Study;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/// `tyde report`: make, show, export and check reports.
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        subcommands = {
            ReportNewCommand.class,
            ReportExportCommand.class,
            ReportCheckCommand.class,
            ReportDecisionsCommand.class
        },
        description = "Reports: new, show, export, check, decisions.")
final class ReportCommand implements Callable<Integer> {
    @Spec @Nullable CommandSpec spec;

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

    private static DataSet report(Path file) throws IOException {
        var set = DicomReader.read(file).dataSet();
        if (!ReadDocument.reads(set.textOr(Tag.SOP_CLASS_UID, "")))
            throw new Refusal(ReportReason.NOT_A_REPORT, String.valueOf(file.getFileName()));
        return set;
    }

    private static ReportPage page(DataSet report) throws IOException {
        return ReportPage.of(
                ReportHead.of(Study.from(report)), PriorReport.of(report), Locale.getDefault());
    }
}
