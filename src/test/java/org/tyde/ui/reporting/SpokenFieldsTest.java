package org.tyde.ui.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.control.Label;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.dicom.PersonName;
import org.tyde.dictation.Dictation;
import org.tyde.dictation.words.SpokenCommand;
import org.tyde.report.Caret;
import org.tyde.report.Report;
import org.tyde.report.Section;
import org.tyde.speech.Hearing;
import org.tyde.speech.JoinedRecording;
import org.tyde.speech.WavSource;
import org.tyde.study.Patient;
import org.tyde.study.PatientId;
import org.tyde.study.Study;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.work.JobRunner;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The field of a template is filled by the real recogniser, and says what it does not take.
@Timeout(120)
class SpokenFieldsTest {
    @TempDir Path folder;
    private final JobRunner runner = new JobRunner(1);

    @BeforeEach
    void start() throws Exception {
        Screens.start();
    }

    @AfterEach
    void close() {
        runner.close();
    }

    private static Study abdomen() {
        return new Study(
                "1.2.3",
                new Patient(
                        new PatientId("1", Optional.empty()),
                        PersonName.of("Nordmann", "Kari"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                "A1",
                "UL abdomen",
                Set.of("US"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                1);
    }

    /// @param from second of a recording
    /// @param to second
    private void speak(Dictation dictation, String wav, double from, double to) throws Exception {
        var stretch = new JoinedRecording.Stretch(Path.of("samples/speech", wav), from, to);
        var file = JoinedRecording.write(List.of(stretch), folder.resolve(wav));
        Screens.on(
                () -> {
                    dictation.start(new WavSource(file, WavSource.Pace.FASTEST));
                    return true;
                });
    }

    private static String duct(Report report) {
        return report.text()
                .of(Section.FINDINGS)
                .lines()
                .filter(l -> l.startsWith("Hovedgallegang"))
                .findFirst()
                .orElseThrow();
    }

    private static boolean says(Stage stage, String words) {
        return stage.getScene().getRoot().lookupAll(".label").stream()
                .anyMatch(n -> n instanceof Label l && l.getText().contains(words));
    }

    @Test
    void whatAFieldDoesNotTakeIsSaidAndTheNextWordsTakeItsPlace() throws Exception {
        try (var hearing = Hearing.start();
                var dictation = Dictation.with(hearing.recognizer, runner)) {
            var model =
                    Screens.on(
                            () ->
                                    new ReportModel(
                                            new NotedServices(""),
                                            dictation,
                                            new Messages(),
                                            Optional.empty()));
            Screens.run(() -> model.open(abdomen()));
            Screens.until(() -> model.templates().usualProperty().get().isPresent());
            Screens.run(model.templates()::beginUsual);
            var report = Screens.on(() -> model.reportProperty().get().orElseThrow());
            var stage = Screens.show(Screens.on(() -> new ReportPane(model, _ -> {})), 560, 960);
            var editor = Screens.on(() -> stage.getScene().getRoot().lookup(".report-editor"));
            Screens.run(editor::requestFocus);
            int at = report.text().of(Section.FINDINGS).indexOf("[Hovedgallegang]");
            report.place(new Caret(Section.FINDINGS, at));
            speak(dictation, "s18.wav", 1.47, 2.6);
            Screens.until(() -> duct(report).equals("Hovedgallegang: 3 cm"));
            Screens.run(() -> model.dictation().perform(SpokenCommand.Plain.NEXT_FIELD));
            Screens.until(() -> says(stage, "3 cm er ikke i mm."));
            Screens.keep(stage, "field-doubted");
            speak(dictation, "s03.wav", 1.83, 2.66);
            Screens.until(() -> duct(report).equals("Hovedgallegang: 12 mm"));
            Screens.run(() -> model.dictation().perform(SpokenCommand.Plain.NEXT_FIELD));
            assertEquals("Hovedgallegang: 12 mm", duct(report));
            assertEquals(
                    report.text().of(Section.FINDINGS).indexOf("[Pankreas]"),
                    report.caret().offset());
            Screens.run(stage::close);
        }
    }
}
