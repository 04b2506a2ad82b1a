package org.tyde.ui.shell;

import org.tyde.archive.Completeness;
import org.tyde.work.Outcome;

import java.util.Optional;

/// How far the open study is here.
public enum FetchState {
    /// Nothing is being fetched.
    IDLE,
    /// Images are on their way.
    RUNNING,
    /// All images are here.
    COMPLETE,
    /// It was stopped before all were here.
    INCOMPLETE,
    /// The archive failed before all were here.
    FAILED;

    static FetchState of(Optional<Outcome<Completeness>> outcome, Completeness here) {
        if (outcome.isEmpty()) return RUNNING;
        return switch (outcome.get()) {
            case Outcome.Done<Completeness> _ ->
                    switch (here.state()) {
                        case PARTIAL -> INCOMPLETE;
                        case COMPLETE, CHANGED -> COMPLETE;
                        case UNKNOWN -> here.expected() < 0 ? COMPLETE : INCOMPLETE;
                    };
            case Outcome.Failed<Completeness> _ -> FAILED;
            case Outcome.Cancelled<Completeness> _ -> INCOMPLETE;
        };
    }

    boolean canRetry() {
        return switch (this) {
            case INCOMPLETE, FAILED -> true;
            case IDLE, RUNNING, COMPLETE -> false;
        };
    }
}
