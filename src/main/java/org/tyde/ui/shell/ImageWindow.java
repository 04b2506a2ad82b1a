package org.tyde.ui.shell;

import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

import org.tyde.ui.Messages;
import org.tyde.ui.Theme;

import java.util.function.Consumer;

/// A window of pictures only, under the patient strip: no rail, no foot line. Black from before its first
/// paint.
final class ImageWindow {
    /// Its name among the kept places.
    static final String NAME = "images";

    private final Stage stage = new Stage();
    private final StackPane root = new StackPane();
    private final BorderPane frame = new BorderPane();

    ImageWindow(
            CaseModel model,
            Messages messages,
            Theme theme,
            Consumer<Scene> keys,
            Runnable closed) {
        frame.getStyleClass().add("image-area");
        frame.setTop(new PatientStrip(model.identityProperty(), messages));
        root.getStyleClass().add("image-area");
        root.getChildren().add(frame);
        var scene = new Scene(root, 960, 720, Color.BLACK);
        theme.dress(scene, 1);
        scene.setFill(Color.BLACK);
        keys.accept(scene);
        stage.titleProperty().bind(messages.in(ImageWindow.class).bind("window.images"));
        stage.setScene(scene);
        stage.setOnCloseRequest(
                request -> {
                    request.consume();
                    closed.run();
                });
    }

    Stage stage() {
        return stage;
    }

    StackPane root() {
        return root;
    }

    void show(ImagesPane images) {
        frame.setCenter(images);
        stage.show();
    }

    void hide() {
        frame.setCenter(null);
        stage.hide();
    }
}
