package org.tyde.ui.reporting;

import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.tyde.refusal.Sentences;
import org.tyde.report.template.Filling.Written;
import org.tyde.report.template.Notation;
import org.tyde.report.template.TemplateLibrary.Held;
import org.tyde.ui.Messages;

import java.util.Locale;
import java.util.stream.Collectors;

/// Chooses a template: type to search, arrows, Enter; what it says stands below the list.
final class TemplatePane extends VBox {
    private static final int LINES = 8;
    private final ReportModel model;
    private final Messages messages;
    private final Messages.Room words;
    private final TextField search = new TextField();
    private final FilteredList<Held> found;
    private final ListView<Held> list = new ListView<>();
    private final Label preview = new Label();
    private final Label note = new Label();
    private final Button around = new Button();

    /// @param model the report of this desk
    /// @param left told when the pane is closed
    TemplatePane(ReportModel model, Runnable left) {
        this.model = model;
        messages = model.messages();
        words = messages.in(TemplatePane.class);
        getStyleClass().addAll("signing", "templates");
        found = new FilteredList<>(model.templates().all());
        list.setItems(found);
        list.setCellFactory(_ -> new Cell());
        list.setMinHeight(LINES * 28);
        list.setPrefHeight(LINES * 28);
        list.setFocusTraversable(false);
        preview.setWrapText(true);
        preview.getStyleClass().add("preview");
        note.setWrapText(true);
        note.getStyleClass().add("quiet");
        search.promptTextProperty().bind(words.bind("template.search"));
        search.textProperty().subscribe(this::narrow);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.getSelectionModel().selectedItemProperty().subscribe(_ -> show());
        list.setOnMouseClicked(
                event -> {
                    if (event.getClickCount() == 2) begin(Written.STAYS);
                });
        var scroll = new ScrollPane(preview);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("editor-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var title = new Label();
        title.getStyleClass().add("title");
        title.textProperty().bind(words.bind("template.title"));
        getChildren().addAll(title, search, list, note, scroll, buttons());
        setVisible(false);
        messages.localeProperty().subscribe(_ -> open(isVisible()));
        model.templates()
                .choosingProperty()
                .subscribe(
                        (was, now) -> {
                            setVisible(now);
                            open(now);
                            if (was && !now) left.run();
                        });
    }

    private HBox buttons() {
        var insert = new Button();
        insert.textProperty().bind(words.bind("template.insert"));
        insert.getStyleClass().add("accent");
        insert.setOnAction(_ -> begin(Written.STAYS));
        around.textProperty().bind(words.bind("template.around"));
        around.getStyleClass().add("around");
        around.setOnAction(_ -> begin(Written.GOES_FIRST));
        var cancel = new Button();
        cancel.textProperty().bind(words.bind("template.cancel"));
        cancel.setOnAction(_ -> model.templates().choosingProperty().set(false));
        var buttons = new HBox(cancel, around, insert);
        buttons.getStyleClass().add("buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    private void open(boolean now) {
        if (!now) return;
        search.clear();
        select();
        boolean written =
                model.reportProperty().get().filter(r -> !r.content().unwritten()).isPresent();
        ask(written);
        search.requestFocus();
    }

    private void select() {
        var usual = model.templates().usualProperty().get();
        if (usual.isPresent()) list.getSelectionModel().select(usual.get());
        else list.getSelectionModel().selectFirst();
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - LINES / 2));
    }

    private void ask(boolean written) {
        note.setText(written ? words.text("template.stays") : "");
        note.setManaged(written);
        around.setVisible(written);
        around.setManaged(written);
    }

    private void narrow(String typed) {
        var wanted = typed.toLowerCase(Locale.ROOT).strip().split("\\s+");
        found.setPredicate(
                held -> {
                    var said = title(held).toLowerCase(Locale.ROOT);
                    for (var word : wanted) if (!said.contains(word)) return false;
                    return true;
                });
        list.getSelectionModel().selectFirst();
    }

    private void key(KeyEvent event) {
        var chosen = list.getSelectionModel();
        switch (event.getCode()) {
            case DOWN -> chosen.selectNext();
            case UP -> chosen.selectPrevious();
            case ENTER -> begin(around(event) ? Written.GOES_FIRST : Written.STAYS);
            case ESCAPE -> model.templates().choosingProperty().set(false);
            default -> {
                return;
            }
        }
        list.scrollTo(Math.max(0, chosen.getSelectedIndex() - LINES / 2));
        event.consume();
    }

    private boolean around(KeyEvent event) {
        return event.isShiftDown() && around.isVisible();
    }

    private void begin(Written written) {
        var chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) model.templates().begin(chosen, written);
    }

    private void show() {
        var chosen = list.getSelectionModel().getSelectedItem();
        if (chosen == null) {
            preview.setText("");
            return;
        }
        var template = chosen.template();
        var locale = template.head().language();
        var warned =
                chosen.warnings().stream()
                        .map(w -> Sentences.of(w, messages.locale()) + "\n")
                        .collect(Collectors.joining());
        var two = template.head().independent() ? words.text("template.two") + "\n\n" : "";
        preview.setText(
                two
                        + warned
                        + template.parts().stream()
                                .map(
                                        part ->
                                                part.section().heading(locale)
                                                        + "\n"
                                                        + Notation.plain(part.pieces(), locale))
                                .collect(Collectors.joining("\n\n")));
    }

    private static String title(Held held) {
        var head = held.template().head();
        return head.title() + "  (" + head.language().getLanguage() + ")";
    }

    private final class Cell extends ListCell<Held> {
        @Override
        protected void updateItem(Held held, boolean empty) {
            super.updateItem(held, empty);
            setText(
                    empty || held == null
                            ? ""
                            : title(held) + "   " + words.text("template.origin." + held.origin()));
        }
    }
}
