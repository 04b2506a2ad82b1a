package org.tyde.app;

import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;

import org.tyde.evidence.presentation.Annotation;
import org.tyde.ui.Theme;
import org.tyde.ui.annotation.AnnotationLayer;
import org.tyde.ui.annotation.Ground;

import java.io.IOException;
import java.nio.IntBuffer;
import java.util.List;

/// What a presentation state draws and writes, put over finished pixels by the nodes that viewports use.
public final class DrawnOver {
    private DrawnOver() {}

    /// @param pixels opaque, `width * height` of them from index 0
    /// @param width px
    /// @param height px
    /// @param annotations to draw
    /// @param ground where the picture lies
    /// @return both
    /// @throws IOException when JavaFX cannot start or draw
    public static IntBuffer draw(
            IntBuffer pixels, int width, int height, List<Annotation> annotations, Ground ground)
            throws IOException {
        OffscreenDesk.start();
        return OffscreenDesk.onFx(
                () -> {
                    var buffer =
                            new PixelBuffer<>(
                                    width, height, pixels, PixelFormat.getIntArgbPreInstance());
                    var layer = new AnnotationLayer();
                    var pane = new Pane(new ImageView(new WritableImage(buffer)), layer);
                    var scene = new Scene(pane, width, height);
                    new Theme().dress(scene, 1);
                    layer.resize(width, height);
                    layer.show(annotations, ground);
                    return OffscreenDesk.pixels(scene);
                });
    }
}
