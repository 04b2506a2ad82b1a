package org.tyde.ui.settings;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.tyde.report.template.Autotext;
import org.tyde.ui.Messages;

/// Autotexts: the user's own, which he writes here, and the department's, which he can copy.
public final class AutotextPane extends VBox {
    private final AutotextModel model;
    private final Messages.Room words;
    private final TextField name = new TextField();
    private final TextArea text = new TextArea();
    private final FlowPane own = new FlowPane(8, 8);
    private final FlowPane shared = new FlowPane(8, 8);

    /// @param model the autotexts of this desk
    public AutotextPane(AutotextModel model) {
        this.model = model;
        words = model.messages().in(AutotextPane.class);
        getStyleClass().addAll("autotexts", "boxes");
        name.promptTextProperty().bind(words.bind("autotext.name"));
        text.promptTextProperty().bind(words.bind("autotext.text"));
        text.setPrefRowCount(4);
        text.setWrapText(true);
        var said = new Label();
        said.getStyleClass().addAll("warning", "said");
        said.setWrapText(true);
        said.textProperty().bind(model.saidProperty());
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        var buttons =
                new FlowPane(
                        8,
                        8,
                        button("autotext.keep", this::keep),
                        button("autotext.remove", this::remove));
        getChildren()
                .addAll(
                        note("autotext.note"),
                        own,
                        name,
                        text,
                        said,
                        buttons,
                        note("autotext.shared"),
                        shared);
        model.bookProperty().subscribe(_ -> show());
    }

    private Label note(String key) {
        var note = new Label();
        note.getStyleClass().add("quiet");
        note.setWrapText(true);
        note.textProperty().bind(words.bind(key));
        return note;
    }

    private Button button(String key, Runnable step) {
        var button = new Button();
        button.textProperty().bind(words.bind(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> step.run());
        return button;
    }

    private void keep() {
        if (!model.put(name.getText(), text.getText())) return;
        name.clear();
        text.clear();
        name.requestFocus();
    }

    private void remove() {
        model.remove(name.getText().strip());
        name.clear();
        text.clear();
    }

    private void show() {
        var book = model.bookProperty().get();
        own.getChildren().setAll(book.own().stream().map(this::chip).toList());
        shared.getChildren().setAll(book.shared().stream().map(this::chip).toList());
    }

    private Button chip(Autotext autotext) {
        var chip = new Button(autotext.name());
        chip.getStyleClass().add("chip");
        chip.setOnAction(
                _ -> {
                    name.setText(autotext.name());
                    text.setText(autotext.text());
                });
        return chip;
    }
}
