package org.tyde.ui.shell;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.tyde.ui.Messages;
import org.tyde.ui.Theme;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The window that the list, the referral and the report stand in; with one screen the pictures too.
final class ControlWindow {
    /// Its name among the kept places.
    static final String NAME = "control";

    private final Stage stage;
    private final StackPane root = new StackPane();
    private final BorderPane frame = new BorderPane();
    private final BannerLine banner;
    private final ObjectProperty<Workplace> place =
            new SimpleObjectProperty<>(this, "place", Workplace.LIST);

    ControlWindow(
            Stage stage,
            CaseModel model,
            FootModel foot,
            Messages messages,
            Theme theme,
            Map<Workplace, Node> places,
            Consumer<Scene> keys,
            Runnable help,
            Runnable queue,
            Optional<Node> signed) {
        this.stage = stage;
        banner = new BannerLine(messages);
        var strip = new PatientStrip(model.identityProperty(), messages);
        var top = new VBox(strip, banner);
        signed.ifPresent(top.getChildren()::add);
        frame.setTop(top);
        frame.setLeft(new Rail(place, messages, help));
        frame.setBottom(new FootLine(foot, messages, queue));
        var middle = new StackPane();
        middle.getChildren().addAll(places.values());
        places.forEach(
                (workplace, node) -> place.subscribe(now -> node.setVisible(now == workplace)));
        frame.setCenter(middle);
        root.getChildren().add(frame);
        root.getStyleClass().add("control-window");
        var scene = new Scene(root, 1280, 860, Theme.NIGHT);
        theme.dress(scene, 1);
        keys.accept(scene);
        stage.titleProperty().bind(messages.in(ControlWindow.class).bind("window.title"));
        stage.setScene(scene);
    }

    Stage stage() {
        return stage;
    }

    StackPane root() {
        return root;
    }

    BannerLine banner() {
        return banner;
    }

    ObjectProperty<Workplace> placeProperty() {
        return place;
    }
}
