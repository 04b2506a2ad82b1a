package org.tyde.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import org.tyde.ui.Messages;

import java.util.Optional;
import java.util.function.Consumer;

/// Asks one thing over what is shown: Enter takes what is typed, Escape does not.
public final class Prompt extends VBox {
    private final TextField answer = new TextField();

    /// @param words of this room
    /// @param key of the messages `key.question` and `key.keys`
    /// @param asking what is offered while it asks; empty while it does not
    /// @param take what was typed
    /// @param leave nothing was
    public Prompt(
            Messages.Room words,
            String key,
            ObservableValue<Optional<String>> asking,
            Consumer<String> take,
            Runnable leave) {
        getStyleClass().add("name-prompt");
        var question = new Label();
        question.textProperty().bind(words.bind(key + ".question"));
        var keys = new Label();
        keys.getStyleClass().add("quiet");
        keys.textProperty().bind(words.bind(key + ".keys"));
        answer.accessibleTextProperty().bind(words.bind(key + ".question"));
        answer.setOnAction(_ -> take.accept(answer.getText()));
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                pressed -> {
                    if (pressed.getCode() != KeyCode.ESCAPE) return;
                    leave.run();
                    pressed.consume();
                });
        getChildren().addAll(question, answer, keys);
        setVisible(false);
        asking.subscribe(
                offered -> {
                    boolean was = isVisible();
                    setVisible(offered.isPresent());
                    if (offered.isPresent()) {
                        answer.setText(offered.get());
                        answer.requestFocus();
                        answer.selectAll();
                    } else if (was && getParent() != null) getParent().requestFocus();
                });
    }

    /// @return where the answer is typed
    public TextField answer() {
        return answer;
    }
}
