package org.tyde.ui.shell;

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

    boolean canRetry() {
        return switch (this) {
            case INCOMPLETE, FAILED -> true;
            case IDLE, RUNNING, COMPLETE -> false;
        };
    }
}
