package org.tyde.app.cli;

import org.jspecify.annotations.Nullable;
import org.tyde.app.forms.KeyPictures;
import org.tyde.app.house.Decoders;
import org.tyde.app.house.FileFrames;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.evidence.MeasurementReport;
import org.tyde.evidence.ReadDocument;
import org.tyde.imaging.DecodedFrames;
import org.tyde.refusal.Refusal;
import org.tyde.report.ReportReason;
import org.tyde.report.out.FinishedReport;
import org.tyde.report.out.Illustrations;
import org.tyde.report.out.ReportForms;
import org.tyde.work.JobRunner;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/// `tyde report export`: a structured report in another form.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write a structured report as SR, PDF, FHIR, HL7 or text.")
final class ReportExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A structured report.")
    Path file = Path.of("");

    @Option(names = "--to", required = true, description = "${COMPLETION-CANDIDATES}")
    Form form = Form.text;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "OUT",
            description = "The file to write.")
    Path out = Path.of("");

    @Option(
            names = "--measurements",
            paramLabel = "FILE",
            description = "What was measured for it (TID 1500), told with it.")
    @Nullable Path measurements;

    @Option(
            names = "--images",
            paramLabel = "PATH",
            arity = "1..*",
            description = "Images of the study, for the names and pictures of those it refers to.")
    List<Path> images = List.of();

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
    public Integer call() throws IOException {
        var report = DicomReader.read(file).dataSet();
        if (!ReadDocument.reads(report.textOr(Tag.SOP_CLASS_UID, ""))) throw noReport(file);
        switch (form) {
            case sr -> DicomWriter.write(out, report, TransferSyntax.EXPLICIT_LITTLE);
            case pdf -> write(ReportForms.Form.PDF, report);
            case fhir -> write(ReportForms.Form.FHIR, report);
            case hl7 -> write(ReportForms.Form.HL7, report);
            case text -> write(ReportForms.Form.TEXT, report);
        }
        return 0;
    }

    private static Refusal noReport(Path file) {
        return new Refusal(ReportReason.NOT_A_REPORT, String.valueOf(file.getFileName()));
    }

    private void write(ReportForms.Form as, DataSet report) throws IOException {
        var measured = List.<DataSet>of();
        if (measurements != null) {
            measured = List.of(DicomReader.read(measurements).dataSet());
            if (!MeasurementReport.is(measured.getFirst())) throw noReport(measurements);
        }
        var finished = FinishedReport.of(report, measured);
        if (images.isEmpty()) {
            Files.write(out, as.of(finished, Locale.getDefault(), Illustrations.NONE));
            return;
        }
        try (var runner = new JobRunner()) {
            var source =
                    new DecodedFrames(
                            frames(), Decoders.all(), runner, DecodedFrames.budgetOfThisMachine());
            Files.write(out, as.of(finished, Locale.getDefault(), new KeyPictures(source)));
        }
    }

    /// What is no image does not count.
    private FileFrames frames() throws IOException {
        var frames = new FileFrames();
        for (var path : images)
            try (var files = Files.walk(path)) {
                for (var one : files.filter(Files::isRegularFile).sorted().toList())
                    try {
                        frames.add(one);
                    } catch (Refusal other) {
                        if (path.equals(one)) throw other;
                    }
            }
        return frames;
    }
}
