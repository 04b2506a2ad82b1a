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
    /// `{0}` the folder, `{1}` what the library said.
    MODEL_GRAPH_UNREADABLE,
    /// `{0}` the folder, `{1}` what the library said.
    MODEL_DECODES_NOTHING,
    /// `{0}` the folder.
    MODEL_BREAKS_LIBRARY,
    /// `{0}` the archive.
    MODEL_BAD_ZIP,
    /// `{0}` where it comes from, `{1}` the most files.
    MODEL_TOO_MANY_FILES,
    /// `{0}` where it comes from, `{1}` the most GiB.
    MODEL_TOO_LARGE,
    /// `{0}` the model's name.
    MODEL_THERE,
    /// `{0}` the folder, `{1}` MiB it needs.
    MODEL_NO_ROOM,
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
