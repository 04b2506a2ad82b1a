package org.tyde.ui.viewport;

import org.tyde.evidence.presentation.Presentation;
import org.tyde.imaging.Frame;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.ImageHeader;
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
/// @param slices of how many frames of the stack its values are, 1 as a rule
/// @param presentation what the presentation state that is on makes of it
public record Shown(
        FrameKey key,
        ImageHeader header,
        Frame frame,
        GrayscalePipeline pipeline,
        Pose pose,
        OverlayText text,
        int slices,
        Optional<Presentation> presentation) {}
