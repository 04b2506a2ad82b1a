package org.tyde.volume;

import org.tyde.geometry.ImagePlane;
import org.tyde.imaging.FrameKey;

import java.util.Optional;

/// A frame that is to be a slice.
///
/// @param number in its stack, from 1: what a sentence calls it
/// @param key which image, which frame
/// @param plane where it lies in the patient
public record VolumeSlice(int number, FrameKey key, Optional<ImagePlane> plane) {}
