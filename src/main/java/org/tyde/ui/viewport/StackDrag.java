package org.tyde.ui.viewport;

import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

import java.util.Optional;
import java.util.function.Consumer;

/// A stack that is dragged by its thumbnail into a viewport: what the two hand each other.
public final class StackDrag {
    private static final String MIME = "application/x-tyde-stack";

    private StackDrag() {}

    private static DataFormat format() {
        var known = DataFormat.lookupMimeType(MIME);
        return known == null ? new DataFormat(MIME) : known;
    }

    /// @param stackId of a stack of the open case
    /// @return what is dragged
    public static ClipboardContent content(String stackId) {
        var content = new ClipboardContent();
        content.put(format(), stackId);
        return content;
    }

    private static Optional<String> stackOf(Dragboard board) {
        return board.getContent(format()) instanceof String id ? Optional.of(id) : Optional.empty();
    }

    /// @param node stacks can be dropped on it; nothing else can
    /// @param drop told of the id of the stack that was
    static void into(Node node, Consumer<String> drop) {
        node.setOnDragOver(
                e -> {
                    if (stackOf(e.getDragboard()).isPresent())
                        e.acceptTransferModes(TransferMode.COPY);
                    e.consume();
                });
        node.setOnDragDropped(
                e -> {
                    var id = stackOf(e.getDragboard());
                    id.ifPresent(drop);
                    e.setDropCompleted(id.isPresent());
                    e.consume();
                });
    }
}
