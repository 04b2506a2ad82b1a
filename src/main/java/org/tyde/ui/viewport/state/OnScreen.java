package org.tyde.ui.viewport.state;

import org.tyde.imaging.Frame;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.overlay.OverPicture;
import org.tyde.imaging.overlay.OverlayChoice;
import org.tyde.reading.Derivation;
import org.tyde.reading.ViewState;

import java.util.Optional;

/// A picture as it stands in a viewport, with all that a presentation state can keep of it.
///
/// @param key which frame
/// @param header of its image
/// @param frame its values
/// @param pipeline to grey
/// @param derivation what its values are made of
/// @param pose where it lies
/// @param corner lower right of the viewport
/// @param view how the reader looks at it
/// @param own what lies over the image where no state says otherwise
/// @param overlays which of its planes are drawn
/// @param through the presentation state that is on
public record OnScreen(
        FrameKey key,
        ImageHeader header,
        Frame frame,
        GrayscalePipeline pipeline,
        Derivation derivation,
        Pose pose,
        ScreenPoint corner,
        ViewState view,
        OverPicture own,
        OverlayChoice overlays,
        Optional<Presented.Shown> through) {}
