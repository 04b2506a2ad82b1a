package org.tyde.ui.viewport;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.tyde.measure.Measurement;
import org.tyde.reading.OpenCase;
import org.tyde.ui.viewport.state.Figures;
import org.tyde.ui.viewport.state.ScreenPoint;

import java.util.Optional;
import java.util.function.Supplier;

/// The figures of one viewport in the hand of the reader: the one half drawn and the one selected. Used on the
/// JavaFX thread.
public final class FigureDrawing {
    private final ObjectProperty<Optional<Draft>> draft =
            new SimpleObjectProperty<>(this, "draft", Optional.empty());
    private final ObjectProperty<Optional<String>> selected =
            new SimpleObjectProperty<>(this, "selected", Optional.empty());
    private final Supplier<Optional<Shown>> shown;
    private final Supplier<Optional<OpenCase>> open;

    FigureDrawing(Supplier<Optional<Shown>> shown, Supplier<Optional<OpenCase>> open) {
        this.shown = shown;
        this.open = open;
    }

    /// @return the figure being drawn
    public ObjectProperty<Optional<Draft>> draftProperty() {
        return draft;
    }

    /// @return id of the selected measurement
    public ObjectProperty<Optional<String>> selectedProperty() {
        return selected;
    }

    /// @param figure drawn on the frame on screen, half done
    public void draw(Measurement figure) {
        shown.get().ifPresent(s -> draft.set(Optional.of(new Draft(s.key(), figure))));
    }

    /// @param at a place in the viewport
    /// @return the measurement there, or the handle of one
    public Optional<Figures.Hit> hit(ScreenPoint at) {
        var s = shown.get();
        var c = open.get();
        if (s.isEmpty() || c.isEmpty()) return Optional.empty();
        return Figures.hit(c.get().marks().on(s.get().key()), s.get().pose(), at);
    }

    /// Deletes the selected measurement.
    ///
    /// @return whether there was one
    public boolean deleteSelected() {
        var id = selected.get();
        id.ifPresent(i -> open.get().ifPresent(c -> c.marking().delete(i)));
        selected.set(Optional.empty());
        return id.isPresent();
    }

    /// Gives up what is half drawn.
    ///
    /// @return whether there was anything
    public boolean dropDraft() {
        boolean was = draft.get().isPresent();
        draft.set(Optional.empty());
        return was;
    }

    /// What is half drawn becomes a measurement, and is selected.
    public void keepDraft() {
        draft.get()
                .flatMap(d -> open.get().map(c -> c.marking().add(d.key(), d.figure()).id()))
                .ifPresent(id -> selected.set(Optional.of(id)));
        draft.set(Optional.empty());
    }

    void clear() {
        draft.set(Optional.empty());
        selected.set(Optional.empty());
    }
}
