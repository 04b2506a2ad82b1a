package org.tyde.ui.viewport.volume;

import org.tyde.imaging.SourceLoss;
import org.tyde.reading.Derivation;
import org.tyde.ui.viewport.text.OverlayText;

/// What is on screen with the pixels of a plane.
///
/// @param look how the plane stands
/// @param text the words on it
/// @param derivation what it is made of
/// @param loss what was lost of the images that take part before they came
/// @param coarse whether the pixels are a first, coarse paint
/// @param asked nanoseconds when it was asked for
record PlaneCaption(
        PlaneLook look,
        OverlayText text,
        Derivation derivation,
        SourceLoss loss,
        boolean coarse,
        long asked) {}
