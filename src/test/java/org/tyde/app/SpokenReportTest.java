package org.tyde.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.Judges;
import org.tyde.Programs;
import org.tyde.SharedData;
import org.tyde.TestJvm;
import org.tyde.archive.OrthancServer;
import org.tyde.archive.StudyQuery;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dictation.DictationState.Microphone;
import org.tyde.evidence.EncapsulatedPdf;
import org.tyde.evidence.SrJudges;
import org.tyde.report.PriorReport;
import org.tyde.report.Section;
import org.tyde.report.check.CheckKind;
import org.tyde.settings.ArchiveNode;
import org.tyde.settings.ReportOutputs;
import org.tyde.settings.Settings;
import org.tyde.settings.Signer;
import org.tyde.settings.SigningSettings;
import org.tyde.settings.TydeHome;
import org.tyde.speech.WavSource;
import org.tyde.ui.Screens;
import org.tyde.work.JobRunner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A recording of a whole Norwegian report goes in, and comes out as the right text in the right sections,
/// signed, valid in five forms, and back from Orthanc as the report that stands.
@Timeout(240)
class SpokenReportTest {
    private static final String FINDINGS =
            "Nodul i høyre overlapp måler 8,4 mm. Ingen pleuravæske. Ingen lymfadenopati.";
    private static final String CONCLUSION =
            "Nodul i høyre overlapp. Anbefaler kontroll om 3 måneder.";

    @TempDir Path folder;

    private final String classPath = System.getProperty("java.class.path");

    /// The recogniser's process is started as the product starts it: on the class path of this one.
    @BeforeEach
    void nameTheClassPath() {
        System.setProperty("java.class.path", TestJvm.classPath());
    }

    @AfterEach
    void nameItAsBefore() {
        System.setProperty("java.class.path", classPath);
    }

    @Test
    void aSpokenReportLeavesInFiveFormsAndComesBackAsThePriorReport() throws Exception {
        var slices = SharedData.require("data/files/dcm4che/MR16");
        var out = Files.createDirectories(folder.resolve("ut"));
        try (var orthanc = OrthancServer.start(folder.resolve("orthanc"));
                var runner = new JobRunner()) {
            try (var files = Files.list(slices)) {
                for (var file : files.sorted().toList()) assertTrue(orthanc.load(file));
            }
            var settings =
                    Settings.DEFAULTS
                            .withArchives(List.of(ArchiveNode.web("Orthanc", orthanc.dicomWeb())))
                            .withSigner(
                                    new Signer(
                                            "Ødegård",
                                            "Åse",
                                            "Overlege",
                                            "Eksempel sykehus",
                                            "1234567"))
                            .withSigning(new SigningSettings(0))
                            .withReportOutputs(
                                    new ReportOutputs(
                                            true,
                                            Map.of(
                                                    "pdf", out, "fhir", out, "hl7", out, "text",
                                                    out)));
            var home = TydeHome.at(folder.resolve("home")).create();
            try (var house = House.open(home, settings, runner)) {
                var desk = Screens.on(() -> desk(home, settings, house));
                try {
                    dictated(desk);
                    signed(desk);
                    stored(house);
                    judged(out);
                } finally {
                    Screens.on(
                            () -> {
                                desk.close();
                                return true;
                            });
                }
            }
        }
    }

    private static Desk desk(TydeHome home, Settings settings, House house) throws Exception {
        var stage = new Stage();
        stage.setWidth(1000);
        stage.setHeight(1000);
        var desk = new Desk(stage, home, settings, house);
        desk.workstation().show();
        return desk;
    }

    private static void dictated(Desk desk) throws Exception {
        Screens.until(() -> !desk.worklist().rows().isEmpty());
        Screens.run(() -> desk.workstation().read(desk.worklist().rows().getFirst()));
        Screens.until(() -> desk.report().reportProperty().get().isPresent());
        var report = Screens.on(() -> desk.report().reportProperty().get().orElseThrow());
        var spoken = new WavSource(SpeechFolder.demoRecording(), WavSource.Pace.FASTEST);
        Screens.on(
                () -> {
                    desk.dictation().start(spoken);
                    return true;
                });
        for (int i = 0; i < 1200 && !report.text().of(Section.IMPRESSION).endsWith("måneder."); i++)
            Thread.sleep(50);
        assertEquals(FINDINGS, report.text().of(Section.FINDINGS).strip());
        assertEquals(CONCLUSION, report.text().of(Section.IMPRESSION).strip());
    }

