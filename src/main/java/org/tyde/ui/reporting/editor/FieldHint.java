package org.tyde.ui.reporting.editor;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.tyde.ui.Messages;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;

/// What a field wants, in a small box below it: options by number, or why what stands there is not taken.
final class FieldHint extends VBox {
    private static final int MOST = 12;
    private static final int NOWHERE = -1;
    private static final PseudoClass AT = PseudoClass.getPseudoClass("at");
    private final Messages messages;
    private final IntConsumer choose;
    private Optional<EditorFields.Hint> shown = Optional.empty();
    private int at = NOWHERE;

    FieldHint(Messages messages, IntConsumer choose) {
        this.messages = messages;
        this.choose = choose;
        getStyleClass().add("field-hint");
        setManaged(false);
        setVisible(false);
    }

    /// An arrow: into the options, through them, and out at both ends.
    ///
    /// @param by 1 down, -1 up
    /// @param whole whether all of the field is selected
    /// @return whether an option is marked now
    boolean step(int by, boolean whole) {
        if (shown.isEmpty() || !isVisible()) return false;
        if (at == NOWHERE && (by < 0 || !shown.get().open() && !whole)) return false;
        int next = at + by;
        at = next < Math.min(MOST, shown.get().options().size()) ? next : NOWHERE;
        mark();
        return at != NOWHERE || by < 0;
    }

    /// @return the option that is marked
    OptionalInt at() {
        return at == NOWHERE || !isVisible() ? OptionalInt.empty() : OptionalInt.of(at);
    }

    /// What was marked holds no longer in another field, nor once something else stands in this one.
    private boolean goesOn(Optional<EditorFields.Hint> next) {
        return next.isPresent()
                && shown.isPresent()
                && next.get().of().equals(shown.get().of())
                && (next.get().several() || next.get().chosen().equals(shown.get().chosen()));
    }

    private void mark() {
        int index = 0;
        for (var node : getChildren())
            if (node.getStyleClass().contains("option"))
                node.pseudoClassStateChanged(AT, index++ == at);
    }

    void show(Optional<EditorFields.Hint> hint, Bounds below, double width) {
        if (!goesOn(hint)) at = NOWHERE;
        shown = hint;
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
        mark();
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
