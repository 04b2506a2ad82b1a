package org.tyde.ui.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.feather.Feather;
import org.tyde.ui.Messages;
import org.tyde.ui.control.ControlStyles;
import org.tyde.ui.control.Icons;

/// One sentence across the window, until it is put away or another takes its place. It moves nothing into
/// the way of the hand and asks for nothing.
final class BannerLine extends HBox {
    private final Label sentence = new Label();
    private final Button stop = new Button();

    BannerLine(Messages messages) {
        var words = messages.in(BannerLine.class);
        getStyleClass().add("banner-line");
        ControlStyles.wear(this, BannerLine.class, "shell.css");
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        var close = Icons.button(Feather.X, words.text("banner.close"), this::clear);
        close.accessibleTextProperty().bind(words.bind("banner.close"));
        stop.textProperty().bind(words.bind("banner.stop"));
        stop.managedProperty().bind(stop.visibleProperty());
        stop.setVisible(false);
        getChildren().addAll(sentence, stop, close);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /// Something that takes its time.
    ///
    /// @param end stops it
    void working(String words, Runnable end) {
        say(words);
        stop.setOnAction(_ -> end.run());
        stop.setVisible(true);
    }

    void say(String words) {
        stop.setVisible(false);
        sentence.setText(words);
        setVisible(!words.isBlank());
    }

    void clear() {
        say("");
    }

    String said() {
        return sentence.getText();
    }
}
