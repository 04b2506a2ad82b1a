package org.tyde.speech;

import org.tyde.refusal.Refusal;
import org.tyde.work.ChildCommand;
import org.tyde.work.ChildLimits;
import org.tyde.work.WorkReason;

import java.nio.file.Path;
import java.time.Duration;

/// Whether the library takes a model: it is loaded in a process of its own, a recogniser is made of it, and
/// a second of sound is decoded. Much of what can be wrong shows only there, and some of it ends the
/// process.
public final class ModelTrial {
    private static final ChildLimits ONCE =
            new ChildLimits(1 << 20, 64 << 20, Duration.ofMinutes(5), Duration.ofSeconds(30), 0);

    private ModelTrial() {}

    /// Waits; minutes for a model of gigabytes.
    ///
    /// @param folder of a model
    /// @param command starts the speech process
    /// @return the model, which works
    /// @throws Refusal one sentence: which file is missing, what cannot be read, or that the library broke
    ///     down over it
    public static SpeechModel of(Path folder, ChildCommand command) throws Refusal {
        var model = SpeechModel.check(folder);
        try (var client = RecognizerClient.start(model, SoundKeeper.NOTHING, command, ONCE)) {
            Readiness.await(client);
            return model;
        } catch (Refusal refused) {
            throw sentence(refused, folder);
        }
    }

    private static Refusal sentence(Refusal refused, Path folder) {
        if (refused.reason() != WorkReason.CHILD_KEEPS_DYING) return refused;
        return new Refusal(SpeechReason.MODEL_BREAKS_LIBRARY, folder.toString()).because(refused);
    }
}
