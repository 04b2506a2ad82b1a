package org.tyde.app.tour;

import javafx.scene.input.KeyCode;

import org.tyde.app.forms.KeyPictures;
import org.tyde.app.house.SpeechFolder;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.dictation.DictationState.Microphone;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.MeasurementReport;
import org.tyde.evidence.ReadDocument;
import org.tyde.refusal.Refusal;
import org.tyde.report.Report;
import org.tyde.report.Section;
import org.tyde.report.out.FinishedReport;
import org.tyde.report.out.ReportForms;
import org.tyde.speech.WavSource;
import org.tyde.study.Study;
import org.tyde.ui.shell.CaseModel;
import org.tyde.worklist.ReadingStatus;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// Dictating, signing, storing and finding again: the second half of the main job, on the study that is
/// open.
final class TourReport {
    private final TourStage stage;
    private final Tour tour;
    private final CaseModel model;
    private final List<String> studies = new ArrayList<>();

    TourReport(TourStage stage, Tour tour, CaseModel model) {
        this.stage = stage;
        this.tour = tour;
        this.model = model;
    }

    void all() throws Refusal {
        tour.step("dictate while scrolling", this::dictate);
        tour.step("compare and conclude", this::conclude);
        tour.step("prior report beside the new one", new TourDocuments(stage)::all);
        tour.step("sign, first act", this::summary);
        tour.step("sign, second act", this::sign);
        tour.step("report in the archive", this::stored);
        tour.step("reopen", this::reopen);
    }

    private Report report() {
        return stage.desk().report().reportProperty().get().orElseThrow();
    }

    private String dictate() throws Exception {
        stage.until("the report", () -> stage.desk().report().reportProperty().get().isPresent());
        var grid = stage.desk().workstation().grid();
        stage.run(
                () -> {
                    try {
                        stage.desk()
                                .dictation()
                                .start(
                                        new WavSource(
                                                SpeechFolder.demoRecording(),
                                                WavSource.Pace.SPOKEN));
                    } catch (Refusal refused) {
                        throw new IllegalStateException(refused);
                    }
                });
        stage.until("the first words", () -> report().provisional().isPresent());
        stage.wheel(grid.viewports().getFirst(), 3);
        stage.photograph("07-dictating");
        stage.until(
                "the end of the recording",
                () ->
                        stage.desk().report().dictation().stateProperty().get().microphone()
                                == Microphone.OFF);
        stage.until("the words in the report", () -> !report().text().blank(Section.FINDINGS));
        Thread.sleep(1500);
        stage.photograph("08-dictated");
        return stage.on(() -> report().text().of(Section.FINDINGS).length())
                + " characters in Findings, by the recogniser's own process";
    }

    private String conclude() throws Exception {
        stage.key(KeyCode.CONTROL, KeyCode.J);
        stage.until("the comparison", () -> !report().text().blank(Section.COMPARISON));
        stage.run(() -> stage.desk().report().goTo(Section.IMPRESSION));
        if (stage.on(() -> report().text().blank(Section.IMPRESSION))) {
            stage.key(KeyCode.F3);
            stage.run(() -> stage.desk().report().goTo(Section.IMPRESSION));
            stage.type("Nodulus i høyre overlapp har vokst fra 6,0 til 8,4 mm.");
        }
        stage.until("the conclusion", () -> !report().text().blank(Section.IMPRESSION));
        stage.photograph("09-report");
        return "Ctrl+J named the prior that was shown";
    }

    private String summary() throws Exception {
        stage.key(KeyCode.CONTROL, KeyCode.ENTER);
        stage.until(
                "the summary",
                () -> stage.desk().report().signing().summaryProperty().get().isPresent());
        stage.photograph("10-signing");
        var summary =
                stage.on(
                        () ->
                                stage.desk()
                                        .report()
                                        .signing()
                                        .summaryProperty()
                                        .get()
                                        .orElseThrow());
        return summary.checks().size() + " remarks, ready: " + summary.ready();
    }

    private String sign() throws Exception {
        studies.add(stage.on(() -> model.study().orElseThrow().uid()));
        stage.key(KeyCode.CONTROL, KeyCode.ENTER);
        stage.until(
                "the next study",
                () ->
                        !model.study()
                                .map(Study::uid)
                                .equals(java.util.Optional.of(studies.getFirst())));
        return "signed; the next study opened by itself";
    }

    private String stored() throws Exception {
        var uid = studies.getFirst();
        DataSet found = find(uid, ReadDocument::narrates);
        var file = tour.file("report-sr.dcm");
        DicomWriter.write(file, found, TransferSyntax.EXPLICIT_LITTLE);
        tour.made(file);
        var locale = stage.desk().messages().locale();
        var measured = find(uid, TourReport::measured);
        var measurements = tour.file("report-measurements.dcm");
        DicomWriter.write(measurements, measured, TransferSyntax.EXPLICIT_LITTLE);
        tour.made(measurements);
        var report = FinishedReport.of(found, List.of(measured));
        var pdf = tour.file("report.pdf");
        var pictures = new KeyPictures(stage.house().frames());
        Files.write(pdf, ReportForms.Form.PDF.of(report, locale, pictures));
        tour.made(pdf);
        return "Enhanced SR %s and its measurements found in the archive"
                .formatted(found.textOr(Tag.SOP_INSTANCE_UID, ""));
    }

    /// Which document is looked for.
    private interface Wanted {
        boolean is(DataSet object) throws DicomFormatException;
    }

    private static boolean measured(DataSet object) throws DicomFormatException {
        return MeasurementReport.is(object) && DocumentState.of(object) == DocumentState.SIGNED;
    }

    /// Asks the archive itself until the document is there.
    private DataSet find(String study, Wanted wanted) throws Exception {
        var archive = stage.house().archive();
        for (int tries = 0; tries < 100; tries++) {
            for (var series : archive.series(study)) {
                if (!series.modality().equals("SR")) continue;
                for (var object : archive.instances(study, series.uid()))
                    if (wanted.is(object))
                        return stage.house()
                                .cache()
                                .file(object.textOr(Tag.SOP_INSTANCE_UID, ""))
                                .dataSet();
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("the report did not come to the archive");
    }

    private String reopen() throws Exception {
        stage.key(KeyCode.F4);
        var worklist = stage.desk().worklist();
        var uid = studies.getFirst();
        stage.run(worklist::refresh);
        stage.until(
                "the status in the list",
                () ->
                        worklist.rows().stream()
                                .anyMatch(
                                        r ->
                                                r.study().uid().equals(uid)
                                                        && r.status() == ReadingStatus.SIGNED));
        var row =
                stage.on(
                        () ->
                                worklist.rows().stream()
                                        .filter(r -> r.study().uid().equals(uid))
                                        .findFirst()
                                        .orElseThrow());
        stage.run(() -> worklist.chosenProperty().set(row));
        stage.photograph("11-worklist-signed");
        stage.run(() -> stage.desk().workstation().read(row));
        stage.until(
                "the signed report beside the images",
                () -> stage.desk().report().priorProperty().get().isPresent());
        Thread.sleep(1500);
        stage.photograph("12-reopened");
        return "the list says signed; the report stands beside the images";
    }
}
