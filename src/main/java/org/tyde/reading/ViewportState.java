package org.tyde.reading;

import org.tyde.hanging.ImageStack;
import org.tyde.hanging.Placement;
import org.tyde.hanging.StackFrame;

import java.util.Optional;

/// What a viewport shows.
///
/// @param stack empty: nothing
/// @param placement how the hanging wants it, where the stack came by the hanging and not by hand
/// @param view how it is shown
/// @param cine where it plays
public record ViewportState(
        Optional<ImageStack> stack,
        Optional<Placement> placement,
        ViewState view,
        Optional<Cine> cine) {
    /// Shows nothing.
    public static final ViewportState EMPTY =
            new ViewportState(
                    Optional.empty(), Optional.empty(), ViewState.FIRST, Optional.empty());

    /// @throws IllegalArgumentException when the frame is not one of the stack
    public ViewportState {
        if (stack.isPresent() && view.frame() >= stack.get().size())
            throw new IllegalArgumentException(
                    "frame " + view.frame() + " of " + stack.get().size());
    }

    /// @return the frame shown
    public Optional<StackFrame> frame() {
        return stack.map(s -> s.frame(view.frame()));
    }

    /// @param next how it is shown
    /// @return the same, shown so
    public ViewportState with(ViewState next) {
        return new ViewportState(stack, placement, next, cine);
    }

    /// @param next playing from there, or not
    /// @return the same, playing or not
    public ViewportState with(Optional<Cine> next) {
        return new ViewportState(stack, placement, view, next);
    }

    /// @return as when the stack was hung: first window, fitted, turned as the hanging wants; the frame stays
    public ViewportState reset() {
        var turn = placement.map(Placement::turn).orElse(ViewState.FIRST.turn());
        return with(ViewState.FIRST.with(turn).withFrame(view.frame()));
    }
}
