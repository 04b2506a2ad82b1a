package org.tyde.evidence.content;

import java.util.List;
import java.util.Optional;

/// An object that a content item names (PS3.3 C.18.3, C.18.4, C.18.5).
///
/// @param sopClass SOP Class UID
/// @param sopUid SOP Instance UID
/// @param frames 1-based numbers of the frames meant, empty for all
/// @param segments numbers of the segments meant, empty for all
/// @param channels multiplex group and channel, in pairs, of a waveform; empty for all
/// @param throughState SOP Instance UID of the presentation state it was seen through
public record ReferencedObject(
        String sopClass,
        String sopUid,
        List<Integer> frames,
        List<Integer> segments,
        List<Integer> channels,
        Optional<String> throughState) {
    /// Copies the lists.
    public ReferencedObject {
        frames = List.copyOf(frames);
        segments = List.copyOf(segments);
        channels = List.copyOf(channels);
    }
}
