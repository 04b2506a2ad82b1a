package org.tyde.reading;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/// Steps back and forth between immutable states. Not thread-safe.
///
/// @param <T> an immutable state
public final class UndoStack<T> {
    /// More steps than anybody remembers.
    private static final int DEPTH = 500;

    private final Deque<T> past = new ArrayDeque<>();
    private final Deque<T> future = new ArrayDeque<>();
    private T current;
    private @Nullable Object gesture;

    /// @param initial where it starts
    public UndoStack(T initial) {
        current = initial;
    }

    /// @return the state now
    public T current() {
        return current;
    }

    /// A step; what was undone can no longer be redone. No step when nothing changes.
    ///
    /// @param next the state after it
    public void step(T next) {
        if (next.equals(current)) return;
        past.push(current);
        if (past.size() > DEPTH) past.removeLast();
        future.clear();
        current = next;
        gesture = null;
    }

    /// A step that is one with the one before when both are of one gesture, such as dragging a handle.
    ///
    /// @param next the state after it
    /// @param of which gesture, compared by `equals`
    public void step(T next, Object of) {
        if (Objects.equals(gesture, of) && future.isEmpty()) {
            current = next;
            return;
        }
        step(next);
        gesture = of;
    }

    /// Begins anew; there is nothing to undo or redo.
    ///
    /// @param state where it starts
    public void restart(T state) {
        past.clear();
        future.clear();
        current = state;
        gesture = null;
    }

    /// @return whether there is a step to undo
    public boolean canUndo() {
        return !past.isEmpty();
    }

    /// @return whether there is a step to redo
    public boolean canRedo() {
        return !future.isEmpty();
    }

    /// One step back, if there is one.
    ///
    /// @return whether there was
    public boolean undo() {
        if (past.isEmpty()) return false;
        future.push(current);
        current = past.pop();
        gesture = null;
        return true;
    }

    /// One undone step forth again, if there is one.
    ///
    /// @return whether there was
    public boolean redo() {
        if (future.isEmpty()) return false;
        past.push(current);
        current = future.pop();
        gesture = null;
        return true;
    }
}