    private static void signed(Desk desk) throws Exception {
        var report = Screens.on(() -> desk.report().reportProperty().get().orElseThrow());
        Screens.until(
                () ->
                        desk.report().dictation().stateProperty().get().microphone()
                                == Microphone.OFF);
        Screens.until(
                () ->
                        desk.images().openCase().orElseThrow().currentStacks().getFirst().size()
                                == 16);
        var signing = desk.report().signing();
        Screens.run(desk.report()::sign);
        Screens.until(() -> signing.summaryProperty().get().isPresent());
        var checks = signing.summaryProperty().get().orElseThrow().checks();
        assertEquals(
                2,
                checks.stream().filter(c -> c.kind() == CheckKind.OTHER_SIDE).count(),
                "the images are of the left side, and the recording says right");
        var other = checks.stream().filter(c -> c.kind() == CheckKind.OTHER_SIDE).toList();
        for (var check : other) {
            Screens.run(() -> signing.decide(check));
            Screens.until(() -> !signing.busyProperty().get());
        }
        Screens.until(
                () ->
                        signing.summaryProperty().get().orElseThrow().checks().stream()
                                .filter(c -> c.kind() == CheckKind.OTHER_SIDE)
                                .allMatch(c -> c.decided().isPresent()));
        Screens.until(() -> !signing.busyProperty().get());
        Screens.run(signing::released);
        Screens.run(signing::confirm);
        for (int i = 0; i < 200 && !report.sealed(); i++) Thread.sleep(50);
        assertTrue(
                report.sealed(),
                () ->
                        signing.problemProperty().get()
                                + " "
                                + signing.summaryProperty().get().map(s -> s.checks()));
    }

    /// Asks the archive itself until the report and its PDF are there.
    private void stored(House house) throws Exception {
        var study = house.archive().find(StudyQuery.ANY.page(10, 0)).getFirst().uid();
        var report = found(house, study, SopClass.ENHANCED_SR_STORAGE);
        SrJudges.assertFlawless(report, folder);
        var prior = PriorReport.of(report);
        assertEquals(Optional.of(FINDINGS), prior.text(Section.FINDINGS).map(String::strip));
        assertEquals(Optional.of(CONCLUSION), prior.text(Section.IMPRESSION).map(String::strip));
        var pdf = found(house, study, SopClass.ENCAPSULATED_PDF_STORAGE);
        assertTrue(EncapsulatedPdf.of(pdf).orElseThrow().pdf().length > 1000);
    }

    private static DataSet found(House house, String study, String sopClass) throws Exception {
        for (int tries = 0; tries < 200; tries++) {
            for (var series : house.archive().series(study))
                for (var object : house.archive().instances(study, series.uid()))
                    if (object.textOr(Tag.SOP_CLASS_UID, "").equals(sopClass)) {
                        house.archive().retrieve(study).job().await();
                        house.cache().flush();
                        return house.cache()
                                .file(object.textOr(Tag.SOP_INSTANCE_UID, ""))
                                .dataSet();
                    }
            Thread.sleep(50);
        }
        throw new AssertionError(sopClass + " never came to the archive");
    }

    private static void judged(Path out) throws Exception {
        var files = new TreeMap<String, Path>();
        for (int tries = 0; tries < 200 && files.size() < 4; tries++) {
            try (var listed = Files.list(out)) {
                for (var file : listed.toList()) {
                    var name = String.valueOf(file.getFileName());
                    if (!name.endsWith(".part")) files.put(name.replaceAll(".*\\.", ""), file);
                }
            }
            Thread.sleep(50);
        }
        assertEquals(List.of("hl7", "json", "pdf", "txt"), List.copyOf(files.keySet()));
        flawless(Judges.ask("PdfJudge", "2a", path(files, "pdf")));
        flawless(Judges.ask("FhirJudge", path(files, "json")));
        flawless(Judges.ask("Hl7Judge", path(files, "hl7")));
        var text = Files.readString(Path.of(path(files, "txt")));
        assertTrue(text.contains(FINDINGS) && text.contains(CONCLUSION), text);
    }

    private static String path(Map<String, Path> files, String ending) {
        return String.valueOf(files.get(ending));
    }

    private static void flawless(Programs.Said said) {
        assertEquals(0, said.exitCode(), said.text());
        assertFalse(said.text().contains("Error "), said.text());
    }
}
