package org.tyde.ui.viewport.volume;

import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

import org.jspecify.annotations.Nullable;
import org.tyde.geometry.Point3;
import org.tyde.measure.Quantity;
import org.tyde.measure.Unit;
import org.tyde.ui.control.OutlinedText;
import org.tyde.ui.viewport.state.ScreenPoint;

import java.util.Optional;

/// A length drawn on a plane, in mm of the patient, which the volume's geometry gives. It is not kept: it goes
/// when the plane it was drawn on is no longer shown.
final class PlaneRuler extends Region {
    private final PlanePane pane;
    private final Line shade = new Line();
    private final Line line = new Line();
    private final OutlinedText words = new OutlinedText();
    private @Nullable Point3 from;
    private @Nullable Point3 to;
    private boolean armed;
    private boolean drawing;

    PlaneRuler(PlanePane pane) {
        this.pane = pane;
        setMouseTransparent(true);
        getStyleClass().add("measurement");
        shade.getStyleClass().add("measurement-shade");
        line.getStyleClass().add("measurement-line");
        getChildren().addAll(shade, line, words);
        setVisible(false);
    }

    /// The next drag with the left button draws.
    void arm() {
        armed = true;
    }

    /// @return whether a length is drawn, or was about to be
    boolean drop() {
        boolean was = armed || from != null;
        armed = false;
        drawing = false;
        from = null;
        to = null;
        setVisible(false);
        return was;
    }

    boolean press(ScreenPoint at) {
        if (!armed || pane.look().isEmpty()) return false;
        armed = false;
        drawing = true;
        from = pane.look().get().toPatient(at);
        to = from;
        return true;
    }

    boolean drag(ScreenPoint at) {
        if (!drawing || pane.look().isEmpty()) return false;
        to = pane.look().get().toPatient(at);
        show(pane.look());
        return true;
    }

    void release() {
        drawing = false;
    }

    /// @return mm of what is drawn
    Optional<Quantity> length() {
        var a = from;
        var b = to;
        return a == null || b == null
                ? Optional.empty()
                : Optional.of(new Quantity(a.distance(b), Unit.MM));
    }

    /// @param look how the plane stands now; a line that no longer lies in it goes
    void show(Optional<PlaneLook> look) {
        var a = from;
        var b = to;
        if (look.isEmpty() || a == null || b == null) {
            setVisible(false);
            return;
        }
        var l = look.get();
        var normal = l.view().inwards(l.plane());
        double off =
                Math.abs(a.minus(l.view().cross()).dot(normal))
                        + Math.abs(b.minus(l.view().cross()).dot(normal));
        if (off > 0.01) {
            drop();
            return;
        }
        var p = l.toScreen(a);
        var q = l.toScreen(b);
        for (var each : new Line[] {shade, line}) {
            each.setStartX(p.x());
            each.setStartY(p.y());
            each.setEndX(q.x());
            each.setEndY(q.y());
        }
        var messages = pane.messages();
        words.setText(
                messages.in(PlaneRuler.class)
                        .text(
                                "length",
                                new Quantity(a.distance(b), Unit.MM).text(messages.locale())));
        words.relocate(Math.rint(q.x() + 8), Math.rint(q.y() + 4));
        setVisible(true);
    }
}
