package org.tyde.codec.jpeg;

import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

/// A frame being decoded, scan by scan.
sealed interface FrameDecoding permits SequentialFrame, ProgressiveFrame, LosslessFrame {
    /// @param scan its header
    /// @param tables in force now
    /// @param entropy its data
    /// @throws Refusal when the data are not what they should be
    void scan(ScanHeader scan, Tables tables, EntropyData entropy, JobContext job) throws Refusal;

    /// @return lines of the picture, at full size, that all scans so far have given all components
    int rows();

    /// @return whether nothing more need come, once there was a scan of each component
    boolean complete();

    /// @return the samples, after the last scan; none beyond [#rows()] need make sense
    /// @throws Refusal when something is missing
    Pixels pixels(JobContext job) throws Refusal;
}
