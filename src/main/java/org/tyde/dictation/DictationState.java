package org.tyde.dictation;

import org.tyde.refusal.Refusal;
import org.tyde.report.ReportId;
import org.tyde.speech.Recognizer;

import java.util.Optional;

/// What a reading pane shows of dictation, at one moment.
///
/// @param report into which words go now
/// @param microphone what the microphone does
/// @param trialModel whether the model is for trying out
/// @param liveTrial whether the live microphone was switched on for the trial model
/// @param recognizer what the recogniser does
/// @param problem why dictation does not work, or why it stopped last
public record DictationState(
        Optional<ReportId> report,
        Microphone microphone,
        boolean trialModel,
        boolean liveTrial,
        Recognizer.State recognizer,
        Optional<Refusal> problem) {
    /// What the microphone does.
    public enum Microphone {
        /// Nothing is heard.
        OFF,
        /// A person is heard.
        LISTENING,
        /// A recording is heard.
        PLAYING
    }
}
