package org.tyde.speech;

import org.tyde.refusal.Reason;

/// Why speech is refused.
public enum SpeechReason implements Reason {
    /// `{0}` the folder.
    NO_MODEL,
    /// `{0}` the folder, `{1}` the file it lacks.
    MODEL_INCOMPLETE,
    /// `{0}` the folder, `{1}` what the library said.
    MODEL_UNREADABLE,
    /// `{0}` what the loader said.
    NO_NATIVE_LIBRARY,
    /// No arguments.
    NO_MICROPHONE,
    /// `{0}` the microphone that is not there.
    NO_SUCH_MICROPHONE,
    /// `{0}` the microphone.
    MICROPHONE_BUSY,
    /// No arguments.
    SYSTEM_MICROPHONE_BUSY,
    /// No arguments.
    SYSTEM_MICROPHONE_LOST,
    /// `{0}` the microphone.
    MICROPHONE_LOST,
    /// `{0}` the file.
    NO_AUDIO_FILE,
    /// `{0}` the file, `{1}` why.
    AUDIO_UNREADABLE,
    /// No arguments.
    NO_LOUDSPEAKER,
    /// No arguments.
    LOUDSPEAKER_BUSY,
    /// No arguments.
    NO_SOUND_YET,
    /// No arguments.
    NOT_HEARD_ANEW
}
