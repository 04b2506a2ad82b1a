package org.tyde.report.out;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.Programs;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.EncapsulatedPdf;

import java.nio.file.Path;

class ReportFormsTest {
    @TempDir Path folder = Path.of("");

    @Test
    void dciodvfyFindsNoErrorInThePdfAsAnObjectAndItsBytesComeBack() throws Exception {
        for (var state : DocumentState.values()) {
            var report = Finished.report(state);
            var pdf = ReportForms.Form.PDF.of(report, Finished.NB);
            var file = folder.resolve("pdf.dcm");
            DicomWriter.write(
                    file, PdfObject.of(report, pdf, "Beskrivelse"), TransferSyntax.EXPLICIT_LITTLE);
            var said = Programs.run("dciodvfy", file.toString()).text();
            assertFalse(said.contains("Error"), said);
            var read = EncapsulatedPdf.of(DicomReader.read(file).dataSet()).orElseThrow();
            assertArrayEquals(pdf, read.pdf());
            assertEquals("Beskrivelse", read.title());
        }
    }
}
