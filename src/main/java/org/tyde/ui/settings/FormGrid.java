package org.tyde.ui.settings;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

import org.tyde.ui.Messages;

/// What is set, line by line: its name at the left, where it is entered at the right.
final class FormGrid extends GridPane {
    private static final double NAMES = 168;

    private final Messages.Room words;

    FormGrid(Messages.Room words) {
        this.words = words;
        getStyleClass().add("form");
        var names = new ColumnConstraints();
        names.setHalignment(HPos.LEFT);
        names.setPrefWidth(NAMES);
        names.setMinWidth(NAMES);
        var fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, fields);
    }

    /// @param key of the name
    void row(String key, Node field) {
        var name = new Label();
        name.textProperty().bind(words.bind(key));
        name.setLabelFor(field);
        field.accessibleTextProperty().bind(words.bind(key));
        GridPane.setValignment(name, VPos.CENTER);
        addRow(getRowCount(), name, field);
    }

    /// What is said below the line before.
    void below(Node note) {
        add(note, 1, getRowCount());
    }
}
