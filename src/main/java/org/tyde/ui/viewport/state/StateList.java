package org.tyde.ui.viewport.state;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.tyde.ui.Messages;
import org.tyde.ui.viewport.state.StateChoice.Line;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The list of a [StateChoice] over a picture: arrows and Enter, or a click; typing narrows it; Escape closes it.
public final class StateList extends VBox {
    private static final int ROWS = 7;
    private static final double LINES = 3.4;

    private final StateChoice choice;
    private final TextField search = new TextField();
    private final ListView<Line> list = new ListView<>();
    private List<Line> all = List.of();

    /// @param choice that it shows
    /// @param words of this room
    public StateList(StateChoice choice, Messages.Room words) {
        this.choice = choice;
        getStyleClass().addAll("name-prompt", "state-list");
        var heading = new Label();
        heading.textProperty().bind(words.bind("choose.heading"));
        search.promptTextProperty().bind(words.bind("choose.search"));
        search.accessibleTextProperty().bind(words.bind("choose.heading"));
        search.textProperty().subscribe(_ -> narrow());
        list.setCellFactory(_ -> new Cell());
        list.setFocusTraversable(false);
        list.setOnMouseClicked(
                click -> {
                    if (click.getButton() == MouseButton.PRIMARY)
                        selected().ifPresent(choice::choose);
                });
        getChildren().addAll(heading, search, list);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        // the tools of the viewport hear nothing of what happens here
        setOnMousePressed(e -> e.consume());
        setOnScroll(e -> e.consume());
        setVisible(false);
        choice.offeredProperty().subscribe(this::offered);
    }

    private void offered(Optional<List<Line>> lines) {
        boolean was = isVisible();
        setVisible(lines.isPresent());
        if (lines.isPresent()) {
            all = lines.get();
            search.clear();
            narrow();
            all.stream().filter(Line::on).findFirst().ifPresent(list.getSelectionModel()::select);
            search.requestFocus();
        } else if (was && getParent() != null) getParent().requestFocus();
    }

    private void narrow() {
        var typed = search.getText().strip().toLowerCase(Locale.ROOT);
        list.getItems()
                .setAll(
                        all.stream()
                                .filter(
                                        l ->
                                                (l.name() + " " + l.about())
                                                        .toLowerCase(Locale.ROOT)
                                                        .contains(typed))
                                .toList());
        list.getSelectionModel().selectFirst();
        list.setFixedCellSize(Math.rint(search.getFont().getSize() * LINES));
        int rows = Math.clamp(list.getItems().size(), 1, ROWS);
        list.setPrefHeight(list.getFixedCellSize() * rows + 2);
        if (getParent() != null) getParent().requestLayout();
    }

    private void pressed(KeyEvent event) {
        int step =
                switch (event.getCode()) {
                    case DOWN -> 1;
                    case UP -> -1;
                    default -> 0;
                };
        if (step != 0) {
            int next = list.getSelectionModel().getSelectedIndex() + step;
            list.getSelectionModel().select(Math.clamp(next, 0, list.getItems().size() - 1));
            list.scrollTo(list.getSelectionModel().getSelectedIndex());
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            selected().ifPresent(choice::choose);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            choice.cancel();
            event.consume();
        }
    }

    private Optional<Line> selected() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    /// @return the lines that fit what is typed
    public List<Line> lines() {
        return List.copyOf(list.getItems());
    }

    private static final class Cell extends ListCell<Line> {
        private final Label name = new Label();
        private final Label about = new Label();
        private final VBox line = new VBox(name, about);

        Cell() {
            about.getStyleClass().add("quiet");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Line shown, boolean empty) {
            super.updateItem(shown, empty);
            if (shown == null || empty) {
                setGraphic(null);
                return;
            }
            name.setText((shown.on() ? "● " : "") + shown.name());
            about.setText(shown.about());
            about.setManaged(!shown.about().isEmpty());
            setGraphic(line);
        }
    }
}
