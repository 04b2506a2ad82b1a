package org.tyde.ui.viewport;

import org.tyde.evidence.presentation.Presentation;
import org.tyde.imaging.Frame;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.SourceLoss;
import org.tyde.reading.Derivation;
import org.tyde.ui.viewport.state.Pose;
import org.tyde.ui.viewport.text.OverlayText;

import java.util.Optional;

/// What is on screen in a viewport: these pixels and everything that was said of them.
///
/// @param key which frame
/// @param header of its image
/// @param frame its values
/// @param pipeline to grey
/// @param pose where it lies
/// @param text the words on it
/// @param derivation what its values are made of
/// @param loss what was lost of the images that take part before they came
/// @param presentation what the presentation state that is on makes of it
public record Shown(
        FrameKey key,
        ImageHeader header,
        Frame frame,
        GrayscalePipeline pipeline,
        Pose pose,
        OverlayText text,
        Derivation derivation,
        SourceLoss loss,
        Optional<Presentation> presentation) {}
