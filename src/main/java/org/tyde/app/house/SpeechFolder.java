package org.tyde.app.house;

import org.tyde.refusal.Refusal;
import org.tyde.settings.Settings;
import org.tyde.settings.TydeHome;
import org.tyde.speech.SpeechModel;
import org.tyde.speech.SpeechModels;

import java.nio.file.Path;
import java.util.Optional;

/// The speech model and recordings that come with Tyde, and the model that is configured instead.
public final class SpeechFolder {
    private SpeechFolder() {}

    /// @return the model that comes with Tyde
    /// @throws Refusal when it is not there
    public static SpeechModel model() throws Refusal {
        return SpeechModel.check(shipped());
    }

    /// @param home of the user, also while the demo is shown
    /// @return the models that are installed side by side
    public static SpeechModels models(TydeHome home) {
        return new SpeechModels(home.data().resolve("speech"), shipped(), ChildCommands.speech());
    }

    /// @param home of the user
    /// @param settings may name another model for the language that is dictated in
    /// @return the model to hear with
    /// @throws Refusal when there is none there
    public static SpeechModel model(TydeHome home, Settings settings) throws Refusal {
        return models(home).find(chosen(settings));
    }

    /// @param settings may name another model for the language that is dictated in
    /// @return the name or folder of the model to hear with; empty for the one that comes with Tyde
    public static Optional<String> chosen(Settings settings) {
        var spoken = settings.speech().language().orElse(settings.language());
        return settings.speech().model(spoken);
    }

    private static Path shipped() {
        return folder().resolve("tyde-nb-synthetic");
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
