package org.tyde.ui.viewport;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// Asks in the viewport for the name of a presentation state: Enter keeps it, Escape does not.
final class StateNamePrompt extends VBox {
    private final TextField name = new TextField();

    StateNamePrompt(ViewportModel model) {
        getStyleClass().add("name-prompt");
        var words = model.desk().messages().in(StateNamePrompt.class);
        var question = new Label();
        question.textProperty().bind(words.bind("save.question"));
        var keys = new Label();
        keys.getStyleClass().add("quiet");
        keys.textProperty().bind(words.bind("save.keys"));
        name.accessibleTextProperty().bind(words.bind("save.question"));
        name.setOnAction(_ -> model.saving().save(name.getText()));
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.getCode() != KeyCode.ESCAPE) return;
                    model.saving().cancel();
                    key.consume();
                });
        getChildren().addAll(question, name, keys);
        setVisible(false);
        model.saving()
                .askingProperty()
                .subscribe(
                        offered -> {
                            boolean was = isVisible();
                            setVisible(offered.isPresent());
                            if (offered.isPresent()) {
                                name.setText(offered.get());
                                name.requestFocus();
                                name.selectAll();
                            } else if (was && getParent() != null) getParent().requestFocus();
                        });
    }

    /// @return where the name is typed
    TextField name() {
        return name;
    }
}
