package org.tyde.archive;

/// Whether an archive is asked at all.
public enum LineState {
    /// It answers, or has not failed often enough to be spared.
    CLOSED,
    /// It has failed several times in a row and is left alone for a while.
    OPEN,
    /// It was left alone; one request tries whether it is back.
    HALF_OPEN
}
