package org.tyde.ui.reporting;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.tyde.ui.Messages;
import org.tyde.ui.control.ControlStyles;

/// A quiet line for each report that is signed and has not left: whose it is, how long it stays, and the
/// way back. It takes no focus.
public final class TakeBackStrip extends VBox {
    private final TakeBackModel model;
    private final Messages.Room words;

    /// @param model what can be taken back
    /// @param messages words
    public TakeBackStrip(TakeBackModel model, Messages messages) {
        this.model = model;
        words = messages.in(TakeBackStrip.class);
        getStyleClass().add("take-back-strip");
        ControlStyles.wear(this, TakeBackStrip.class, "reporting.css");
        managedProperty().bind(visibleProperty());
        model.waitingProperty().subscribe(_ -> show());
        messages.localeProperty().subscribe(_ -> show());
    }

    private void show() {
        var all = model.waitingProperty().get();
        setVisible(!all.isEmpty());
        if (getChildren().size() == all.size())
            for (int i = 0; i < all.size(); i++) ((Line) getChildren().get(i)).show(all.get(i));
        else getChildren().setAll(all.stream().map(Line::new).toArray(Node[]::new));
    }

    private final class Line extends HBox {
        private final Label sentence = new Label();
        private final Button back = new Button();

        Line(TakeBackModel.Waiting waiting) {
            getStyleClass().add("line");
            setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(sentence, Priority.ALWAYS);
            sentence.setMaxWidth(Double.MAX_VALUE);
            back.setFocusTraversable(false);
            back.setMinWidth(USE_PREF_SIZE);
            getChildren().addAll(sentence, back);
            show(waiting);
        }

        void show(TakeBackModel.Waiting waiting) {
            var head = waiting.head();
            var key = waiting.seconds() > 0 ? "stays" : "leaves";
            sentence.setText(
                    words.text(
                            key,
                            head.patientName().display(),
                            head.examination(),
                            "%d:%02d".formatted(waiting.seconds() / 60, waiting.seconds() % 60)));
            back.setText(words.text("takeBack"));
            back.setOnAction(_ -> model.takeBack(head.id()));
        }
    }
}
