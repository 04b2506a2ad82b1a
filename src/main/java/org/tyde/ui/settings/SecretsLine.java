package org.tyde.ui.settings;

import static org.tyde.ui.FxThread.FX;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.tyde.settings.Secrets;
import org.tyde.ui.Messages;

/// Who keeps passwords and keys; where it is Tyde's own file, its pass phrase is given here.
final class SecretsLine extends VBox {
    private final SettingsModel model;
    private final Messages messages;
    private final Messages.Room words;
    private final Label said = new Label();
    private final PasswordField phrase = new PasswordField();
    private final Button open = new Button();
    private final HBox line = new HBox(phrase, open);

    SecretsLine(SettingsModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        words = messages.in(SecretsLine.class);
        getStyleClass().add("secrets");
        said.setWrapText(true);
        line.getStyleClass().add("line");
        HBox.setHgrow(phrase, Priority.ALWAYS);
        line.managedProperty().bind(line.visibleProperty());
        line.setVisible(false);
        phrase.promptTextProperty().bind(words.bind("secrets.phrase"));
        phrase.accessibleTextProperty().bind(words.bind("secrets.phrase"));
        phrase.setOnAction(_ -> unlock());
        open.setOnAction(_ -> unlock());
        getChildren().addAll(said, line);
        messages.localeProperty().subscribe(_ -> look());
    }

    private void look() {
        FX.watch(model.secretsState(), this::show, failure -> say(failure, "danger"));
    }

    private void show(SettingsModel.SecretsState state) {
        boolean file = state.kind() == Secrets.Kind.LOCKED_FILE;
        var key =
                !file
                        ? "secrets." + state.kind()
                        : !state.locked()
                                ? "secrets.file.open"
                                : state.chosen() ? "secrets.file.locked" : "secrets.file.none";
        say(words.text(key), file && state.locked() ? "warning" : "quiet");
        line.setVisible(file && state.locked());
        open.setText(words.text(state.chosen() ? "secrets.unlock" : "secrets.choose"));
    }

    private void unlock() {
        var typed = phrase.getText().toCharArray();
        phrase.clear();
        open.setDisable(true);
        FX.watch(
                model.unlockSecrets(typed),
                _ -> {
                    open.setDisable(false);
                    look();
                },
                failure -> {
                    open.setDisable(false);
                    say(failure, "danger");
                });
    }

    private void say(Throwable failure, String style) {
        say(messages.sentence(failure), style);
    }

    private void say(String sentence, String style) {
        said.setText(sentence);
        said.getStyleClass().setAll("label", style);
    }
}
