package org.tyde.reading;

import org.tyde.geometry.ImagePoint;
import org.tyde.geometry.Turn;
import org.tyde.volume.Slab;

import java.util.Optional;

/// How a stack is shown.
///
/// @param frame index in the stack, from 0; people count from 1
/// @param voi which window; of no effect on colour
/// @param zoom how large
/// @param centre the place of the image in the middle of the viewport; empty: the image's middle, or
///     against the edge that the placement says
/// @param turn how it is turned and mirrored
/// @param inverted whether grey is inverted by the reader
/// @param presentation SOP Instance UID of the presentation state it is shown through, for the frames that
///     the state covers
/// @param slab how many slices are seen through each other
public record ViewState(
        int frame,
        VoiChoice voi,
        Zoom zoom,
        Optional<ImagePoint> centre,
        Turn turn,
        boolean inverted,
        Optional<String> presentation,
        Slab slab) {
    /// The first frame as the file wants it, fitted.
    public static final ViewState FIRST =
            new ViewState(
                    0,
                    VoiChoice.first(),
                    new Zoom.Fit(),
                    Optional.empty(),
                    Turn.NONE,
                    false,
                    Optional.empty());

    /// One slice at a time.
    ///
    /// @param frame as of the record
    /// @param voi as of the record
    /// @param zoom as of the record
    /// @param centre as of the record
    /// @param turn as of the record
    /// @param inverted as of the record
    /// @param presentation as of the record
    public ViewState(
            int frame,
            VoiChoice voi,
            Zoom zoom,
            Optional<ImagePoint> centre,
            Turn turn,
            boolean inverted,
            Optional<String> presentation) {
        this(frame, voi, zoom, centre, turn, inverted, presentation, Slab.NONE);
    }

    /// @throws IllegalArgumentException for a negative frame
    public ViewState {
        if (frame < 0) throw new IllegalArgumentException("frame " + frame);
    }

    /// @return whether the picture must say that it is a mirror image
    public boolean mirrored() {
        return turn.mirrored();
    }

    /// @param next index from 0
    /// @return the same at that frame
    public ViewState withFrame(int next) {
        return new ViewState(next, voi, zoom, centre, turn, inverted, presentation, slab);
    }

    /// @param next a window
    /// @return the same with it
    public ViewState with(VoiChoice next) {
        return new ViewState(frame, next, zoom, centre, turn, inverted, presentation, slab);
    }

    /// @param next how large
    /// @return the same so large; the middle stays unless it is to fit, which centres
    public ViewState with(Zoom next) {
        return new ViewState(
                frame,
                voi,
                next,
                next instanceof Zoom.Fit ? Optional.empty() : centre,
                turn,
                inverted,
                presentation,
                slab);
    }

    /// @param next the place of the image in the middle of the viewport
    /// @return the same, moved there
    public ViewState withCentre(ImagePoint next) {
        return new ViewState(
                frame, voi, zoom, Optional.of(next), turn, inverted, presentation, slab);
    }

    /// @param next how it is turned
    /// @return the same, turned so
    public ViewState with(Turn next) {
        return new ViewState(frame, voi, zoom, centre, next, inverted, presentation, slab);
    }

    /// @param next whether grey is inverted
    /// @return the same, inverted or not
    public ViewState withInverted(boolean next) {
        return new ViewState(frame, voi, zoom, centre, turn, next, presentation, slab);
    }

    /// @param next SOP Instance UID of a presentation state; empty: as the image itself wants it
    /// @param turned rotation and flip of that state
    /// @return the same through it, with its window, polarity, turn and displayed area
    public ViewState through(Optional<String> next, Turn turned) {
        var size = next.isPresent() ? new Zoom.OfState() : new Zoom.Fit();
        return new ViewState(frame, VoiChoice.first(), size, Optional.empty(), turned, false, next);
    }

    /// @param next how thick
    /// @return the same, so thick
    public ViewState with(Slab next) {
        return new ViewState(frame, voi, zoom, centre, turn, inverted, presentation, next);
    }
}
