package org.tyde.ui.reporting;

import org.tyde.refusal.Refusal;
import org.tyde.speech.AudioSource;
import org.tyde.speech.Microphone;
import org.tyde.work.Job;

import java.util.List;

/// How this desk is spoken to, and what was said played back. Asked on the JavaFX thread, answers in jobs.
public interface Voice {
    /// The system's microphone, one press on and the next off, no sound kept.
    Voice PLAIN = () -> Microphone.named("");

    /// @return what is listened to when the key goes down
    /// @throws Refusal the chosen microphone is not there
    AudioSource microphone() throws Refusal;

    /// @return whether the microphone is on only while the key is held
    default boolean hold() {
        return false;
    }

    /// @return whether the microphone listens between presses, for the 300 ms before the key goes down
    default boolean lineOpen() {
        return false;
    }

    /// @param report whose words
    /// @param recording of which press
    /// @param from seconds since the key went down
    /// @param to seconds
    /// @return ends when it has been played
    default Job<Boolean> play(String report, String recording, double from, double to) {
        return Job.done(false);
    }

    /// @param report whose words
    /// @param recording of which press
    /// @param from seconds since the key went down
    /// @param to seconds
    /// @return other wordings of the same sound, as it was heard first
    default Job<List<String>> alternatives(
            String report, String recording, double from, double to) {
        return Job.done(List.of());
    }
}
