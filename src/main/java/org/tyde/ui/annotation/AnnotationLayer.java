package org.tyde.ui.annotation;

import javafx.scene.Node;
import javafx.scene.layout.Region;

import org.tyde.evidence.presentation.Annotation;
import org.tyde.imaging.lut.Ink;
import org.tyde.ui.control.ControlStyles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a presentation state draws and writes, the lowest layer first, over the picture it belongs to.
public final class AnnotationLayer extends Region {
    /// Where the state leaves the colour to the viewer.
    private static final Ink PLAIN = new Ink(0xE4E4E4);

    private record Drawn(List<Annotation> annotations, Ground ground, double width) {}

    private Optional<Drawn> drawn = Optional.empty();

    /// Shows nothing.
    public AnnotationLayer() {
        getStyleClass().add("annotations");
        ControlStyles.wear(this, AnnotationLayer.class, "annotation.css");
        setMouseTransparent(true);
        setPickOnBounds(false);
    }

    /// Draws anew where anything changed.
    ///
    /// @param annotations of the frame that is shown
    /// @param ground where its picture lies
    public void show(List<Annotation> annotations, Ground ground) {
        if (annotations.isEmpty()) {
            clear();
            return;
        }
        var wanted = new Drawn(annotations, ground, getWidth());
        if (drawn.equals(Optional.of(wanted))) return;
        drawn = Optional.of(wanted);
        var nodes = new ArrayList<Node>();
        var notes = new ArrayList<NoteNode>();
        for (var annotation : annotations) {
            var ink = annotation.layer().ink().orElse(PLAIN);
            for (var graphic : annotation.graphics())
                nodes.add(GraphicShapes.of(graphic, ink, ground));
            for (var note : annotation.notes()) {
                var node = new NoteNode(note, note.ink().orElse(ink), ground);
                notes.add(node);
                nodes.add(node);
            }
        }
        getChildren().setAll(nodes);
        applyCss();
        for (var note : notes) note.write(getWidth());
    }

    /// Nothing is drawn.
    public void clear() {
        if (drawn.isEmpty()) return;
        drawn = Optional.empty();
        getChildren().clear();
    }

    /// @return the words written, for who listens
    public List<String> words() {
        return drawn.stream()
                .flatMap(d -> d.annotations().stream())
                .flatMap(a -> a.notes().stream())
                .flatMap(n -> n.lines().stream())
                .filter(line -> !line.isBlank())
                .toList();
    }
}
