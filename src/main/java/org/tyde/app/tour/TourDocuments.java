package org.tyde.app.tour;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

import java.util.List;

/// The prior report is read beside the new one, and compared with it, by keyboard but for one button.
final class TourDocuments {
    private final TourStage stage;

    TourDocuments(TourStage stage) {
        this.stage = stage;
    }

    String all() throws Exception {
        stage.key(KeyCode.SHIFT, KeyCode.F7);
        stage.until("the list of documents", () -> !items(".document-list").isEmpty());
        int listed = stage.on(() -> items(".document-list").size());
        stage.key(KeyCode.ENTER);
        stage.until("the prior report", () -> !items(".document-lines").isEmpty());
        stage.photograph("13-document");
        stage.run(
                () ->
                        nodes(".document-bar .button").stream()
                                .filter(Node::isVisible)
                                .skip(1)
                                .map(Button.class::cast)
                                .findFirst()
                                .ifPresent(Button::fire));
        stage.until("the difference", () -> !nodes(".difference .piece").isEmpty());
        stage.photograph("14-difference");
        long different = stage.on(this::different);
        for (int i = 0; i < 2; i++) stage.key(KeyCode.ESCAPE);
        stage.until("the list again", () -> items(".document-lines").isEmpty());
        stage.key(KeyCode.SHIFT, KeyCode.F7);
        return listed + " documents listed, " + different + " pieces of text differ from the prior";
    }

    private long different() {
        return nodes(".difference .piece").stream()
                .map(Text.class::cast)
                .filter(text -> text.isStrikethrough() || text.isUnderline())
                .count();
    }

    private List<Node> nodes(String selector) {
        return List.copyOf(stage.scene().getRoot().lookupAll(selector));
    }

    private List<?> items(String selector) {
        return stage.scene().lookup(selector) instanceof ListView<?> list
                ? list.getItems()
                : List.of();
    }
}
