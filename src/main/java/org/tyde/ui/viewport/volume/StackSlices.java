package org.tyde.ui.viewport.volume;

import org.tyde.geometry.ImagePlane;
import org.tyde.hanging.ImageStack;
import org.tyde.hanging.StackFrame;
import org.tyde.hanging.StackOrder;
import org.tyde.volume.VolumeSlice;

import java.util.ArrayList;
import java.util.List;

/// Which frames of a stack are to form a volume with the one on screen.
final class StackSlices {
    private static final double SAME_DEGREES = 1;

    private StackSlices() {}

    /// @param stack on screen
    /// @param shown index of the frame on screen, from 0
    /// @return all of it; of several phases the one on screen, of several orientations the one on screen
    static List<VolumeSlice> of(ImageStack stack, int shown) {
        int from = 0;
        int to = stack.size();
        if (stack.phases() > 1) {
            int each = stack.size() / stack.phases();
            from = shown / each * each;
            to = from + each;
        }
        var plane = stack.frame(shown).plane();
        var slices = new ArrayList<VolumeSlice>();
        for (int i = from; i < to; i++) {
            var frame = stack.frame(i);
            if (stack.order() == StackOrder.ORIENTATIONS
                    && plane.isPresent()
                    && !likewise(frame, plane.get())) continue;
            slices.add(new VolumeSlice(i + 1, frame.key(), frame.plane()));
        }
        return slices;
    }

    private static boolean likewise(StackFrame frame, ImagePlane plane) {
        return frame.plane().map(p -> p.sameOrientation(plane, SAME_DEGREES)).orElse(false);
    }
}
