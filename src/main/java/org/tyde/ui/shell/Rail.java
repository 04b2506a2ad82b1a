package org.tyde.ui.shell;

import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.tyde.ui.Messages;
import org.tyde.ui.control.ControlStyles;
import org.tyde.ui.control.Icons;

/// The slim rail at the left: which workplace, and the way to all keys.
final class Rail extends VBox {
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    Rail(ObjectProperty<Workplace> place, Messages messages, Runnable help) {
        var words = messages.in(Rail.class);
        getStyleClass().add("rail");
        ControlStyles.wear(this, Rail.class, "shell.css");
        for (var workplace : Workplace.values()) {
            var button = button(words, workplace.key(), workplace.icon());
            button.setOnAction(_ -> place.set(workplace));
            place.subscribe(now -> button.pseudoClassStateChanged(HERE, now == workplace));
            getChildren().add(button);
        }
        var gap = new Region();
        VBox.setVgrow(gap, javafx.scene.layout.Priority.ALWAYS);
        var keys = button(words, "rail.help", Feather.HELP_CIRCLE);
        keys.setOnAction(_ -> help.run());
        getChildren().addAll(gap, keys);
    }

    private static Button button(Messages.Room words, String key, org.kordamp.ikonli.Ikon ikon) {
        var word = new Label();
        word.textProperty().bind(words.bind(key));
        word.getStyleClass().add("word");
        var face = new VBox(Icons.of(ikon), word);
        face.getStyleClass().add("face");
        var button = new Button("", face);
        button.getStyleClass().setAll("rail-button");
        button.accessibleTextProperty().bind(words.bind(key));
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }
}
