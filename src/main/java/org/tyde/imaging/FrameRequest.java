package org.tyde.imaging;

import org.tyde.work.Priority;

/// One frame wanted.
///
/// @param key which
/// @param level 0 is full size, each further level half the rows and columns of the one before
/// @param priority how soon
public record FrameRequest(FrameKey key, int level, Priority priority) {
    /// @throws IllegalArgumentException for a level below 0 or above 15
    public FrameRequest {
        if (level < 0 || level > 15) throw new IllegalArgumentException("level " + level);
    }
}
