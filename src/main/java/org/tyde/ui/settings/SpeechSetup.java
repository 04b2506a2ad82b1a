package org.tyde.ui.settings;

import org.tyde.refusal.Refusal;
import org.tyde.speech.SpeechModel;
import org.tyde.speech.SpeechModels;
import org.tyde.work.Job;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/// What the settings of speech ask of this machine. Asked on the JavaFX thread, answers in jobs.
public interface SpeechSetup {
    /// @return the installed models
    Job<List<SpeechModels.Installed>> models();

    /// @param source a folder or a ZIP archive
    /// @return ends with the installed model, or with why it is none; its progress counts bytes, then rests
    ///     while the library tries the model
    Job<SpeechModel> add(Path source);

    /// @param name of an installed model
    /// @return ends when the library has taken it, or with why it does not
    Job<SpeechModel> test(String name);

    /// @param name of an installed model
    /// @return ends when it is gone
    Job<Boolean> remove(String name);

    /// @return name of the model that is in use now, empty for none
    String inUse();

    /// @return names of the microphones that are connected
    Job<List<String>> microphones();

    /// Listens, to see how loud somebody speaks; nothing is kept.
    ///
    /// @param microphone its name, empty for the system's own
    /// @param level takes how loud it is, 0 to 1, on any thread
    /// @param trouble takes why it cannot be heard, on any thread
    /// @return ends the listening when run
    Runnable listen(String microphone, DoubleConsumer level, Consumer<Refusal> trouble);
}
