package org.tyde.ui.viewport;

/// Which frame of a loop shows at a moment: true to the clock, so a slow screen drops frames and
/// never slows the heart.
///
/// @param frames in the loop, at least 1
/// @param frameMillis from one frame to the next, positive
/// @param startFrame zero-based frame shown at the start
/// @param startNanos clock at the start
public record CineClock(int frames, double frameMillis, int startFrame, long startNanos) {
    /// Refuses a loop without frames or without time.
    public CineClock {
        if (frames < 1) throw new IllegalArgumentException("frames: " + frames);
        if (!(frameMillis > 0)) throw new IllegalArgumentException("frame time: " + frameMillis);
    }

    /// @param nanos the same clock, not before the start
    /// @return zero-based frame
    public int frameAt(long nanos) {
        long passed = (long) Math.floor((nanos - startNanos) / 1e6 / frameMillis + 1e-9);
        return (int) Math.floorMod(startFrame + passed, (long) frames);
    }

    /// @return frames per second asked for
    public double rate() {
        return 1000 / frameMillis;
    }
}
