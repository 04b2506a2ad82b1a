package org.tyde.dimse.command;

/// Message IDs of one association (PS3.7 9.3): 1 to 65,535 and from the start again, so that no two
/// messages that wait for an answer share one. Thread-safe.
public final class MessageIds {
    private static final int HIGHEST = 0xFFFF;

    private int last;

    /// @return the next one
    public synchronized int next() {
        last = last == HIGHEST ? 1 : last + 1;
        return last;
    }
}
