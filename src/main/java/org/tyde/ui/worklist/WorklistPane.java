package org.tyde.ui.worklist;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.tyde.ui.Messages;
import org.tyde.ui.control.ControlStyles;
import org.tyde.ui.control.Icons;
import org.tyde.ui.control.StatePane;
import org.tyde.worklist.WorklistRow;

import java.util.Optional;
import java.util.function.Consumer;

/// The reading list on screen: search and filters above, the table, the chosen patient's timeline below.
/// Typing anywhere searches, arrows choose, Enter reads, Escape clears.
public final class WorklistPane extends BorderPane {
    private final WorklistModel model;
    private final Messages.Room words;
    private final TextField search = new TextField();
    private final StudyTable table;
    private final StatePane state = new StatePane();
    private final Label banner = new Label();
    private final Consumer<WorklistRow> read;

    /// @param model what it shows
    /// @param messages its words
    /// @param read opens a row to be read
    /// @param columns as they were arranged
    public WorklistPane(
            WorklistModel model,
            Messages messages,
            Consumer<WorklistRow> read,
            ColumnPlace.Keeper columns) {
        this.model = model;
        this.read = read;
        words = messages.in(WorklistPane.class);
        var texts = new StudyTexts(messages);
        table = new StudyTable(model, messages, texts, this::read, columns);
        getStyleClass().add("worklist");
        ControlStyles.wear(this, WorklistPane.class, "worklist.css");
        var timeline = new TimelinePane(model, messages, texts, study -> read(model.row(study)));
        setTop(
                new VBox(
                        searchLine(FilterBar.periods(model, messages)),
                        FilterBar.kinds(model, messages),
                        banner));
        setCenter(new StackPane(table, state));
        setBottom(timeline);
        banner.getStyleClass().addAll("banner", "warning");
        banner.setMaxWidth(Double.MAX_VALUE);
        banner.managedProperty().bind(banner.visibleProperty());
        model.conditionProperty().subscribe(_ -> showCondition());
        model.preparingProperty().subscribe(_ -> showCondition());
        messages.localeProperty().subscribe(_ -> showCondition());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    }

    private HBox searchLine(Pane periods) {
        search.getStyleClass().add("search");
        search.promptTextProperty().bind(words.bind("search.prompt"));
        search.accessibleTextProperty().bind(words.bind("search.name"));
        search.textProperty().bindBidirectional(model.searchProperty());
        HBox.setHgrow(search, Priority.ALWAYS);
        search.setMinWidth(160);
        search.setMaxWidth(480);
        var count = new Label();
        count.getStyleClass().add("quiet");
        count.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        model.askingProperty().get()
                                                ? words.text("asking")
                                                : words.text("count", model.rows().size())
                                                        + unanswered(),
                                model.rows(),
                                model.offlineProperty(),
                                model.silentProperty(),
                                model.askingProperty(),
                                words.bind("count", 0)));
        count.setMinWidth(Region.USE_PREF_SIZE);
        count.textProperty()
                .subscribe(
                        _ ->
                                count.getStyleClass()
                                        .setAll(
                                                "label",
                                                unanswered().isEmpty() ? "quiet" : "warning"));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var again = Icons.button(Feather.REFRESH_CW, words.text("again"), model::refresh);
        again.accessibleTextProperty().bind(words.bind("again"));
        var line = new HBox(Icons.of(Feather.SEARCH), search, periods, gap, count, again);
        line.getStyleClass().add("search-line");
        return line;
    }

    private String unanswered() {
        if (model.offlineProperty().get()) return " " + words.text("offline");
        var names = model.silentProperty().get();
        return names.isEmpty() ? "" : "; " + words.text("silent", names);
    }

    private void showCondition() {
        banner.setVisible(false);
        switch (model.conditionProperty().get()) {
            case Condition.Ready() -> {
                state.setVisible(false);
                if (waitsInSearch() && search.getText().isEmpty()) takeFocus();
            }
            case Condition.Loading() ->
                    state(StatePane.Kind.LOADING, words.text("loading"), words.text("loading.why"));
            case Condition.Empty(boolean filtered) when filtered -> {
                state(StatePane.Kind.EMPTY, words.text("nomatch"), words.text("nomatch.why"));
                state.offer(words.text("clear"), model::clear);
            }
            case Condition.Empty _ when !model.preparingProperty().get().isEmpty() ->
                    state(
                            StatePane.Kind.LOADING,
                            words.text("preparing"),
                            model.preparingProperty().get());
            case Condition.Empty _ -> {
                state(StatePane.Kind.EMPTY, words.text("empty"), words.text("empty.why"));
                state.offer(words.text("again"), model::refresh);
            }
            case Condition.Failed(String sentence, boolean rowsShown) when rowsShown -> {
                state.setVisible(false);
                banner.setText(words.text("stale", sentence));
                banner.setVisible(true);
            }
            case Condition.Failed(String sentence, _) -> {
                state(StatePane.Kind.OFFLINE, words.text("failed"), sentence);
                state.offer(words.text("again"), model::refresh);
            }
        }
    }

    private boolean waitsInSearch() {
        return getScene() != null && search.equals(getScene().getFocusOwner());
    }

    private void state(StatePane.Kind kind, String heading, String sentence) {
        state.show(kind, heading, sentence);
        state.setVisible(true);
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) return;
        var code = event.getCode();
        boolean inSearch = search.equals(event.getTarget());
        if (code == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
        } else if (code == KeyCode.ENTER && (inSearch || table.equals(event.getTarget()))) {
            Optional.ofNullable(model.chosenProperty().get())
                    .or(() -> model.rows().stream().findFirst())
                    .ifPresent(this::read);
            event.consume();
        } else if (inSearch && (code == KeyCode.DOWN || code == KeyCode.UP)) {
            table.takeFocus();
            event.consume();
        }
    }

    private void typed(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl
                || event.isShortcutDown()
                || event.isAltDown()) return;
        var character = event.getCharacter();
        if (character.isEmpty() || character.charAt(0) <= ' ' || character.charAt(0) == 127) return;
        search.requestFocus();
        search.appendText(character);
        search.end();
        event.consume();
    }

    private void read(WorklistRow row) {
        read.accept(row);
    }

    /// Puts the keyboard where the work begins: on the rows, or in the search while there are none.
    public void takeFocus() {
        if (model.rows().isEmpty()) search.requestFocus();
        else table.takeFocus();
    }
}
