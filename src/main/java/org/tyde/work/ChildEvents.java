package org.tyde.work;

import org.tyde.refusal.Refusal;

import java.util.List;

/// What a child process tells its owner, on the child's own threads and never two at a time.
public interface ChildEvents {
    /// Asked on any thread, also for a spare.
    ///
    /// @return the payloads each new process gets before anything else, such as what to load
    List<byte[]> greeting();

    /// A process says it can work now. What was sent to an earlier one is gone.
    ///
    /// @param start counts processes from 1
    void ready(int start);

    /// @param payload what the child sent; the receiver's to keep
    void frame(byte[] payload);

    /// The process is gone, and all it had sent has been handed over. Another is being started.
    ///
    /// @param start which process, from 1
    /// @param why for the log
    void lost(int start, String why);

    /// No other process will be started.
    ///
    /// @param why the sentence for people
    void gaveUp(Refusal why);
}
