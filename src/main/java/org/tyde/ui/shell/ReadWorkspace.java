package org.tyde.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.tyde.ui.Messages;
import org.tyde.ui.control.ControlStyles;

import java.util.function.DoubleUnaryOperator;

/// Where a study is read: the pictures, and beside them referral and report. While the pictures stand in
/// a window of their own, referral and report have all the room.
final class ReadWorkspace extends BorderPane {
    private static final double SIDE_SHARE = 0.3;
    private static final double LEAST_SIDE = 360;
    private static final double MOST_SIDE = 520;
    private static final double NOTE = 260;

    private Subscription divided = Subscription.EMPTY;
    private final SplitPane split = new SplitPane();
    private final ImagesPane images;
    private final BorderPane side;
    private final VBox elsewhere = new VBox();

    ReadWorkspace(ImagesPane images, Node report, Messages messages, Runnable bringBack) {
        this.images = images;
        getStyleClass().add("read");
        ControlStyles.wear(this, ReadWorkspace.class, "shell.css");
        side = new BorderPane(report);
        side.getStyleClass().add("side");
        var words = messages.in(ReadWorkspace.class);
        var note = new Label();
        note.textProperty().bind(words.bind("read.elsewhere"));
        note.setWrapText(true);
        var back = new Button();
        back.textProperty().bind(words.bind("read.back"));
        back.setOnAction(_ -> bringBack.run());
        elsewhere.getChildren().addAll(note, back);
        elsewhere.getStyleClass().add("elsewhere");
        split.getStyleClass().add("read-split");
        setCenter(split);
        withImages();
    }

    void withImages() {
        split.getItems().setAll(images, side);
        divide(width -> Math.clamp(SIDE_SHARE * width, LEAST_SIDE, MOST_SIDE));
    }

    void withoutImages() {
        split.getItems().setAll(elsewhere, side);
        divide(width -> Math.max(0, width - NOTE));
    }

    /// The side keeps a width that a report can be written in, however wide the window.
    private void divide(DoubleUnaryOperator wanted) {
        divided.unsubscribe();
        divided =
                split.widthProperty()
                        .subscribe(
                                width -> {
                                    double all = width.doubleValue();
                                    if (all > 0)
                                        split.setDividerPositions(
                                                1 - wanted.applyAsDouble(all) / all);
                                });
    }
}
