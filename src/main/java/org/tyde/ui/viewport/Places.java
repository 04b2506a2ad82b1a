package org.tyde.ui.viewport;

import org.tyde.geometry.ImagePlane;
import org.tyde.geometry.PlaneCut;
import org.tyde.hanging.ImageStack;
import org.tyde.measure.Quantity;
import org.tyde.measure.Unit;
import org.tyde.reading.PatientPlace;
import org.tyde.ui.viewport.state.ScreenPoint;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// How the viewports of a grid stand to each other in the patient: reference lines of the active one, and the
/// place that is pointed at in one of them. Only within one Frame of Reference (PS3.3 C.7.4.1): between two,
/// nothing is compared, and that is said. Used on the JavaFX thread.
final class Places {
    /// mm from a plane that a number with one decimal would not tell from 0.
    private static final double IN_PLANE = 0.05;

    private record Pointed(int viewport, ScreenPoint at) {}

    private final ImageDesk desk;
    private final Supplier<List<ViewportPane>> panes;
    private Optional<Pointed> pointed = Optional.empty();
    private boolean lines = true;

    /// @param desk of the open case
    /// @param panes of the grid
    Places(ImageDesk desk, Supplier<List<ViewportPane>> panes) {
        this.desk = desk;
        this.panes = panes;
    }

    /// Reference lines, or none.
    void toggleLines() {
        lines = !lines;
        update();
    }

    /// @param viewport in which the reader points
    /// @param at px in it; empty: no longer
    void point(int viewport, Optional<ScreenPoint> at) {
        if (at.isEmpty() && pointed.isEmpty()) return;
        pointed = at.map(p -> new Pointed(viewport, p));
        place().ifPresent(p -> desk.openCase().ifPresent(c -> c.showPlace(viewport, p)));
        update();
    }

    /// Draws what holds for the pictures now shown.
    void update() {
        var all = panes.get();
        for (var pane : all) pane.showPlaces(line(pane, all), mark(pane));
    }

    private Optional<Shown> shown(ViewportPane pane) {
        return pane.model().shown();
    }

    private static Optional<ImageStack> stack(ViewportPane pane) {
        return pane.model().state().stack();
    }

    private static Optional<ImagePlane> plane(Shown shown) {
        return shown.header().plane(shown.key().frame());
    }

    // ---- reference lines

    private Optional<PlaceLayer.Stretch> line(ViewportPane on, List<ViewportPane> all) {
        int active = desk.openCase().map(c -> c.active()).orElse(-1);
        if (!lines || active < 0 || active >= all.size() || all.get(active).equals(on))
            return Optional.empty();
        var by = all.get(active);
        if (!oneSpace(stack(on), stack(by))) return Optional.empty();
        var here = shown(on);
        return here.flatMap(this::extent)
                .flatMap(e -> shown(by).flatMap(this::extent).flatMap(b -> PlaneCut.of(e, b)))
                .map(
                        cut ->
                                new PlaceLayer.Stretch(
                                        here.get().pose().toScreen(cut.from()),
                                        here.get().pose().toScreen(cut.to())));
    }

    private static boolean oneSpace(Optional<ImageStack> a, Optional<ImageStack> b) {
        return a.isPresent()
                && b.isPresent()
                && a.get().frameOfReference().isPresent()
                && a.get().frameOfReference().equals(b.get().frameOfReference());
    }

    private Optional<PlaneCut.Extent> extent(Shown shown) {
        return plane(shown)
                .map(
                        p ->
                                new PlaneCut.Extent(
                                        p, shown.frame().fullColumns(), shown.frame().fullRows()));
    }

    // ---- the place pointed at

    private Optional<PatientPlace> place() {
        if (pointed.isEmpty() || pointed.get().viewport() >= panes.get().size())
            return Optional.empty();
        var pane = panes.get().get(pointed.get().viewport());
        var space = stack(pane).flatMap(ImageStack::frameOfReference);
        var at = pointed.get().at();
        return shown(pane)
                .flatMap(s -> plane(s).map(p -> p.toPatient(s.pose().toImage(at))))
                .flatMap(p -> space.map(f -> new PatientPlace(f, p)));
    }

    private Optional<PlaceLayer.Mark> mark(ViewportPane on) {
        var here = shown(on);
        var stack = stack(on);
        if (pointed.isEmpty() || here.isEmpty() || stack.isEmpty()) return Optional.empty();
        if (on.model().index() == pointed.get().viewport())
            return Optional.of(probe(here.get(), pointed.get().at()));
        var place = place();
        if (place.isEmpty()) return Optional.empty();
        var there = plane(here.get());
        if (!place.get().holdsIn(stack.get()) || there.isEmpty())
            return Optional.of(
                    new PlaceLayer.Mark(Optional.empty(), List.of(say("place.elsewhere"))));
        var point = place.get().point();
        double off = Math.abs(there.get().distanceAlongNormal(point));
        var words =
                off < IN_PLANE
                        ? List.<String>of()
                        : List.of(
                                say(
                                        "place.off",
                                        new Quantity(off, Unit.MM)
                                                .text(desk.messages().locale(), 1)));
        return Optional.of(
                new PlaceLayer.Mark(
                        Optional.of(here.get().pose().toScreen(there.get().toImage(point))),
                        words));
    }

    private PlaceLayer.Mark probe(Shown shown, ScreenPoint at) {
        var letters = desk.lettersProperty().get();
        var lines = Probe.lines(shown, shown.pose().toImage(at), letters, desk.messages());
        return new PlaceLayer.Mark(Optional.of(at), lines);
    }

    private String say(String key, Object... arguments) {
        return desk.messages().in(Places.class).text(key, arguments);
    }
}
