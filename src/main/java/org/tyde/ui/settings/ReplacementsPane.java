package org.tyde.ui.settings;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import org.kordamp.ikonli.feather.Feather;
import org.tyde.dictation.words.Remark;
import org.tyde.dictation.words.Replacement;
import org.tyde.ui.Messages;
import org.tyde.ui.control.Icons;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Replacements: the user's own, which he adds, changes and takes away; the department's and Tyde's, which
/// he can read.
public final class ReplacementsPane extends VBox {
    private final WordsModel model;
    private final Messages.Room words;
    private final TextField spoken = new TextField();
    private final TextField written = new TextField();
    private final GridPane rows = new GridPane();
    private final VBox others = new VBox();

    /// @param model the user's words
    public ReplacementsPane(WordsModel model) {
        this.model = model;
        words = model.messages().in(ReplacementsPane.class);
        getStyleClass().addAll("replacements", "boxes");
        rows.getStyleClass().add("form");
        var said = new Label();
        said.getStyleClass().addAll("warning", "said");
        said.setWrapText(true);
        said.textProperty().bind(model.saidProperty());
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        getChildren().addAll(note(), entry(), said, rows, files(), others);
        model.own().subscribe(this::show);
        model.messages().localeProperty().subscribe(_ -> show());
    }

    private Label note() {
        var note = new Label();
        note.getStyleClass().add("quiet");
        note.setWrapText(true);
        note.textProperty().bind(words.bind("words.note"));
        return note;
    }

    private Node entry() {
        spoken.promptTextProperty().bind(words.bind("words.spoken"));
        written.promptTextProperty().bind(words.bind("words.written"));
        var add = new Button();
        add.textProperty().bind(words.bind("words.add"));
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(_ -> add());
        written.setOnAction(_ -> add());
        spoken.setOnAction(_ -> written.requestFocus());
        HBox.setHgrow(spoken, Priority.ALWAYS);
        HBox.setHgrow(written, Priority.ALWAYS);
        var line = new HBox(spoken, new Label("→"), written, add);
        line.getStyleClass().add("line");
        return line;
    }

    private void add() {
        if (!model.put(spoken.getText(), written.getText())) return;
        spoken.clear();
        written.clear();
        spoken.requestFocus();
    }

    private Node files() {
        var bring =
                button(
                        "words.import",
                        () -> chosen(FileChooser::showOpenDialog, model::importFrom));
        var take =
                button("words.export", () -> chosen(FileChooser::showSaveDialog, model::exportTo));
        return new FlowPane(8, 8, bring, take);
    }

    private Button button(String key, Runnable step) {
        var button = new Button();
        button.textProperty().bind(words.bind(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> step.run());
        return button;
    }

    private interface Ask {
        File of(FileChooser chooser, javafx.stage.Window owner);
    }

    private void chosen(Ask ask, Consumer<Path> step) {
        var chooser = new FileChooser();
        chooser.setInitialFileName("replacements.csv");
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter("CSV, JSON", "*.csv", "*.json"));
        Optional.ofNullable(ask.of(chooser, getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(step);
    }

    private void show() {
        rows.getChildren().clear();
        int line = 0;
        for (var row : model.own()) line = show(row, line);
        others.getChildren()
                .setAll(
                        folded("words.department", model.department()),
                        folded("words.shipped", model.shipped()));
    }

    /// @return the next line
    private int show(Replacement row, int line) {
        var said = new Label(row.spoken());
        said.setWrapText(true);
        var field = new TextField(row.written());
        field.setAccessibleText(row.spoken());
        GridPane.setHgrow(field, Priority.ALWAYS);
        field.setOnAction(_ -> model.put(row.spoken(), field.getText()));
        field.focusedProperty()
                .subscribe(
                        (was, now) -> {
                            if (was && !now && !field.getText().equals(row.written()))
                                model.put(row.spoken(), field.getText());
                        });
        var remove =
                Icons.button(
                        Feather.X,
                        words.text("words.remove", row.spoken()),
                        () -> model.remove(row));
        rows.addRow(line++, said, new Label("→"), field, remove);
        var remarks =
                model.remarks(row).stream()
                        .map(r -> remark(r, row))
                        .collect(Collectors.joining(" "));
        if (remarks.isEmpty()) return line;
        var label = new Label(remarks);
        label.getStyleClass().add("quiet");
        label.setWrapText(true);
        rows.add(label, 2, line++, 2, 1);
        return line;
    }

    private String remark(Remark remark, Replacement row) {
        return words.text(
                "words.remark." + remark.name(), String.join(", ", model.unknown(row.spoken())));
    }

    private TitledPane folded(String key, List<Replacement> list) {
        var grid = new GridPane();
        grid.getStyleClass().add("form");
        int line = 0;
        for (var row : list)
            grid.addRow(line++, new Label(row.spoken()), new Label("→"), new Label(row.written()));
        var pane = new TitledPane(words.text(key, list.size()), grid);
        pane.setExpanded(false);
        pane.setAnimated(false);
        pane.setDisable(list.isEmpty());
        return pane;
    }
}
