package org.tyde.ui.control;

import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

import java.util.BitSet;
import java.util.function.IntConsumer;

/// Where in a stack of images we are, at the right edge of a viewport: the loaded part lighter, what was shown
/// marked, the present place as a thumb. Dragging it scrolls.
public final class StackScrollBar extends Region {
    /// px, of the whole bar.
    public static final double WIDTH = 12;

    private static final Color LOADED = Color.gray(0.36);
    private static final Color SEEN = Color.gray(0.62);
    private static final Color THUMB = Color.gray(0.93);
    private static final Color EDGE = Color.color(0, 0, 0, 0.8);

    private final Canvas canvas = new Canvas();
    private int count;
    private int index;
    private BitSet loaded = new BitSet();
    private BitSet seen = new BitSet();

    /// @param scrollTo told of the zero-based place that was dragged to
    public StackScrollBar(IntConsumer scrollTo) {
        getStyleClass().add("stack-scroll-bar");
        getChildren().add(canvas);
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        setOnMousePressed(
                e -> {
                    if (e.getButton() == MouseButton.PRIMARY) scrollTo.accept(placeAt(e.getY()));
                    e.consume();
                });
        setOnMouseDragged(
                e -> {
                    if (e.isPrimaryButtonDown()) scrollTo.accept(placeAt(e.getY()));
                    e.consume();
                });
        setOnMouseReleased(javafx.event.Event::consume);
        setOnMouseClicked(javafx.event.Event::consume);
    }

    /// @param images in the stack
    /// @param present zero-based
    /// @param here those whose pixels are here
    /// @param shown those that have been on screen
    public void show(int images, int present, BitSet here, BitSet shown) {
        if (images == count && present == index && here.equals(loaded) && shown.equals(seen))
            return;
        count = images;
        index = present;
        loaded = (BitSet) here.clone();
        seen = (BitSet) shown.clone();
        setVisible(images > 1);
        draw();
    }

    /// @param y px from the top of the bar
    /// @return the zero-based image there
    public int placeAt(double y) {
        if (count < 2 || getHeight() <= 0) return 0;
        return (int) Math.clamp(Math.floor(y / getHeight() * count), 0, count - 1.0);
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getHeight() != getHeight()) {
            canvas.setWidth(WIDTH);
            canvas.setHeight(getHeight());
            draw();
        }
    }

    private void draw() {
        var g = canvas.getGraphicsContext2D();
        double height = canvas.getHeight();
        g.clearRect(0, 0, WIDTH, height);
        if (count < 2 || height <= 0) return;
        runs(g, loaded, LOADED, WIDTH - 5, 3, height);
        runs(g, seen, SEEN, WIDTH - 8, 2, height);
        double thumb = Math.max(6, height / count);
        double top = Math.rint((height - thumb) * index / (count - 1.0));
        g.setFill(EDGE);
        g.fillRect(WIDTH - 9, top - 1, 9, thumb + 2);
        g.setFill(THUMB);
        g.fillRect(WIDTH - 8, top, 7, thumb);
    }

    private void runs(
            javafx.scene.canvas.GraphicsContext g,
            BitSet set,
            Color colour,
            double x,
            double width,
            double height) {
        g.setFill(colour);
        for (int from = set.nextSetBit(0); from >= 0 && from < count; ) {
            int to = Math.min(count, set.nextClearBit(from));
            double top = Math.rint(height * from / count);
            g.fillRect(x, top, width, Math.max(1, Math.rint(height * to / count) - top));
            from = set.nextSetBit(to);
        }
    }
}
