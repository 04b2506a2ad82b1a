package org.tyde.hanging;

import org.tyde.geometry.Vector3;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.multiframe.Playback;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Frames of one series, in the order in which they are read.
///
/// @param id unique in the case: the series' UID, or the image's where each image is a stack
/// @param studyUid of its study
/// @param seriesUid of its series
/// @param frames in order, at least one
/// @param order by what
/// @param phases how often the same positions come, 1 as a rule; all of one phase stand together
/// @param axis what the phases are; empty where there is one
/// @param direction the way the levels are measured along, length 1; empty where there are none
/// @param flaws gaps and duplicates
/// @param frameOfReference in which positions can be compared with those of other stacks
/// @param playback how it plays, where its header says: its frames, or where there are phases these
public record ImageStack(
        String id,
        String studyUid,
        String seriesUid,
        List<StackFrame> frames,
        StackOrder order,
        int phases,
        Optional<StackAxis> axis,
        Optional<Vector3> direction,
        List<StackFlaw> flaws,
        Optional<String> frameOfReference,
        Optional<Playback> playback) {
    /// @throws IllegalArgumentException when there is no frame
    public ImageStack {
        frames = List.copyOf(frames);
        flaws = List.copyOf(flaws);
        if (frames.isEmpty()) throw new IllegalArgumentException("a stack has frames");
    }

    /// @return how many frames
    public int size() {
        return frames.size();
    }

    /// @param index from 0
    /// @return that frame
    public StackFrame frame(int index) {
        return frames.get(index);
    }

    /// @return how many frames each phase has
    public int perPhase() {
        return frames.size() / phases;
    }

    /// @param index of a frame, from 0
    /// @param by phases forth or back; round and round
    /// @return the frame at the same place in that phase; the frame itself where there is one phase
    public int inPhase(int index, int by) {
        return Math.floorMod(index + by * perPhase(), perPhase() * phases);
    }

    /// @param key which image, which frame
    /// @return its index from 0; empty when it is not of this stack
    public OptionalInt indexOf(FrameKey key) {
        for (int i = 0; i < frames.size(); i++)
            if (frames.get(i).key().equals(key)) return OptionalInt.of(i);
        return OptionalInt.empty();
    }

    /// @param level mm along this stack's direction
    /// @param near index of the frame shown now: of several at one level the one of its phase wins
    /// @return index of the frame nearest to it; empty where the stack has no levels
    public OptionalInt nearest(double level, int near) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        int perPhase = perPhase();
        int from = phases > 1 ? near / perPhase * perPhase : 0;
        int to = phases > 1 ? from + perPhase : frames.size();
        for (int i = from; i < to; i++) {
            var there = frames.get(i).level();
            if (there.isPresent() && Math.abs(there.getAsDouble() - level) < least) {
                least = Math.abs(there.getAsDouble() - level);
                best = i;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    /// @param other another stack
    /// @return whether positions in both can be compared as they stand: one frame of reference, one direction
    public boolean sameSpace(ImageStack other) {
        return frameOfReference.isPresent()
                && frameOfReference.equals(other.frameOfReference)
                && parallel(other, 5);
    }

    /// @param other another stack
    /// @param degrees how far the directions may differ
    /// @return whether both are read along one direction
    public boolean parallel(ImageStack other, double degrees) {
        return direction.isPresent()
                && other.direction.isPresent()
                && direction.get().dot(other.direction.get()) >= Math.cos(Math.toRadians(degrees));
    }
}
