package org.tyde.evidence.presentation;

import org.tyde.geometry.Turn;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.MaskSubtraction;
import org.tyde.imaging.lut.NotApplied;
import org.tyde.imaging.overlay.DisplayShutter;
import org.tyde.imaging.overlay.OverlayPlane;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How a presentation state shows one frame.
///
/// @param pipeline from stored values to P-values; the image's own LUTs and photometric interpretation do not
///     count (PS3.4 N.2.1)
/// @param mask what is taken from the frame; the pipeline is then that of the difference
/// @param turn rotation and flip (PS3.3 C.10.6)
/// @param area what part is shown; empty where the state says none that can be used
/// @param shutter what is hidden; that of the image does not count (PS3.4 N.2.3.1)
/// @param overlays planes of the state or the image that it shows (PS3.3 C.11.7)
/// @param annotations what is drawn and written over it, the lowest layer first
/// @param blending what is laid over the frame in colour
/// @param notApplied what the state asks for and the picture does not honour
public record Presentation(
        GrayscalePipeline pipeline,
        Optional<MaskSubtraction.Step> mask,
        Turn turn,
        Optional<DisplayedArea> area,
        Optional<DisplayShutter> shutter,
        List<OverlayPlane.Activated> overlays,
        List<Annotation> annotations,
        Optional<Blending> blending,
        Set<NotApplied> notApplied) {
    /// @param overlays copied
    /// @param annotations copied
    /// @param notApplied copied
    public Presentation {
        overlays = List.copyOf(overlays);
        annotations = List.copyOf(annotations);
        notApplied = Set.copyOf(notApplied);
    }
}
