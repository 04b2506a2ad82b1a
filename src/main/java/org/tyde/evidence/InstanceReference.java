package org.tyde.evidence;

import java.util.List;

/// One object as another names it.
///
/// @param studyUid Study Instance UID
/// @param seriesUid Series Instance UID
/// @param sopClass SOP Class UID
/// @param sopUid SOP Instance UID
/// @param frames 1-based numbers of the frames meant, empty for the whole object and always for
///     objects of one frame
public record InstanceReference(
        String studyUid, String seriesUid, String sopClass, String sopUid, List<Integer> frames) {
    /// @throws IllegalArgumentException for a frame below 1
    public InstanceReference {
        frames = List.copyOf(frames);
        if (frames.stream().anyMatch(f -> f < 1))
            throw new IllegalArgumentException("frames count from 1: " + frames);
    }

    /// @param studyUid Study Instance UID
    /// @param seriesUid Series Instance UID
    /// @param sopClass SOP Class UID
    /// @param sopUid SOP Instance UID
    public InstanceReference(String studyUid, String seriesUid, String sopClass, String sopUid) {
        this(studyUid, seriesUid, sopClass, sopUid, List.of());
    }
}
