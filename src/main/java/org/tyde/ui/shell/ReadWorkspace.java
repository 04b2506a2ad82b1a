package org.tyde.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.tyde.ui.Messages;

/// Where a study is read: the pictures, and beside them referral and report. While the pictures stand in
/// a window of their own, referral and report have all the room.
final class ReadWorkspace extends BorderPane {
    private static final double SIDE_SHARE = 0.34;
    private static final double NOTE_SHARE = 0.2;

    private Subscription divided = Subscription.EMPTY;
    private final SplitPane split = new SplitPane();
    private final ImagesPane images;
    private final BorderPane side;
    private final VBox elsewhere = new VBox();

    ReadWorkspace(ImagesPane images, Node report, Messages messages, Runnable bringBack) {
        this.images = images;
        getStyleClass().add("read");
        side = new BorderPane(report);
        side.getStyleClass().add("side");
        SplitPane.setResizableWithParent(side, false);
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
        divide(SIDE_SHARE);
    }

    void withoutImages() {
        split.getItems().setAll(elsewhere, side);
        divide(1 - NOTE_SHARE);
    }

    /// A split pane forgets where it was divided while it had no width.
    private void divide(double share) {
        split.setDividerPositions(1 - share);
        divided.unsubscribe();
        divided =
                split.widthProperty()
                        .subscribe(
                                (was, _) -> {
                                    if (was.doubleValue() == 0)
                                        split.setDividerPositions(1 - share);
                                });
    }
}
