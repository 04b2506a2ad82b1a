package org.tyde.reading;

import org.tyde.imaging.FrameKey;
import org.tyde.volume.Slab;
import org.tyde.volume.SlabProjection;

import java.util.List;

/// How the values on screen came from those of the images, before any window. All that is said of a picture
/// goes by it: its badge, the probe, what is measured, and which images count as shown (decision 24).
public sealed interface Derivation {
    /// The thickest mean that still counts as showing its images, mm: what a body is usually read in.
    double THICKEST_READ = 5;

    /// One image.
    ///
    /// @param frame which
    record AsStored(FrameKey frame) implements Derivation {}

    /// Differences from a mask (PS3.3 C.7.6.10).
    ///
    /// @param frame the mask was taken from it
    /// @param mask numbers of the frames whose mean was taken, 1-based
    record Subtracted(FrameKey frame, List<Integer> mask) implements Derivation {
        /// Copies the list.
        public Subtracted {
            mask = List.copyOf(mask);
        }
    }

    /// Neighbouring images of a stack seen through each other.
    ///
    /// @param slab how
    /// @param frames at least two
    /// @param inPart how many of them were decoded in part only
    record ThroughStack(Slab slab, List<FrameKey> frames, int inPart) implements Derivation {
        /// Copies the list.
        public ThroughStack {
            frames = List.copyOf(frames);
        }
    }

    /// A plane, or a slab, through a volume.
    ///
    /// @param slab of no thickness for a plane
    /// @param within the slices that lie in it whole; none where it crosses them
    /// @param unread how many slices of the volume could not be read
    /// @param inPart how many were decoded in part only
    record ThroughVolume(Slab slab, List<FrameKey> within, int unread, int inPart)
            implements Derivation {
        /// Copies the list.
        public ThroughVolume {
            within = List.copyOf(within);
        }

        /// @return whether it is thicker than a plane
        public boolean thick() {
            return slab.millimetres() > 0;
        }
    }

    /// Images in colour lie over it.
    ///
    /// @param under what they lie over
    record Covered(Derivation under) implements Derivation {}

    /// A blending state mixes it with other images.
    ///
    /// @param base what the others are mixed with
    record Blended(Derivation base) implements Derivation {}

    /// @return whether values are those of the file
    default boolean stored() {
        return uncovered() instanceof AsStored;
    }

    /// @return what it is without other images over it
    default Derivation uncovered() {
        return switch (this) {
            case Covered(var under) -> under;
            case Blended(var base) -> base;
            case AsStored _, Subtracted _, ThroughStack _, ThroughVolume _ -> this;
        };
    }

    /// @return the images whose every value takes part in what is seen, and none is hidden by another
    default List<FrameKey> shows() {
        return switch (this) {
            case AsStored(var frame) -> List.of(frame);
            case Subtracted(var frame, var _) -> List.of(frame);
            case ThroughStack(var slab, var frames, var _) -> readable(slab) ? frames : List.of();
            case ThroughVolume(var slab, var within, var _, var _) ->
                    readable(slab) ? within : List.of();
            case Covered _, Blended _ -> List.of();
        };
    }

    private static boolean readable(Slab slab) {
        return slab.millimetres() == 0
                || slab.projection() == SlabProjection.MEAN && slab.millimetres() <= THICKEST_READ;
    }
}
