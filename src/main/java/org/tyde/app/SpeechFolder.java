package org.tyde.app;

import org.tyde.refusal.Refusal;
import org.tyde.settings.Settings;
import org.tyde.speech.SpeechModel;

import java.nio.file.Path;

/// The speech model and recordings that come with Tyde, and the model that is configured instead.
public final class SpeechFolder {
    private SpeechFolder() {}

    /// @param settings may name another model
    /// @return the model to hear with
    /// @throws Refusal when there is none there
    public static SpeechModel model(Settings settings) throws Refusal {
        return SpeechModel.check(
                settings.speech()
                        .model(settings.speech().language().orElse(settings.language()))
                        .map(Path::of)
                        .orElse(folder().resolve("tyde-nb-synthetic")));
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
