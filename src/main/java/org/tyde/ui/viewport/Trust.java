package org.tyde.ui.viewport;

import org.tyde.hanging.ImageStack;
import org.tyde.imaging.Frame;
import org.tyde.imaging.picture.Sampling;
import org.tyde.ui.viewport.badge.Badge;
import org.tyde.ui.viewport.badge.Fidelity;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// How far the picture on screen in one viewport is the image: the facts of its badge, taken from the pixels
/// that are on screen and from what has been asked for since. Used on the JavaFX thread.
final class Trust {
    private final ImageDesk desk;
    private Optional<Fidelity> facts = Optional.empty();

    Trust(ImageDesk desk) {
        this.desk = desk;
    }

    /// Pixels have been put on screen.
    void shows(ImageStack stack, Shown shown, Sampling how) {
        int got = desk.receivedOfSeries(stack);
        var frame = shown.frame();
        facts =
                Optional.of(
                        new Fidelity(
                                shown.loss(),
                                how,
                                shown.derivation(),
                                part(frame),
                                new Fidelity.Received(got, got + desk.missingOfSeries(stack)),
                                desk.monitor(),
                                false));
    }

    private static Fidelity.Part part(Frame frame) {
        int rows = frame.fullRows();
        return switch (frame.fidelity()) {
            case org.tyde.codec.Fidelity.Whole() -> new Fidelity.Part(rows, rows, false);
            case org.tyde.codec.Fidelity.Partial part ->
                    new Fidelity.Part(Math.min(part.rows(), rows), rows, part.coarse());
        };
    }

    /// Nothing is on screen.
    void showsNothing() {
        facts = Optional.empty();
    }

    /// @param awaited whether another picture than the one on screen has been asked for and takes its time
    /// @return what is to be said
    Badge badge(boolean awaited) {
        var today = LocalDate.now(ZoneId.systemDefault());
        return facts.map(f -> f.awaiting(awaited).badge(today)).orElse(Badge.NONE);
    }
}
