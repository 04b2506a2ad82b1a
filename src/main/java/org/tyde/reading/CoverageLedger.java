package org.tyde.reading;

import org.tyde.hanging.ImageStack;
import org.tyde.imaging.FrameKey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which frames have been on the screen. Not thread-safe.
public final class CoverageLedger {
    private final Set<FrameKey> seen = new HashSet<>();

    /// Images that follow each other.
    ///
    /// @param first number in the stack, from 1
    /// @param last number in the stack, included
    public record Range(int first, int last) {
        /// @return `4` or `4–9`
        public String text() {
            return first == last ? "" + first : first + "\u2013" + last;
        }
    }

    /// What of a stack was never shown.
    ///
    /// @param stack of the current study
    /// @param ranges in order, none touching another
    /// @param count how many images
    public record Unseen(ImageStack stack, List<Range> ranges, int count) {}

    /// @param key of a frame that was painted
    /// @return whether it was the first time
    public boolean shown(FrameKey key) {
        return seen.add(key);
    }

    /// @param key of a frame
    /// @return whether it was ever shown
    public boolean seen(FrameKey key) {
        return seen.contains(key);
    }

    /// @param stack of the case
    /// @return how many of its frames were shown
    public int seen(ImageStack stack) {
        return (int) stack.frames().stream().filter(f -> seen.contains(f.key())).count();
    }

    /// @return all that were shown
    public Set<FrameKey> all() {
        return Set.copyOf(seen);
    }

    /// @param stacks of the current study
    /// @return those that were not shown whole, with the images that were not
    public List<Unseen> unseen(Collection<ImageStack> stacks) {
        var found = new ArrayList<Unseen>();
        for (var stack : stacks) {
            var ranges = new ArrayList<Range>();
            int count = 0;
            for (int i = 0; i < stack.size(); i++) {
                if (seen.contains(stack.frame(i).key())) continue;
                count++;
                boolean goesOn = !ranges.isEmpty() && ranges.getLast().last == i;
                if (goesOn) ranges.set(ranges.size() - 1, new Range(ranges.getLast().first, i + 1));
                else ranges.add(new Range(i + 1, i + 1));
            }
            if (count > 0) found.add(new Unseen(stack, ranges, count));
        }
        return found;
    }
}
