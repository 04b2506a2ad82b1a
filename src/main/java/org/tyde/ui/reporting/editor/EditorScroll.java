package org.tyde.ui.reporting.editor;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// Scrolls the report so that the caret is seen.
public final class EditorScroll extends ScrollPane {
    private static final double MARGIN = 24;
    private final Region content;

    /// @param content the report
    public EditorScroll(Region content) {
        super(content);
        this.content = content;
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        getStyleClass().add("editor-scroll");
    }

    /// Scrolls what is around a node so far that a place in it is seen.
    static void reveal(Node node, Bounds place) {
        for (var parent = node.getParent(); parent != null; parent = parent.getParent())
            if (parent instanceof EditorScroll scroll) scroll.reveal(place);
    }

    /// @param place in the content
    private void reveal(Bounds place) {
        double height = content.getHeight() - getViewportBounds().getHeight();
        if (height <= 0 || place.isEmpty()) return;
        double top = getVvalue() * height;
        double bottom = top + getViewportBounds().getHeight();
        if (place.getMinY() - MARGIN < top)
            setVvalue(Math.max(0, (place.getMinY() - MARGIN) / height));
        else if (place.getMaxY() + MARGIN > bottom)
            setVvalue(
                    Math.min(
                            1,
                            (place.getMaxY() + MARGIN - getViewportBounds().getHeight()) / height));
    }
}
