package org.tyde.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.tyde.ui.Action;
import org.tyde.ui.Keymap;
import org.tyde.ui.Messages;
import org.tyde.ui.control.ControlStyles;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The sheet of keys and mouse (F1), made from the table of bindings itself, so that it cannot be wrong.
public final class KeySheet extends StackPane {
    private record Chapter(String key, Action first, Action last) {}

    private static final List<Chapter> CHAPTERS =
            List.of(
                    new Chapter("keys.work", Action.NEXT_STUDY, Action.CANCEL),
                    new Chapter("keys.stack", Action.NEXT_IMAGE, Action.KEY_IMAGE),
                    new Chapter("keys.tools", Action.TOOL_WINDOW, Action.DELETE_SELECTED),
                    new Chapter("keys.picture", Action.PRESET_AUTO, Action.LAYOUT_4X4));
    private static final Set<Action> IN_ONE_LINE = EnumSet.range(Action.PRESET_2, Action.PRESET_9);

    private final Messages messages;
    private final Messages.Room words;
    private final Keymap keymap;
    private final FlowPane chapters = new FlowPane();

    /// @param messages words
    /// @param keymap the bindings
    public KeySheet(Messages messages, Keymap keymap) {
        this.messages = messages;
        this.keymap = keymap;
        words = messages.in(KeySheet.class);
        getStyleClass().add("palette-veil");
        ControlStyles.wear(this, KeySheet.class, "shell.css");
        chapters.getStyleClass().add("chapters");
        var scroll = new ScrollPane(chapters);
        scroll.setFitToWidth(true);
        var title = new Label();
        title.getStyleClass().addAll("strong", "title");
        title.textProperty().bind(words.bind("keys.title"));
        var close = new Label();
        close.getStyleClass().add("quiet");
        close.textProperty().bind(words.bind("keys.close"));
        var box = new VBox(title, scroll, close);
        box.getStyleClass().add("key-sheet");
        box.setMaxSize(1240, Region.USE_PREF_SIZE);
        StackPane.setAlignment(box, Pos.CENTER);
        getChildren().add(box);
        setVisible(false);
        managedProperty().bind(visibleProperty());
        setFocusTraversable(true);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        setOnMousePressed(
                click -> {
                    if (click.getTarget() == this) close();
                });
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() != KeyCode.ESCAPE && event.getCode() != KeyCode.F1) return;
        close();
        event.consume();
    }

    /// Opens it with the bindings in the language now.
    public void open() {
        var work = chapter(CHAPTERS.get(0));
        var hand = new VBox(chapter(CHAPTERS.get(1)), chapter(CHAPTERS.get(2)));
        var eye = new VBox(chapter(CHAPTERS.get(3)), mouse());
        for (var column : List.of(hand, eye)) column.getStyleClass().add("chapter-column");
        chapters.getChildren().setAll(work, hand, eye);
        setVisible(true);
        toFront();
        requestFocus();
    }

    /// Closes it.
    public void close() {
        setVisible(false);
    }

    private VBox chapter(Chapter chapter) {
        var grid = grid();
        for (var action : EnumSet.range(chapter.first(), chapter.last())) {
            var keys = keymap.keysOf(action);
            if (keys.isEmpty() || IN_ONE_LINE.contains(action)) continue;
            var name =
                    action == Action.PRESET_1
                            ? words.text("keys.presets")
                            : messages.in(Action.class).text("action." + action.name());
            var key = action == Action.PRESET_1 ? "1 – 9" : KeyNames.of(keys.getFirst(), messages);
            line(grid, key, name);
        }
        return titled(chapter.key(), grid);
    }

    private VBox mouse() {
        var grid = grid();
        for (var way : Arrays.asList("wheel", "left", "middle", "right", "click", "double"))
            line(grid, words.text("mouse." + way), words.text("mouse." + way + ".does"));
        return titled("keys.mouse", grid);
    }

    private VBox titled(String key, GridPane grid) {
        var title = new Label(words.text(key));
        title.getStyleClass().add("strong");
        var box = new VBox(title, grid);
        box.getStyleClass().add("chapter");
        return box;
    }

    private static GridPane grid() {
        var grid = new GridPane();
        grid.getStyleClass().add("keys");
        return grid;
    }

    private static void line(GridPane grid, String key, String does) {
        var left = new Label(key);
        left.getStyleClass().add("key");
        left.setMinWidth(USE_PREF_SIZE);
        grid.addRow(grid.getRowCount(), left, new Label(does));
    }
}
