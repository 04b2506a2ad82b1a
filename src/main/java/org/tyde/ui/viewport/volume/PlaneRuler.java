package org.tyde.ui.viewport.volume;

import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

import org.jspecify.annotations.Nullable;
import org.tyde.geometry.Point3;
import org.tyde.measure.Quantity;
import org.tyde.measure.Unit;
import org.tyde.ui.control.OutlinedText;
import org.tyde.ui.viewport.state.ScreenPoint;

import java.util.List;
import java.util.Optional;

/// Lengths on a plane, in mm of the patient, which the volume's geometry gives: those that are kept and lie in
/// the plane as it stands, and the one that is being drawn.
final class PlaneRuler extends Region {
    /// Less is no length but a click.
    private static final double LEAST_PX = 3;

    private final MprModel model;
    private final PlanePane pane;
    private @Nullable Point3 from;
    private @Nullable Point3 to;
    private boolean armed;

    PlaneRuler(MprModel model, PlanePane pane) {
        this.model = model;
        this.pane = pane;
        setMouseTransparent(true);
        getStyleClass().add("measurement");
    }

    /// The next drag with the left button draws.
    void arm() {
        armed = true;
    }

    /// Takes away what was about to be drawn; else the newest length that is seen.
    ///
    /// @return whether there was any
    boolean drop() {
        if (unarm()) return true;
        var seen = model.lengths(pane.plane());
        if (seen.isEmpty()) return false;
        model.drop(seen.getLast());
        return true;
    }

    /// @return whether a length was about to be drawn
    boolean unarm() {
        boolean was = armed || from != null;
        armed = false;
        from = null;
        to = null;
        if (was) show(pane.look());
        return was;
    }

    boolean press(ScreenPoint at) {
        if (!armed || pane.look().isEmpty()) return false;
        armed = false;
        from = pane.look().get().toPatient(at);
        to = from;
        return true;
    }

    boolean drag(ScreenPoint at) {
        if (from == null || pane.look().isEmpty()) return false;
        to = pane.look().get().toPatient(at);
        show(pane.look());
        return true;
    }

    void release() {
        var a = from;
        var b = to;
        from = null;
        to = null;
        if (a == null || b == null || pane.look().isEmpty()) return;
        if (a.distance(b) / pane.look().get().mm() < LEAST_PX) show(pane.look());
        else model.keep(pane.plane(), a, b);
    }

    /// @return mm of the newest that is seen
    Optional<Quantity> length() {
        var a = from;
        var b = to;
        if (a != null && b != null) return Optional.of(new Quantity(a.distance(b), Unit.MM));
        var seen = model.lengths(pane.plane());
        return seen.isEmpty()
                ? Optional.empty()
                : Optional.of(new Quantity(seen.getLast().millimetres(), Unit.MM));
    }

    /// @param look how the plane stands now
    void show(Optional<PlaneLook> look) {
        getChildren().clear();
        if (look.isEmpty()) return;
        for (var length : model.lengths(pane.plane())) draw(look.get(), length.from(), length.to());
        var a = from;
        var b = to;
        if (a != null && b != null) draw(look.get(), a, b);
    }

    private void draw(PlaneLook look, Point3 a, Point3 b) {
        var p = look.toScreen(a);
        var q = look.toScreen(b);
        var drawn = new Group();
        for (var style : List.of("measurement-shade", "measurement-line")) {
            var line = new Line(p.x(), p.y(), q.x(), q.y());
            line.getStyleClass().add(style);
            drawn.getChildren().add(line);
        }
        var messages = pane.messages();
        var words = new OutlinedText();
        words.setText(
                messages.in(PlaneRuler.class)
                        .text(
                                "length",
                                new Quantity(a.distance(b), Unit.MM).text(messages.locale())));
        words.relocate(Math.rint(q.x() + 8), Math.rint(q.y() + 4));
        drawn.getChildren().add(words);
        getChildren().add(drawn);
    }
}
