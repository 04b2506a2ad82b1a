package org.tyde.imaging;

/// Which frame of which image.
///
/// @param sopInstanceUid SOP Instance UID (0008,0018)
/// @param frame 1-based
public record FrameKey(String sopInstanceUid, int frame) {
    /// @throws IllegalArgumentException for a frame below 1
    public FrameKey {
        if (frame < 1) throw new IllegalArgumentException("frames count from 1, not " + frame);
    }
}
