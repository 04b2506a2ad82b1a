package org.tyde.ui.shell;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

import org.tyde.ui.Messages;
import org.tyde.ui.control.StatePane;
import org.tyde.ui.viewport.ViewportGrid;

/// The pictures of the open study: thumbnails at the left, viewports black to the edges. It stands in the
/// control window or in a window of its own, never in both.
final class ImagesPane extends BorderPane {
    private final ViewportGrid grid;
    private final StatePane waiting = new StatePane();

    ImagesPane(
            ViewportGrid grid,
            Node planes,
            Node thumbnails,
            CaseModel model,
            Messages messages,
            Runnable toList) {
        this.grid = grid;
        var words = messages.in(ImagesPane.class);
        getStyleClass().add("image-area");
        grid.setFocusTraversable(true);
        setLeft(thumbnails);
        setCenter(new StackPane(grid, planes, waiting));
        thumbnails
                .visibleProperty()
                .bind(model.stateProperty().map(s -> s instanceof CaseState.Open));
        thumbnails.managedProperty().bind(thumbnails.visibleProperty());
        grid.setOnMousePressed(_ -> grid.requestFocus());
        model.stateProperty().subscribe(s -> show(s, model, words, toList));
        messages.localeProperty()
                .subscribe(_ -> show(model.stateProperty().get(), model, words, toList));
    }

    private void show(CaseState state, CaseModel model, Messages.Room words, Runnable toList) {
        waiting.setVisible(!(state instanceof CaseState.Open));
        switch (state) {
            case CaseState.Nothing() -> {
                waiting.show(
                        StatePane.Kind.EMPTY,
                        words.text("read.nothing"),
                        words.text("read.nothing.why"));
                waiting.offer(words.text("read.list"), toList);
            }
            case CaseState.Opening() ->
                    waiting.show(StatePane.Kind.LOADING, words.text("read.opening"), "");
            case CaseState.Open() -> grid.requestFocus();
            case CaseState.Failed(String sentence) -> {
                waiting.show(StatePane.Kind.ERROR, words.text("read.failed"), sentence);
                waiting.offer(words.text("read.retry"), model::retry);
            }
        }
    }

    void takeFocus() {
        grid.requestFocus();
    }
}
