package org.tyde.reading;

import org.tyde.imaging.FrameKey;
import org.tyde.measure.Measurement;

/// A measurement on a frame.
///
/// @param id its own, for as long as it exists
/// @param frame on which it is drawn
/// @param figure what is drawn
public record FrameMeasurement(String id, FrameKey frame, Measurement figure) {}
