package org.tyde.ui.reporting;

import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.tyde.ui.Messages;

import java.util.Optional;
import java.util.function.IntConsumer;

/// What a field wants, in a small box below it: options by number, or why what stands there is not taken.
final class FieldHint extends VBox {
    private static final int MOST = 12;
    private final Messages messages;
    private final IntConsumer choose;

    FieldHint(Messages messages, IntConsumer choose) {
        this.messages = messages;
        this.choose = choose;
        getStyleClass().add("field-hint");
        setManaged(false);
        setVisible(false);
    }

    void show(Optional<EditorFields.Hint> hint, Bounds below, double width) {
        setVisible(hint.isPresent());
        getChildren().clear();
        if (hint.isEmpty()) return;
        hint.get()
                .wrong()
                .ifPresent(
                        w -> {
                            var label = new Label(messages.sentence(w));
                            label.setWrapText(true);
                            label.getStyleClass().add("warning");
                            getChildren().add(label);
                        });
        var options = hint.get().options();
        for (int i = 0; i < Math.min(MOST, options.size()); i++) {
            int index = i;
            var label =
                    new Label(
                            EditorFields.numbered(options) && i < 9
                                    ? (i + 1) + "  " + options.get(i)
                                    : options.get(i));
            label.getStyleClass().add("option");
            if (hint.get().chosen().contains(options.get(i))) label.getStyleClass().add("chosen");
            label.setOnMousePressed(
                    event -> {
                        choose.accept(index);
                        event.consume();
                    });
            getChildren().add(label);
        }
        applyCss();
        double wide = Math.min(width, Math.max(160, prefWidth(-1)));
        double high = prefHeight(wide);
        resizeRelocate(
                Math.max(0, Math.min(below.getMinX(), width - wide)),
                below.getMaxY() + 2,
                wide,
                high);
    }
}
