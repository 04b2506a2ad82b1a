package org.tyde.ui.viewport;

import org.tyde.evidence.presentation.PresentationState;
import org.tyde.geometry.Turn;
import org.tyde.hanging.Stage;
import org.tyde.imaging.lut.Window;
import org.tyde.imaging.picture.Interpolation;
import org.tyde.reading.ViewState;
import org.tyde.reading.VoiChoice;
import org.tyde.reading.WindowDrag;
import org.tyde.reading.Zoom;
import org.tyde.ui.viewport.state.Presented;
import org.tyde.ui.viewport.state.ScreenPoint;
import org.tyde.volume.Slab;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What tools and keys do to how one viewport shows its images. Used on the JavaFX thread.
public final class ViewCommands {
    private static final double LEAST_ZOOM = 0.05;
    private static final double MOST_ZOOM = 64;

    private final ViewportModel model;
    private final Glass glass;
    private final Presented presented;

    ViewCommands(ViewportModel model, Glass glass, Presented presented) {
        this.model = model;
        this.glass = glass;
        this.presented = presented;
    }

    private void view(UnaryOperator<ViewState> change) {
        model.inCase(c -> c.view(model.index(), change));
    }

    // ---- window

    /// @return a drag that begins with the window shown now, up being brighter as the eye sees it
    public Optional<WindowDrag> windowDrag() {
        return model.shown()
                .flatMap(s -> Windowing.window(s).map(w -> new WindowDrag(w, upIsBrighter(s))));
    }

    private boolean upIsBrighter(Shown s) {
        return model.desk().dragInvertedProperty().get() != s.pipeline().lowIsBright();
    }

    /// @param window to show
    public void show(Window window) {
        choose(new VoiChoice.Chosen(window));
    }

    /// @param choice of a window
    public void choose(VoiChoice choice) {
        view(v -> v.with(choice));
    }

    /// @param digit of a number key, 0 to 9
    public void preset(int digit) {
        if (model.shown().isEmpty()) return;
        var s = model.shown().get();
        if (!s.frame().grey()) return;
        int offered = s.header().vois(s.key().frame()).size();
        var presets = model.desk().presetsProperty().get();
        var choice = presets.choice(digit, s.header().unit(), offered);
        if (choice.isPresent()) choose(choice.get());
        else model.refuse(ViewportReason.NO_PRESET, digit);
    }

    /// How many slices are seen through each other.
    ///
    /// @param change of it
    public void slab(UnaryOperator<Slab> change) {
        var state = model.state();
        if (state.stack().isEmpty()) return;
        if (state.stack().get().frame(state.view().frame()).level().isEmpty())
            model.refuse(ViewportReason.NO_SLAB);
        else view(v -> v.with(change.apply(v.slab())));
    }

    /// White for black, and back.
    public void invert() {
        view(v -> v.withInverted(!v.inverted()));
    }

    // ---- place and size

    /// @param dx px to the right
    /// @param dy px down
    public void panBy(double dx, double dy) {
        model.ready()
                .map(r -> glass.pose(r, model.state().view()).movedBy(dx, dy))
                .ifPresent(
                        pose -> {
                            var centre = pose.toImage(glass.middle());
                            view(v -> v.withCentre(centre));
                        });
    }

    /// @param factor of the size
    /// @param about the place that stays where it is
    public void zoomBy(double factor, ScreenPoint about) {
        if (model.ready().isEmpty()) return;
        var ready = model.ready().get();
        var view = model.state().view();
        var pose = glass.pose(ready, view);
        double now = pose.perColumn() / glass.pose(ready, view.with(new Zoom.Fit())).perColumn();
        double next = Math.clamp(now * factor, LEAST_ZOOM, MOST_ZOOM);
        var centre = pose.zoomed(next / now, about).toImage(glass.middle());
        view(v -> v.with(new Zoom.Times(next)).withCentre(centre));
    }

    /// @param factor about the middle of the viewport
    public void zoomBy(double factor) {
        zoomBy(factor, glass.middle());
    }

