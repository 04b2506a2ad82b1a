package org.tyde.ui.settings;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

import org.tyde.ui.Messages;

import java.util.List;

/// What is set, line by line: its name at the left, where it is entered at the right.
final class FormGrid extends GridPane {
    private static final double NAMES = 168;

    private final Messages.Room words;

    /// Those that are hidden too, which `getRowCount` leaves out.
    private int rows;

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
        row(key, field, new SimpleBooleanProperty(true));
    }

    /// @param key of the name
    /// @param shown while it is of any use
    void row(String key, Node field, ObservableBooleanValue shown) {
        var name = new Label();
        name.textProperty().bind(words.bind(key));
        name.setLabelFor(field);
        field.accessibleTextProperty().bind(words.bind(key));
        GridPane.setValignment(name, VPos.CENTER);
        for (var node : List.of(name, field)) {
            node.visibleProperty().bind(shown);
            node.managedProperty().bind(shown);
        }
        addRow(rows++, name, field);
    }

    /// What is said below the line before.
    void below(Node note) {
        add(note, 1, rows++);
    }
}
