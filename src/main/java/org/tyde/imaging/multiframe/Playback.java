package org.tyde.imaging.multiframe;

import java.util.List;

/// How the frames of an image play (PS3.3 C.7.6.5).
///
/// @param millis how long each frame stands, in the order of the frames; one value for all of them
/// @param source which attribute says so
/// @param sweeps whether it plays to and fro, else round and round
/// @param first the first frame that plays, from 1
/// @param last the last frame that plays
public record Playback(List<Double> millis, Source source, boolean sweeps, int first, int last) {
    /// What the pace was taken from. The first of these that a file has and that can be wins; but an attribute
    /// that Frame Increment Pointer (0028,0009) names wins over all but the first, which alone speaks of
    /// display.
    public enum Source {
        /// Recommended Display Frame Rate (0008,2144), frames a second.
        RECOMMENDED_RATE,
        /// Frame Time Vector (0018,1065), ms between neighbours.
        FRAME_TIME_VECTOR,
        /// Frame Time (0018,1063), ms.
        FRAME_TIME,
        /// Frame Acquisition DateTime (0018,9074) of each frame, of angiograms and ultrasound.
        ACQUISITION_TIMES,
        /// Cine Rate (0018,0040), frames a second.
        CINE_RATE,
        /// Actual Frame Duration (0018,1242), ms, of angiograms.
        FRAME_DURATION
    }

    /// @throws IllegalArgumentException where nothing can play so
    public Playback {
        millis = List.copyOf(millis);
        double sum = millis.stream().mapToDouble(Double::doubleValue).sum();
        boolean paced = sum > 0 && Double.isFinite(sum) && millis.stream().allMatch(m -> m >= 0);
        if (!paced || first < 1 || last < first)
            throw new IllegalArgumentException("no playback: " + millis + ", " + first);
    }
}