    /// Shows the image so large; life size is refused with a sentence where it cannot be true.
    ///
    /// @param zoom how large
    public void zoom(Zoom zoom) {
        if (zoom instanceof Zoom.LifeSize) {
            if (model.desk().lifeSize().isEmpty()) {
                model.refuse(ViewportReason.NO_MONITOR_SIZE);
                return;
            }
            if (model.shown().flatMap(s -> s.header().spacing(s.key().frame())).isEmpty()) {
                model.refuse(ViewportReason.NO_SPACING);
                return;
            }
        }
        view(v -> v.with(zoom));
    }

    /// @param change of how it is turned
    public void turn(UnaryOperator<Turn> change) {
        view(v -> v.with(change.apply(v.turn())));
    }

    // ---- which

    /// Through the next presentation state that covers the frame shown, after the last one as the image itself
    /// wants it.
    public void nextPresentation() {
        if (model.ready().isEmpty() || model.desk().openCase().isEmpty()) return;
        var r = model.ready().get();
        var states = model.desk().openCase().get().states(r.key());
        if (states.isEmpty()) return;
        var next = Presented.next(states, model.state().view().presentation());
        present(next.map(PresentationState::sopUid));
    }

    /// Through a presentation state that covers the frame shown.
    ///
    /// @param uid SOP Instance UID of it; empty, or of none that covers the frame: as the image itself wants it
    public void present(Optional<String> uid) {
        if (model.ready().isEmpty() || model.desk().openCase().isEmpty()) return;
        var r = model.ready().get();
        var next =
                model.desk().openCase().get().states(r.key()).stream()
                        .filter(s -> uid.equals(Optional.of(s.sopUid())))
                        .findFirst();
        var turn = next.map(s -> presented.turn(s, r.header(), r.key())).orElse(Turn.NONE);
        view(v -> v.through(next.map(PresentationState::sopUid), turn));
    }

    /// The frame less its mask, as the image says, or the frame itself again; with the whole range of either.
    /// Not through a presentation state, which says itself what is subtracted.
    public void subtract() {
        if (model.ready().isEmpty()) return;
        var r = model.ready().get();
        boolean through = model.state().view().presentation().isPresent();
        if (through || FrameFeed.mask(r.header(), r.key().frame()).isEmpty()) {
            model.refuse(ViewportReason.NO_MASK);
            return;
        }
        model.toggleSubtraction();
        choose(VoiChoice.first());
    }

    /// The next choice of overlay planes: all, each alone, none. Refused where nothing lies over the image.
    public void nextOverlays() {
        if (model.ready().isEmpty()) return;
        var r = model.ready().get();
        var states = model.desk().openCase().map(c -> c.states(r.key())).orElse(List.of());
        var chosen = model.state().view().presentation();
        var through = presented.of(states, chosen, r.header(), r.key());
        int planes = through.flatMap(Presented.Shown::over).orElse(r.over()).planes().size();
        var overlays = model.desk().overlaysProperty();
        if (planes == 0) model.refuse(ViewportReason.NO_OVERLAY);
        else overlays.set(overlays.get().next(planes));
    }

    /// The next way to find values between stored pixels: nearest, linear, cubic.
    public void nextInterpolation() {
        var way = model.desk().interpolationProperty();
        way.set(
                switch (way.get()) {
                    case NEAREST -> Interpolation.LINEAR;
                    case LINEAR -> Interpolation.CUBIC;
                    case CUBIC -> Interpolation.NEAREST;
                });
        model.tell(
                switch (way.get()) {
                    case NEAREST -> "interpolation.nearest";
                    case LINEAR -> "interpolation.linear";
                    case CUBIC -> "interpolation.cubic";
                });
    }

    /// A clip that plays is stopped by it, unless the wheel turns pages here.
    ///
    /// @param notches of the wheel, downwards, which is forwards
    public void wheel(int notches) {
        int index = model.index();
        model.inCase(
                c -> {
                    boolean turnsPages =
                            c.stage().wheel() == Stage.Wheel.PAGES && c.stage().pages() > 1;
                    if (!turnsPages && c.viewport(index).cine().isPresent()) c.clips().stop(index);
                    c.wheel(index, notches);
                });
    }
}
