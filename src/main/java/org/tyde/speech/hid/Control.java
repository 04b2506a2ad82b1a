package org.tyde.speech.hid;

/// What can be pressed on a hand microphone or pedal, by the names their makers use.
public enum Control {
    /// To speak.
    RECORD,
    /// Stop.
    STOP,
    /// Play, pause.
    PLAY,
    /// Fast forward.
    FORWARD,
    /// Rewind.
    REWIND,
    /// End of letter, priority.
    END_OF_LETTER,
    /// Insert or overwrite.
    INSERT_OVERWRITE,
    /// Instruction.
    INSTRUCTION,
    /// Command.
    COMMAND,
    /// F1, A.
    F1,
    /// F2, B.
    F2,
    /// F3, C.
    F3,
    /// F4, D.
    F4,
    /// The scanner's button was let go.
    SCAN_END,
    /// The scanner has read something.
    SCAN_SUCCESS,
    /// To the field before.
    TAB_BACKWARD,
    /// To the next field.
    TAB_FORWARD,
    /// Enter, select.
    ENTER,
    /// Transcribe.
    TRANSCRIBE,
    /// Programmable, left.
    CUSTOM_LEFT,
    /// Programmable, right.
    CUSTOM_RIGHT
}
