package org.tyde.ui.reporting;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Another window has saved the same report: both texts are kept, and one is chosen to go on.
final class RivalLine extends VBox {
    RivalLine(ReportModel model) {
        var words = model.messages().in(RivalLine.class);
        getStyleClass().add("rival");
        var said = new Label();
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        said.getStyleClass().add("warning");
        said.textProperty().bind(words.bind("rival"));
        var mine = new Button();
        mine.textProperty().bind(words.bind("rival.mine"));
        mine.setOnAction(_ -> model.settle(true));
        var theirs = new Button();
        theirs.textProperty().bind(words.bind("rival.theirs"));
        theirs.setOnAction(_ -> model.settle(false));
        var buttons = new FlowPane(mine, theirs);
        buttons.getStyleClass().add("buttons");
        getChildren().addAll(said, buttons);
        managedProperty().bind(visibleProperty());
        visibleProperty().bind(model.rivalProperty());
    }
}
