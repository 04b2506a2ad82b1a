package org.tyde.ui.shell;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.tyde.ui.Action;
import org.tyde.ui.Keymap;
import org.tyde.ui.Messages;
import org.tyde.ui.control.ControlStyles;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Search over all commands (Ctrl+K): type a part of any word of the name, arrows, Enter. Lies over the
/// window it was asked for in, dark, without a window of its own.
public final class CommandPalette extends StackPane {
    private static final int ROWS = 12;
    private final Messages messages;
    private final Keymap keymap;
    private final Predicate<Action> possible;
    private final Consumer<Action> act;
    private final TextField search = new TextField();
    private final ListView<Action> list = new ListView<>();
    private final ObservableList<Action> matches = FXCollections.observableArrayList();

    /// @param messages words
    /// @param keymap the keys shown beside the commands
    /// @param possible what can be done now; the rest is left out
    /// @param act does it
    public CommandPalette(
            Messages messages, Keymap keymap, Predicate<Action> possible, Consumer<Action> act) {
        this.messages = messages;
        this.keymap = keymap;
        this.possible = possible;
        this.act = act;
        var words = messages.in(CommandPalette.class);
        getStyleClass().add("palette-veil");
        ControlStyles.wear(this, CommandPalette.class, "shell.css");
        search.promptTextProperty().bind(words.bind("palette.prompt"));
        search.accessibleTextProperty().bind(words.bind("palette.prompt"));
        search.textProperty().subscribe(this::filter);
        list.setItems(matches);
        list.setCellFactory(_ -> new Line());
        list.setFocusTraversable(false);
        var none = new Label();
        none.getStyleClass().add("quiet");
        none.textProperty().bind(words.bind("palette.none"));
        list.setPlaceholder(none);
        var box = new VBox(search, list);
        box.getStyleClass().add("palette");
        box.setMaxSize(560, Region.USE_PREF_SIZE);
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        getChildren().add(box);
        setVisible(false);
        managedProperty().bind(visibleProperty());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        setOnMousePressed(
                click -> {
                    if (click.getTarget() == this) close();
                });
        list.setOnMouseClicked(
                click -> {
                    if (click.getButton() == MouseButton.PRIMARY) chosen().ifPresent(this::run);
                });
    }

    /// Opens it, empty.
    public void open() {
        search.clear();
        filter("");
        setVisible(true);
        toFront();
        search.requestFocus();
    }

    /// Closes it without doing anything.
    public void close() {
        setVisible(false);
    }

    private void filter(String typed) {
        var parts = List.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        matches.setAll(
                Arrays.stream(Action.values())
                        .filter(possible)
                        .filter(action -> fits(action, parts))
                        .toList());
        list.getSelectionModel().selectFirst();
        list.setFixedCellSize(Math.rint(search.getFont().getSize() * 2.2));
        list.setPrefHeight(list.getFixedCellSize() * Math.clamp(matches.size(), 2, ROWS) + 2);
    }

    private boolean fits(Action action, List<String> parts) {
        var name =
                name(action).toLowerCase(Locale.ROOT) + " " + key(action).toLowerCase(Locale.ROOT);
        return parts.stream().allMatch(name::contains);
    }

    private String name(Action action) {
        return messages.in(Action.class).text("action." + action.name());
    }

    private String key(Action action) {
        return keymap.keysOf(action).stream()
                .findFirst()
                .map(k -> KeyNames.of(k, messages))
                .orElse("");
    }

    private void pressed(KeyEvent event) {
        int step =
                switch (event.getCode()) {
                    case DOWN -> 1;
                    case UP -> -1;
                    case PAGE_DOWN -> ROWS - 1;
                    case PAGE_UP -> 1 - ROWS;
                    default -> 0;
                };
        if (step != 0) {
            int next = list.getSelectionModel().getSelectedIndex() + step;
            list.getSelectionModel().select(Math.clamp(next, 0, Math.max(0, matches.size() - 1)));
            list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - ROWS / 2));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            chosen().ifPresent(this::run);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }

    private Optional<Action> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void run(Action action) {
        close();
        act.accept(action);
    }

    /// @return the commands that fit what is typed
    public Stream<Action> matches() {
        return matches.stream();
    }

    private final class Line extends ListCell<Action> {
        private final Label name = new Label();
        private final Label key = new Label();
        private final HBox line;

        Line() {
            key.getStyleClass().addAll("key", "quiet");
            key.setMinWidth(USE_PREF_SIZE);
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            line = new HBox(name, gap, key);
            line.getStyleClass().add("palette-line");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Action action, boolean empty) {
            super.updateItem(action, empty);
            if (action == null || empty) {
                setGraphic(null);
                return;
            }
            name.setText(CommandPalette.this.name(action));
            key.setText(CommandPalette.this.key(action));
            setGraphic(line);
        }
    }
}
