package org.tyde.imaging;

import org.tyde.refusal.Refusal;
import org.tyde.work.Job;

/// The one door between pixels on disk or wire and pixels on screen.
public interface FrameSource {
    /// @param request which frame, how large, how soon
    /// @return ends with the frame, or with the refusal that says why there is none; equal requests
    ///     share one decoding, and cancelling one does not disturb the others
    Job<Frame> frame(FrameRequest request);

    /// @param sopInstanceUid of the image
    /// @return what its header says
    /// @throws Refusal when the image is not here or cannot be read
    ImageHeader header(String sopInstanceUid) throws Refusal;
}
