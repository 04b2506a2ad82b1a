package org.tyde.ui.viewport;

import javafx.scene.Node;
import javafx.scene.shape.Polyline;

import org.tyde.ui.Messages;
import org.tyde.ui.control.OutlinedText;
import org.tyde.ui.viewport.state.ScreenPoint;

import java.util.ArrayList;
import java.util.List;

/// Regions of algorithms over a picture: thin dotted lines in the colour of machines, with their names.
final class FoundRegions {
    private static final double BESIDE = 6;

    private FoundRegions() {}

    /// @return the nodes, of which the words are to be placed by [#write]
    static List<Node> nodes(List<FoundRegion> found, Shown shown, Messages messages) {
        var words = messages.in(FoundRegions.class);
        var nodes = new ArrayList<Node>();
        for (var one : found) {
            var right = new ScreenPoint(Double.NEGATIVE_INFINITY, 0);
            for (var style : List.of("measurement-shade", "found-region"))
                for (var line : one.region().lines()) {
                    var outline = new Polyline();
                    for (var point : line) {
                        var at = shown.pose().toScreen(point);
                        outline.getPoints().addAll(at.x(), at.y());
                        if (at.x() > right.x()) right = at;
                    }
                    outline.getStyleClass().add(style);
                    nodes.add(outline);
                }
            var label = new OutlinedText(words.text("found.by", one.label()));
            label.getStyleClass().add("found-label");
            label.setUserData(right);
            nodes.add(label);
        }
        return nodes;
    }

    /// Puts the names beside their regions; to be called once they are in a scene.
    ///
    /// @param nodes as [#nodes] made them
    /// @param width of the viewport, px
    static void write(List<Node> nodes, double width) {
        for (var node : nodes)
            if (node instanceof OutlinedText text
                    && text.getUserData() instanceof ScreenPoint(double right, double level)) {
                text.applyCss();
                double x = Math.min(right + BESIDE, width - text.textWidth());
                text.relocateBaseline(Math.rint(x), Math.rint(level));
            }
    }
}
