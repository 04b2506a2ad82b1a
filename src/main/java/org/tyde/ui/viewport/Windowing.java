package org.tyde.ui.viewport;

import org.tyde.evidence.presentation.Presentation;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.MaskSubtraction;
import org.tyde.imaging.lut.Voi;
import org.tyde.imaging.lut.Window;
import org.tyde.reading.Derivation;
import org.tyde.reading.ViewState;

import java.util.List;
import java.util.Optional;

/// From what the reader chose, and what the image or its presentation state offers, to the pipeline that
/// makes grey of a frame.
final class Windowing {
    private Windowing() {}

    /// @param of a frame that is here
    /// @param view what the reader chose
    /// @param through what a presentation state makes of the frame: its window replaces the image's
    /// @return to grey
    static GrayscalePipeline pipeline(
            FrameFeed.Ready of, ViewState view, Optional<Presentation> through) {
        boolean theirMask = through.flatMap(Presentation::mask).isPresent();
        if (of.derivation() instanceof Derivation.Subtracted && !theirMask) {
            var voi = view.voi().of(List.of(), () -> Voi.whole(of.frame().range()));
            return MaskSubtraction.pipeline(of.frame(), voi).withInverted(view.inverted());
        }
        if (through.isPresent()) {
            var theirs = through.get().pipeline();
            var voi =
                    view.voi()
                            .of(
                                    List.of(theirs.voi()),
                                    () -> Voi.whole(of.frame().rangeThrough(theirs.modality())));
            return theirs.with(voi).withInverted(view.inverted());
        }
        int frame = of.key().frame();
        var modality = of.header().modalityLut(frame);
        Voi voi =
                of.frame().grey()
                        ? view.voi()
                                .of(
                                        of.header().vois(frame),
                                        () -> Voi.whole(of.frame().rangeThrough(modality)))
                        : new Voi.None();
        return GrayscalePipeline.of(of.header(), frame, voi).withInverted(view.inverted());
    }

    /// @param shown on screen
    /// @return its window, the whole range where a table or nothing stands in for one; empty for colour
    static Optional<Window> window(Shown shown) {
        if (!shown.frame().grey()) return Optional.empty();
        return Optional.of(
                switch (shown.pipeline().voi()) {
                    case Voi.Windowed(var window, var _, var _) -> window;
                    case Voi.Table _, Voi.None _ -> whole(shown);
                });
    }

    private static Window whole(Shown shown) {
        return Voi.whole(shown.frame().rangeThrough(shown.pipeline().modality()))
                        instanceof Voi.Windowed(var window, _, _)
                ? window
                : new Window(0, 1);
    }
}
