package org.tyde.speech.hid;

/// What a hand microphone or pedal says.
public sealed interface HandEvent {
    /// Went down.
    ///
    /// @param control which
    record Pressed(Control control) implements HandEvent {}

    /// Was let go.
    ///
    /// @param control which
    record Released(Control control) implements HandEvent {}

    /// It was picked up or laid down.
    ///
    /// @param up in the hand
    record Moved(boolean up) implements HandEvent {}

    /// Its slider was pushed.
    ///
    /// @param position where it stands now
    record Slid(Control position) implements HandEvent {}
}
