package org.tyde.hanging;

import org.tyde.geometry.ImagePlane;
import org.tyde.imaging.FrameKey;

import java.util.Optional;
import java.util.OptionalDouble;

/// One frame of a stack.
///
/// @param key which image, which frame
/// @param plane where it lies in the patient
/// @param level mm along the stack's reading direction, measured from the frame of reference's origin;
///     where stacks are ordered by position, it grows from frame to frame
public record StackFrame(FrameKey key, Optional<ImagePlane> plane, OptionalDouble level) {}
