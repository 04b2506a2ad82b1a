package org.tyde.app.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.SharedData;
import org.tyde.TestJvm;
import org.tyde.app.house.House;
import org.tyde.app.house.SpeechFolder;
import org.tyde.archive.OrthancServer;
import org.tyde.dictation.DictationState.Microphone;
import org.tyde.report.Report;
import org.tyde.report.Section;
import org.tyde.report.check.CheckKind;
import org.tyde.report.sign.SigningCheck;
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
import java.util.function.BooleanSupplier;

/// A recording of a whole Norwegian report goes in, and comes out as the right text in the right places,
/// signed, valid in five forms, and back from Orthanc as the report that stands.
@Timeout(240)
class SpokenReportTest {
    private static final Map<Section, String> FREE =
            Map.of(
                    Section.FINDINGS,
                    "Nodul i høyre overlapp måler 8,4 mm. Ingen pleuravæske. Ingen lymfadenopati.",
                    Section.IMPRESSION,
                    "Nodul i høyre overlapp. Anbefaler kontroll om 3 måneder.");

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

    /// What is done at a desk.
    private interface Work {
        void at(Desk desk, Stage stage) throws Exception;
    }

    private void leavesAndComesBack(
            List<Path> images, Work reading, Map<Section, String> dictated, Work signing)
            throws Exception {
        var out = Files.createDirectories(folder.resolve("ut"));
        var forms = new FiveForms(folder, out);
        try (var orthanc = OrthancServer.start(folder.resolve("orthanc"));
                var runner = new JobRunner()) {
            for (var file : images) assertTrue(orthanc.load(file));
            var settings = settings(orthanc, out);
            var home = TydeHome.at(folder.resolve("home")).create();
            try (var house = House.open(home, settings, runner)) {
                var stage = Screens.on(Stage::new);
                var desk = Screens.on(() -> desk(stage, home, settings, house));
                try {
                    reading.at(desk, stage);
                    signing.at(desk, stage);
                    forms.assertStored(house, dictated);
                    forms.assertJudged(dictated);
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

    private static Settings settings(OrthancServer orthanc, Path out) {
        return Settings.DEFAULTS
                .withArchives(List.of(ArchiveNode.web("Orthanc", orthanc.dicomWeb())))
                .withSigner(new Signer("Ødegård", "Åse", "Overlege", "Eksempel sykehus", "1234567"))
                .withSigning(new SigningSettings(0))
                .withReportOutputs(
                        new ReportOutputs(
                                true, Map.of("pdf", out, "fhir", out, "hl7", out, "text", out)));
    }

    private static Desk desk(Stage stage, TydeHome home, Settings settings, House house)
            throws Exception {
        stage.setWidth(1000);
        stage.setHeight(1000);
        var desk = new Desk(stage, home, settings, house);
        desk.workstation().show();
        return desk;
    }

    private static Report opened(Desk desk) throws Exception {
        Screens.until(() -> !desk.worklist().rows().isEmpty());
        Screens.run(() -> desk.workstation().read(desk.worklist().rows().getFirst()));
        Screens.until(() -> desk.report().reportProperty().get().isPresent());
        return Screens.on(() -> desk.report().reportProperty().get().orElseThrow());
    }

    private static void speak(Desk desk, Path recording) throws Exception {
        Screens.on(
                () -> {
                    desk.dictation().start(new WavSource(recording, WavSource.Pace.FASTEST));
                    return true;
                });
    }

    /// A busy machine loads and hears for more than the usual patience.
    private static void patiently(BooleanSupplier fact) throws Exception {
        for (int i = 0; i < 1_600 && !Screens.on(fact::getAsBoolean); i++) Thread.sleep(50);
    }

    private static List<Path> files(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void aReportSpokenFreelyLeavesInFiveFormsAndComesBackAsThePriorReport() throws Exception {
        var wrist = files(SharedData.require("data/files/dcm4che/MR16"));
        leavesAndComesBack(
                wrist,
                (desk, _) -> {
                    var report = opened(desk);
                    speak(desk, SpeechFolder.demoRecording());
                    patiently(() -> report.text().of(Section.IMPRESSION).endsWith("måneder."));
                    FREE.forEach((in, text) -> assertEquals(text, report.text().of(in).strip()));
                },
                FREE,
                (desk, _) -> {
                    Screens.until(
                            () ->
                                    desk.report().dictation().stateProperty().get().microphone()
                                            == Microphone.OFF);
                    Screens.run(desk.report()::sign);
                    var asked = signed(desk, 16);
                    assertEquals(
                            2,
                            asked.stream().filter(k -> k == CheckKind.OTHER_SIDE).count(),
                            "the images are of the left side, and the recording says right");
                });
    }

    @Test
    void aTemplateFilledByVoiceLeavesInFiveFormsAndComesBackAsThePriorReport() throws Exception {
        var spoken = SpokenTemplate.recorded(SharedData.require("speech/wavs"), folder);
        leavesAndComesBack(
                SpokenTemplate.images(folder.resolve("images")),
                (desk, stage) -> {
                    var report = opened(desk);
                    SpokenTemplate.begin(desk, stage, report);
                    speak(desk, spoken);
                    // the last words of the recording ask for the signature
                    var signing = desk.report().signing();
                    patiently(() -> signing.summaryProperty().get().isPresent());
                    SpokenTemplate.WRITTEN.forEach(
                            (in, text) -> assertEquals(text, report.text().of(in)));
                    Screens.keep(stage, "template-spoken");
                },
                SpokenTemplate.SIGNED,
                (desk, _) -> signed(desk, 1));
    }

    /// Decides what is asked, and signs by the second act.
    ///
    /// @return what was asked
    private static List<SigningCheck.Kind> signed(Desk desk, int images) throws Exception {
        var report = Screens.on(() -> desk.report().reportProperty().get().orElseThrow());
        Screens.until(
                () ->
                        desk.images().openCase().orElseThrow().currentStacks().getFirst().size()
                                == images);
        var signing = desk.report().signing();
        Screens.until(() -> signing.summaryProperty().get().isPresent());
        Screens.until(() -> !signing.busyProperty().get());
        var asked =
                Screens.on(() -> signing.summaryProperty().get().orElseThrow().checks()).stream()
                        .filter(c -> c.kind().weight() == SigningCheck.Weight.ASKS)
                        .toList();
        for (var check : asked) {
            Screens.run(() -> signing.decide(check));
            Screens.until(() -> !signing.busyProperty().get());
        }
        Screens.run(signing::released);
        Screens.run(signing::confirm);
        for (int i = 0; i < 400 && !report.sealed(); i++) Thread.sleep(50);
        assertTrue(
                report.sealed(),
                () ->
                        signing.problemProperty().get()
                                + " "
                                + signing.summaryProperty().get().map(s -> s.checks()));
        return asked.stream().map(SigningCheck::kind).toList();
    }
}
