package org.tyde.app;

import org.tyde.app.cli.ChildOfTydeCommand;
import org.tyde.dictation.Dictation;
import org.tyde.refusal.Refusal;
import org.tyde.settings.Settings;
import org.tyde.speech.AudioSource;
import org.tyde.speech.RecognizerClient;
import org.tyde.speech.SpeechModel;
import org.tyde.speech.WavSource;
import org.tyde.work.JobRunner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The speech model and recordings that come with Tyde, and the model that is configured instead.
public final class SpeechFolder {
    private SpeechFolder() {}

    /// @param settings may name another model
    /// @return the model to hear with
    /// @throws Refusal when there is none there
    public static SpeechModel model(Settings settings) throws Refusal {
        return SpeechModel.check(
                settings.speechModel().map(Path::of).orElse(folder().resolve("tyde-nb-synthetic")));
    }

    /// Starts to listen in a child process, or says why not.
    ///
    /// @param settings may name another model
    /// @param runner whose threads listen
    /// @return dictation with the microphone off
    public static Dictation dictation(Settings settings, JobRunner runner) {
        try {
            var recognizer = RecognizerClient.start(model(settings), ChildOfTydeCommand.speech());
            return Dictation.with(recognizer, runner);
        } catch (Refusal noModel) {
            return Dictation.without(noModel, runner);
        }
    }

    /// @return the recording that the demo plays on one click, where it is there
    public static Optional<AudioSource> demo() {
        var recording = demoRecording();
        return Files.isRegularFile(recording)
                ? Optional.of(new WavSource(recording, WavSource.Pace.SPOKEN))
                : Optional.empty();
    }

    /// @return a short report, spoken by the voice that the trial model knows
    public static Path demoRecording() {
        return folder().resolve("demo.wav");
    }

    /// @return the recordings that come with Tyde, with their transcripts
    public static Path recordings() {
        return folder();
    }

    private static Path folder() {
        return Natives.application()
                .map(app -> app.resolve("samples/speech"))
                .orElse(Path.of("samples/speech"));
    }
}
