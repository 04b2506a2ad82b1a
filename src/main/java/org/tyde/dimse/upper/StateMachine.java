package org.tyde.dimse.upper;

import java.util.Optional;

/// Where one side of an association stands (PS3.8 9.2). Thread-safe.
final class StateMachine {
    private final boolean requestor;
    private State state = State.STA1;

    StateMachine(boolean requestor) {
        this.requestor = requestor;
    }

    synchronized State state() {
        return state;
    }

    /// @param event what happened
    /// @return what to do; the state has changed already
    /// @throws IllegalStateException where the event cannot happen now: only the local user can cause such
    Action on(Event event) {
        return on(event, requestor);
    }

    /// @param event A-ASSOCIATE-RQ
    /// @param acceptable to the service provider (AE-6)
    synchronized Action on(Event event, boolean acceptable) {
        var action =
                Transitions.action(event, state)
                        .orElseThrow(() -> new IllegalStateException(event + " in " + state));
        state = action.next(acceptable);
        return action;
    }

    /// @return what to do; empty, and nothing changes, where the event cannot happen now
    synchronized Optional<Action> onIfPossible(Event event) {
        if (Transitions.action(event, state).isEmpty()) return Optional.empty();
        return Optional.of(on(event));
    }
}
