package org.tyde.report.out;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.Programs;
import org.tyde.archive.StudySource;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.EncapsulatedPdf;
import org.tyde.report.Caret;
import org.tyde.report.ReportContent;
import org.tyde.report.ReportText;
import org.tyde.report.Section;
import org.tyde.report.sign.Destination;
import org.tyde.report.sign.Release;
import org.tyde.report.sign.SigningOutcome;
import org.tyde.settings.ReportOutputs;
import org.tyde.settings.Settings;
import org.tyde.settings.SettingsFile;
import org.tyde.settings.TydeHome;
import org.tyde.store.Outbox;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ReportFormsTest {
    @TempDir Path folder = Path.of("");

    @Test
    void dciodvfyFindsNoErrorInThePdfAsAnObjectAndItsBytesComeBack() throws Exception {
        for (var state : DocumentState.values()) {
            var report = Finished.report(state);
            var pdf = ReportForms.Form.PDF.of(report, Finished.NB, Finished.AT_HAND);
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

    @Test
    void whatLeavesWithAReportIsNamedByItsUidAndByNoPatient() throws Exception {
        var report = Finished.report(DocumentState.SIGNED);
        var archive =
                (StudySource)
                        Proxy.newProxyInstance(
                                StudySource.class.getClassLoader(),
                                new Class<?>[] {StudySource.class},
                                (_, _, _) -> "Arkivet");
        var folders = new EnumMap<ReportForms.Form, Path>(ReportForms.Form.class);
        for (var form : ReportForms.Form.values()) folders.put(form, folder);
        var items =
                new ReportForms(true, folders, Finished.NB, Finished.AT_HAND)
                        .items(
                                new Release.Released(
                                        report.head(),
                                        ReportContent.plain(
                                                ReportText.EMPTY, new Caret(Section.FINDINGS, 0)),
                                        new SigningOutcome.Signed(
                                                report.document(),
                                                report.object(),
                                                Optional.empty(),
                                                List.of(),
                                                List.of()),
                                        report.object(),
                                        new Destination(archive, true)));
        assertEquals("Arkivet", items.getFirst().target());
        var names =
                items.stream()
                        .filter(Outbox.Item.ForFolder.class::isInstance)
                        .map(i -> ((Outbox.Item.ForFolder) i).fileName())
                        .toList();
        var uid = report.document().sopUid();
        assertEquals(List.of(uid + ".pdf", uid + ".json", uid + ".hl7", uid + ".txt"), names);
    }

    @Test
    void whatIsSetIsKept() throws Exception {
        var file = new SettingsFile(TydeHome.at(folder));
        var outputs = new ReportOutputs(true, Map.of("hl7", folder.resolve("ut")));
        file.write(Settings.DEFAULTS.withReportOutputs(outputs));
        assertEquals(outputs, file.read().settings().reportOutputs());
        assertEquals(List.of(), file.read().unknownKeys());
        assertEquals(ReportOutputs.NONE, Settings.DEFAULTS.reportOutputs());
    }
}
