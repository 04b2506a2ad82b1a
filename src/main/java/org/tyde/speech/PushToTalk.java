package org.tyde.speech;

import java.util.Optional;

/// When the microphone is on, from what is pressed: a key, the button on screen, a hand microphone, a pedal.
/// Held down it is on while held; otherwise one press is on and the next off. What was pressed first decides
/// until it is let go; the others count for nothing meanwhile. For one thread.
public final class PushToTalk {
    /// What is pressed.
    public enum Button {
        /// On the keyboard.
        KEY,
        /// On screen.
        SCREEN,
        /// Of a hand microphone.
        HAND,
        /// Under the foot.
        PEDAL
    }

    private final Runnable start;
    private final Runnable stop;
    private Optional<Button> down = Optional.empty();
    private boolean held;

    /// @param start puts the microphone on
    /// @param stop puts it off
    public PushToTalk(Runnable start, Runnable stop) {
        this.start = start;
        this.stop = stop;
    }

    /// A button goes down; that it still is down may be said again and changes nothing.
    ///
    /// @param button which
    /// @param hold whether it is on while held
    /// @param on whether the microphone is on now
    public void pressed(Button button, boolean hold, boolean on) {
        if (down.isPresent()) return;
        down = Optional.of(button);
        held = hold;
        if (on && !hold) stop.run();
        else if (!on) start.run();
    }

    /// A button goes up.
    ///
    /// @param button which; another than the one that is down changes nothing
    public void released(Button button) {
        if (!down.equals(Optional.of(button))) return;
        down = Optional.empty();
        if (held) stop.run();
        held = false;
    }
}
