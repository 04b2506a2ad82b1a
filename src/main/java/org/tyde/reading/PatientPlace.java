package org.tyde.reading;

import org.tyde.geometry.ImagePoint;
import org.tyde.geometry.Point3;
import org.tyde.hanging.ImageStack;

import java.util.Optional;

/// A place in the patient that a reader points at.
///
/// @param frameOfReference in which it holds; nowhere else
/// @param point mm, LPS
public record PatientPlace(String frameOfReference, Point3 point) {
    /// The same place in a stack.
    ///
    /// @param frame index from 0 of the frame nearest to it
    /// @param at the foot of the perpendicular onto that frame
    /// @param off mm from that frame's plane to the place, positive
    public record InStack(int frame, ImagePoint at, double off) {}

    /// @param stack any
    /// @return whether places in it can be told from this one
    public boolean holdsIn(ImageStack stack) {
        return stack.frameOfReference().equals(Optional.of(frameOfReference));
    }

    /// @param stack any
    /// @param shown index of the frame shown now: of several phases at one position its own wins
    /// @return where it is there; empty in another frame of reference, or where no frame says where it lies
    public Optional<InStack> in(ImageStack stack, int shown) {
        if (!holdsIn(stack)) return Optional.empty();
        int each = stack.size() / stack.phases();
        int from = stack.phases() > 1 ? shown / each * each : 0;
        int to = stack.phases() > 1 ? from + each : stack.size();
        var nearest = Optional.<InStack>empty();
        for (int i = from; i < Math.min(to, stack.size()); i++) {
            var plane = stack.frame(i).plane();
            if (plane.isEmpty()) continue;
            double off = Math.abs(plane.get().distanceAlongNormal(point));
            if (nearest.isEmpty() || off < nearest.get().off())
                nearest = Optional.of(new InStack(i, plane.get().toImage(point), off));
        }
        return nearest;
    }
}
