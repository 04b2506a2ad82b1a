package org.tyde.ui.shell;

import static org.tyde.ui.FxThread.FX;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.tyde.settings.Secrets;
import org.tyde.ui.Messages;
import org.tyde.ui.Theme;
import org.tyde.ui.control.ControlStyles;
import org.tyde.work.JobRunner;

import java.util.Arrays;
import java.util.function.Consumer;

/// Asks for the pass phrase of the secrets before anything else is opened: without it what is kept on this
/// machine cannot be read. Used on the JavaFX thread.
public final class UnlockWindow {
    private final Messages messages;
    private final Secrets.Lock lock;
    private final JobRunner runner;
    private final Consumer<Boolean> ended;
    private final Stage stage = new Stage();
    private final PasswordField phrase = new PasswordField();
    private final Button open = new Button();
    private final Label said = new Label();
    private boolean unlocked;

    /// @param messages words
    /// @param lock to be opened; one without a pass phrase gets the one that is typed
    /// @param runner does the second of work
    /// @param ended told once whether it is open
    public UnlockWindow(
            Messages messages, Secrets.Lock lock, JobRunner runner, Consumer<Boolean> ended) {
        this.messages = messages;
        this.lock = lock;
        this.runner = runner;
        this.ended = ended;
        var scene = new Scene(content(), 520, 220);
        new Theme().dress(scene, 1);
        stage.setTitle("Tyde");
        stage.setScene(scene);
        stage.setOnHidden(_ -> this.ended.accept(unlocked));
    }

    private Parent content() {
        var words = messages.in(UnlockWindow.class);
        var why = new Label(words.text(lock.exists() ? "unlock.why" : "unlock.first"));
        why.setWrapText(true);
        phrase.setPromptText(words.text("unlock.phrase"));
        phrase.setAccessibleText(words.text("unlock.phrase"));
        phrase.setOnAction(_ -> unlock());
        HBox.setHgrow(phrase, Priority.ALWAYS);
        open.setText(words.text(lock.exists() ? "unlock.open" : "unlock.choose"));
        open.setOnAction(_ -> unlock());
        said.setWrapText(true);
        said.getStyleClass().add("danger");
        var line = new HBox(phrase, open);
        line.getStyleClass().add("traffic-line");
        var all = new VBox(why, line, said);
        all.getStyleClass().add("unlock");
        ControlStyles.wear(all, UnlockWindow.class, "shell.css");
        return all;
    }

    private void unlock() {
        var typed = phrase.getText().toCharArray();
        phrase.clear();
        open.setDisable(true);
        said.setText("");
        FX.watch(
                runner.waiting(
                        "unlock",
                        _ -> {
                            try {
                                lock.unlock(typed);
                                return true;
                            } finally {
                                Arrays.fill(typed, '\0');
                            }
                        }),
                _ -> {
                    unlocked = true;
                    stage.hide();
                },
                failure -> {
                    open.setDisable(false);
                    said.setText(messages.sentence(failure));
                    phrase.requestFocus();
                });
    }

    /// Opens the window.
    public void show() {
        stage.show();
        phrase.requestFocus();
    }

    /// @return the window
    Stage stage() {
        return stage;
    }
}
