package org.tyde.ui.viewport;

import org.tyde.imaging.FrameKey;
import org.tyde.measure.Measurement;

/// A figure being drawn, not yet a measurement.
///
/// @param key the frame it is drawn on
/// @param figure as far as it has come, its last point under the pointer
public record Draft(FrameKey key, Measurement figure) {}
