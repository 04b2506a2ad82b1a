package org.tyde.ui.viewport;

import javafx.scene.Cursor;

import org.tyde.ui.Action;
import org.tyde.ui.viewport.state.ScreenPoint;

/// What a mouse button does in a viewport. A tool is a small class without state of its own beyond one
/// gesture; what it changes it changes through the viewport's model.
public interface ViewportTool {
    /// @return what chooses it
    Action action();

    /// @return whether it stays chosen; a measuring tool falls back to the default when it is done
    boolean stays();

    /// @return shape of the pointer over the image
    default Cursor cursor() {
        return Cursor.DEFAULT;
    }

    /// The button goes down.
    ///
    /// @param viewport under the pointer
    /// @param at where
    void pressed(ViewportModel viewport, ScreenPoint at);

    /// The pointer moves with the button down.
    ///
    /// @param viewport where the gesture began
    /// @param at where it is now
    /// @param dx px since the last event, to the right
    /// @param dy px since the last event, down
    void dragged(ViewportModel viewport, ScreenPoint at, double dx, double dy);

    /// The button goes up.
    ///
    /// @param viewport where the gesture began
    /// @param at where
    /// @return whether the tool is done, so that one that does not stay falls back
    default boolean released(ViewportModel viewport, ScreenPoint at) {
        return false;
    }

    /// The pointer moves without a button.
    ///
    /// @param viewport under the pointer
    /// @param at where
    default void moved(ViewportModel viewport, ScreenPoint at) {}

    /// Gives up what is half done.
    ///
    /// @param viewport where it was begun
    /// @return whether there was anything to give up
    default boolean cancelled(ViewportModel viewport) {
        return false;
    }
}
